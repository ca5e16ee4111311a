import Chronology
import Testing

@Suite("Persian and Coptic days")
struct OtherCalendarTests {
  @Test("Nowruz of 2000 to 2030")
  func nowruz() {
    // Days of March, as the Iranian calendar office published or, ahead of us, computed them.
    let days = [
      20, 21, 21, 21, 20, 21, 21, 21, 20, 21, 21, 21, 20, 21, 21, 21, 20, 21, 21, 21, 20, 21, 21,
      21,
      20, 21, 21, 21, 20, 20, 21,
    ]
    for (index, march) in days.enumerated() {
      let expected = CivilDate(year: 2000 + index, month: 3, day: march)
      #expect(PersianCalendar.newYear(1379 + index) == expected)
    }
  }

  @Test("Leap years of the fourteenth and fifteenth centuries")
  func leaps() {
    let leaps = (1300..<1500).filter { PersianCalendar.isLeap(year: $0) }
    #expect(
      leaps == [
        1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358,
        1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
        1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457, 1461, 1465, 1469, 1474, 1478, 1482,
        1486, 1490, 1494, 1498,
      ]
    )
  }

  @Test("22 Bahman 1357 and other days that the press tells")
  func persianDays() {
    let revolution = PersianDate(year: 1357, month: 11, day: 22).flatMap(PersianCalendar.date)
    #expect(revolution == day("1979-02-11"))
    #expect(PersianCalendar.persian(of: day("2022-09-16"))?.description == "1401-06-25")
    #expect(PersianDate(year: 1400, month: 12, day: 30) == nil)
    #expect(PersianDate(year: 1399, month: 12, day: 30) != nil)
    #expect(PersianCalendar.month(7, year: 1400) == day("2021-09-23")...day("2021-10-22"))
  }

  @Test("Coptic new year, Christmas and the little month")
  func copticDays() {
    #expect(
      CopticDate(year: 1740, month: 1, day: 1).flatMap(CopticCalendar.date) == day("2023-09-12")
    )
    #expect(
      CopticDate(year: 1737, month: 4, day: 29).flatMap(CopticCalendar.date) == day("2021-01-07")
    )
    #expect(CopticCalendar.coptic(of: day("2023-09-11"))?.description == "1739-13-06")
    #expect(CopticCalendar.coptic(of: day("0284-08-29"))?.description == "0001-01-01")
    #expect(CopticDate(year: 1740, month: 13, day: 6) == nil)
  }

  @Test("Every fifth day of our era reads back")
  func roundTrip() {
    var today: CivilDate? = day("0001-01-02")
    while let date = today {
      if let persian = PersianCalendar.persian(of: date) {
        if PersianCalendar.date(persian) != date { Issue.record("\(date) → Persian \(persian)") }
      } else if date >= day("0622-03-23") && date.year < 3798 {
        Issue.record("\(date) has no Persian day")
      }
      if let coptic = CopticCalendar.coptic(of: date) {
        if CopticCalendar.date(coptic) != date { Issue.record("\(date) → Coptic \(coptic)") }
      } else if date >= day("0284-08-29") {
        Issue.record("\(date) has no Coptic day")
      }
      if let (hijri, _) = HijriCalendar.hijri(of: date) {
        if HijriCalendar.date(hijri)?.date != date { Issue.record("\(date) → Hijri \(hijri)") }
      } else if date >= day("0622-07-19") {
        Issue.record("\(date) has no Hijri day")
      }
      today = date.adding(days: 5)
    }
  }
}
