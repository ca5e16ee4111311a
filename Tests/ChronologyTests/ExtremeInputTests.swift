import Chronology
import Testing

/// Numbers as a hostile text can bring them; each call need only return.
@Suite("Nothing traps")
struct ExtremeInputTests {
  static let numbers = [
    Int.min, Int.min + 1, -1_000_000_000_000_000_000, -2_147_483_649, -10_000, -5, -1, 0, 1, 2, 12,
    13, 21, 29, 30, 31, 32, 99, 100, 101, 366, 1343, 1500, 3177, 3178, 9999, 10_000, 2_147_483_648,
    1_000_000_000_000_000_000, Int.max - 1, Int.max,
  ]

  @Test("Fields of any size", arguments: numbers)
  func fields(_ number: Int) {
    for other in Self.numbers {
      for third in Self.numbers {
        check(CivilDate(year: number, month: other, day: third))
        if let hijri = HijriDate(year: number, month: other, day: third) {
          check(HijriCalendar.date(hijri)?.date)
        }
        if let persian = PersianDate(year: number, month: other, day: third) {
          check(PersianCalendar.date(persian))
        }
        if let coptic = CopticDate(year: number, month: other, day: third) {
          check(CopticCalendar.date(coptic))
        }
        check(CalendarUnits.months(from: number, through: other, year: third))
      }
      check(CalendarUnits.month(number, year: other))
      check(CalendarUnits.quarter(number, year: other))
      check(CalendarUnits.half(number, year: other))
      check(CalendarUnits.isoWeek(number, year: other))
      check(CalendarUnits.years(from: number, through: other))
      check(HijriCalendar.month(number, year: other))
      check(PersianCalendar.month(number, year: other))
      check(CopticCalendar.month(number, year: other))
      #expect((0...31).contains(CivilDate.days(inMonth: number, year: other)))
      #expect((0...31).contains(HijriCalendar.days(inMonth: number, year: other)))
      #expect((0...31).contains(PersianCalendar.days(inMonth: number, year: other)))
      #expect((0...30).contains(CopticCalendar.days(inMonth: number, year: other)))
      check(MinuteOfDay(hour: number, minute: other))
    }
    check(MinuteOfDay(minutes: number))
    check(CivilDate(dayNumber: number))
    check(CalendarUnits.year(number))
    check(CalendarUnits.decade(startingIn: number))
    check(CalendarUnits.century(number))
    for season in Season.allCases { check(CalendarUnits.season(season, year: number)) }
    check(HijriCalendar.year(number))
    check(PersianCalendar.year(number))
    check(PersianCalendar.newYear(number))
    check(CopticCalendar.year(number))
    _ = CivilDate.isLeap(year: number)
    _ = PersianCalendar.isLeap(year: number)
  }

  @Test("Steps of any size from the first, a middle and the last day", arguments: numbers)
  func steps(_ number: Int) {
    for date in [CivilDate.first, day("2021-07-28"), CivilDate.last] {
      check(date.adding(days: number))
      check(date.adding(months: number))
      let moved = date.moved(days: number)
      #expect(CivilDate.first <= moved && moved <= CivilDate.last)
    }
  }

  @Test("The first and last days of time")
  func edges() {
    for date in [CivilDate.first, CivilDate.last] {
      for weekday in Weekday.allCases {
        check(CalendarUnits.week(of: date, startingOn: weekday))
        check(date.before(weekday))
        check(date.after(weekday))
      }
      _ = date.isoWeek
      _ = HijriCalendar.hijri(of: date)
      _ = PersianCalendar.persian(of: date)
      _ = CopticCalendar.coptic(of: date)
    }
    #expect(CivilDate.first.description == "0001-01-01")
    #expect(CivilDate.last.description == "9999-12-31")
    #expect(CalendarUnits.decade(startingIn: -5) == nil)
    #expect(CalendarUnits.week(of: .first, startingOn: .sunday) == nil)
  }

  @Test("EDTF of any bytes")
  func texts() {
    var random = SplitMix(state: 7)
    let alphabet = Array("0123456789-X/.?~%[]{},TZ:+\u{640}".utf8)
    for _ in 0..<50_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(24) { bytes.append(alphabet[random.below(alphabet.count)]) }
      let text = String(decoding: bytes, as: UTF8.self)
      if let read = EDTF(text) {
        // Whatever is read can be written and read again.
        #expect(EDTF(read.text) != nil, "\(text)")
      }
    }
    for template in ["2021-07-26/2021-07-28", "[2021-07-2X,2021-22~]", "2021-07-29T08:15:00+03:00"]
    {
      for _ in 0..<5_000 {
        var bytes = Array(template.utf8)
        for _ in 0...random.below(3) {
          bytes[random.below(bytes.count)] = alphabet[random.below(alphabet.count)]
        }
        if let read = EDTF(String(decoding: bytes, as: UTF8.self)) {
          #expect(EDTF(read.text) != nil, "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  private func check(_ date: CivilDate?) {
    if let date { #expect((1...9999).contains(date.year)) }
  }

  private func check(_ days: ClosedRange<CivilDate>?) {
    if let days { #expect(days.lowerBound >= .first && days.upperBound <= .last) }
  }

  private func check(_ time: MinuteOfDay?) {
    if let time { #expect((0..<1440).contains(time.minutes)) }
  }
}
