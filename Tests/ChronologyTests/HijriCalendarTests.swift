import Chronology
import Testing

@Suite("Hijri days")
struct HijriCalendarTests {
  @Test("Days that hijridate gives")
  func golden() {
    let rows = TestFile.rows("Golden/hijri.txt")
    #expect(rows.count == 316)
    for row in rows {
      let fields = row[0].split(separator: "-").compactMap { Int($0) }
      let date = hijri(fields[0], fields[1], fields[2]).flatMap(HijriCalendar.date)
      #expect(date?.date == day(row[1]) && date?.approximate == false, "\(row)")
    }
  }

  @Test(
    "Days that the press printed",
    arguments: [
      (1442, 10, 1, "2021-05-13"),  // Eid al-Fitr
      (1442, 12, 10, "2021-07-20"),  // Eid al-Adha
      (1443, 1, 1, "2021-08-09"),
      (1400, 1, 1, "1979-11-20"),  // the day the Grand Mosque was seized
      (1445, 9, 1, "2024-03-11"),
    ]
  )
  func printed(_ year: Int, _ month: Int, _ day: Int, _ text: String) {
    let date = hijri(year, month, day).flatMap(HijriCalendar.date)
    #expect(date?.date.description == text)
  }

  @Test("The civil calendar outside the table is approximate")
  func civil() {
    // Epoch, and the day Constantinople fell (20 Jumada I 857, 7 June 1453 Gregorian, ±1).
    #expect(hijri(1, 1, 1).flatMap(HijriCalendar.date)?.date == day("0622-07-19"))
    let fall = hijri(857, 5, 20).flatMap(HijriCalendar.date)
    #expect(fall?.approximate == true)
    #expect(abs(fall?.date.days(since: day("1453-06-07")) ?? 99) <= 1)
    #expect(HijriCalendar.hijri(of: day("0622-07-18")) == nil)
    #expect(hijri(1501, 1, 1).flatMap(HijriCalendar.date)?.date == day("2077-11-17"))
  }

  @Test("Every day of 1900 to 2100 reads back, one after the other")
  func roundTrip() {
    var before: HijriDate?
    var today = day("1900-01-01")
    let end = day("2100-12-31")
    while today <= end {
      guard let (hijri, approximate) = HijriCalendar.hijri(of: today),
        let back = HijriCalendar.date(hijri)
      else {
        Issue.record("\(today) has no Hijri day")
        return
      }
      if back.date != today || approximate != back.approximate {
        Issue.record("\(today) → \(hijri) → \(back.date)")
      }
      if let before {
        let nextDay =
          hijri.year == before.year && hijri.month == before.month && hijri.day == before.day + 1
        let nextMonth = hijri.day == 1 && before < hijri && before.day >= 28
        if !nextDay && !nextMonth { Issue.record("\(before) is followed by \(hijri)") }
      }
      before = hijri
      guard let tomorrow = today.adding(days: 1) else { return }
      today = tomorrow
    }
  }

  @Test("Months have 29 or 30 days, but for those announced otherwise")
  func lengths() {
    var odd: [String] = []
    for year in 1300...1600 {
      var sum = 0
      for month in 1...12 {
        let length = HijriCalendar.days(inMonth: month, year: year)
        sum += length
        if length != 29 && length != 30 { odd.append("\(year)-\(month):\(length)") }
      }
      let days = HijriCalendar.year(year)
      #expect(days.map { $0.upperBound.days(since: $0.lowerBound) + 1 } == sum)
      #expect((353...356).contains(sum))
    }
    #expect(
      odd == [
        "1342-12:28",  // the civil calendar meets the table a day early
        "1343-9:28", "1345-5:31", "1345-8:28", "1348-11:31", "1348-12:28", "1349-10:28",
        "1349-11:31", "1364-8:28",
      ]
    )
  }

  @Test("A thirtieth day of a short month is the next day, approximate")
  func thirtieth() {
    #expect(HijriCalendar.days(inMonth: 12, year: 1442) == 29)
    let date = hijri(1442, 12, 30).flatMap(HijriCalendar.date)
    #expect(date?.date == day("2021-08-09"))
    #expect(date?.approximate == true)
  }

  private func hijri(_ year: Int, _ month: Int, _ day: Int) -> HijriDate? {
    HijriDate(year: year, month: month, day: day)
  }
}
