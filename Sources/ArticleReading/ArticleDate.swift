import Chronology

/// Reads the date that an input gives an article.
enum ArticleDate {
  /// The day of `2021-07-28` or of an RFC 3339 time; `nil` when it is none.
  ///
  /// - Parameter clock: the clock where the outlet is; without it the day stays as it is written.
  static func day(_ text: String, by clock: ZoneClock?) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10,
      let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    if bytes.count == 10 { return date }
    return moment(on: date, bytes[10...])?.day(by: clock)
  }

  /// `T08:15`, `T08:15:00`, ` 08:15:00.250`, with or without `Z`, `+03:00` or `+0300`.
  private static func moment(on day: CivilDate, _ bytes: ArraySlice<UInt8>) -> WrittenMoment? {
    var rest = bytes
    func take(_ allowed: String) -> UInt8? {
      guard let byte = rest.first, allowed.utf8.contains(byte) else { return nil }
      rest = rest.dropFirst()
      return byte
    }
    func number(below limit: Int) -> Int? {
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      guard value < limit else { return nil }
      rest = rest.dropFirst(2)
      return value
    }
    guard take("Tt ") != nil, let hour = number(below: 25), take(":") != nil,
      let minute = number(below: 60)
    else { return nil }
    if take(":") != nil {
      guard number(below: 61) != nil else { return nil }
      if take(".,") != nil { rest = rest.drop { $0 >= 0x30 && $0 <= 0x39 } }
    }
    var moment = WrittenMoment(day: day, minutes: hour * 60 + minute)
    if rest.isEmpty { return moment }
    if take("Zz") != nil {
      moment.offset = 0
      return rest.isEmpty ? moment : nil
    }
    _ = take(" ")
    guard let sign = take("+-"), let hours = number(below: 24) else { return nil }
    var minutes = hours * 60
    if !rest.isEmpty {
      _ = take(":")
      guard let more = number(below: 60), rest.isEmpty else { return nil }
      minutes += more
    }
    moment.offset = sign == UInt8(ascii: "-") ? -minutes : minutes
    return moment
  }
}
