// The plain text of numbered days, which every calendar here shares.

/// Year, month and day as ISO 8601 joins them: `2021-07-28`.
///
/// Written into one buffer: every expression has several such texts, and joining parts of text took a
/// twelfth of the time that dates take.
func isoText(_ year: Int, _ month: Int, _ day: Int) -> String {
  guard 0...9999 ~= year, 0...99 ~= month, 0...99 ~= day else {
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
  return String(unsafeUninitializedCapacity: 10) { buffer in
    func put(_ value: Int, at place: Int) {
      buffer[place] = UInt8(ascii: "0") + UInt8(value / 10 % 10)
      buffer[place + 1] = UInt8(ascii: "0") + UInt8(value % 10)
    }
    put(year / 100, at: 0)
    put(year, at: 2)
    buffer[4] = UInt8(ascii: "-")
    put(month, at: 5)
    buffer[7] = UInt8(ascii: "-")
    put(day, at: 8)
    return 10
  }
}

/// The numbers of `2021-07-28`, all ten characters of it, of no particular calendar.
func isoFields(_ bytes: [UInt8]) -> (year: Int, month: Int, day: Int)? {
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
    let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
    let day = decimal(bytes[8..<10])
  else { return nil }
  return (year, month, day)
}

/// Decodes a day of any calendar from its ISO text.
func decodeFields<Day>(
  from decoder: any Decoder,
  _ make: (Int, Int, Int) -> Day?
) throws -> Day {
  let container = try decoder.singleValueContainer()
  let text = try container.decode(String.self)
  guard let fields = isoFields(Array(text.utf8)),
    let day = make(fields.year, fields.month, fields.day)
  else {
    throw DecodingError.dataCorruptedError(
      in: container,
      debugDescription: "‘\(text)’ is no day of the form YYYY-MM-DD"
    )
  }
  return day
}

/// A number with leading zeros up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The value of at most nine ASCII digits, or `nil` when anything else stands among them.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
  var value = 0
  for byte in bytes {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
