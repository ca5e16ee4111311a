import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing
import TimelineLayout

/// Texts made to pass for markup, or to turn the words beside them around.
@Suite("Hostile texts on sheets")
struct HostileTextTests {
  /// Each mark that sets the direction of what follows, and none with its other half.
  private static let controls: [UInt32] = Array(0x202A...0x202E) + Array(0x2066...0x2069)

  private func scene(_ timeline: Timeline, _ layout: any Layout.Type) throws -> Scene {
    layout.init(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(language: "ar"),
      measurer: FixedMeasurer(share: 0.42)
    ).scene(of: timeline)
  }

  /// The dialogue with every text from outside changed.
  private func dialogue(_ change: (String) -> String) throws -> Timeline {
    let whole = try SampleTimeline.dialogue()
    let events = (whole.events + whole.undated).map { event in
      var event = event
      event.headline = change(event.headline)
      for index in event.mentions.indices {
        event.mentions[index].articleTitle = event.mentions[index].articleTitle.map(change)
        event.mentions[index].source = event.mentions[index].source.map(change)
        event.mentions[index].mention.sentence = change(event.mentions[index].mention.sentence)
      }
      for index in event.conflicts.indices {
        event.conflicts[index].sources = event.conflicts[index].sources.map(change)
      }
      for index in event.actors.indices {
        event.actors[index].name = change(event.actors[index].name)
      }
      if let place = event.place { event.place?.name = change(place.name) }
      return event
    }
    return Timeline(
      title: whole.title,
      masthead: whole.masthead,
      issue: whole.issue,
      place: whole.place,
      asOf: whole.asOf,
      events: events
    )
  }

  @Test("Marks of direction move nothing on a sheet", arguments: Layouts.names)
  func directions(_ name: String) throws {
    let layout = try #require(Layouts.named(name))
    let plain = try scene(dialogue { $0 }, layout).dump
    for value in Self.controls {
      let control = try #require(Unicode.Scalar(value))
      let hostile = try dialogue { text in
        let middle = text.unicodeScalars.index(
          text.startIndex,
          offsetBy: text.unicodeScalars.count / 2
        )
        let (head, tail) = (text.unicodeScalars[..<middle], text.unicodeScalars[middle...])
        return "\(control)\(String(head))\(control)\(String(tail))\(control)"
      }
      let dump = try scene(hostile, layout).dump
      let lines = zip(plain.split(separator: "\n"), dump.split(separator: "\n"))
      let moved = lines.first { $0 != $1 }?.1
      let isSame = dump == plain
      #expect(isSame, "U+\(String(value, radix: 16)): \(moved?.debugDescription ?? "lines")")
    }
  }

  @Test("Markup stands on a sheet letter for letter", arguments: Layouts.names)
  func markup(_ name: String) throws {
    let layout = try #require(Layouts.named(name))
    let tag = "<span size=\"99999\">&amp; &#65; <b>'x'</b>"
    let scene = try scene(dialogue { "\(tag) \($0)" }, layout)
    #expect(SceneCheck.fault(in: scene) == nil)
    let texts = scene.pages.flatMap(\.items).compactMap { item -> String? in
      guard case .text(let text) = item.content else { return nil }
      return text.block.text
    }
    #expect(texts.contains { $0.contains(tag) })
    #expect(texts.allSatisfy { !$0.contains("&amp;amp;") && !$0.contains("&lt;") })
  }
}
