import Chronology
import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing

@testable import TimelineLayout

@Suite("What labels and signs of a chart tell")
struct ChartWordsTests {
  private func scene(_ timeline: Timeline, layout: String) throws -> Scene {
    let layout = try #require(Layouts.named(layout))
    return layout.init(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(language: "en"),
      measurer: FixedMeasurer(share: 0.42)
    ).scene(of: timeline)
  }

  private func labels(_ scene: Scene) -> [String] {
    scene.pages.flatMap(\.items).compactMap { item in
      guard item.group.hasPrefix("label/"), case .text(let text) = item.content else { return nil }
      return text.block.text
    }
  }

  /// The same event on some days, each sentence ending in its verb and two words more.
  private func timeline(_ count: Int, verb: String) throws -> Timeline {
    let sample = try SampleTimeline.dialogue()
    var model = try #require(sample.events.first { $0.dateReadings.isEmpty })
    model.type = EventType(rawValue: "agreement")
    let lead = Array(repeating: "wwwwwwww", count: 30).joined(separator: " ")
    model.headline = "\(lead) \(verb) xxxx yyyy"
    for index in model.mentions.indices { model.mentions[index].mention.trigger = verb }
    model.actors = [Party(id: "IQ", name: "Party", surface: "", how: .alias)]
    let start = try #require(CivilDate(iso: "2021-03-01"))
    let events = try (0..<count).map { number in
      var event = model
      event.id = "ev-\(number)"
      event.date.span = UncertainDate(day: try #require(start.adding(days: number)))
      return event
    }
    return Timeline(title: "t", events: events)
  }

  @Test("A label without room for its sentence's verb tells kind and parties instead")
  func news() throws {
    let told = labels(try scene(try timeline(12, verb: "vvvv"), layout: "strip"))
    #expect(told.contains { $0.hasSuffix(": Party") })
    #expect(!told.contains { $0.hasSuffix("\u{2026}") && !$0.contains("vvvv") })
    // Where no word is known to tell the news, the sentence is cut as it is.
    let plain = labels(try scene(try timeline(12, verb: ""), layout: "strip"))
    #expect(plain.contains { $0.hasSuffix("wwww \u{2026}") })
  }

  @Test(
    "Labels leave out where a sentence was written, and by whom",
    arguments: [
      ("aaaa (CNN)-- bbbb cccc", "cccc", "bbbb cccc"),
      ("aaaa \u{2013} bbbb cccc", "cccc", "bbbb cccc"),
      ("aaaa dddd (RT) - bbbb cccc", "bbbb", "bbbb cccc"),
      ("aaaa dddd eeee \u{2013} cccc", "cccc", nil),
      ("aaaa cccc \u{2013} bbbb", "cccc", nil), ("aaaa \u{2013} bbbb cccc", "", nil),
      ("aaaa-- bbbb cccc", "cccc", nil), ("\u{2013} bbbb cccc", "cccc", nil),
    ]
  )
  func dateline(sentence: String, trigger: String, rest: String?) {
    #expect(SheetEntry.withoutDateline(sentence, before: trigger) == rest ?? sentence)
  }

  @Test("No sign of a span lies over the mark of a day", arguments: ["timeline", "lanes", "strip"])
  func spans(layout: String) throws {
    let sample = try SampleTimeline.dialogue()
    let model = try #require(sample.events.first { $0.dateReadings.isEmpty })
    var marks = 0
    for middle in 0..<12 {
      var events = [model, model, model]
      for index in events.indices {
        events[index].id = "ev-\(index)"
        events[index].status = .occurred
      }
      events[0].status = .planned
      let start = try #require(CivilDate(iso: "2021-03-01"))
      events[0].date.span = UncertainDate(
        earliest: start,
        latest: start.adding(days: 90),
        grain: .day
      )
      for (index, day) in [30 + 2 * middle, 60].enumerated() {
        events[index + 1].date.span = UncertainDate(day: try #require(start.adding(days: day)))
      }
      for page in try scene(Timeline(title: "t", events: events), layout: layout).pages {
        let places = page.items.compactMap { item -> Point? in
          guard item.group == "mark", case .mark(let mark) = item.content else { return nil }
          return mark.center
        }
        marks += places.count
        for (index, place) in places.enumerated() {
          #expect(
            places[..<index].allSatisfy { abs($0.x - place.x) > 8.7 || abs($0.y - place.y) > 8.7 }
          )
        }
      }
    }
    #expect(marks == 36)
  }

  @Test("A day stands in one line of its label", arguments: ["timeline", "strip"])
  func day(layout: String) throws {
    var timeline = try timeline(9, verb: "wwww")
    for index in timeline.events.indices {
      timeline.events[index].date.span = UncertainDate(
        earliest: nil,
        latest: CivilDate(iso: "2021-12-\(20 + index)"),
        grain: .day
      )
    }
    let told = labels(try scene(timeline, layout: layout))
    #expect(told.count { $0.contains("2021") } == 9)
    #expect(!told.contains("2021"))
  }
}
