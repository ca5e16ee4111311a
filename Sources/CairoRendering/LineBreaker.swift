/// Breaks a shaped paragraph into lines: between words, and inside a word that no line can hold.
struct LineBreaker {
  private let text: ShapedText
  private var pieces: [ShapedText.Piece] { text.pieces }
  /// What rounding may add to a width that was measured before.
  private static let slack = 1e-4

  init(_ text: ShapedText) { self.text = text }

  /// The lines at a width in units of the font's size.
  ///
  /// - Parameter limit: after so many lines, dots stand for the rest.
  func lines(width: Double?, limit: Int?) -> [TextLine] {
    let end = TextLine.Position(piece: pieces.count)
    guard let width else { return [line(from: TextLine.Position(piece: 0), to: end)] }
    let room = max(0, width) + LineBreaker.slack
    var lines: [TextLine] = []
    var start = TextLine.Position(piece: 0)
    var used = 0.0
    var index = 0
    while index < pieces.count {
      let next = segmentEnd(index)
      let (visible, whole) = extent(index..<next)
      if used + visible <= room {
        used += whole
        index = next
      } else if start != TextLine.Position(piece: index) {
        lines.append(line(from: start, to: TextLine.Position(piece: index)))
        start = TextLine.Position(piece: index)
        used = 0
      } else {
        start = breakInside(index..<next, room: room, lines: &lines)
        // What is left of the segment begins a line of its own; the next segment may join it.
        used = extent(from: start, to: TextLine.Position(piece: next))
        index = next
      }
      if let limit, lines.count > limit { break }
    }
    if start != end || lines.isEmpty { lines.append(line(from: start, to: end)) }
    if let limit, lines.count > max(1, limit) { cut(&lines, to: max(1, limit), room: room) }
    return lines
  }

  /// The piece behind the unbreakable run that begins with a piece.
  private func segmentEnd(_ first: Int) -> Int {
    var next = first + 1
    while next < pieces.count, !pieces[next].canBegin { next += 1 }
    return next
  }

  /// How wide some pieces are without the blanks at their end, and with them.
  private func extent(_ range: Range<Int>) -> (visible: Double, whole: Double) {
    var visible = 0.0
    var whole = 0.0
    for index in range {
      whole += pieces[index].word.advance
      if !pieces[index].isBlank { visible = whole }
    }
    return (visible, whole)
  }

  private func extent(from first: TextLine.Position, to last: TextLine.Position) -> Double {
    var width = 0.0
    var index = first.piece
    while index <= last.piece, index < pieces.count {
      let clusters = pieces[index].word.clusters
      let begin = index == first.piece ? first.cluster : 0
      let end = index == last.piece ? last.cluster : clusters.count
      if begin < end { for cluster in clusters[begin..<end] { width += cluster.advance } }
      index += 1
    }
    return width
  }

  /// Fills lines with the clusters of a run that is too wide; gives the place of the last line.
  private func breakInside(
    _ range: Range<Int>,
    room: Double,
    lines: inout [TextLine]
  ) -> TextLine.Position {
    var start = TextLine.Position(piece: range.lowerBound)
    var used = 0.0
    for index in range where !pieces[index].isBlank {
      for (number, cluster) in pieces[index].word.clusters.enumerated() {
        let place = TextLine.Position(piece: index, cluster: number)
        if used + cluster.advance > room, place != start {
          lines.append(line(from: start, to: place))
          start = place
          used = 0
        }
        used += cluster.advance
      }
    }
    return start
  }

  /// Keeps so many lines; the last one takes what fits before the dots.
  private func cut(_ lines: inout [TextLine], to limit: Int, room: Double) {
    let first = lines[limit - 1].first
    lines.removeSubrange((limit - 1)...)
    var last = first
    var used = text.ellipsis.advance
    search: for index in first.piece..<pieces.count {
      let clusters = pieces[index].word.clusters
      let begin = index == first.piece ? first.cluster : 0
      for number in clusters.indices where number >= begin {
        used += clusters[number].advance
        if used > room { break search }
        if !pieces[index].isBlank {
          last = TextLine.Position(piece: index, cluster: number + 1)
        }
      }
    }
    var line = line(from: first, to: last)
    line.width += text.ellipsis.advance
    line.bytes = line.bytes.lowerBound..<max(line.bytes.lowerBound, text.bytes.count)
    line.isCut = true
    lines.append(line)
  }

  private func line(from first: TextLine.Position, to last: TextLine.Position) -> TextLine {
    var visible = last
    while visible.piece > first.piece, visible.cluster == 0,
      pieces[visible.piece - 1].isBlank
    { visible.piece -= 1 }
    let start = byte(at: first)
    return TextLine(
      first: first,
      last: last,
      bytes: start..<max(start, byte(at: last)),
      width: extent(from: first, to: visible)
    )
  }

  private func byte(at position: TextLine.Position) -> Int {
    guard position.piece < pieces.count else { return text.bytes.count }
    let piece = pieces[position.piece]
    guard position.cluster < piece.word.clusters.count else {
      return position.piece + 1 < pieces.count
        ? pieces[position.piece + 1].start : text.bytes.count
    }
    return position.cluster == 0
      ? piece.start : piece.start + piece.word.clusters[position.cluster].start
  }
}
