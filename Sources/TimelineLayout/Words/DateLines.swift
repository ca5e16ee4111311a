import Drawing
import Styles

extension Sheet {
  /// A date in lines of a width: what no line holds whole ends one before its month, which stays with
  /// its year where the two fit one line; else before its year, so that no month's name is parted.
  func dateBlock(
    _ text: String,
    _ role: TextStyle,
    width: Double,
    color: Color? = nil
  ) -> TextBlock {
    var lines = block(text, role, width: width, color: color)
    guard measurer.measure(lines).lines.count > 1 else { return lines }
    func fits(_ words: some Collection<Substring>) -> Bool {
      size(block(words.joined(separator: "\u{A0}"), role)).width <= width
    }
    lines.text = lines.text.split(separator: " ").map { piece in
      let words = piece.split(separator: "\u{A0}")
      guard words.count > 1, !fits(words) else { return String(piece) }
      let year = words.lastIndex { $0.isNumber && $0.unicodeScalars.count > 2 } ?? words.endIndex
      let head = words[..<year]
      let name = head.lastIndex(where: \.isNumber).map { $0 + 1 }
      let isWhole = name.map { fits(words[$0...]) } ?? false
      let month = fits(head) && !isWhole ? nil : name
      let isYearApart = !isWhole
      var joined = ""
      for (place, word) in words.enumerated() {
        if place > 0 { joined += (place == year && isYearApart) || place == month ? " " : "\u{A0}" }
        joined += word
      }
      return joined
    }.joined(separator: " ")
    return lines
  }
}

extension Substring {
  fileprivate var isNumber: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory == .decimalNumber }
  }
}
