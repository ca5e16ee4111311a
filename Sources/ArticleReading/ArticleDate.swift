import Chronology

/// Reads the date that an input gives an article.
enum ArticleDate {
  /// The day of `2021-07-28` or of an RFC 3339 time, as written.
  ///
  /// The outlet's own day is what «أمس» counts from, so a time zone never moves it.
  static func day(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10,
      let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    return bytes.count == 10 || isTime(bytes[10...]) ? date : nil
  }

  /// `T08:15`, `T08:15:00`, ` 08:15:00.250`, with or without `Z`, `+03:00` or `+0300`.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func take(_ allowed: String) -> Bool {
      guard let byte = rest.first, allowed.utf8.contains(byte) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func number(below limit: Int) -> Bool {
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
      rest = rest.dropFirst(2)
      return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } < limit
    }
    guard take("Tt "), number(below: 25), take(":"), number(below: 60) else { return false }
    if take(":") {
      guard number(below: 61) else { return false }
      if take(".,") { rest = rest.drop { $0 >= 0x30 && $0 <= 0x39 } }
    }
    if rest.isEmpty || take("Zz") { return rest.isEmpty }
    _ = take(" ")
    guard take("+-"), number(below: 24) else { return false }
    if rest.isEmpty { return true }
    _ = take(":")
    return number(below: 60) && rest.isEmpty
  }
}
