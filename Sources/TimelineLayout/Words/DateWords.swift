import Chronology
import NewsModel

/// Writes dates as a reader of the sheet's language expects them, doubt included.
struct DateWords {
  let labels: SheetLabels
  /// Whether a date is kept together on a line.
  var isTied = false
  /// The month that stands above the dates, counted from the year 0: its days are told by their
  /// numbers.
  var heading: Int?

  /// The text with its words kept together, where dates are.
  func tied(_ text: String) -> String { isTied ? TextCleaning.tied(text) : text }

  private func isUnderHeading(_ date: CivilDate) -> Bool {
    heading.map { $0 == date.year * 12 + date.month } ?? false
  }

  /// A day: «7 نيسان/أبريل 2021».
  func day(_ date: CivilDate) -> String {
    let fields = date.fields
    guard !isUnderHeading(date) else { return labels.number(fields.day) }
    let blanks = [
      "day": labels.number(fields.day), "month": month(fields.month),
      "year": labels.number(fields.year),
    ]
    return tied(labels.word("date.day", blanks))
  }

  /// A day without its year.
  func dayOfMonth(_ date: CivilDate) -> String {
    let fields = date.fields
    let blanks = ["day": labels.number(fields.day), "month": month(fields.month)]
    return tied(labels.word("date.daymonth", blanks))
  }

  /// A day without its year, its month by one name where the sheet gives two.
  func shortDayOfMonth(_ date: CivilDate) -> String {
    labels.word(
      "date.daymonth",
      ["day": labels.number(date.day), "month": shortMonth(date.month)]
    )
  }

  /// A month, 1 to 12, by the chosen names.
  func month(_ month: Int) -> String {
    guard labels.language == "ar" else { return labels.word("month.english.\(month)") }
    guard labels.months == .dual else {
      return labels.word("month.\(labels.months.rawValue).\(month)")
    }
    return labels.word("month.levantine.\(month)") + "/" + labels.word("month.gulf.\(month)")
  }

  /// A month, 1 to 12, by one name where the sheet gives two.
  func shortMonth(_ month: Int) -> String {
    guard labels.language == "ar", labels.months == .dual else { return self.month(month) }
    return labels.word("month.levantine.\(month)")
  }

  /// A month of a year.
  func month(_ month: Int, year: Int) -> String {
    let blanks = ["month": self.month(month), "year": labels.number(year)]
    return tied(labels.word("date.month", blanks))
  }

  /// A year.
  func year(_ year: Int) -> String { labels.number(year) }

  /// The name of the weekday.
  func weekday(_ date: CivilDate) -> String { labels.word("weekday.\(date.weekday.rawValue)") }

  /// A span of days as briefly as it can be told: a day, «آذار 2021», «3 – 9 آذار 2021».
  func span(_ date: UncertainDate) -> String {
    switch (date.earliest, date.latest) {
    case (nil, nil): labels.word("date.none")
    case (let first?, nil): labels.word("date.since", ["date": day(first)])
    case (nil, let last?): labels.word("date.until", ["date": day(last)])
    case (let first?, let last?): modified(date, first, last)
    }
  }

  /// The date of an event, both readings where sources disagree.
  func date(of event: Event) -> String {
    let readings = event.dateReadings
    guard readings.count > 1 else {
      let known = event.date.span
      // What goes on until a day is not due by it.
      if event.status == .ongoing, known.earliest == nil, let last = known.latest {
        return labels.word("date.lasting", ["date": day(last)])
      }
      return span(known)
    }
    if let (first, last) = shared(readings) {
      return tied(either(labels.number(first.day), day(last)))
    }
    return either(edtf(readings[0]), edtf(readings[1]))
  }

  /// The first two of some readings, where they are days of one month.
  private func shared(_ readings: [String]) -> (first: CivilDate, last: CivilDate)? {
    let days = readings.prefix(2).compactMap { CivilDate(iso: $0) }.sorted()
    guard days.count == 2, let first = days.first, let last = days.last,
      first.year == last.year, first.month == last.month
    else { return nil }
    return (first, last)
  }

  /// Two readings of one date.
  func either(_ first: String, _ second: String) -> String {
    labels.word("date.or", ["first": first, "last": second])
  }

  /// An EDTF text of a source's reading: a day, month, year or range; else as it stands.
  func edtf(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 {
      let first = parts[0].isEmpty || parts[0] == ".." ? nil : edtf(parts[0])
      let last = parts[1].isEmpty || parts[1] == ".." ? nil : edtf(parts[1])
      switch (first, last) {
      case (let first?, let last?):
        return labels.word("date.range", ["first": first, "last": last])
      case (let first?, nil): return labels.word("date.since", ["date": first])
      case (nil, let last?): return labels.word("date.until", ["date": last])
      case (nil, nil): return text
      }
    }
    if let date = CivilDate(iso: text) { return day(date) }
    let fields = text.split(separator: "-").map { Int($0) }
    if text.utf8.count == 7, fields.count == 2, let year = fields[0], let month = fields[1],
      (1...12).contains(month)
    {
      return self.month(month, year: year)
    }
    if text.utf8.count == 4, fields.count == 1, let year = fields[0] {
      return tied(labels.word("date.year", ["year": labels.number(year)]))
    }
    return text
  }

  /// What one source says of an event: its status, where that is disputed, and its date.
  func reading(_ conflict: DateConflict) -> String {
    let date = conflict.value.isEmpty ? "" : edtf(conflict.value)
    guard let status = conflict.status else { return date }
    let word = labels.word("status.\(status.rawValue)")
    return date.isEmpty ? word : word + labels.listSeparator + date
  }

  /// Everything that sources say of an event where they disagree, its own side included.
  func readings(of event: Event) -> [DateConflict] {
    guard event.conflicts.contains(where: { $0.status != nil }) else { return event.conflicts }
    let outlets = Set(event.mentions.compactMap(\.source)).sorted()
    let own = DateConflict(value: event.date.edtf, sources: outlets, status: event.status)
    let dates = event.conflicts.filter { $0.status == nil }
    return dates + [own] + event.conflicts.filter { $0.status != nil }
  }

  private func modified(_ date: UncertainDate, _ first: CivilDate, _ last: CivilDate) -> String {
    if first >= last { return day(first) }
    let year = first.year
    let blanks = ["year": labels.number(year)]
    let whole: String?
    switch (date.grain, date.modifier) {
    case (_, .start?), (_, .mid?), (_, .end?):
      // The days were narrowed by the modifier; name the month it was said of.
      whole =
        first.year == last.year
        ? date.grain == .year
          ? tied(labels.word("date.year", blanks)) : month(first.month, year: year) : nil
    case (.month, _) where CalendarUnits.month(first.month, year: year) == first...last:
      whole = month(first.month, year: year)
    case (.quarter, _) where isUnit(first...last, { $0.quarter }):
      whole = labels.word("date.quarter.\((first.month + 2) / 3)", blanks)
    case (.half, _) where isUnit(first...last, { $0.half }):
      whole = labels.word("date.half.\(first.month <= 6 ? 1 : 2)", blanks)
    case (.season, _):
      whole = seasonName(first).map { labels.word("date.season.\($0)", blanks) }
    case (.year, _) where CalendarUnits.year(year) == first...last:
      whole = tied(labels.word("date.year", blanks))
    case (.decade, _) where CalendarUnits.decade(startingIn: year) == first...last:
      whole = labels.word("date.decade", blanks)
    default: whole = nil
    }
    let name = whole ?? range(first, last)
    switch date.modifier {
    case .approx: return labels.word("date.approx", ["date": name])
    case .start where whole != nil: return labels.word("date.start", ["date": name])
    case .mid where whole != nil: return labels.word("date.mid", ["date": name])
    case .end where whole != nil: return labels.word("date.end", ["date": name])
    default: return name
    }
  }

  /// A range that says month and year once where both ends share them.
  func range(_ first: CivilDate, _ last: CivilDate) -> String {
    if first == last { return day(first) }
    if let units = units(first, last) { return units }
    let start: String
    if first.year != last.year {
      start = day(first)
    } else if first.month != last.month {
      start = dayOfMonth(first)
    } else {
      start = labels.number(first.day)
    }
    let range = labels.word("date.range", ["first": start, "last": day(last)])
    // «3 –» tells nothing at the end of a line.
    return first.year == last.year && first.month == last.month ? tied(range) : range
  }

  /// Whole years or months by their names alone; `nil` for other spans.
  private func units(_ first: CivilDate, _ last: CivilDate) -> String? {
    guard CalendarUnits.month(first.month, year: first.year)?.lowerBound == first,
      CalendarUnits.month(last.month, year: last.year)?.upperBound == last
    else { return nil }
    let start: String
    let end: String
    if first.month == 1, last.month == 12 {
      let year = tied(labels.word("date.year", ["year": labels.number(first.year)]))
      if first.year == last.year { return year }
      (start, end) = (labels.number(first.year), labels.number(last.year))
      return tied(labels.word("date.range", ["first": start, "last": end]))
    }
    end = month(last.month, year: last.year)
    if (first.year, first.month) == (last.year, last.month) { return end }
    start =
      first.year == last.year ? month(first.month) : month(first.month, year: first.year)
    return labels.word("date.range", ["first": start, "last": end])
  }

  private func isUnit(
    _ span: ClosedRange<CivilDate>,
    _ unit: (UnitSpan) -> ClosedRange<CivilDate>?
  ) -> Bool {
    unit(UnitSpan(day: span.lowerBound)) == span
  }

  private func seasonName(_ first: CivilDate) -> String? {
    switch first.month {
    case 3: "spring"
    case 6: "summer"
    case 9: "autumn"
    case 12: "winter"
    default: nil
    }
  }
}

/// The units of the calendar that a day lies in.
private struct UnitSpan {
  let day: CivilDate

  var quarter: ClosedRange<CivilDate>? {
    CalendarUnits.quarter((day.month + 2) / 3, year: day.year)
  }

  var half: ClosedRange<CivilDate>? { CalendarUnits.half(day.month <= 6 ? 1 : 2, year: day.year) }
}
