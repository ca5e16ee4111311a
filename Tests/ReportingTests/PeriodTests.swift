import Chronology
import Testing

@testable import Reporting

@Suite("Periods")
struct PeriodTests {
  @Test(
    "A period has its days, by the day the sheet is made for",
    arguments: [
      // 2021-07-29 was a Thursday.
      ("last-full-week", "2021-07-29", "2021-07-19", "2021-07-25"),
      ("last-full-week", "2021-07-26", "2021-07-19", "2021-07-25"),
      ("this-week", "2021-07-26", "2021-07-26", "2021-08-01"),
      ("last-full-month", "2021-03-31", "2021-02-01", "2021-02-28"),
      ("last-full-quarter", "2021-01-01", "2020-10-01", "2020-12-31"),
      ("this-year", "2020-02-29", "2020-01-01", "2020-12-31"),
      ("last-7-days", "2021-03-03", "2021-02-25", "2021-03-03"),
      ("next-2-days", "2021-12-31", "2022-01-01", "2022-01-02"),
      ("2021-02", "2000-01-01", "2021-02-01", "2021-02-28"),
      ("2021-02/2021-04-05", "2000-01-01", "2021-02-01", "2021-04-05"),
    ]
  )
  func windows(_ text: String, _ asOf: String, _ first: String, _ last: String) throws {
    let period = try #require(Period(text))
    let day = try #require(CivilDate(iso: asOf))
    let window = period.window(asOf: day, weekStart: .monday)
    #expect(window.first?.description == first)
    #expect(window.last?.description == last)
  }

  @Test("Weeks begin where the newsroom's do")
  func weekStart() throws {
    let day = try #require(CivilDate(iso: "2021-07-29"))
    let window = Period.lastFull(.week).window(asOf: day, weekStart: .saturday)
    #expect(window.first?.description == "2021-07-17")
  }

  @Test(
    "Anything else is no period",
    arguments: [
      "", "-", "last", "last-full", "last-full-day", "last-0-days", "next--1-days", "2021-13",
      "2021-02-30", "99999", "2021/", "/", "last-99999999999999999999-days", "1/2/3",
    ]
  )
  func noPeriods(_ text: String) { #expect(Period(text) == nil) }

  @Test("At the ends of the calendar nothing traps")
  func ends() {
    for period in ["last-full-week", "last-full-year", "this-week", "last-36600-days"] {
      for day in [CivilDate.first, .last] {
        _ = Period(period)?.window(asOf: day, weekStart: .sunday)
      }
    }
  }
}
