extension EDTF {
  /// Reads an EDTF text; `nil` when it is none or beyond the parts told above.
  ///
  /// A date with a clock time is read to its day, as written, whatever its time zone.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    var certain = true
    let meaning: Meaning
    switch (bytes.first, bytes.last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): meaning = .oneOf
    case (UInt8(ascii: "{"), UInt8(ascii: "}")): meaning = .allOf
    default:
      guard let date = EDTFReader.span(bytes[...], &certain) else { return nil }
      self.init(date, certain: certain)
      return
    }
    var dates: [UncertainDate] = []
    let members = bytes.dropFirst().dropLast()
    for member in members.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let date = EDTFReader.member(member, &certain) else { return nil }
      dates.append(date)
    }
    self.init(meaning, of: dates, certain: certain)
  }
}

/// The grammar of EDTF, over its bytes.
private enum EDTFReader {
  typealias Bytes = ArraySlice<UInt8>

  /// A date or an interval `a/b`, either end of which may be open.
  static func span(_ bytes: Bytes, _ certain: inout Bool) -> UncertainDate? {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return date(bytes, &certain) }
    return interval(bytes[..<slash], bytes[(slash + 1)...], &certain)
  }

  /// A member of a set: a date or a span `a..b`.
  static func member(_ bytes: Bytes, _ certain: inout Bool) -> UncertainDate? {
    let dot = UInt8(ascii: ".")
    guard let first = bytes.firstIndex(of: dot) else { return date(bytes, &certain) }
    guard first + 1 < bytes.endIndex, bytes[first + 1] == dot, bytes.count > 2 else { return nil }
    return interval(bytes[..<first], bytes[(first + 2)...], &certain)
  }

  private static func interval(
    _ lower: Bytes,
    _ upper: Bytes,
    _ certain: inout Bool
  ) -> UncertainDate? {
    let start = isOpen(lower) ? nil : date(lower, &certain)
    let end = isOpen(upper) ? nil : date(upper, &certain)
    guard start != nil || isOpen(lower), end != nil || isOpen(upper) else { return nil }
    if let first = start?.earliest, let last = end?.latest, last < first { return nil }
    // An interval is told as finely as its finer end.
    let order = Grain.allCases
    let grains = [start?.grain, end?.grain].compactMap { $0 }
    let grain = order.first { grains.contains($0) } ?? .day
    let blurred = start?.modifier == .approx || end?.modifier == .approx
    return UncertainDate(
      earliest: start?.earliest,
      latest: end?.latest,
      grain: grain,
      modifier: blurred ? .approx : nil,
      stated: (start?.stated ?? []).union(end?.stated ?? [])
    )
  }

  private static func isOpen(_ bytes: Bytes) -> Bool {
    bytes.isEmpty || bytes.elementsEqual("..".utf8)
  }

  /// One date, with or without `?`, `~` or `%` after it.
  private static func date(_ bytes: Bytes, _ certain: inout Bool) -> UncertainDate? {
    var bytes = bytes
    var modifier: DateModifier?
    switch bytes.last {
    case UInt8(ascii: "?"):
      certain = false
      bytes.removeLast()
    case UInt8(ascii: "~"):
      modifier = .approx
      bytes.removeLast()
    case UInt8(ascii: "%"):
      certain = false
      modifier = .approx
      bytes.removeLast()
    default: break
    }
    var date = plain(bytes)
    date?.modifier = modifier
    return date
  }

  private static func plain(_ bytes: Bytes) -> UncertainDate? {
    let start = bytes.startIndex
    let dash = UInt8(ascii: "-")
    guard bytes.count >= 4 else { return nil }
    let year = bytes[start..<(start + 4)]
    if bytes.count == 4 { return years(year) }
    guard bytes.count >= 7, bytes[start + 4] == dash, let number = decimal(year) else { return nil }
    let month = bytes[(start + 5)..<(start + 7)]
    if bytes.count == 7 { return months(month, year: number) }
    guard bytes.count >= 10, bytes[start + 7] == dash else { return nil }
    let day = bytes[(start + 8)..<(start + 10)]
    if bytes.count == 10 { return days(day, month: month, year: number) }
    guard isClock(bytes[(start + 10)...]),
      var date = days(day, month: month, year: number), date.earliest == date.latest
    else { return nil }
    date.grain = .minute
    date.stated.insert(.time)
    return date
  }

  // MARK: - Fields

  /// `2021`, `202X`, `20XX`, `2XXX`.
  private static func years(_ bytes: Bytes) -> UncertainDate? {
    guard let span = masked(bytes), span.upperBound >= 1 else { return nil }
    let grain: Grain =
      switch span.count {
      case 1: .year
      case 10: .decade
      default: .century
      }
    return unit(
      CalendarUnits.years(from: max(1, span.lowerBound), through: span.upperBound),
      grain,
      .year
    )
  }

  /// `-07`, `-1X`, `-XX`, and the numbers from 21 on for seasons and parts of the year.
  private static func months(_ bytes: Bytes, year: Int) -> UncertainDate? {
    guard let span = masked(bytes) else { return nil }
    let number = span.lowerBound
    if span.count == 100 { return unit(CalendarUnits.year(year), .year, .year) }
    if span.count == 10 {
      guard number <= 10 else { return nil }
      return unit(
        CalendarUnits.months(from: max(1, number), through: min(12, span.upperBound), year: year),
        .month,
        .year
      )
    }
    switch number {
    case 1...12: return unit(CalendarUnits.month(number, year: year), .month, [.year, .month])
    case 21...28:
      // 25 to 28 say “northern”, which the plain seasons are taken to be.
      let season = Season.allCases[(number - 21) % 4]
      return unit(CalendarUnits.season(season, year: year), .season, .year)
    case 29...32:
      // Southern: spring, 29, falls on the northern autumn.
      let season = Season.allCases[(number - 29 + 2) % 4]
      return unit(CalendarUnits.season(season, year: year), .season, .year)
    case 33...36: return unit(CalendarUnits.quarter(number - 32, year: year), .quarter, .year)
    case 37...39:
      let first = (number - 37) * 4 + 1
      return unit(
        CalendarUnits.months(from: first, through: first + 3, year: year),
        .month,
        .year
      )
    case 40...41: return unit(CalendarUnits.half(number - 39, year: year), .half, .year)
    default: return nil
    }
  }

  /// `-26`, `-2X`, `-XX`; a masked month only with a masked day.
  private static func days(_ bytes: Bytes, month: Bytes, year: Int) -> UncertainDate? {
    guard let span = masked(bytes) else { return nil }
    guard let number = decimal(month) else {
      return span.count == 100 ? months(month, year: year) : nil
    }
    guard let whole = CalendarUnits.month(number, year: year) else { return nil }
    if span.count == 100 { return unit(whole, .month, [.year, .month]) }
    let lower = max(1, span.lowerBound)
    let upper = span.count == 1 ? span.upperBound : min(whole.upperBound.day, span.upperBound)
    guard lower <= upper, let first = CivilDate(year: year, month: number, day: lower),
      let last = CivilDate(year: year, month: number, day: upper)
    else { return nil }
    return unit(first...last, .day, [.year, .month, .day])
  }

  private static func unit(
    _ days: ClosedRange<CivilDate>?,
    _ grain: Grain,
    _ stated: StatedFields
  ) -> UncertainDate? {
    guard let days else { return nil }
    return UncertainDate(
      earliest: days.lowerBound,
      latest: days.upperBound,
      grain: grain,
      stated: stated
    )
  }

  /// The numbers that digits can stand for when the last of them are `X`: `198X` is 1980…1989.
  private static func masked(_ bytes: Bytes) -> ClosedRange<Int>? {
    let digits = bytes.prefix { $0 != UInt8(ascii: "X") }
    var width = 1
    for byte in bytes.dropFirst(digits.count) {
      guard byte == UInt8(ascii: "X") else { return nil }
      width *= 10
    }
    // A wholly masked year would be any date.
    guard width < 10_000, let number = digits.isEmpty ? 0 : decimal(digits) else { return nil }
    return (number * width)...(number * width + width - 1)
  }

  /// `T14:00`, `T14:00:30`, with or without `Z` or an offset such as `+03:00` or `+03`.
  private static func isClock(_ bytes: Bytes) -> Bool {
    let colon = UInt8(ascii: ":")
    guard bytes.first == UInt8(ascii: "T") else { return false }
    var rest = bytes.dropFirst()
    func take(_ limit: Int) -> Bool {
      guard let number = decimal(rest.prefix(2)), rest.count >= 2, number < limit else {
        return false
      }
      rest = rest.dropFirst(2)
      return true
    }
    guard take(24), rest.first == colon else { return false }
    rest = rest.dropFirst()
    guard take(60) else { return false }
    if rest.first == colon {
      rest = rest.dropFirst()
      guard take(61) else { return false }
    }
    switch rest.first {
    case nil: return true
    case UInt8(ascii: "Z"): return rest.count == 1
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      rest = rest.dropFirst()
      guard take(24) else { return false }
      if rest.isEmpty { return true }
      guard rest.first == colon else { return false }
      rest = rest.dropFirst()
      return take(60) && rest.isEmpty
    default: return false
    }
  }
}
