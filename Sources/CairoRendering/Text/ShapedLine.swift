import CPangoCairo
import Drawing

/// One line of shaped text, cut into the pieces that a PDF reader can copy and search.
///
/// A PDF holds glyphs, and each reader guesses the words back by its own rules. Readers agree on
/// this form (measured on poppler, MuPDF and PDFium): words in logical order; inside a word the
/// glyphs from left to right; one cluster of Cairo for each cluster of Pango; and the letters of a
/// right-to-left cluster reversed, because every reader turns right-to-left words around, and the
/// letters of a ligature with them.
struct ShapedLine {
  /// A cluster at its place; holds no object, for a sheet has many hundred thousand of them.
  struct Entry {
    /// The piece of the line it belongs to.
    let part: Int
    /// Its place in the word.
    let cluster: Int
    /// Its place from left to right among all clusters of the line.
    let place: Int
    /// Its left edge.
    let x: Double
  }

  /// The pieces of the line, in the order they are read.
  let parts: [Part]
  /// The clusters of all pieces, in the order they are read.
  let entries: [Entry]
  let text: ShapedText
  let size: Double
  let y: Double

  /// A line that starts at a place on its baseline.
  init(_ line: TextLine, of text: ShapedText, size: Double, start: Point) {
    self.text = text
    self.size = size
    y = start.y
    var parts = ShapedLine.parts(of: line, in: text)
    let hanging = ShapedLine.levelBlanks(&parts, base: text.base)
    var x = start.x - (text.base % 2 == 1 ? hanging * size : 0)
    let count = parts.last.map { $0.first + $0.clusters.count } ?? 0
    entries = [Entry](unsafeUninitializedCapacity: count) { entries, filled in
      var place = 0
      for index in ShapedLine.visualOrder(parts.map(\.level)) {
        let part = parts[index]
        let range = part.clusters
        let clusters = part.piece.word.clusters
        for step in 0..<range.count {
          let isBackwards = part.level % 2 == 1
          let number = isBackwards ? range.upperBound - 1 - step : range.lowerBound + step
          let entry = Entry(part: index, cluster: number, place: place, x: x)
          entries.initializeElement(at: part.first + number - range.lowerBound, to: entry)
          place += 1
          x += clusters[number].advance * size
        }
      }
      filled = count
    }
    self.parts = parts
  }

  /// A piece of the text as far as it stands in the line.
  struct Part {
    let piece: ShapedText.Piece
    let clusters: Range<Int>
    var level: UInt8
    let isEllipsis: Bool
    let isSpace: Bool
    /// The number of clusters of the line before the piece, in the order of reading.
    let first: Int

    /// Whether a cluster is an Arabic letter with signs above or below it.
    func hasSigns(_ cluster: ShapedWord.Cluster) -> Bool {
      piece.isRightToLeft && cluster.letter.count == 1 && cluster.glyphs.count > 1
    }
  }

  private static func parts(of line: TextLine, in text: ShapedText) -> [Part] {
    var parts: [Part] = []
    parts.reserveCapacity(max(0, line.last.piece - line.first.piece) + 2)
    var first = 0
    var index = line.first.piece
    while index <= line.last.piece, index < text.pieces.count {
      let piece = text.pieces[index]
      let count = piece.word.clusters.count
      let begin = index == line.first.piece ? line.first.cluster : 0
      let end = index == line.last.piece ? line.last.cluster : count
      if begin < end, end <= count {
        let isSpace = LetterOrder.isSpace(text.bytes, at: piece.start)
        parts.append(
          Part(
            piece: piece,
            clusters: begin..<end,
            level: piece.level,
            isEllipsis: false,
            isSpace: isSpace,
            first: first
          )
        )
        first += end - begin
      }
      index += 1
    }
    if line.isCut {
      let piece = ShapedText.Piece(
        word: text.ellipsis,
        start: text.bytes.count,
        level: text.base,
        lineBreak: .never,
        isBlank: false
      )
      parts.append(
        Part(
          piece: piece,
          clusters: text.ellipsis.clusters.indices,
          level: text.base,
          isEllipsis: true,
          isSpace: false,
          first: first
        )
      )
    }
    return parts
  }

  /// Blanks at the end of a line belong to the paragraph: they hang out where reading ends, or
  /// would push the words in where it begins.
  ///
  /// - Returns: how far they hang out, in units of the size.
  private static func levelBlanks(_ parts: inout [Part], base: UInt8) -> Double {
    var hanging = 0.0
    for index in parts.indices.reversed() {
      guard parts[index].piece.isBlank else { break }
      parts[index].level = base
      hanging += parts[index].piece.word.advance
    }
    return hanging
  }

  /// Rule L2 of the bidirectional algorithm: from the deepest level up, every run is turned around.
  private static func visualOrder(_ levels: [UInt8]) -> [Int] {
    // Nearly every line of a sheet runs one way.
    if let first = levels.first, levels.allSatisfy({ $0 == first }) {
      return first % 2 == 1 ? levels.indices.reversed() : Array(levels.indices)
    }
    var order = Array(levels.indices)
    guard let deepest = levels.max(), let least = levels.filter({ $0 % 2 == 1 }).min() else {
      return order
    }
    var level = deepest
    while level >= least {
      var start = 0
      while start < levels.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < levels.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
      guard level > 0 else { break }
      level -= 1
    }
    return order
  }

  /// The rectangle the line's ink touches; `nil` when it has none.
  var ink: Rect? {
    var result: Rect?
    for entry in entries {
      let word = parts[entry.part].piece.word
      let cluster = word.clusters[entry.cluster]
      for glyph in word.glyphs[cluster.glyphs] {
        let own = word.fonts[cluster.font].ink(of: glyph.index)
        guard own.width > 0, own.height > 0 else { continue }
        let rect = Rect(
          x: entry.x + (glyph.x + own.x) * size,
          y: y + (glyph.y + own.y) * size,
          width: own.width * size,
          height: own.height * size
        )
        result = result.map { $0.union(rect) } ?? rect
      }
    }
    return result
  }
}

/// A place that is no whole point in the fixed-point numbers of Cairo, 256 to the point.
func offGrid(_ place: Double) -> Double {
  let scaled = (place * 256).rounded()
  return scaled.truncatingRemainder(dividingBy: 256) == 0 ? place + 1.0 / 128 : place
}

extension Rect {
  /// The least rectangle around both.
  fileprivate func union(_ other: Rect) -> Rect {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(
      x: left,
      y: top,
      width: max(maxX, other.maxX) - left,
      height: max(maxY, other.maxY) - top
    )
  }
}
