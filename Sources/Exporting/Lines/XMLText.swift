/// Text as XML 1.0 can hold it.
enum XMLText {
  /// Content between tags.
  static func content(_ text: some StringProtocol) -> String { escaped(text, quotes: false) }

  /// An attribute's value, to stand between double quotes.
  static func attribute(_ text: some StringProtocol) -> String { escaped(text, quotes: true) }

  private static func escaped(_ text: some StringProtocol, quotes: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where quotes: result.append(contentsOf: "&quot;".unicodeScalars)
      // A parser makes a line feed of a bare carriage return, and a blank of either in an attribute.
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      case "\n" where quotes: result.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where quotes: result.append(contentsOf: "&#9;".unicodeScalars)
      default: result.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Whether XML 1.0 can hold the character at all, even as a reference.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
