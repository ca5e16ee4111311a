import Drawing
import Styles

extension Sheet {
  /// A few words that stay together on a line.
  struct Token {
    var block: TextBlock
    var link: Link?
    /// The colour of the frame around them.
    var frame: Color?
    /// The room behind them; less where a comma ends them.
    var gap = 5.0

    init(_ block: TextBlock, link: Link? = nil, frame: Color? = nil) {
      self.block = block
      self.link = link
      self.frame = frame
    }
  }

  /// What stands before a note that follows another.
  static let noteDot = "\u{00B7} "

  /// The number of a source, which leads to it.
  ///
  /// It reads from left to right by itself: in a line that runs the other way readers would copy its
  /// brackets turned around.
  func sourceToken(_ number: Int, _ role: TextStyle) -> Token {
    let block = block(
      "[\(labels.number(number))]",
      role,
      direction: .leftToRight,
      color: style.colors.accent
    )
    return Token(block, link: .destination("source-\(number)"))
  }

  /// Blocks one after the other, in as many lines as they need.
  ///
  /// - Parameters:
  ///   - edge: where lines begin.
  ///   - line: the height of a line.
  func flowed(_ tokens: [Token], from edge: Double, line: Double, group: String) -> Fragment {
    guard !tokens.isEmpty else { return Fragment() }
    let width = length - edge
    var items = [SceneItem(group: group, .open(.paragraph))]
    var start = edge
    var y = 0.0
    for token in tokens {
      var block = token.block
      let inset = token.frame == nil ? 0 : 4.0
      var size = size(block)
      if size.width > width - 2 * inset {
        block.width = width - 2 * inset
        size = self.size(block)
      }
      if start > edge, start + size.width + 2 * inset > length {
        start = edge
        y += line
        // The dot parts a note from the one before; at the head of a line nothing is to be parted.
        if block.text.hasPrefix(Sheet.noteDot) {
          block.text.removeFirst(Sheet.noteDot.count)
          size = self.size(block)
        }
      }
      let lead = size.height < line ? (line - size.height) / 2 : 0
      if let frame = token.frame {
        let room = size.width + 2 * inset
        let box = Rect(
          x: left(start, width: room),
          y: y + lead,
          width: room,
          height: size.height
        )
        let stroke = Stroke(frame, width: 0.6)
        items.append(
          SceneItem(group: group, .box(box, fill: style.colors.tint, stroke: stroke, radius: 3))
        )
      }
      items.append(
        place(block, start: start + inset, y: y + lead, group: group, link: token.link)
      )
      start += size.width + 2 * inset + token.gap
      y += max(0, size.height - line)
    }
    items.append(SceneItem(group: group, .close))
    return Fragment(items: items, height: y + line)
  }
}
