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
  /// Glyphs of one font that are shown together.
  struct Piece {
    let font: ShapingFont
    /// Whether its letters stand for vowel signs too.
    let hasSigns: Bool
    var glyphs: [cairo_glyph_t] = []
    /// Signs that are drawn as mere shapes, for the letters under them tell them.
    var signs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var text: [UInt8] = []
  }

  /// A cluster at its place.
  private struct Entry {
    let piece: ShapedText.Piece
    let cluster: ShapedWord.Cluster
    /// Its place from left to right among all clusters of the line.
    let place: Int
    /// Its left edge.
    let x: Double
    let isEllipsis: Bool
    let isSpace: Bool
    /// Its place in the order of reading.
    let order: Int

    /// Whether it is an Arabic letter with signs above or below it.
    var hasSigns: Bool {
      piece.isRightToLeft && cluster.letter.count == 1 && cluster.glyphs.count > 1
    }

    /// Whether its glyph can tell the signs of the letter before it.
    var canCarry: Bool {
      piece.isRightToLeft && !isSpace && !isEllipsis && cluster.letter.count == 1
        && (cluster.glyphs.count == 1 || hasSigns)
    }
  }

  private let entries: [Entry]
  private let text: ShapedText
  private let size: Double
  private let y: Double

  /// A line that starts at a place on its baseline.
  init(_ line: TextLine, of text: ShapedText, size: Double, start: Point) {
    self.text = text
    self.size = size
    y = start.y
    var parts = ShapedLine.parts(of: line, in: text)
    let hanging = ShapedLine.levelBlanks(&parts, base: text.base)
    var x = start.x - (text.base % 2 == 1 ? hanging * size : 0)
    var entries: [Entry] = []
    for index in ShapedLine.visualOrder(parts.map(\.level)) {
      let part = parts[index]
      let range = part.clusters
      for step in 0..<range.count {
        let number = part.level % 2 == 1 ? range.upperBound - 1 - step : range.lowerBound + step
        let cluster = part.piece.word.clusters[number]
        entries.append(
          Entry(
            piece: part.piece,
            cluster: cluster,
            place: entries.count,
            x: x,
            isEllipsis: part.isEllipsis,
            isSpace: part.isSpace,
            order: part.order + number
          )
        )
        x += cluster.advance * size
      }
    }
    entries.sort { $0.order < $1.order }
    self.entries = entries
  }

  /// A piece of the text as far as it stands in the line.
  private struct Part {
    let piece: ShapedText.Piece
    let clusters: Range<Int>
    var level: UInt8
    let isEllipsis: Bool
    let isSpace: Bool
    /// The number of clusters before the piece, in the order of reading.
    let order: Int
  }

  private static func parts(of line: TextLine, in text: ShapedText) -> [Part] {
    var parts: [Part] = []
    var order = 0
    var index = line.first.piece
    while index <= line.last.piece, index < text.pieces.count {
      let piece = text.pieces[index]
      let count = piece.word.clusters.count
      let begin = index == line.first.piece ? line.first.cluster : 0
      let end = index == line.last.piece ? line.last.cluster : count
      if begin < end, end <= count {
        let isSpace = piece.start < text.bytes.count && text.bytes[piece.start] == 0x20
        parts.append(
          Part(
            piece: piece,
            clusters: begin..<end,
            level: piece.level,
            isEllipsis: false,
            isSpace: isSpace,
            order: order
          )
        )
      }
      order += count
      index += 1
    }
    if line.isCut {
      let piece = ShapedText.Piece(
        word: text.ellipsis,
        start: text.bytes.count,
        level: text.base,
        canBegin: false,
        isBlank: false
      )
      parts.append(
        Part(
          piece: piece,
          clusters: text.ellipsis.clusters.indices,
          level: text.base,
          isEllipsis: true,
          isSpace: false,
          order: order
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

  /// Adds the line's pieces, in the order they are to be shown.
  ///
  /// What follows in the same font joins the piece before it: Cairo takes a whole block as one step,
  /// and writes the same glyphs.
  func add(to pieces: inout [Piece]) {
    var isAfterLeftToRight = false
    var start = 0
    while start < entries.count {
      var end = start + 1
      if !entries[start].isSpace {
        while end < entries.count, !entries[end].isSpace { end += 1 }
      }
      let endsLeftToRight =
        entries[start].isSpace && isAfterLeftToRight && entries[start].piece.isRightToLeft
      isAfterLeftToRight = !entries[end - 1].piece.isRightToLeft
      let tellings = self.tellings(start..<end)
      let group = (start..<end).sorted { entries[$0].place < entries[$1].place }
      for index in group {
        var telling = tellings[index - start]
        // Poppler counts a space to the left-to-right words before it, and so loses it. A mark that
        // reads right to left beside the space keeps the two words apart; other readers drop it.
        if endsLeftToRight { telling.letters += LetterOrder.rightToLeftMark }
        let font = entries[index].cluster.font
        if pieces.last?.font !== font || pieces.last?.hasSigns != telling.hasSigns {
          pieces.append(Piece(font: font, hasSigns: telling.hasSigns))
        }
        add(entries[index], telling, to: &pieces[pieces.count - 1])
      }
      start = end
    }
  }

  /// What a cluster's glyphs tell.
  private struct Telling {
    /// Its letters in the order they are read.
    var letters: [UInt8]
    /// Whether they hold signs that are drawn as mere shapes.
    var hasSigns = false
  }

  /// What each cluster of a word tells.
  ///
  /// Readers put a vowel sign before or behind its letter as its ink stands, and lose the word. So
  /// the sign is told by the glyph of the letter that follows, like a ligature, which all readers
  /// can read; behind the last letter of a word the letter itself tells it.
  private func tellings(_ range: Range<Int>) -> [Telling] {
    var carried: ArraySlice<UInt8> = []
    return range.map { index in
      let entry = entries[index]
      var telling = Telling(
        letters: entry.isEllipsis ? LetterOrder.ellipsis : Array(bytes(of: entry))
      )
      guard entry.hasSigns || !carried.isEmpty else { return telling }
      telling.hasSigns = !carried.isEmpty
      telling.letters = Array(carried)
      carried = []
      let all = bytes(of: entry)
      let letterEnd = min(
        all.endIndex,
        max(all.startIndex, entry.piece.start + entry.cluster.letterEnd)
      )
      if entry.hasSigns, index + 1 < range.upperBound, entries[index + 1].canCarry {
        telling.letters += all[..<letterEnd]
        carried = all[letterEnd...]
      } else {
        telling.letters += all
        telling.hasSigns = telling.hasSigns || entry.hasSigns
      }
      return telling
    }
  }

  private func add(_ entry: Entry, _ telling: Telling, to piece: inout Piece) {
    let cluster = entry.cluster
    guard !cluster.glyphs.isEmpty else { return }
    for index in cluster.glyphs {
      let glyph = entry.piece.word.glyphs[index]
      let x = entry.x + glyph.x * size
      let placed = cairo_glyph_t(
        index: glyph.index,
        // Cairo holds a blank on a whole point for empty and leaves it out.
        x: entry.isSpace ? offGrid(x) : x,
        y: y + glyph.y * size
      )
      if entry.hasSigns, !cluster.letter.contains(index) {
        piece.signs.append(placed)
      } else {
        piece.glyphs.append(placed)
      }
    }
    let count = entry.hasSigns ? 1 : cluster.glyphs.count
    let isRightToLeft = entry.piece.isRightToLeft
    let letters = telling.letters[...]
    // Letters of a glyph each: telling them apart keeps their order in readers.
    let scalars = LetterOrder.scalars(of: letters)
    if scalars == count, scalars > 1 {
      for scalar in LetterOrder.each(letters, isReversed: isRightToLeft) {
        piece.text.append(contentsOf: scalar)
        piece.clusters.append(
          cairo_text_cluster_t(num_bytes: Int32(clamping: scalar.count), num_glyphs: 1)
        )
      }
      return
    }
    let told = isRightToLeft && !entry.isSpace ? LetterOrder.reversed(letters) : telling.letters
    piece.text.append(contentsOf: told)
    piece.clusters.append(
      cairo_text_cluster_t(
        num_bytes: Int32(clamping: told.count),
        num_glyphs: Int32(clamping: count)
      )
    )
  }

  private func bytes(of entry: Entry) -> ArraySlice<UInt8> {
    let start = entry.piece.start + entry.cluster.start
    let end = entry.piece.start + entry.cluster.end
    guard start >= 0, start <= end, end <= text.bytes.count else { return [] }
    return text.bytes[start..<end]
  }

  /// The rectangle the line's ink touches; `nil` when it has none.
  var ink: Rect? {
    var result: Rect?
    for entry in entries {
      for glyph in entry.piece.word.glyphs[entry.cluster.glyphs] {
        let own = entry.cluster.font.ink(of: glyph.index)
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
