import Chronology
import LayoutSupport
import NewsModel
import Styles
import Testing

@testable import TimelineLayout

/// No mark stands on the wrong side of a tick: along the axis, marks and the days of ticks have the
/// order of the calendar.
@Suite("Marks and ticks")
struct TickOrderTests {
  /// A mark that is known to lie between two days.
  private struct Mark {
    var days: ClosedRange<CivilDate>
    var place: Double
  }

  private func contents(_ timeline: Timeline, language: String, style: String) throws
    -> SheetContents
  {
    let sheet = Sheet(
      style: try StyleFile().style(style),
      labels: try SheetLabels(language: language),
      measurer: FixedMeasurer(share: 0.42)
    )
    return SheetContents(timeline, sheet: sheet, listsEvents: true)
  }

  private func ticks(_ scale: TimeScale, _ contents: SheetContents) -> [AxisTicks.Tick] {
    // More ticks than sheets have, so that more of them stand between marks.
    AxisTicks(scale: scale, words: contents.sheet.words, distance: 62).ticks
      + AxisTicks(scale: scale, words: contents.sheet.words, distance: 9).ticks
  }

  /// The first mark that stands on the wrong side of a tick, in words.
  private func fault(_ marks: [Mark], _ ticks: [AxisTicks.Tick]) -> String? {
    for tick in ticks {
      for mark in marks {
        let isWrong =
          mark.days.upperBound < tick.date
          ? mark.place >= tick.place - 1e-6
          : mark.days.lowerBound >= tick.date && mark.place < tick.place - 1e-6
        if isWrong {
          return "\(mark.days) at \(mark.place), the tick of \(tick.date) at \(tick.place)"
        }
      }
    }
    let days = marks.filter { $0.days.lowerBound == $0.days.upperBound }
      .sorted { ($0.place, $0.days.lowerBound) < ($1.place, $1.days.lowerBound) }
    for (first, second) in zip(days, days.dropFirst())
    where second.days.lowerBound < first.days.lowerBound {
      return "\(second.days) stands behind \(first.days)"
    }
    return nil
  }

  private func marks(_ axis: RowAxis) -> [Mark] {
    zip(axis.entries, axis.anchors).map { Mark(days: $0.look.extent.days, place: $1) }
  }

  @Test("Rows of random timelines", arguments: ["ar", "en"])
  func rows(_ language: String) throws {
    var tried = 0
    for seed in 0..<160 {
      var random = RandomTimeline(seed: UInt64(seed))
      let contents = try contents(
        random.timeline(upTo: 120),
        language: language,
        style: seed % 2 == 0 ? "briefing" : "slide"
      )
      let entries = contents.entries
      for count in [entries.count, 24, 7] where count <= entries.count && count > 0 {
        guard let axis = RowAxis(Array(entries.prefix(count)), sheet: contents.sheet) else {
          continue
        }
        let ticks = ticks(axis.scale, contents)
        tried += ticks.count
        if let fault = fault(marks(axis), ticks) {
          Issue.record("seed \(seed), \(count) events: \(fault)")
          return
        }
      }
    }
    #expect(tried > 1000)
  }

  @Test(
    "Events of a day that meet in no lane share its place; those that meet stand apart, in order"
  )
  func lanes() throws {
    var shared = 0
    for seed in 0..<80 {
      var random = RandomTimeline(seed: UInt64(seed))
      let contents = try contents(random.timeline(upTo: 60), language: "ar", style: "briefing")
      let lanes = { (entry: SheetEntry) in [Set([0]), [1], [1, 2]][entry.index % 3] }
      guard let axis = RowAxis(contents.entries, sheet: contents.sheet, lanes: lanes) else {
        continue
      }
      let days = zip(axis.entries, axis.anchors).filter {
        if case .span = $0.0.look.extent { false } else { true }
      }
      for (place, first) in days.enumerated() {
        for second in days[(place + 1)...]
        where first.0.look.extent.days.lowerBound == second.0.look.extent.days.lowerBound {
          if !lanes(first.0).isDisjoint(with: lanes(second.0)) {
            #expect(abs(first.1 - second.1) > 5, "seed \(seed)")
          } else if first.1 == second.1 {
            shared += 1
          }
        }
      }
      #expect(fault(marks(axis), ticks(axis.scale, contents)) == nil, "seed \(seed)")
    }
    #expect(shared > 20)
  }

  @Test("Stacks of random timelines")
  func stacks() throws {
    var tried = 0
    for seed in 0..<120 {
      var random = RandomTimeline(seed: UInt64(seed))
      let contents = try contents(
        random.timeline(upTo: 1500),
        language: "ar",
        style: "briefing"
      )
      for height in [20.0, 200] {
        let length = contents.sheet.length
        guard let stacks = EventStacks(contents.entries, length: length, height: height) else {
          continue
        }
        let marks = stacks.standing.map { entry, place in
          Mark(days: entry.middle...entry.middle, place: place)
        }
        #expect(marks.count == contents.entries.count)
        let ticks = ticks(stacks.scale, contents)
        tried += ticks.count
        if let fault = fault(marks, ticks) {
          Issue.record("seed \(seed), height \(height): \(fault)")
          return
        }
      }
    }
    #expect(tried > 1000)
  }

  @Test("A burst at the end of a month stays before the next month's tick")
  func burst() throws {
    let days = ["2021-07-28"] + Array(repeating: "2021-07-31", count: 9) + ["2021-12-31"]
    let extents = days.compactMap { CivilDate(iso: $0) }.map { EventLook.Extent.day($0) }
    let scale = try #require(
      TimeScale(extents: extents, length: 500, distance: 14, radius: 5)
    )
    let last = try #require(CivilDate(iso: "2021-07-31"))
    let august = try #require(CivilDate(iso: "2021-08-01"))
    #expect(abs(scale.end(of: last) - scale.place(last, index: 8, distance: 14)) < 1e-6)
    // The tick is seen beside the last of the marks.
    #expect(scale.place(august) > scale.end(of: last) + 5)
    #expect(scale.place(last) - scale.place(august.moved(days: -4)) > 13.9)
  }

  @Test("Marks of one place drop the tick that would part them")
  func together() throws {
    let days = ["2021-03-02", "2021-05-20"].compactMap { CivilDate(iso: $0) }
    var scale = try #require(
      TimeScale(extents: days.map { .day($0) }, length: 500, distance: 12, radius: 4)
    )
    let april = try #require(CivilDate(iso: "2021-04-01"))
    let words = Sheet(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(),
      measurer: FixedMeasurer(share: 0.42)
    ).words
    func hasApril() -> Bool {
      AxisTicks(scale: scale, words: words, distance: 62).ticks.contains { $0.date == april }
    }
    #expect(hasApril())
    scale.together = [days[0]...april]
    #expect(!hasApril())
  }
}
