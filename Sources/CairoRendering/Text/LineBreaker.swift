/// Breaks a shaped paragraph into lines: between words, where words are tied when no line holds them
/// together, and inside a word that no line can hold.
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
    var filling = Filling(room: room)
    var index = 0
    while index < pieces.count {
      let next = segmentEnd(index, .free, before: pieces.count)
      add(index..<next, broken: .free, to: &filling)
      index = next
      if let limit, filling.lines.count > limit { break }
    }
    var lines = filling.lines
    if filling.start != end || lines.isEmpty { lines.append(line(from: filling.start, to: end)) }
    if let limit, lines.count > max(1, limit) { cut(&lines, to: max(1, limit), room: room) }
    return lines
  }

  /// Lines as they fill.
  private struct Filling {
    let room: Double
    var lines: [TextLine] = []
    /// Where the open line begins.
    var start = TextLine.Position(piece: 0)
    /// How much of it is taken.
    var used = 0.0

    init(room: Double) { self.room = room }
  }

  /// Adds a run that holds no line break of a kind; where no line is wide enough for it, one of the
  /// next kind parts it.
  private func add(_ run: Range<Int>, broken kind: LineBreak, to filling: inout Filling) {
    let (visible, whole) = extent(run)
    let first = TextLine.Position(piece: run.lowerBound)
    if filling.used + visible <= filling.room {
      filling.used += whole
      return
    }
    if visible > filling.room, let weaker = LineBreak(rawValue: kind.rawValue - 1), weaker > .never
    {
      var index = run.lowerBound
      while index < run.upperBound {
        let next = segmentEnd(index, weaker, before: run.upperBound)
        add(index..<next, broken: weaker, to: &filling)
        index = next
      }
      return
    }
    if filling.start != first {
      filling.lines.append(line(from: filling.start, to: first))
      filling.start = first
      filling.used = 0
    }
    if visible <= filling.room {
      filling.used = whole
      return
    }
    filling.start = breakInside(run, room: filling.room, lines: &filling.lines)
    // What is left of the run begins a line of its own; the next run may join it.
    let end = TextLine.Position(piece: run.upperBound)
    filling.used = extent(from: filling.start, to: end)
  }

  /// The piece behind the run that begins with a piece and holds no line break of a kind.
  private func segmentEnd(_ first: Int, _ kind: LineBreak, before end: Int) -> Int {
    var next = first + 1
    while next < end, pieces[next].lineBreak < kind { next += 1 }
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
