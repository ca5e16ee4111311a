/// The head of a text file between two lines `---`: `key: value`, one a line.
///
/// Five plain values need no YAML library: this reads the scalars that people write there (plain,
/// 'single' and "double" quoted), takes a colon inside a headline for what it is, and passes over
/// keys that are not ours, lists included. What it does not understand of our keys is a fault.
struct FrontMatter {
  /// The values of the keys asked for.
  private(set) var values: [String: Value] = [:]
  /// The offset where the text begins.
  private(set) var bodyStart = 0

  /// A value and its line.
  struct Value {
    let text: String
    let line: Int
  }

  /// What is wrong, and in which line.
  struct Failure: Error {
    let line: Int
    let fault: String
    let remedy: String
  }

  /// Reads the front matter of a file; a file without gives no values and begins at its first byte.
  init(_ bytes: ArraySlice<UInt8>, keys: Set<String>) throws(Failure) {
    bodyStart = bytes.startIndex
    var lines = Lines(bytes)
    guard let opening = lines.next(), Self.isFence(opening, allowDots: false) else { return }
    let first = Lines(bytes[lines.offset...]).firstLine
    // A rule drawn with hyphens opens no front matter.
    guard let first, Self.isFence(first, allowDots: true) || Self.isPart(first) else { return }
    var skipsNested = false
    while let line = lines.next() {
      if Self.isFence(line, allowDots: true) {
        bodyStart = lines.offset
        return
      }
      guard let head = line.first else { continue }
      if head == UInt8(ascii: "#") { continue }
      let isNested = head == 0x20 || head == 0x09 || head == UInt8(ascii: "-")
      if isNested, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if isNested {
        if skipsNested { continue }
        throw Failure(
          line: lines.number,
          fault: "a value that runs over several lines",
          remedy: "write it on the line of its key"
        )
      }
      guard let colon = Self.colon(in: line) else {
        throw Failure(
          line: lines.number,
          fault: "a line that is not ‘key: value’",
          remedy: "write one key a line, or close the front matter with ---"
        )
      }
      let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      skipsNested = !keys.contains(key)
      if skipsNested { continue }
      if values[key] != nil {
        throw Failure(line: lines.number, fault: "\(key) stands twice", remedy: "keep one of them")
      }
      let text = try Self.scalar(line[(colon + 1)...], key: key, line: lines.number)
      if let text { values[key] = Value(text: text, line: lines.number) }
    }
    throw Failure(line: 1, fault: "it is not closed", remedy: "end it with a line ---")
  }

  // MARK: - Lines

  /// The lines of a file, and where the next begins.
  private struct Lines {
    private let bytes: ArraySlice<UInt8>
    private(set) var offset: Int
    private(set) var number = 0

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      offset = bytes.startIndex
    }

    var firstLine: ArraySlice<UInt8>? {
      var copy = self
      return copy.next()
    }

    mutating func next() -> ArraySlice<UInt8>? {
      guard offset < bytes.endIndex else { return nil }
      let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[offset..<end]
      if line.last == 0x0D { line.removeLast() }
      offset = min(end + 1, bytes.endIndex)
      number += 1
      return line
    }
  }

  private static func isFence(_ line: ArraySlice<UInt8>, allowDots: Bool) -> Bool {
    let text = trimmed(line)
    return text.elementsEqual("---".utf8) || (allowDots && text.elementsEqual("...".utf8))
  }

  /// Whether a line can stand in front matter: empty, a comment or a key.
  private static func isPart(_ line: ArraySlice<UInt8>) -> Bool {
    line.isEmpty || line.first == UInt8(ascii: "#") || colon(in: line) != nil
  }

  /// The colon after a key of letters, digits, hyphens and underscores.
  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return nil
    }
    let isKey = line[..<colon].allSatisfy { byte in
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): true
      default: (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-") || byte == 0x5F
      }
    }
    let after = colon + 1
    guard isKey, after == line.endIndex || line[after] == 0x20 || line[after] == 0x09 else {
      return nil
    }
    return colon
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  // MARK: - Values

  /// The text of a scalar; `nil` when there is none.
  private static func scalar(
    _ bytes: ArraySlice<UInt8>,
    key: String,
    line: Int
  ) throws(Failure) -> String? {
    let text = trimmed(bytes)
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return try quoted(text, key: key, line: line)
    case UInt8(ascii: "#"): return nil
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: "%"):
      throw Failure(
        line: line,
        fault: "\(key) begins with \(Character(Unicode.Scalar(first)))",
        remedy: "write its text on one line, in quotes if it begins with a sign"
      )
    default: break
    }
    // A comment needs a space before its sign, so that «#هاشتاغ» inside a headline stays.
    var end = text.startIndex
    while end < text.endIndex {
      if text[end] == 0x23, end > text.startIndex, text[end - 1] == 0x20,
        end + 1 == text.endIndex || text[end + 1] == 0x20
      {
        break
      }
      end += 1
    }
    let plain = String(decoding: trimmed(text[..<end]), as: UTF8.self)
    return plain.isEmpty || plain == "null" || plain == "~" ? nil : plain
  }

  private static func quoted(
    _ text: ArraySlice<UInt8>,
    key: String,
    line: Int
  ) throws(Failure) -> String? {
    guard let quote = text.first else { return nil }
    let isDouble = quote == UInt8(ascii: "\"")
    var result: [UInt8] = []
    var index = text.startIndex + 1
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if byte == quote {
        if !isDouble, index < text.endIndex, text[index] == quote {
          result.append(quote)
          index += 1
          continue
        }
        let rest = trimmed(text[index...])
        guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { break }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
      }
      if isDouble, byte == UInt8(ascii: "\\"), index < text.endIndex {
        let escaped = text[index]
        guard escaped == quote || escaped == UInt8(ascii: "\\") else {
          throw Failure(
            line: line,
            fault: "\(key) has an escape that is not known",
            remedy: "write the letter itself, or use 'single quotes'"
          )
        }
        result.append(escaped)
        index += 1
        continue
      }
      result.append(byte)
    }
    throw Failure(
      line: line,
      fault: "\(key) is not closed by the quotation mark that opens it",
      remedy: "end the value with it"
    )
  }
}
