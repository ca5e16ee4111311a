import Drawing

/// A block as it falls into lines, with the place of every cluster.
struct TextLayout {
  private let text: ShapedText
  private let block: TextBlock
  private let lines: [TextLine]
  /// From the top of a line to its baseline, in points.
  let baseline: Double

  init(_ text: ShapedText, _ block: TextBlock) {
    self.text = text
    self.block = block
    lines = text.lines(for: block)
    let size = block.font.size
    baseline = (block.lineHeight - (text.ascent + text.descent) * size) / 2 + text.ascent * size
  }

  /// The lines and their widths, in points.
  var measure: TextMeasure {
    TextMeasure(
      lines: lines.map {
        TextMeasure.Line(
          start: $0.bytes.lowerBound,
          end: $0.bytes.upperBound,
          width: $0.width * block.font.size
        )
      },
      lineHeight: block.lineHeight,
      isCut: lines.last?.isCut ?? false
    )
  }

  /// The lines, each with the place of its baseline's left end.
  func placed(at origin: Point, width: Double) -> [ShapedLine] {
    lines.enumerated().map { index, line in
      let start = Point(
        origin.x + inset(of: line, in: width),
        offGrid(origin.y + Double(index) * block.lineHeight + baseline)
      )
      return ShapedLine(line, of: text, size: block.font.size, start: start)
    }
  }

  /// The words of a line and where they stand.
  struct Words {
    let text: String
    /// The left end of the baseline.
    let start: Point
    let width: Double
  }

  /// The words of each line, for a block at a place.
  func words(at origin: Point, width: Double) -> [Words] {
    lines.enumerated().map { index, line in
      let place = Point(
        origin.x + inset(of: line, in: width),
        origin.y + Double(index) * block.lineHeight + baseline
      )
      let range = line.bytes.clamped(to: 0..<text.bytes.count)
      return Words(
        text: String(decoding: text.bytes[range], as: UTF8.self),
        start: place,
        width: line.width * block.font.size
      )
    }
  }

  /// The rectangles that ink really touches, a line each, for a block at a place.
  func ink(at origin: Point, width: Double) -> [Rect] {
    placed(at: origin, width: width).compactMap(\.ink)
  }

  /// Where a line's left edge stands inside a block of a width.
  private func inset(of line: TextLine, in width: Double) -> Double {
    let room = width - line.width * block.font.size
    switch block.alignment {
    case .center: return room / 2
    case .start: return block.direction == .rightToLeft ? room : 0
    case .end: return block.direction == .rightToLeft ? 0 : room
    }
  }
}
