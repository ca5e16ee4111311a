import Drawing

/// Measures text as if every letter had one width, so that layout tests need no font.
public struct FixedMeasurer: TextMeasurer {
  /// A letter's width as a share of its size.
  public let share: Double

  /// A measurer whose letters are so wide.
  public init(share: Double = 0.5) { self.share = share }

  /// Breaks at spaces, at those that tie words where there is no other, and inside words longer than
  /// a line.
  public func measure(_ block: TextBlock) -> TextMeasure {
    let advance = block.font.size * share
    let perLine = block.width.map { max(1, Int($0 / advance + 1e-6)) } ?? Int.max
    var lines: [TextMeasure.Line] = []
    var start = 0
    var offset = 0
    var count = 0
    // The last space of the line: its byte, and the letters before it.
    var space: (byte: Int, count: Int)?
    var tie: (byte: Int, count: Int)?
    func close(_ end: Int, _ letters: Int) {
      lines.append(TextMeasure.Line(start: start, end: end, width: Double(letters) * advance))
    }
    for scalar in block.text.unicodeScalars {
      if scalar == " " { space = (offset, count) }
      if scalar == "\u{A0}" { tie = (offset, count) }
      let isOver = count >= perLine && scalar != " " && scalar != "\u{A0}"
      if isOver {
        if let found = space ?? tie {
          close(found.byte, found.count)
          start = found.byte + (space == nil ? 2 : 1)
          count -= found.count + 1
          tie?.count -= found.count + 1
        } else {
          close(offset, count)
          start = offset
          count = 0
        }
        space = nil
        if let found = tie, found.byte < start { tie = nil }
      }
      count += 1
      offset += UTF8.width(scalar)
    }
    close(offset, min(count, perLine))
    if let limit = block.maxLines, lines.count > limit {
      return TextMeasure(
        lines: Array(lines.prefix(limit)),
        lineHeight: block.lineHeight,
        isCut: true
      )
    }
    return TextMeasure(lines: lines, lineHeight: block.lineHeight)
  }
}
