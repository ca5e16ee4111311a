import CPangoCairo

/// Cuts a line into the pieces it is shown in.
extension ShapedLine {
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

    /// - Parameter room: how many glyphs are likely to be added.
    init(font: ShapingFont, hasSigns: Bool, room: Int = 0) {
      self.font = font
      self.hasSigns = hasSigns
      guard room > 0 else { return }
      glyphs.reserveCapacity(room)
      clusters.reserveCapacity(room)
      text.reserveCapacity(2 * room)
    }
  }

  /// Adds the line's pieces, in the order they are to be shown.
  ///
  /// What follows in the same font joins the piece before it: Cairo takes a whole block as one step,
  /// and writes the same glyphs.
  func add(to pieces: inout [Piece]) {
    var isAfterLeftToRight = false
    var start = 0
    while start < parts.count {
      var end = start + 1
      if !parts[start].isSpace {
        while end < parts.count, !parts[end].isSpace { end += 1 }
      }
      let endsLeftToRight =
        parts[start].isSpace && isAfterLeftToRight && parts[start].piece.isRightToLeft
      isAfterLeftToRight = !parts[end - 1].piece.isRightToLeft
      // Poppler counts a space to the left-to-right words before it, and so loses it. A mark that
      // reads right to left beside the space keeps the two words apart; other readers drop it.
      add(start..<end, to: &pieces, mark: endsLeftToRight ? LetterOrder.rightToLeftMark : [])
      start = end
    }
  }

  /// Adds the pieces of one word, or a space.
  private func add(_ word: Range<Int>, to pieces: inout [Piece], mark: [UInt8]) {
    guard let first = word.first, let last = word.last else { return }
    if word.count == 1, mark.isEmpty, let print = print(of: parts[first]) {
      add(print, of: parts[first], to: &pieces)
    } else {
      addClusters(word, from: first, through: last, to: &pieces, mark: mark)
    }
  }

  /// What a word always looks like, and tells, wherever it stands; `nil` for a part of one, and for
  /// one whose letters stand for signs too.
  private func print(of part: Part) -> WordPrint? {
    let word = part.piece.word
    guard !part.isEllipsis, part.clusters == word.clusters.indices,
      part.level % 2 == part.piece.level % 2
    else { return nil }
    if let known = word.print { return known }
    let isPlain = word.clusters.allSatisfy { $0.font == 0 && !part.hasSigns($0) }
    guard isPlain, !word.clusters.isEmpty else {
      word.print = .some(nil)
      return nil
    }
    // The letters of a line's part, with the glyphs in units of the size.
    var pieces: [Piece] = []
    let place = parts.firstIndex { $0.first == part.first } ?? 0
    addClusters(place..<place + 1, from: place, through: place, to: &pieces, mark: [])
    guard pieces.count == 1 else {
      word.print = .some(nil)
      return nil
    }
    var print = WordPrint(
      glyphs: [],
      clusters: pieces[0].clusters.withUnsafeBufferPointer { Array($0) },
      text: pieces[0].text.withUnsafeBufferPointer { Array($0) }
    )
    print.glyphs.reserveCapacity(word.glyphs.count)
    var x = 0.0
    for cluster in part.piece.isRightToLeft ? word.clusters.reversed() : word.clusters {
      for index in cluster.glyphs {
        let glyph = word.glyphs[index]
        print.glyphs.append(cairo_glyph_t(index: glyph.index, x: x + glyph.x, y: glyph.y))
      }
      x += cluster.advance
    }
    word.print = .some(print)
    return print
  }

  private func add(_ print: WordPrint, of part: Part, to pieces: inout [Piece]) {
    guard let font = part.piece.word.fonts.first else { return }
    if pieces.last?.font !== font || pieces.last?.hasSigns != false {
      pieces.append(Piece(font: font, hasSigns: false, room: entries.count))
    }
    let isBackwards = part.piece.isRightToLeft
    let left = entries[isBackwards ? part.first + part.clusters.count - 1 : part.first].x
    let last = pieces.count - 1
    let (size, y, isSpace) = (size, y, part.isSpace)
    pieces[last].glyphs.append(
      contentsOf: print.glyphs.lazy.map { glyph in
        let x = left + glyph.x * size
        // Cairo holds a blank on a whole point for empty and leaves it out.
        return cairo_glyph_t(index: glyph.index, x: isSpace ? offGrid(x) : x, y: y + glyph.y * size)
      }
    )
    pieces[last].clusters.append(contentsOf: print.clusters)
    pieces[last].text.append(contentsOf: print.text)
  }

  private func addClusters(
    _ word: Range<Int>,
    from first: Int,
    through last: Int,
    to pieces: inout [Piece],
    mark: [UInt8]
  ) {
    let range = parts[first].first..<(parts[last].first + parts[last].clusters.count)
    var teller = Teller()
    let tellings = range.map { teller.telling(of: $0, before: range.upperBound, in: self) }
    let level = parts[first].level
    let isEven = parts[word].allSatisfy { $0.level == level }
    let order: [Int]
    var closing: Range<Int>?
    if isEven {
      order = level % 2 == 1 ? range.reversed() : Array(range)
    } else if let foreign = foreign(in: word) {
      order = word.flatMap { clusters(of: parts[$0], isReversed: parts[$0].level % 2 == 1) }
      closing = foreign
    } else {
      order = range.sorted { entries[$0].place < entries[$1].place }
    }
    // Words of another script among brackets are put right above.
    let hasBrackets = closing == nil && tellings.contains { LetterOrder.isBracket($0.letters) }
    for index in order {
      var telling = tellings[index - range.lowerBound]
      if hasBrackets, parts[entries[index].part].piece.isRightToLeft {
        // PDFium turns the brackets of right-to-left text around, though they are told as they are read;
        // those it leaves alone that a mark shows to read left to right. The mark of the other kind keeps
        // Poppler from putting them to the words beside them, and a stop behind them in its place.
        if LetterOrder.isBracket(telling.letters) {
          telling.marks = .bracket
        } else if LetterOrder.isStop(telling.letters) {
          telling.marks = .stop
        }
      }
      if !mark.isEmpty { telling.letters += mark }
      // Readers count what closes a Latin word in an Arabic line as part of it, and put it before
      // the word («(QUAD)»); a mark that reads right to left keeps it where it is.
      if closing?.contains(index) == true {
        telling.letters = LetterOrder.rightToLeftMark + telling.letters
      }
      let part = parts[entries[index].part]
      let word = part.piece.word
      let font = word.fonts[word.clusters[entries[index].cluster].font]
      if pieces.last?.font !== font || pieces.last?.hasSigns != telling.hasSigns {
        pieces.append(Piece(font: font, hasSigns: telling.hasSigns))
      }
      add(entries[index], of: part, telling, to: &pieces[pieces.count - 1])
    }
  }

  private func clusters(of part: Part, isReversed: Bool) -> [Int] {
    let range = part.first..<part.first + part.clusters.count
    return isReversed ? range.reversed() : Array(range)
  }

  /// The cluster, none or one, that closes a Latin word among brackets and stops of an Arabic line;
  /// `nil` for any other word.
  private func foreign(in word: Range<Int>) -> Range<Int>? {
    var closing: Range<Int>?
    var isLatin = false
    var isAfter = false
    for index in word {
      let part = parts[index]
      let told = part.clusters.flatMap { letters(of: part.piece.word.clusters[$0], in: part) }
      if part.level % 2 == 0 {
        isLatin = isLatin || told.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        isAfter = true
      } else {
        // Arabic letters begin with these bytes: a word of both scripts is another matter.
        if told.contains(where: { (0xD8...0xDF).contains($0) }) { return nil }
        if isAfter, closing == nil { closing = part.first..<part.first + 1 }
        isAfter = false
      }
    }
    return isLatin && text.base % 2 == 1 ? closing ?? 0..<0 : nil
  }

  /// What a cluster's glyphs tell.
  private struct Telling {
    /// Its letters in the order they are read.
    var letters: ArraySlice<UInt8>
    /// What marks around them tell readers which way they run.
    var marks = Marks.none
    /// Whether they hold signs that are drawn as mere shapes.
    var hasSigns = false

    enum Marks {
      case none
      /// Right to left before, left to right behind.
      case bracket
      /// Right to left behind.
      case stop
    }
  }

  /// Finds what each cluster of a word tells, from the first that is read to the last.
  ///
  /// Readers put a vowel sign before or behind its letter as its ink stands, and lose the word. So
  /// the sign is told by the glyph of the letter that follows, like a ligature, which all readers
  /// can read; behind the last letter of a word the letter itself tells it.
  private struct Teller {
    private var carried: ArraySlice<UInt8> = []

    mutating func telling(of index: Int, before end: Int, in line: ShapedLine) -> Telling {
      let part = line.parts[line.entries[index].part]
      let cluster = part.piece.word.clusters[line.entries[index].cluster]
      let all = line.letters(of: cluster, in: part)
      guard part.hasSigns(cluster) || !carried.isEmpty else {
        return Telling(letters: part.isEllipsis ? LetterOrder.ellipsis[...] : all)
      }
      var telling = Telling(letters: carried, hasSigns: !carried.isEmpty)
      carried = []
      let letterEnd = min(all.endIndex, max(all.startIndex, part.piece.start + cluster.letterEnd))
      if part.hasSigns(cluster), index + 1 < end, line.canCarry(index + 1) {
        telling.letters += all[..<letterEnd]
        carried = all[letterEnd...]
      } else {
        telling.letters += all
        telling.hasSigns = telling.hasSigns || part.hasSigns(cluster)
      }
      return telling
    }
  }

  /// Whether a cluster's glyph can tell the signs of the letter before it.
  private func canCarry(_ index: Int) -> Bool {
    let part = parts[entries[index].part]
    let cluster = part.piece.word.clusters[entries[index].cluster]
    return part.piece.isRightToLeft && !part.isSpace && !part.isEllipsis
      && cluster.letter.count == 1 && (cluster.glyphs.count == 1 || part.hasSigns(cluster))
  }

  private func add(_ entry: Entry, of part: Part, _ telling: Telling, to piece: inout Piece) {
    let cluster = part.piece.word.clusters[entry.cluster]
    guard !cluster.glyphs.isEmpty else { return }
    let hasSigns = part.hasSigns(cluster)
    for index in cluster.glyphs {
      let glyph = part.piece.word.glyphs[index]
      let x = entry.x + glyph.x * size
      let placed = cairo_glyph_t(
        index: glyph.index,
        // Cairo holds a blank on a whole point for empty and leaves it out.
        x: part.isSpace ? offGrid(x) : x,
        y: y + glyph.y * size
      )
      if hasSigns, !cluster.letter.contains(index) {
        piece.signs.append(placed)
      } else {
        piece.glyphs.append(placed)
      }
    }
    let count = hasSigns ? 1 : cluster.glyphs.count
    let isRightToLeft = part.piece.isRightToLeft
    // Letters of a glyph each: telling them apart keeps their order in readers.
    if count > 1, LetterOrder.scalars(of: telling.letters) == count {
      for scalar in LetterOrder.each(telling.letters, isReversed: isRightToLeft) {
        piece.text.append(contentsOf: scalar)
        piece.clusters.append(
          cairo_text_cluster_t(num_bytes: Int32(clamping: scalar.count), num_glyphs: 1)
        )
      }
      return
    }
    let start = piece.text.count
    if telling.marks == .bracket { piece.text += LetterOrder.rightToLeftMark }
    if isRightToLeft, !part.isSpace {
      LetterOrder.append(telling.letters, to: &piece.text)
    } else {
      piece.text.append(contentsOf: telling.letters)
    }
    switch telling.marks {
    case .none: break
    case .bracket: piece.text += LetterOrder.leftToRightMark
    case .stop: piece.text += LetterOrder.rightToLeftMark
    }
    piece.clusters.append(
      cairo_text_cluster_t(
        num_bytes: Int32(clamping: piece.text.count - start),
        num_glyphs: Int32(clamping: count)
      )
    )
  }

  private func letters(of cluster: ShapedWord.Cluster, in part: Part) -> ArraySlice<UInt8> {
    if part.isSpace { return [0x20] }
    let start = part.piece.start + cluster.start
    let end = part.piece.start + cluster.end
    guard start >= 0, start <= end, end <= text.bytes.count else { return [] }
    return text.bytes[start..<end]
  }
}
