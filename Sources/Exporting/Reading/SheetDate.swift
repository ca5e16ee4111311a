import Chronology

/// What is wrong with a cell, for people: fault and remedy.
struct CellFault: Error {
  let code: String
  let message: String
}

/// Which number of `5/7/2021` is the day.
enum DayOrder {
  case dayFirst
  case monthFirst

  /// The order of a table's dates, where one of them can only be read one way and none the other:
  /// in a table with `25/12/2021`, `5/7/2021` is a day in July.
  init?(of cells: some Sequence<String>) {
    var orders: Set<DayOrder> = []
    for cell in cells {
      guard let (first, second, _) = SheetDate.yearLast(cell) else { continue }
      if first > 12, second <= 12 { orders.insert(.dayFirst) }
      if second > 12, first <= 12 { orders.insert(.monthFirst) }
    }
    guard orders.count == 1, let only = orders.first else { return nil }
    self = only
  }
}

/// Reads the dates of tables that people keep: EDTF, and days as spreadsheets write them.
enum SheetDate {
  /// A date of one cell: `2021-07-26`, `2021-07`, `2021?`, `[2021-07-26,2021-07-27]`, `26/7/2021`.
  ///
  /// - Parameter order: which number is the day where both could be.
  /// - Throws: a fault for what is no date, and without an order for `5/7/2021`, which is a day in
  ///   July here and in May elsewhere: a guess could be wrong by months.
  static func date(_ cell: String, order: DayOrder? = nil) throws(CellFault) -> EDTF {
    var bytes = digits(cell)
    // Spreadsheets write the clock behind a blank.
    if bytes.count > 10, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
    if let date = EDTF(String(decoding: bytes, as: UTF8.self)) { return date }
    let signs = [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")]
    for sign in signs where bytes.contains(sign) {
      let fields = bytes.split(separator: sign, omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count) else { continue }
      let numbers = fields.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard numbers.count == fields.count else { continue }
      if let date = try numbered(numbers, cell, order) { return EDTF(date) }
    }
    throw CellFault(
      code: "bad-date",
      message: "‘\(shown(cell))’ is no date; write 2021, 2021-07 or 2021-07-28"
    )
  }

  /// Year first, or year last with a day that can be no month.
  private static func numbered(
    _ numbers: [Int],
    _ cell: String,
    _ order: DayOrder?
  ) throws(CellFault) -> UncertainDate? {
    if numbers.count == 2 {
      let year = max(numbers[0], numbers[1])
      return try? fields(year: year, month: min(numbers[0], numbers[1]), day: nil)
    }
    if numbers[0] > 31 {
      return try? fields(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    let (first, second, year) = (numbers[0], numbers[1], numbers[2])
    // Two digits of a year leave the century open, and the order too.
    guard year > 999 else { return nil }
    if first <= 12, second <= 12, let order {
      let isDayFirst = order == .dayFirst
      return try? fields(
        year: year,
        month: isDayFirst ? second : first,
        day: isDayFirst ? first : second
      )
    }
    if first <= 12, second <= 12, first != second {
      throw CellFault(
        code: "bad-date",
        message: "‘\(shown(cell))’ may be day or month first; write it like 2021-07-28"
      )
    }
    let day = second > 12 ? second : first
    return try? fields(year: year, month: second > 12 ? first : second, day: day)
  }

  /// The three numbers of a date that ends in its year; `nil` for any other cell.
  static func yearLast(_ cell: String) -> (Int, Int, Int)? {
    let bytes = digits(cell)
    for sign in ["/", ".", "-"] {
      let numbers = String(decoding: bytes, as: UTF8.self).split(
        separator: sign,
        omittingEmptySubsequences: false
      ).compactMap { Int($0) }
      if numbers.count == 3, numbers[0] <= 31, numbers[2] > 999 {
        return (numbers[0], numbers[1], numbers[2])
      }
    }
    return nil
  }

  /// A date of its fields: a year, a month of it, a day.
  static func fields(year: Int, month: Int?, day: Int?) throws(CellFault) -> UncertainDate {
    let span: ClosedRange<CivilDate>?
    let grain: Grain
    switch (month, day) {
    case (nil, nil):
      (span, grain) = (CalendarUnits.year(year), .year)
    case (let month?, nil):
      (span, grain) = (CalendarUnits.month(month, year: year), .month)
    case (nil, _):
      throw CellFault(code: "bad-date", message: "a day without its month; write the month too")
    case (let month?, let day?):
      let date = CivilDate(year: year, month: month, day: day)
      (span, grain) = (date.map { $0...$0 }, .day)
    }
    guard let span else {
      let text = [year, month, day].compactMap { $0.map(String.init) }.joined(separator: "-")
      throw CellFault(code: "bad-date", message: "there is no ‘\(text)’; check year, month and day")
    }
    return UncertainDate(earliest: span.lowerBound, latest: span.upperBound, grain: grain)
  }

  /// From one date to another, both included.
  static func span(
    _ start: UncertainDate,
    _ end: UncertainDate
  ) throws(CellFault) -> UncertainDate {
    let first = start.earliest
    let last = end.latest
    if let first, let last, last < first {
      throw CellFault(
        code: "bad-date",
        message: "the end, \(last), is before the start, \(first); check both"
      )
    }
    let grain = min(start.grain, end.grain)
    return UncertainDate(earliest: first, latest: last, grain: grain)
  }

  /// A whole number of a cell; `nil` for an empty one.
  static func number(_ cell: String, _ name: String) throws(CellFault) -> Int? {
    let bytes = digits(cell)
    guard !bytes.isEmpty else { return nil }
    // Spreadsheets may write 2021.0.
    let whole = bytes.suffix(2).elementsEqual(".0".utf8) ? bytes.dropLast(2) : bytes[...]
    guard let number = Int(String(decoding: whole, as: UTF8.self)), (1...9999).contains(number)
    else {
      throw CellFault(
        code: "bad-date",
        message: "‘\(shown(cell))’ is no \(name); write a number like 2021 or 7"
      )
    }
    return number
  }

  // MARK: - Text

  /// The cell without blanks around it, its Arabic and Persian digits as ASCII ones.
  private static func digits(_ cell: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in ExportText.plain(cell).unicodeScalars {
      switch scalar.value {
      case 0x660...0x669: bytes.append(UInt8(truncatingIfNeeded: scalar.value - 0x660) + 0x30)
      case 0x6F0...0x6F9: bytes.append(UInt8(truncatingIfNeeded: scalar.value - 0x6F0) + 0x30)
      case 0x200E, 0x200F, 0x61C: continue
      default: bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    return bytes
  }

  /// The cell as a message shows it.
  private static func shown(_ cell: String) -> String {
    DisplayWidth.fitted(ExportText.plain(cell), to: 40)
  }
}
