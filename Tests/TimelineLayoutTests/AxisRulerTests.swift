import Chronology
import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing

@testable import TimelineLayout

/// The names along an axis tell the right place and the right year.
@Suite("Names of ticks")
struct AxisRulerTests {
  private func sheet(_ language: String = "en") throws -> Sheet {
    Sheet(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(language: language),
      measurer: FixedMeasurer(share: 0.42)
    )
  }

  private func ruler(from first: String, to last: String, length: Double = 500) throws -> AxisRuler
  {
    let days = [first, last].compactMap { CivilDate(iso: $0) }
    let scale = try #require(
      TimeScale(extents: days.map { .day($0) }, length: length, distance: 12, radius: 4)
    )
    return AxisRuler(scale: scale, sheet: try sheet())
  }

  private func names(_ items: [SceneItem]) -> [PlacedText] {
    items.compactMap { if case .text(let text) = $0.content { text } else { nil } }
  }

  @Test("A year is told where its part of the axis is free when its first tick is not")
  func slides() throws {
    let ruler = try ruler(from: "2019-03-02", to: "2022-10-20")
    let free = names(ruler.ticks(at: 100, names: 6, connectors: []))
    let january = try #require(CivilDate(iso: "2021-01-01"))
    let year = try #require(free.first { $0.block.text == "2021" })
    let place = ruler.scale.place(january)
    #expect(abs(year.box.x + year.box.width / 2 - place - ruler.sheet.x(0)) < 1)
    let barred = names(ruler.ticks(at: 100, names: 6, connectors: [place]))
    let moved = try #require(barred.first { $0.block.text == "2021" })
    #expect(moved.box.x > ruler.sheet.x(place) + 3)
    let next = try #require(CivilDate(iso: "2022-01-01"))
    #expect(moved.box.maxX < ruler.sheet.x(ruler.scale.place(next)))
    // It moves under the first month that has a name, and not between two.
    func middle(_ text: PlacedText) -> Double { text.box.x + text.box.width / 2 }
    let months = barred.filter { Int($0.block.text) == nil && $0.box.y < moved.box.y }
    #expect(months.contains { abs(middle($0) - middle(moved)) < 1 })
  }

  @Test("Of random axes each named day or month has its year, and no name reaches another tick")
  func random() throws {
    var named = 0
    for seed in 0..<200 {
      var random = RandomTimeline(seed: UInt64(seed))
      let contents = SheetContents(
        random.timeline(upTo: 30),
        sheet: try sheet(seed % 2 == 0 ? "en" : "ar"),
        listsEvents: true
      )
      guard let axis = RowAxis(contents.entries, sheet: contents.sheet) else { continue }
      let ruler = AxisRuler(scale: axis.scale, sheet: contents.sheet)
      let items = ruler.ticks(at: 100, names: 6, connectors: [])
      let ticks = items.compactMap { item -> Double? in
        if case .line(let from, _, _) = item.content { from.x } else { nil }
      }
      let texts = names(items)
      for text in texts {
        let met = ticks.count { $0 > text.box.x + 1 && $0 < text.box.maxX - 1 }
        #expect(met <= 1, "seed \(seed): \(text.block.text)")
      }
      guard AxisTicks(scale: axis.scale, words: contents.sheet.words, distance: 62).needsYears,
        !texts.isEmpty
      else { continue }
      named += 1
      let words = contents.sheet.words
      let years = texts.filter { text in
        (1...9999).contains { words.year($0) == text.block.text }
      }
      #expect(!years.isEmpty, "seed \(seed)")
    }
    #expect(named > 20)
  }

  @Test("Where marks crowd, days are told between the months, each beside its own tick")
  func busy() throws {
    let days = ["2021-01-10"] + (3...20).map { "2021-07-\($0 < 10 ? "0" : "")\($0)" }
    let extents = days.compactMap { CivilDate(iso: $0) }.map { EventLook.Extent.day($0) }
    let scale = try #require(
      TimeScale(extents: extents, length: 500, distance: 20, radius: 4)
    )
    let ruler = AxisRuler(scale: scale, sheet: try sheet())
    let anchors = extents.map { scale.place($0.days.lowerBound) }
    let items = ruler.ticks(at: 100, names: 6, connectors: anchors)
    let named = names(items).map(\.block.text)
    #expect(named.count { Int($0).map { $0 < 32 } ?? false } > 4, "\(named)")
    for text in names(items) {
      for anchor in anchors.map(ruler.sheet.x) {
        #expect(anchor < text.box.x - 4 || text.box.maxX + 4 < anchor, "\(text.block.text)")
      }
    }
    let months = AxisTicks(scale: scale, words: ruler.sheet.words, distance: 62).ticks
    #expect(months.contains { $0.isFine && $0.date.month == 7 })
    #expect(!months.contains { $0.isFine && $0.date.month == 3 })
  }

  /// The axes of random timelines in both directions, with their sheets.
  private func randomAxes() throws -> [(seed: Int, axis: RowAxis, sheet: Sheet)] {
    try (0..<150).compactMap { seed in
      var random = RandomTimeline(seed: UInt64(seed))
      let contents = SheetContents(
        random.timeline(upTo: 30),
        sheet: try sheet(seed % 2 == 0 ? "en" : "ar"),
        listsEvents: true
      )
      return RowAxis(contents.entries, sheet: contents.sheet).map { (seed, $0, contents.sheet) }
    }
  }

  @Test("Of random axes with connectors each name stands beside its tick, clear of all connectors")
  func beside() throws {
    var compared = 0
    for (seed, axis, sheet) in try randomAxes() {
      let ticks = AxisTicks(scale: axis.scale, words: sheet.words, distance: 62)
      guard ticks.needsYears else { continue }
      let passed = axis.anchors.map { $0 - 1...$0 + 1 }
      let named = TickNames.best(ticks.ticks, at: 0, passed: passed, sheet: sheet)
      let places = named.ticks.map(\.place)
      #expect(named.ticks.allSatisfy { !$0.isFine || named.middles[$0.place] != nil })
      for (place, middle) in named.middles {
        compared += 1
        let nearest = places.map { abs($0 - middle) }.min() ?? 0
        #expect(nearest == abs(place - middle), "seed \(seed)")
      }
      // Names that only a blank's width parts would be read as one date.
      let boxes = names(named.items).map(\.box).sorted { $0.x < $1.x }
      for (one, next) in zip(boxes, boxes.dropFirst()) {
        #expect(next.x - one.maxX >= 8 - 1e-6, "seed \(seed)")
      }
      for item in named.items {
        guard case .text(let text) = item.content else { continue }
        for anchor in axis.anchors.map(sheet.x) {
          #expect(
            anchor < text.box.x - 4.9 || text.box.maxX + 4.9 < anchor,
            "seed \(seed): \(text.block.text)"
          )
        }
      }
    }
    #expect(compared > 200)
  }

  @Test("Of random axes no day's name stands under the mark of another day, nor nearer to it")
  func ownMark() throws {
    var compared = 0
    for (seed, axis, sheet) in try randomAxes() {
      let ticks = AxisTicks(scale: axis.scale, words: sheet.words, distance: 62)
      let marks = axis.scale.markedDays
      let named = TickNames.best(
        ticks.ticks,
        at: 0,
        passed: seed % 3 == 0 ? [] : axis.anchors.map { $0 - 1...$0 + 1 },
        marks: marks,
        sheet: sheet
      )
      let texts = names(named.items)
      for tick in named.ticks where tick.number != nil {
        guard let middle = named.middles[tick.place] else { continue }
        let box = texts.map(\.box).first {
          abs($0.x + $0.width / 2 - sheet.x(middle)) < 0.01
        }
        let half = try #require(box).width / 2
        for mark in marks where mark.date != tick.date {
          compared += 1
          let gap = max(mark.start - middle, middle - mark.end)
          #expect(gap > half, "seed \(seed): \(tick.name) under \(mark.date)")
          #expect(gap >= abs(middle - tick.place) - 1e-6, "seed \(seed): \(tick.name)")
        }
      }
    }
    #expect(compared > 300)
  }

  @Test("Connectors keep their tracks: none crosses another, none lies on another")
  func tracks() throws {
    var random = FixedRandom(seed: 7)
    var compared = 0
    for _ in 0..<300 {
      let count = 3 + Int(random.next() % 12)
      var slots: [LanePlacement.Slot] = []
      var anchors: [Double] = []
      var anchor = 0.0
      var place = Double(random.next() % 200)
      for _ in 0..<count {
        anchor += 12 + Double(random.next() % 30)
        place += 12 + Double(random.next() % 40)
        anchors.append(anchor)
        slots.append(LanePlacement.Slot(side: .below, lane: 0, place: place))
      }
      let tracks = ConnectorTracks(anchors: anchors, slots: slots)
      for first in slots.indices {
        for second in slots.indices where second > first {
          let (one, other) = (tracks.share(of: first, in: 0), tracks.share(of: second, in: 0))
          let ways = [first, second].map { index in
            min(anchors[index], slots[index].place)...max(anchors[index], slots[index].place)
          }
          guard ways[0].overlaps(ways[1]) else { continue }
          compared += 1
          // Of those that go on the earlier runs further out, of those that go back the later.
          let isForward = slots[second].place > anchors[second]
          #expect(isForward ? one > other : one < other)
        }
      }
    }
    #expect(compared > 500)
  }
}
