import Drawing
import Styles

extension Sheet {
  /// A date in few lines of a width that part little of what is read together: best before a year, last
  /// inside the name of a month.
  func dateBlock(
    _ text: String,
    _ role: TextStyle,
    width: Double,
    color: Color? = nil
  ) -> TextBlock {
    var lines = block(text, role, width: width, color: color)
    guard measurer.measure(lines).lines.count > 1 else { return lines }
    let words = DateLines.words(of: lines.text)
    let space = size(block("0 0", role)).width - 2 * size(block("0", role)).width
    let widths = words.map { size(block($0.text, role)).width }
    lines.text = DateLines(words, widths: widths, space: space).text(width: width)
    return lines
  }

  /// The width of a column in whose lines each day of a year finds room without the year, a deadline too.
  func dateWidth(_ role: TextStyle) -> Double {
    let longest = (1...12).map { words.month($0) }.max {
      $0.unicodeScalars.count < $1.unicodeScalars.count
    }
    let day = labels.word("date.daymonth", ["day": labels.number(30), "month": longest ?? ""])
    return size(block(labels.word("date.until", ["date": day]), role)).width.rounded(.up)
  }
}

/// The words of a date, and where its lines end.
private struct DateLines {
  struct Word {
    var text: String
    /// Whether a line ends before it more readily than inside what is tied.
    var isFree: Bool
    var isNumber: Bool { text.allSatisfy(\.isNumber) }
    /// A Hijri year may have letters behind it.
    var isYear: Bool { text.prefix { $0.isNumber }.count > 2 }
    var isSign: Bool { !text.contains { $0.isLetter || $0.isNumber } }
  }

  private let words: [Word]
  private let widths: [Double]
  private let space: Double

  init(_ words: [Word], widths: [Double], space: Double) {
    self.words = words
    self.widths = widths
    self.space = space
  }

  /// The words between spaces, tied or not.
  static func words(of text: String) -> [Word] {
    text.split(separator: " ").flatMap { piece in
      piece.split(separator: "\u{A0}").enumerated().map {
        Word(text: String($0.element), isFree: $0.offset == 0)
      }
    }
  }

  /// What a line more costs.
  private static let line = 5.0

  /// What a line's end before a word costs.
  private func cost(before place: Int) -> Double {
    let (last, next) = (words[place - 1], words[place])
    if next.isSign { return 12 }
    if last.isSign { return 0 }
    if next.isYear { return 1 }
    if last.isNumber { return next.isFree ? 0.5 : 7 }
    return next.isFree || next.isNumber ? 3 : 15
  }

  /// The text with plain spaces where lines of a width end, and tied ones elsewhere.
  func text(width: Double) -> String {
    // The best way to set the words before each place, and where its last line begins.
    var best = [(cost: 0.0, start: 0)]
    for end in words.indices.map({ $0 + 1 }) {
      var found: (cost: Double, start: Int)?
      var room = -space
      for start in (0..<end).reversed() {
        room += space + widths[start]
        // A word that no line holds has one for itself.
        guard room <= width || start == end - 1 else { break }
        let parted = start > 0 ? self.cost(before: start) : 0
        let cost = best[start].cost + DateLines.line + parted
        if found.map({ cost < $0.cost }) ?? true { found = (cost, start) }
      }
      best.append(found ?? (0, 0))
    }
    var starts: Set<Int> = []
    var place = words.count
    while place > 0 {
      place = best[place].start
      starts.insert(place)
    }
    var text = ""
    for (place, word) in words.enumerated() {
      if place > 0 { text += starts.contains(place) ? " " : "\u{A0}" }
      text += word.text
    }
    return text
  }
}
