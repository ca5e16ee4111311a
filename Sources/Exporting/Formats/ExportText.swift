/// Makes text from outside harmless in a format: in a line, in HTML, in an address.
enum ExportText {
  /// The text on one line: every run of white space and control characters as one space, none at
  /// its ends, and no mark left that would turn its neighbours around.
  static func plain(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    var isSpaceOwed = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000: isSpaceOwed = true
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFC, 0xFFFE, 0xFFFF: continue
      default:
        if isSpaceOwed, !scalars.isEmpty { scalars.append(" ") }
        isSpaceOwed = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether a text is on one line already; most are, and a look at their bytes is quick.
  ///
  /// It may say no to a text that is: then that is made anew, and the same.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var wasSpace = true
      for index in bytes.indices {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch bytes[index] {
        case 0x20:
          if wasSpace { return false }
          wasSpace = true
          continue
        case 0..<0x20, 0x7F: return false
        // Controls and the space that does not break, U+0080–U+00A0.
        case 0xC2 where next <= 0xA0: return false
        // U+2000–U+207F, but for the dashes and quotation marks U+2010–U+2026.
        case 0xE2 where next == 0x80 || next == 0x81:
          let last = index + 2 < bytes.count ? bytes[index + 2] : 0
          if next == 0x81 || last > 0xA6 { return false }
        // U+3000 and its neighbours; U+F000–U+FFFF.
        case 0xE3 where next == 0x80: return false
        case 0xEF where next >= 0xBB: return false
        default: break
        }
        wasSpace = false
      }
      return !wasSpace || bytes.isEmpty
    }
  }

  /// The text on one line, its markup told letter for letter: for HTML between tags and in quotes.
  static func html(_ text: String) -> String { escaped(text, quotes: true) }

  /// The same with quotation marks left as they are, which only harm inside tags: for cells that
  /// people read in spreadsheets too.
  static func content(_ text: String) -> String { escaped(text, quotes: false) }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    let plain = plain(text)
    let isHarmless = plain.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        false
      default: true
      }
    }
    if isHarmless { return plain }
    var escaped: [UInt8] = []
    for byte in plain.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where quotes: escaped.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'") where quotes: escaped.append(contentsOf: "&#39;".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// An address of the web that a link may lead to: `http` or `https` with a host, all of it ASCII.
  ///
  /// Anything else (`javascript:`, `data:`, a path) is `nil`. What an address may not hold is
  /// percent-encoded, as browsers do.
  static func address(_ text: String?) -> String? {
    guard let text else { return nil }
    let bytes = Array(plain(text).utf8)
    let lower = bytes.prefix(8).map { $0 | (($0 >= 0x41 && $0 <= 0x5A) ? 0x20 : 0) }
    let schemes = [Array("https://".utf8), Array("http://".utf8)]
    guard let scheme = schemes.first(where: { lower.starts(with: $0) }) else { return nil }
    guard let host = bytes.dropFirst(scheme.count).first,
      host > 0x2F, host != UInt8(ascii: "?"), host != UInt8(ascii: "\\")
    else { return nil }
    let digits = Array("0123456789ABCDEF".utf8)
    var address = scheme
    for byte in bytes.dropFirst(scheme.count) {
      switch byte {
      case 0x21, 0x23...0x26, 0x28...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        address.append(byte)
      default:
        address.append(UInt8(ascii: "%"))
        address.append(digits[Int(byte >> 4)])
        address.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: address, as: UTF8.self)
  }
}
