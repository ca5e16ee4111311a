import Chronology
import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing

@testable import TimelineLayout

@Suite("Lanes and pages of charts")
struct ChartPagesTests {
  private func scene(_ timeline: Timeline, layout: String, language: String = "ar") throws -> Scene
  {
    let layout = try #require(Layouts.named(layout))
    return layout.init(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(language: language),
      measurer: FixedMeasurer(share: 0.42)
    ).scene(of: timeline)
  }

  /// Events of the sample's kinds on days some way apart, again and again.
  private func timeline(_ count: Int, step: Int = 9) throws -> Timeline {
    let sample = try SampleTimeline.dialogue()
    let models = sample.events.filter { $0.dateReadings.isEmpty }
    let start = try #require(CivilDate(iso: "2020-01-03"))
    let events = try (0..<count).map { number in
      var event = models[number % models.count]
      event.id = "ev-\(number)"
      let gap = number / 3 * step + number % 3
      event.date.span = UncertainDate(day: try #require(start.adding(days: gap)))
      return event
    }
    return Timeline(title: "t", events: events)
  }

  @Test("Along each side labels stand in the order of time, whatever their lanes")
  func order() throws {
    var random = FixedRandom(seed: 11)
    let distances = LanePlacement.Distances(gap: 13, stub: 7)
    var placed = 0
    for _ in 0..<400 {
      let labels = (0..<Int.random(in: 1...26, using: &random)).map { _ in
        LanePlacement.Label(
          anchor: Double.random(in: 0...500, using: &random),
          width: Double.random(in: 30...140, using: &random)
        )
      }.sorted { $0.anchor < $1.anchor }
      for thrift in LanePlacement.Thrift.allCases {
        let found = LanePlacement(
          labels,
          length: 507,
          lanes: 4,
          distances: distances,
          thrift: thrift,
          isOrdered: true
        )
        guard let slots = found?.slots else { continue }
        placed += 1
        for side in LanePlacement.Side.allCases {
          let own = slots.indices.filter { slots[$0].side == side }
          for (first, second) in zip(own, own.dropFirst()) {
            #expect(slots[second].place >= slots[first].place + LabelOrder.step - 1e-6)
          }
          for lane in 0..<4 {
            let here = own.filter { slots[$0].lane == lane }
            for (first, second) in zip(here, here.dropFirst()) {
              let end = slots[first].place + labels[first].width + distances.gap
              #expect(slots[second].place >= end - 1e-6)
            }
            #expect(here.allSatisfy { slots[$0].place + labels[$0].width <= 507 + 1e-6 })
            // Who stands further out passes between the labels, not through one.
            for far in own where slots[far].lane > lane {
              let stub = slots[far].stubs[lane]
              for near in here {
                let span = slots[near].place - 3...slots[near].place + labels[near].width + 3
                #expect(!span.contains(stub))
              }
            }
          }
        }
      }
    }
    #expect(placed > 600)
  }

  @Test("Each page of a chart explains its signs", arguments: ["timeline", "lanes", "strip"])
  func legends(_ layout: String) throws {
    let scene = try scene(timeline(70), layout: layout)
    let charts = scene.pages.filter { $0.items.contains { $0.group == "axis" } }
    #expect(charts.count > 1)
    for page in charts {
      var shapes: Set<MarkShape> = []
      var explained: Set<MarkShape> = []
      for item in page.items {
        guard case .mark(let mark) = item.content else { continue }
        if item.group == "mark" { shapes.insert(mark.shape) }
        if item.group == "legend" { explained.insert(mark.shape) }
      }
      #expect(!shapes.isEmpty)
      #expect(shapes.isSubset(of: explained))
    }
    // Lists follow the last one; the others explain nothing that a reader would look for in vain.
    for page in charts.dropLast() {
      var used: Set<Color> = []
      for item in page.items where item.group != "legend" {
        switch item.content {
        case .mark(let mark): used.insert(mark.color)
        case .hatch(let hatch): used.insert(hatch.color)
        default: break
        }
      }
      let families = page.items.compactMap { item -> Color? in
        guard item.group == "legend", case .mark(let mark) = item.content, mark.fill == .solid,
          !mark.isStruck
        else { return nil }
        return mark.color
      }
      #expect(!families.isEmpty)
      #expect(used.isSuperset(of: families))
    }
  }

  @Test("A page whose chart goes on behind it is filled", arguments: [23, 30, 48, 58])
  func filled(_ count: Int) throws {
    let scene = try scene(timeline(count), layout: "briefing")
    let charts = scene.pages.filter { $0.items.contains { $0.group == "axis" } }
    for page in charts.dropLast() {
      let foot = page.items.compactMap { item -> Double? in
        guard item.group != "footer", case .text(let text) = item.content else { return nil }
        return text.box.maxY
      }.max()
      let bottom = page.size.height - 46
      #expect(try #require(foot) > bottom - 130)
    }
  }

  @Test("In lanes no label is cut where its words have room, and each lane has the ruler's ticks")
  func room() throws {
    var timeline = try timeline(3, step: 40)
    for index in timeline.events.indices {
      timeline.events[index].type = EventType(rawValue: ["statement", "attack"][index % 2])
      timeline.events[index].actors = []
      timeline.events[index].recipients = []
      timeline.events[index].headline = (0..<40).map { "word\($0)" }.joined(separator: " ")
    }
    let pages = try scene(timeline, layout: "lanes").pages
    let axes = pages[0].items.filter { $0.group == "axis" }.count
    let texts = pages[0].items.compactMap { item -> String? in
      guard item.group.hasPrefix("label/"), case .text(let text) = item.content else { return nil }
      return text.block.text
    }
    #expect(texts.count { $0.contains("word39") } == 3, "\(texts)")
    let ticks = pages[0].items.compactMap { item -> Double? in
      guard item.group == "tick", case .line(let from, _, _) = item.content else { return nil }
      return from.x
    }
    #expect(axes > 1)
    #expect(ticks.count == Set(ticks).count * axes)
  }

  @Test("A few sources stand on no page alone behind lanes")
  func sources() throws {
    var counts: Set<Int> = []
    for count in 20...44 {
      var timeline = try timeline(count, step: 4)
      for index in timeline.events.indices {
        timeline.events[index].actors = []
        timeline.events[index].recipients = []
        timeline.events[index].headline = "word \(index)"
      }
      timeline.sources = [TimelineSource(article: "a", outlet: "Example", title: nil)]
      let pages = try scene(timeline, layout: "lanes").pages
      counts.insert(pages.count)
      #expect(pages.last?.items.contains { $0.group == "axis" } == true, "\(count) events")
    }
    #expect(counts.count > 1)
  }

  @Test("A month on an axis of decades is as wide as the mark of a day, and hides behind none")
  func month() throws {
    let sample = try SampleTimeline.dialogue()
    let model = try #require(sample.events.first { $0.dateReadings.isEmpty })
    func event(_ id: String, _ first: String, _ last: String) throws -> Event {
      var event = model
      event.id = id
      event.status = .occurred
      let days = (try #require(CivilDate(iso: first)), try #require(CivilDate(iso: last)))
      event.date.span =
        first == last
        ? UncertainDate(day: days.0)
        : UncertainDate(earliest: days.0, latest: days.1, grain: .month)
      return event
    }
    let timeline = Timeline(
      title: "t",
      events: [
        try event("a", "1960-03-01", "1960-03-31"), try event("b", "1990-05-01", "1990-05-31"),
        try event("c", "1990-05-16", "1990-05-16"), try event("d", "2020-01-01", "2020-01-01"),
      ]
    )
    for layout in ["briefing", "timeline", "lanes", "strip"] {
      let scene = try scene(timeline, layout: layout)
      let mark = try StyleFile().style("briefing").chart.mark
      for page in scene.pages {
        let marks = page.items.compactMap { item -> Mark? in
          guard item.group == "mark", case .mark(let mark) = item.content else { return nil }
          return mark
        }
        for item in page.items where item.group == "span" {
          guard case .hatch(let hatch) = item.content else { continue }
          #expect(hatch.rect.width >= 2 * mark - 1e-6)
          let middle = (hatch.rect.x + hatch.rect.width / 2, hatch.rect.y + hatch.rect.height / 2)
          let isHidden = marks.contains {
            abs($0.center.x - middle.0) < 4 && abs($0.center.y - middle.1) < 4
          }
          #expect(!isHidden)
        }
      }
    }
  }

  @Test("Cut labels end behind a whole name")
  func names() throws {
    var timeline = try SampleTimeline.dialogue()
    for index in timeline.events.indices {
      timeline.events[index].type = EventType(rawValue: "meeting")
      timeline.events[index].recipients = []
      timeline.events[index].actors = (0..<16).map { number in
        let name = "Aaaa\(number) " + ["Bbbbb", "Ddddd Eeee", "Gggggg", "Iii"][number % 4]
        return Party(id: nil, name: name, surface: name, how: .unlinked)
      }
    }
    let scene = try scene(timeline, layout: "briefing", language: "en")
    var cut = 0
    for page in scene.pages {
      for item in page.items where item.group.hasPrefix("label/") {
        guard case .text(let text) = item.content, text.block.text.hasSuffix(" \u{2026}") else {
          continue
        }
        cut += 1
        let words = text.block.text.dropLast(2)
        #expect(["Bbbbb", "Eeee", "Gggggg", "Iii"].contains { words.hasSuffix($0) }, "\(words)")
      }
    }
    #expect(cut > 3)
  }
}
