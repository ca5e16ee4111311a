import Chronology
import NewsModel

/// The Hijri days beside the Gregorian ones, where a sheet shows them.
extension DateWords {
  /// A day of the Hijri calendar; `nil` where the sheet shows none or the day lies before it.
  ///
  /// Outside the years of the Umm al-Qura table the day is told as an approximate one.
  func hijri(_ date: CivilDate) -> String? {
    guard labels.showsHijri, let found = HijriCalendar.hijri(of: date) else { return nil }
    let text = day(found.hijri)
    return found.approximate ? labels.word("date.approx", ["date": text]) : text
  }

  private func day(_ date: HijriDate) -> String {
    let blanks = [
      "day": labels.number(date.day), "month": hijriMonth(date.month),
      "year": labels.number(date.year),
    ]
    return tied(labels.word("hijri.day", blanks))
  }

  /// The Hijri days of an event, both readings where sources disagree; `nil` where the sheet shows
  /// none.
  func hijri(of event: Event) -> String? {
    let days = event.dateReadings.prefix(2).compactMap { CivilDate(iso: $0) }.sorted()
    guard days.count == 2, let first = days.first, let last = days.last else {
      return hijri(event.date.span)
    }
    return hijriDays(first, last, joined: "date.or")
  }

  /// Two Hijri days, the first as briefly as can be: «25 أو 26 شعبان 1442هـ».
  ///
  /// - Parameter key: of the words that join them.
  private func hijriDays(_ first: CivilDate, _ last: CivilDate, joined key: String) -> String? {
    guard labels.showsHijri, let start = HijriCalendar.hijri(of: first),
      let end = HijriCalendar.hijri(of: last)
    else { return nil }
    let brief: String
    let isOneMonth = (start.hijri.year, start.hijri.month) == (end.hijri.year, end.hijri.month)
    if isOneMonth {
      brief = labels.number(start.hijri.day)
    } else if start.hijri.year == end.hijri.year {
      let blanks = [
        "day": labels.number(start.hijri.day), "month": hijriMonth(start.hijri.month),
      ]
      brief = tied(labels.word("date.daymonth", blanks))
    } else {
      brief = day(start.hijri)
    }
    let words = labels.word(key, ["first": brief, "last": day(end.hijri)])
    let text = isOneMonth ? tied(words) : words
    return start.approximate || end.approximate
      ? labels.word("date.approx", ["date": text]) : text
  }

  /// The Hijri days of a span; `nil` where the sheet shows none.
  func hijri(_ span: UncertainDate) -> String? {
    guard labels.showsHijri else { return nil }
    switch (span.earliest, span.latest) {
    case (nil, nil): return nil
    case (let first?, nil): return hijri(first).map { labels.word("date.since", ["date": $0]) }
    case (nil, let last?): return hijri(last).map { labels.word("date.until", ["date": $0]) }
    case (let first?, let last?):
      guard first < last else { return hijri(first) }
      if span.grain == .day, span.modifier == nil {
        return hijriDays(first, last, joined: "date.range")
      }
      guard let start = HijriCalendar.hijri(of: first)?.hijri,
        let end = HijriCalendar.hijri(of: last)?.hijri
      else { return nil }
      // Days of a span would feign an exactness it does not have.
      func month(_ date: HijriDate, tellsYear: Bool) -> String {
        let name = hijriMonth(date.month)
        guard tellsYear else { return name }
        let blanks = ["month": name, "year": labels.number(date.year)]
        return tied(labels.word("hijri.month", blanks))
      }
      if (start.year, start.month) == (end.year, end.month) { return month(start, tellsYear: true) }
      return labels.word(
        "date.range",
        [
          "first": month(start, tellsYear: start.year != end.year),
          "last": month(end, tellsYear: true),
        ]
      )
    }
  }

  /// The Hijri day, month or year a tick of the axis lies in; `nil` where the sheet shows none.
  func hijriTick(_ date: CivilDate, isDay: Bool, isYear: Bool) -> String? {
    guard labels.showsHijri, let found = HijriCalendar.hijri(of: date)?.hijri else { return nil }
    let year = labels.number(found.year)
    if isDay {
      return labels.word(
        "date.daymonth",
        ["day": labels.number(found.day), "month": hijriMonth(found.month)]
      )
    }
    guard !isYear else { return labels.word("hijri.year", ["year": year]) }
    return labels.word("hijri.month", ["month": hijriMonth(found.month), "year": year])
  }

  private func hijriMonth(_ month: Int) -> String { labels.word("month.hijri.\(month)") }
}
