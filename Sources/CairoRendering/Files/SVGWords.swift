import Drawing

/// Adds words to a picture that Cairo drew as SVG, where letters are outlines and no more.
///
/// A title and a description for assistive tools; and over the outlines the same words as text of no
/// colour, line by line at their places, so that a browser finds, marks and copies them.
struct SVGWords {
  private var body = ""
  private var open: String?
  private var uses: [String: Int] = [:]

  /// Adds the lines of a text.
  mutating func add(_ text: PlacedText, lines: [TextLayout.Words], group: String) {
    guard !lines.isEmpty else { return }
    if open != group {
      if open != nil { body += "</g>\n" }
      body += "<g id=\"\(identifier(of: group))\">\n"
      open = group
    }
    let isRightToLeft = text.block.direction == .rightToLeft
    let address = SVGWords.address(of: text.link)
    if let address { body += "<a xlink:href=\"\(SVGWords.escaped(address))\">" }
    for line in lines where line.width > 0 {
      body +=
        "<text x=\"\(hundredths(isRightToLeft ? line.start.x + line.width : line.start.x))\""
        + " y=\"\(hundredths(line.start.y))\" font-size=\"\(hundredths(text.block.font.size))\""
        + " direction=\"\(isRightToLeft ? "rtl" : "ltr")\""
        + " textLength=\"\(hundredths(line.width))\" lengthAdjust=\"spacingAndGlyphs\">"
        + SVGWords.escaped(line.text) + "</text>\n"
    }
    if address != nil { body += "</a>\n" }
  }

  /// Cairo's file with the words in it.
  func file(_ drawn: [UInt8], metadata: DocumentMetadata, page: Int, of count: Int) -> [UInt8] {
    guard let start = PDFScan.first("<svg", in: drawn, from: 0),
      let head = PDFScan.first(">", in: drawn, from: start),
      let end = PDFScan.last("</svg>", in: drawn)
    else { return drawn }
    let number = count > 1 ? " (\(page + 1)/\(count))" : ""
    let words = metadata.figure.isEmpty ? metadata.subject : metadata.figure
    var result = Array(drawn[..<head])
    result += " xml:lang=\"\(SVGWords.escaped(metadata.language))\"".utf8
    result += " role=\"document\" aria-labelledby=\"title desc\">\n".utf8
    let isNamed = !metadata.title.isEmpty || number.isEmpty
    let title = isNamed ? metadata.title + number : "\(page + 1)/\(count)"
    result += "<title id=\"title\">\(SVGWords.escaped(title))</title>\n".utf8
    result += "<desc id=\"desc\">\(SVGWords.escaped(words))</desc>\n".utf8
    result += "<g id=\"drawing\" aria-hidden=\"true\">".utf8
    result += SVGWords.renumbered(drawn[(head + 1)..<end])
    result += "</g>\n<g id=\"words\" fill-opacity=\"0\" stroke=\"none\">\n".utf8
    result += body.utf8
    result += (open == nil ? "</g>\n</svg>\n" : "</g>\n</g>\n</svg>\n").utf8
    return result
  }

  /// Cairo's drawing with its surfaces and pictures counted from 1.
  ///
  /// Cairo counts all surfaces of the process, so a sheet would differ by what was drawn before it.
  private static func renumbered(_ drawn: ArraySlice<UInt8>) -> [UInt8] {
    renumbered("image", in: renumbered("surface", in: drawn)[...])
  }

  private static func renumbered(_ kind: String, in drawn: ArraySlice<UInt8>) -> [UInt8] {
    let word = Array(kind.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    var result: [UInt8] = []
    result.reserveCapacity(drawn.count)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var rest = drawn
    while let letter = rest.popFirst() {
      result.append(letter)
      guard letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "#"), rest.starts(with: word)
      else { continue }
      let number = rest.dropFirst(word.count).prefix { digits.contains($0) }
      guard !number.isEmpty else { continue }
      let place = numbers[number] ?? numbers.count + 1
      numbers[number] = place
      result += word
      result += "\(place)".utf8
      rest = rest[number.endIndex...]
    }
    return result
  }

  /// A name for a group: letters, digits and signs that XML allows, and each once.
  private mutating func identifier(of group: String) -> String {
    let name = String(
      decoding: group.utf8.map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: byte
        default: UInt8(ascii: "-")
        }
      },
      as: UTF8.self
    )
    uses[name, default: 0] += 1
    let number = uses[name] ?? 1
    return number == 1 ? "words-\(name)" : "words-\(name)-\(number)"
  }

  private static func address(of link: Link?) -> String? {
    guard case .address(let address)? = link else { return nil }
    let lower = address.lowercased()
    return ["http://", "https://", "mailto:"].contains { lower.hasPrefix($0) } ? address : nil
  }

  /// Text as XML holds it; what XML forbids is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": break
      case "\u{A0}": result += " "
      case let scalar where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A length with two decimals, the same on every machine.
private func hundredths(_ length: Double) -> String {
  guard length.isFinite, abs(length) < 1e9 else { return "0" }
  let whole = Int((length * 100).rounded())
  let magnitude = abs(whole)
  let rest = magnitude % 100
  return "\(whole < 0 ? "-" : "")\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
}
