import Chronology
import DataFiles

extension ActorLexicon {
  /// The day number of `2021-07-26`, `2021-07` or `2021`; their last day at an end.
  static func day(
    _ column: Int,
    of row: TableFile.Row,
    isEnd: Bool
  ) throws(DataFileError) -> Int32? {
    let text = row.bytes(of: column)
    if text.isEmpty { return nil }
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Self.number($0) }
    if (1...3).contains(parts.count), let year = parts[0], (1...9999).contains(year),
      let month = parts.count > 1 ? parts[1] : isEnd ? 12 : 1, (1...12).contains(month),
      let day = parts.count > 2
        ? parts[2] : isEnd ? max(1, CivilDate.days(inMonth: month, year: year)) : 1,
      let day = CivilDate(year: year, month: month, day: day)
    {
      return day.dayNumber
    }
    throw row.fault(in: column, named: "day", allowed: "2021-07-26, 2021-07, 2021 or -")
  }

  /// The number of at most four digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
