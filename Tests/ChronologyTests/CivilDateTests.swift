import Chronology
import Testing

@Suite("Gregorian days")
struct CivilDateTests {
  @Test("Every day of 1800 to 2200 counts on from the one before")
  func walk() {
    let rows = TestFile.rows("Golden/years.txt")
    #expect(rows.count == 401)
    var number = -62_091  // 1800-01-01, by Python
    var weekday = 3
    for row in rows {
      guard row.count == 6, let year = Int(row[0]) else {
        Issue.record("bad row \(row)")
        return
      }
      #expect(Int(row[1]) == number && Int(row[2]) == weekday)
      let starts = row[5].split(separator: " ").compactMap { Int($0) }
      let firstDay = number
      for month in 1...12 {
        #expect(number - firstDay == starts[month - 1])
        // The rhyme of the knuckles, and leap years by the three cases.
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        let length = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        for day in 1...length {
          guard let date = CivilDate(year: year, month: month, day: day) else {
            Issue.record("\(year)-\(month)-\(day) is missing")
            return
          }
          let fields = date.fields
          let right =
            Int(date.dayNumber) == number && fields == (year, month, day)
            && date.weekday.rawValue == weekday
          if !right { Issue.record("\(date) is wrong") }
          number += 1
          weekday = weekday % 7 + 1
        }
        #expect(CivilDate(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test("ISO weeks at the turn of 401 years")
  func isoWeeks() {
    for row in TestFile.rows("Golden/years.txt") {
      guard let year = Int(row[0]), let first = CivilDate(year: year, month: 1, day: 1),
        let last = CivilDate(year: year, month: 12, day: 31)
      else {
        Issue.record("bad row \(row)")
        return
      }
      #expect(iso(first) == row[3])
      #expect(iso(last) == row[4])
      // Inside the year the number grows on Mondays and at no other time.
      var before = first.isoWeek
      var today = first
      while let next = today.adding(days: 1), next <= last {
        let week = next.isoWeek
        let grown = week != before
        if grown != (next.weekday == .monday) { Issue.record("\(next): week \(week)") }
        before = week
        today = next
      }
    }
  }

  private func iso(_ date: CivilDate) -> String {
    let (year, week) = date.isoWeek
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }

  @Test("Text both ways")
  func text() {
    for text in ["0001-01-01", "2021-07-28", "2020-02-29", "9999-12-31"] {
      #expect(CivilDate(iso: text)?.description == text)
    }
    for text in ["", "2021-7-28", "2021-07-28 ", "2021-02-29", "0000-01-01", "2021/07/28", "٢٠٢١"] {
      #expect(CivilDate(iso: text) == nil)
    }
  }

  @Test("Adding months holds to the end of a shorter month")
  func months() {
    #expect(day("2021-01-31").adding(months: 1) == day("2021-02-28"))
    #expect(day("2020-01-31").adding(months: 1) == day("2020-02-29"))
    #expect(day("2021-03-31").adding(months: -1) == day("2021-02-28"))
    #expect(day("2021-07-28").adding(months: -12) == day("2020-07-28"))
    #expect(day("2021-12-31").adding(months: 2) == day("2022-02-28"))
  }

  @Test("Weekdays before and after")
  func weekdays() {
    let wednesday = day("2021-07-28")
    #expect(wednesday.onOrBefore(.wednesday) == wednesday)
    #expect(wednesday.before(.wednesday) == day("2021-07-21"))
    #expect(wednesday.onOrBefore(.thursday) == day("2021-07-22"))
    #expect(wednesday.onOrAfter(.tuesday) == day("2021-08-03"))
    #expect(wednesday.after(.wednesday) == day("2021-08-04"))
  }

  @Test("Units as ranges of days")
  func units() {
    #expect(CalendarUnits.month(2, year: 2021) == day("2021-02-01")...day("2021-02-28"))
    #expect(CalendarUnits.quarter(3, year: 2021) == day("2021-07-01")...day("2021-09-30"))
    #expect(CalendarUnits.half(2, year: 2021) == day("2021-07-01")...day("2021-12-31"))
    #expect(CalendarUnits.decade(startingIn: 1980) == day("1980-01-01")...day("1989-12-31"))
    #expect(CalendarUnits.century(20) == day("1900-01-01")...day("1999-12-31"))
    #expect(CalendarUnits.season(.winter, year: 2019) == day("2019-12-01")...day("2020-02-29"))
    #expect(CalendarUnits.isoWeek(53, year: 2020) == day("2020-12-28")...day("2021-01-03"))
    #expect(CalendarUnits.isoWeek(53, year: 2021) == nil)
    #expect(
      CalendarUnits.week(of: day("2021-07-28"), startingOn: .saturday)
        == day("2021-07-24")...day("2021-07-30")
    )
  }

  @Test("Clock times")
  func clock() {
    #expect(MinuteOfDay("14:00")?.minutes == 840)
    #expect(MinuteOfDay(hour: 0, minute: 5)?.description == "00:05")
    for text in ["24:00", "9:30", "14:60", "", "14:0x"] { #expect(MinuteOfDay(text) == nil) }
  }
}
