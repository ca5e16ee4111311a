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
    let font: OpaquePointer?
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var text: [UInt8] = []
    var missing: [Missing] = []
  }

  /// A character that no font of the style has; a frame stands for it.
  struct Missing {
    let place: Point
    let advance: Double
  }

  /// Some bytes of the text and the glyphs that show them.
  fileprivate struct Cluster {
    var start: Int
    var end: Int
    var isRightToLeft: Bool
    var isEllipsis: Bool
    var font: OpaquePointer?
    /// Its place from left to right among all clusters of the line.
    var place: Int
    var glyphs: [cairo_glyph_t] = []
    var missing: [Missing] = []
    /// Whether it is the space that follows left-to-right words in a right-to-left line.
    var endsLeftToRight = false

    /// Moves a blank off the whole points: Cairo holds it for empty there and leaves it out.
    mutating func keepFromGrid() {
      for index in glyphs.indices { glyphs[index].x = offGrid(glyphs[index].x) }
    }
  }

  /// The pieces, in the order they are to be shown.
  let pieces: [Piece]

  /// Reads a line that starts at a place on its baseline.
  init(_ line: UnsafeMutablePointer<PangoLayoutLine>, text: String, start: Point) {
    var clusters: [Cluster] = []
    var x = start.x
    var node = line.pointee.runs
    while let current = node {
      if let run = tarikh_run(current) {
        ShapedLine.read(run, x: &x, baseline: start.y, into: &clusters)
      }
      node = current.pointee.next
    }
    clusters.sort { $0.start < $1.start }
    pieces = ShapedLine.pieces(of: clusters, bytes: Array(text.utf8))
  }

  private static func read(
    _ run: UnsafeMutablePointer<PangoLayoutRun>,
    x: inout Double,
    baseline: Double,
    into clusters: inout [Cluster]
  ) {
    guard let item = run.pointee.item, let string = run.pointee.glyphs else { return }
    let offset = Int(item.pointee.offset)
    let isRightToLeft = item.pointee.analysis.level % 2 == 1
    let isEllipsis = Int32(item.pointee.analysis.flags) & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS != 0
    let count = Int(string.pointee.num_glyphs)
    guard count > 0, let infos = string.pointee.glyphs, let starts = string.pointee.log_clusters
    else { return }
    let font = item.pointee.analysis.font.flatMap { tarikh_scaled_font($0) }

    let first = clusters.count
    for index in 0..<count {
      let info = infos[index]
      let start = offset + Int(starts[index])
      if clusters.count == first || clusters[clusters.count - 1].start != start {
        clusters.append(
          Cluster(
            start: start,
            end: start,
            isRightToLeft: isRightToLeft,
            isEllipsis: isEllipsis,
            font: font,
            place: clusters.count
          )
        )
      }
      let advance = points(info.geometry.width)
      let place = Point(
        x + points(info.geometry.x_offset),
        baseline + points(info.geometry.y_offset)
      )
      if info.glyph & PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG) != 0 {
        clusters[clusters.count - 1].missing.append(
          Missing(place: place, advance: advance)
        )
      } else if info.glyph != PangoGlyph(PANGO_GLYPH_EMPTY) {
        clusters[clusters.count - 1].glyphs.append(
          cairo_glyph_t(index: UInt(info.glyph), x: place.x, y: place.y)
        )
      }
      x += advance
    }
    // A cluster ends where the next one in the text begins.
    let end = offset + Int(item.pointee.length)
    for index in first..<clusters.count {
      let next = isRightToLeft ? index - 1 : index + 1
      clusters[index].end = next >= first && next < clusters.count ? clusters[next].start : end
    }
  }

  private static func pieces(of clusters: [Cluster], bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var word: [Cluster] = []
    func finish() {
      word.sort { $0.place < $1.place }
      var piece: Piece?
      for cluster in word {
        if piece?.font != cluster.font {
          if let piece { pieces.append(piece) }
          piece = Piece(font: cluster.font)
        }
        piece?.add(cluster, bytes: bytes)
      }
      if let piece { pieces.append(piece) }
      word.removeAll(keepingCapacity: true)
    }
    var isAfterLeftToRight = false
    for cluster in clusters {
      let isSpace = cluster.start < bytes.count && bytes[cluster.start] == UInt8(ascii: " ")
      if isSpace { finish() }
      word.append(cluster)
      if isSpace {
        word[0].endsLeftToRight = isAfterLeftToRight && cluster.isRightToLeft
        word[0].keepFromGrid()
        finish()
      }
      isAfterLeftToRight = !cluster.isRightToLeft
    }
    finish()
    return pieces
  }
}

extension ShapedLine.Piece {
  fileprivate mutating func add(_ cluster: ShapedLine.Cluster, bytes: [UInt8]) {
    missing.append(contentsOf: cluster.missing)
    guard !cluster.glyphs.isEmpty else { return }
    glyphs.append(contentsOf: cluster.glyphs)
    // A letter with its vowel signs, a glyph each: telling them apart keeps their order in readers.
    let scalars = scalarRanges(cluster, bytes)
    if scalars.count == cluster.glyphs.count, scalars.count > 1 {
      for range in cluster.isRightToLeft ? scalars.reversed() : scalars {
        text.append(contentsOf: bytes[range])
        clusters.append(
          cairo_text_cluster_t(num_bytes: Int32(clamping: range.count), num_glyphs: 1)
        )
      }
      return
    }
    let letters: [UInt8]
    if cluster.isEllipsis {
      letters = Array("\u{2026}".utf8)
    } else if cluster.start >= 0, cluster.start <= cluster.end, cluster.end <= bytes.count {
      let slice = bytes[cluster.start..<cluster.end]
      // Poppler counts a space to the left-to-right words before it, and so loses it. A mark that
      // reads right to left beside the space keeps the two words apart; other readers drop it.
      letters =
        (cluster.isRightToLeft ? reversedScalars(slice) : Array(slice))
        + (cluster.endsLeftToRight ? Array("\u{200F}".utf8) : [])
    } else {
      letters = []
    }
    text.append(contentsOf: letters)
    clusters.append(
      cairo_text_cluster_t(
        num_bytes: Int32(clamping: letters.count),
        num_glyphs: Int32(clamping: cluster.glyphs.count)
      )
    )
  }
}

/// A place that is no whole point in the fixed-point numbers of Cairo, 256 to the point.
func offGrid(_ place: Double) -> Double {
  let scaled = (place * 256).rounded()
  return scaled.truncatingRemainder(dividingBy: 256) == 0 ? place + 1.0 / 128 : place
}

/// Where each scalar of a cluster's text stands.
private func scalarRanges(_ cluster: ShapedLine.Cluster, _ bytes: [UInt8]) -> [Range<Int>] {
  guard !cluster.isEllipsis, cluster.start >= 0, cluster.start <= cluster.end,
    cluster.end <= bytes.count
  else { return [] }
  var ranges: [Range<Int>] = []
  var start = cluster.start
  for index in cluster.start..<cluster.end where index > start && bytes[index] & 0xC0 != 0x80 {
    ranges.append(start..<index)
    start = index
  }
  if start < cluster.end { ranges.append(start..<cluster.end) }
  return ranges
}

/// The same scalars from last to first, in UTF-8.
private func reversedScalars(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var end = bytes.endIndex
  var index = end
  while index > bytes.startIndex {
    index -= 1
    guard bytes[index] & 0xC0 != 0x80 else { continue }
    result.append(contentsOf: bytes[index..<end])
    end = index
  }
  return result
}
