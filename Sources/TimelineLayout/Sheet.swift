import Drawing
import NewsModel
import Styles

/// What every part of a layout needs: the style, the words, the measures, and the way to read.
///
/// Parts count along the line from its start; only here the start becomes right or left.
struct Sheet {
  var style: Style
  let labels: SheetLabels
  let measurer: any TextMeasurer

  /// The names of places by their ids, in the sheet's language.
  var placeNames: [String: String] = [:]

  /// What stays free at the start of the line, for a column beside this part.
  var indent = 0.0
  /// What stays free at its end.
  var tail = 0.0

  /// Dates in words that stay together on a line.
  var words: DateWords { DateWords(labels: labels, isTied: true) }
  var direction: TextDirection { labels.direction }
  /// The length of a line between the margins.
  var length: Double { style.page.width - 2 * style.page.side - indent - tail }

  /// The left edge of what begins at `start` and is so wide.
  func left(_ start: Double, width: Double) -> Double {
    direction == .rightToLeft
      ? style.page.width - style.page.side - indent - start - width
      : style.page.side + indent + start
  }

  /// The place of a point of the line.
  func x(_ start: Double) -> Double { left(start, width: 0) }

  /// A block of the style, in the sheet's direction unless told.
  func block(
    _ text: String,
    _ role: TextStyle,
    width: Double? = nil,
    alignment: TextAlignment = .start,
    direction: TextDirection? = nil,
    color: Color? = nil,
    maxLines: Int? = nil
  ) -> TextBlock {
    style.block(
      TextCleaning.cleaned(text),
      role,
      width: width,
      alignment: alignment,
      direction: direction ?? self.direction,
      color: color,
      maxLines: maxLines
    )
  }

  /// A block of words from outside, which reads as its own letters do.
  func foreignBlock(
    _ text: String,
    _ role: TextStyle,
    width: Double? = nil,
    maxLines: Int? = nil
  ) -> TextBlock {
    block(
      TextCleaning.cleaned(text, isOutside: true),
      role,
      width: width,
      direction: TextCleaning.direction(of: text) ?? direction,
      maxLines: maxLines
    )
  }

  /// Words from outside, fit to stand among the sheet's own.
  func inset(_ text: String) -> String {
    TextCleaning.isolated(TextCleaning.cleaned(text, isOutside: true), in: direction)
  }

  /// The name of who publishes, whose few words stay together on a line.
  func outlet(_ name: String) -> String {
    let name = inset(name)
    return name.utf8.filter { $0 == 0x20 }.count < 5 ? TextCleaning.tied(name) : name
  }

  /// A place by the name it has in the sheet's language, else by the one that articles give it.
  func name(of place: Place) -> String {
    let known = labels.language == "en" ? place.id.flatMap { placeNames[$0] } : nil
    return inset(known ?? place.name)
  }

  /// Names one after the other.
  func joined(_ names: [String]) -> String {
    names.enumerated().reduce("") { text, name in
      let isLast = name.offset == names.count - 1
      return text + name.element + (isLast ? "" : separator(after: name.element) + " ")
    }
  }

  /// What stands between a name and the next one: a comma; but a dot behind a name that runs the other
  /// way, for a comma would seem to stand before its first letter.
  func separator(after name: String) -> String {
    let isTurned = direction == .leftToRight && name.hasPrefix("\u{2068}")
    return isTurned ? "\u{A0}\u{B7}" : labels.word("list")
  }

  /// How large a block is; one with a width fills it.
  func size(_ block: TextBlock) -> Size {
    let size = measurer.measure(block).size
    return Size(width: block.width ?? size.width, height: size.height)
  }

  /// A block whose edge where reading starts is at `start`.
  ///
  /// - Parameter room: the width it takes, when its lines are shorter than they were allowed to be.
  func place(
    _ block: TextBlock,
    start: Double,
    y: Double,
    group: String,
    link: Link? = nil,
    room: Double? = nil
  ) -> SceneItem {
    var size = size(block)
    if let room { size.width = room }
    let origin = Point(left(start, width: size.width), y)
    return SceneItem(
      group: group,
      .text(PlacedText(block: block, origin: origin, size: size, link: link))
    )
  }

  /// The block with so many lines at most, cut between two words where it can be; and whether it
  /// was cut.
  ///
  /// - Parameter separator: what stands between names, none of which is cut behind the first.
  func cut(
    _ block: TextBlock,
    lines limit: Int,
    between separator: String? = nil
  ) -> (block: TextBlock, isCut: Bool) {
    let measure = measurer.measure(block)
    guard limit > 0, measure.lines.count > limit, let width = block.width else {
      return (block, false)
    }
    let bytes = Array(block.text.utf8)
    let last = measure.lines[limit - 1]
    var end = min(last.end, bytes.count)
    // Where the dots clearly find no room behind the last word, it need not be tried.
    if last.width + block.font.size > width { end = lastSpace(bytes[..<end]) ?? end }
    while end > 0 {
      // Punctuation before the dots would be read with them.
      end = lastLetterEnd(bytes[..<(openBracket(bytes[..<end]) ?? end)])
      if let separator { end = lastNameEnd(bytes, before: end, Array(separator.utf8)) ?? end }
      guard end > 0 else { break }
      var shorter = block
      shorter.text = String(decoding: bytes[..<end], as: UTF8.self) + " \u{2026}"
      if measurer.measure(shorter).lines.count <= limit { return (shorter, true) }
      end = lastSpace(bytes[..<end]) ?? 0
    }
    // One word fills all the lines: it has to be cut inside.
    var inside = block
    inside.maxLines = limit
    return (inside, true)
  }

  /// Where the last name ends that is whole at a place, or the place itself between two; `nil` within
  /// the first name.
  private func lastNameEnd(_ bytes: [UInt8], before end: Int, _ separator: [UInt8]) -> Int? {
    let starts = bytes.indices.filter { bytes[$0...].starts(with: separator) }
    let isBetween = starts.contains(end) || bytes[end...].starts(with: " (".utf8)
    return isBetween ? end : starts.last { $0 < end }
  }

  private func lastSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.lastIndex(of: UInt8(ascii: " "))
  }

  /// Where the bracket begins that the text leaves open: dots behind «(2» would not close it.
  private func openBracket(_ bytes: ArraySlice<UInt8>) -> Int? {
    var open: [Int] = []
    for (place, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "(") { open.append(place) }
      if byte == UInt8(ascii: ")") { _ = open.popLast() }
    }
    return open.first
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Where the last letter, mark or digit ends; 0 when there is none.
  private func lastLetterEnd(_ bytes: ArraySlice<UInt8>) -> Int {
    var text = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    while let last = text.last, !last.properties.isAlphabetic, !isDigit(last) { text.removeLast() }
    return Substring(text).utf8.count
  }

  /// How many lines of a text a fragment may have, so that it always fits a page.
  func mostLines(_ role: TextStyle) -> Int {
    let room =
      style.page.height - style.page.top - style.page.bottom - 65 - style.text.heading.line
    return max(1, min(24, Int(room / max(1, role.line))))
  }

  /// The block cut into blocks of at most so many lines, for what is longer than a page.
  func pieces(of block: TextBlock, lines limit: Int) -> [TextBlock] {
    let measure = measurer.measure(block)
    guard measure.lines.count > limit, limit > 0 else { return [block] }
    let bytes = Array(block.text.utf8)
    return stride(from: 0, to: measure.lines.count, by: limit).compactMap { index in
      let last = min(index + limit, measure.lines.count) - 1
      let start = measure.lines[index].start
      let end = last + 1 < measure.lines.count ? measure.lines[last + 1].start : bytes.count
      guard start >= 0, start < end, end <= bytes.count else { return nil }
      var piece = block
      piece.text = TextCleaning.cleaned(String(decoding: bytes[start..<end], as: UTF8.self))
      return piece
    }
  }
}

/// Some things drawn together, counted down from their own upper edge.
struct Fragment {
  var items: [SceneItem] = []
  var height = 0.0

  /// Adds another below.
  mutating func append(_ other: Fragment, gap: Double = 0) {
    let offset = height + (items.isEmpty ? 0 : gap)
    items += other.items.map { $0.moved(down: offset) }
    height = offset + other.height
  }
}

extension SceneItem {
  /// The same further down, and further to the right.
  func moved(down offset: Double, right shift: Double = 0) -> SceneItem {
    func move(_ point: Point) -> Point { Point(point.x + shift, point.y + offset) }
    func move(_ rect: Rect) -> Rect {
      Rect(x: rect.x + shift, y: rect.y + offset, width: rect.width, height: rect.height)
    }
    var moved = self
    switch content {
    case .text(var text):
      text.origin = move(text.origin)
      moved.content = .text(text)
    case .line(let from, let to, let stroke):
      moved.content = .line(from: move(from), to: move(to), stroke: stroke)
    case .curve(let path, let stroke, let fill):
      let steps = path.steps.map { step -> Path.Step in
        switch step {
        case .move(let point): .move(move(point))
        case .line(let point): .line(move(point))
        case .curve(let first, let second, let end): .curve(move(first), move(second), move(end))
        case .close: .close
        }
      }
      moved.content = .curve(Path(steps), stroke: stroke, fill: fill)
    case .box(let rect, let fill, let stroke, let radius):
      moved.content = .box(move(rect), fill: fill, stroke: stroke, radius: radius)
    case .mark(var mark):
      mark.center = move(mark.center)
      moved.content = .mark(mark)
    case .hatch(var hatch):
      hatch.rect = move(hatch.rect)
      moved.content = .hatch(hatch)
    case .picture(let picture, let rect): moved.content = .picture(picture, in: move(rect))
    case .destination(let name, let point):
      moved.content = .destination(name: name, at: move(point))
    case .open, .close: break
    }
    return moved
  }
}
