import Chronology
import LayoutSupport
import Testing

@testable import TimelineLayout

@Suite("Placing along a line")
struct PlacementTests {
  @Test(
    "Isotonic regression keeps order, distances and limits, and no shift of one thing betters it"
  )
  func isotonic() throws {
    var random = FixedRandom(seed: 7)
    for _ in 0..<300 {
      let items = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        IsotonicRegression.Item(
          wish: Double.random(in: -20...120, using: &random),
          weight: Double.random(in: 0.5...3, using: &random),
          distance: Double.random(in: 0...12, using: &random)
        )
      }.sorted { $0.wish < $1.wish }
      guard let places = IsotonicRegression.places(items, from: 0, through: 100) else {
        #expect(items.dropFirst().reduce(0) { $0 + $1.distance } > 100)
        continue
      }
      func cost(_ places: [Double]) -> Double {
        zip(places, items).reduce(0) { $0 + $1.1.weight * ($1.0 - $1.1.wish) * ($1.0 - $1.1.wish) }
      }
      func isValid(_ places: [Double]) -> Bool {
        zip(places, places.dropFirst()).enumerated().allSatisfy {
          $0.element.1 - $0.element.0 >= items[$0.offset + 1].distance - 1e-9
        } && places[0] >= -1e-9 && places[places.count - 1] <= 100 + 1e-9
      }
      #expect(isValid(places))
      let best = cost(places)
      // The problem is convex: were there anything better, a run of neighbours could move to it.
      for first in items.indices {
        for last in first..<items.count {
          for step in [-0.01, 0.01] {
            var moved = places
            for index in first...last { moved[index] += step }
            if isValid(moved) { #expect(cost(moved) >= best - 1e-6) }
          }
        }
      }
    }
  }

  @Test("What cannot fit is refused")
  func tooMuch() {
    let item = IsotonicRegression.Item(wish: 0, weight: 1, distance: 60)
    #expect(IsotonicRegression.places([item, item], from: 0, through: 100) == [0, 60])
    #expect(IsotonicRegression.places([item, item, item], from: 0, through: 100) == nil)
  }

  @Test("A long empty stretch is cut short and marked")
  func breaks() throws {
    let days = ["2021-01-01", "2021-01-05", "2021-01-09", "2021-01-12", "2023-06-01"]
      .compactMap { CivilDate(iso: $0) }
    let scale = try #require(
      TimeScale(extents: days.map { .day($0) }, length: 500, distance: 12, radius: 4)
    )
    #expect(scale.breaks.count == 1)
    let places = days.map { scale.place($0) }
    #expect(places == places.sorted())
    #expect(places[4] - places[3] < 300)
    #expect(scale.isCut(CivilDate(iso: "2022-01-01") ?? .first))
    #expect(!scale.isCut(days[3]))
  }

  @Test("Marks keep their distance and ticks stand between the right marks")
  func ticks() throws {
    let days = ["2021-03-30", "2021-03-31", "2021-04-01", "2021-04-02", "2021-12-01"]
      .compactMap { CivilDate(iso: $0) }
    let scale = try #require(
      TimeScale(extents: days.map { .day($0) }, length: 500, distance: 12, radius: 4)
    )
    let places = days.map { scale.place($0) }
    for (first, second) in zip(places, places.dropFirst()) { #expect(second - first > 11.99) }
    let april = scale.place(CivilDate(iso: "2021-04-01") ?? .first)
    #expect(april > places[1])
    #expect(april < places[3])
  }
}
