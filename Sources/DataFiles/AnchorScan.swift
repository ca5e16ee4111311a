/// Finds where a YAML text may declare or use an anchor, without parsing it.
///
/// The scan keeps no state from line to line, so nothing a file holds can lead it astray: a mark it
/// takes for an anchor in a long quotation is refused too, and can be written otherwise.
public enum AnchorScan {
  /// The line of the first `&name` or `*name` that stands where a value may begin.
  ///
  /// To be asked before any parser sees the text: a file of a few hundred bytes can name the same
  /// list over and over until it is billions long.
  public static func firstAnchorLine(in bytes: [UInt8]) -> Int? {
    var number = 0
    for line in bytes.split(separator: newline, omittingEmptySubsequences: false) {
      number += 1
      if holdsAnchor(withoutComment(line)) { return number }
    }
    return nil
  }

  private static let newline = UInt8(ascii: "\n")

  /// The line up to its comment; the whole line where a quotation mark leaves that in doubt.
  private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let doubtful: Set<UInt8> = [
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\r"), 0x85, 0xA8,
    ]
    guard !line.contains(where: doubtful.contains) else { return line }
    var previous = UInt8(ascii: " ")
    for index in line.indices {
      if line[index] == UInt8(ascii: "#"), isBlank(previous) { return line[..<index] }
      previous = line[index]
    }
    return line
  }

  private static func holdsAnchor(_ line: ArraySlice<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for index in line.indices {
      let byte = line[index]
      let isMark = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")
      let next = index + 1 < line.endIndex ? line[index + 1] : UInt8(ascii: " ")
      if isMark, mayPrecedeValue(previous), !isBlank(next) { return true }
      previous = byte
    }
    return false
  }

  /// Blanks, the signs that introduce values, and the last bytes of U+0085, U+2028 and U+2029.
  private static func mayPrecedeValue(_ byte: UInt8) -> Bool {
    isBlank(byte) || "[{,:-?".utf8.contains(byte) || byte == 0x85 || byte == 0xA8 || byte == 0xA9
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
