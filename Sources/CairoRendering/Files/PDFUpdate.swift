import Drawing

/// Adds to a finished PDF what Cairo 1.16 cannot write: the language, how a viewer shows the pages,
/// the words that stand for a figure, and the file's identifier.
///
/// The additions stand behind Cairo's bytes as an incremental update (ISO 32000-1, 7.5.6), so that
/// nothing of what Cairo wrote is touched.
struct PDFUpdate {
  private var bytes: [UInt8]
  /// Where the table of objects begins.
  private let table: Int
  /// Where each object begins.
  private let offsets: [Int]
  private let root: Int
  private let info: Int
  private var changed: [(number: Int, offset: Int)] = []

  /// Reads the table at the end; `nil` when the bytes are not as Cairo writes them.
  init?(_ bytes: [UInt8]) {
    guard let mark = PDFScan.last("startxref", in: bytes),
      let table = PDFScan.number(in: bytes, after: mark + 9),
      let offsets = PDFScan.offsets(in: bytes, table: table),
      let trailer = PDFScan.first("trailer", in: bytes, from: table),
      let root = PDFScan.reference("/Root", in: bytes, from: trailer),
      let info = PDFScan.reference("/Info", in: bytes, from: trailer)
    else { return nil }
    self.bytes = bytes
    self.table = table
    self.offsets = offsets
    self.root = root
    self.info = info
  }

  /// The file with what a document says of itself.
  consuming func described(by metadata: DocumentMetadata) -> [UInt8] {
    let identifier = PDFScan.identifier(of: bytes)
    let direction = metadata.direction == .rightToLeft ? "R2L" : "L2R"
    add(
      "   /Lang \(PDFScan.string(metadata.language))\n"
        + "   /ViewerPreferences << /Direction /\(direction) /DisplayDocTitle true >>\n",
      to: root
    )
    let chart = metadata.figure.isEmpty ? metadata.title : metadata.figure
    for (place, number) in figures.enumerated() {
      let words = place == 0 ? metadata.logo ?? chart : chart
      if !words.isEmpty { add("   /Alt \(PDFScan.string(words))\n", to: number) }
    }
    finish(identifier)
    return bytes
  }

  /// The objects of the structure that are figures.
  private var figures: [Int] {
    var found: [Int] = []
    for number in 1..<max(1, offsets.count) {
      guard let range = PDFScan.dictionary(at: offsets[number], in: bytes) else { continue }
      if PDFScan.first("/S /Figure\n", in: bytes, from: range.lowerBound, to: range.upperBound)
        != nil
      {
        found.append(number)
      }
    }
    return found
  }

  /// Writes an object once more, with further entries at the end of its dictionary.
  private mutating func add(_ entries: String, to number: Int) {
    guard offsets.indices.contains(number),
      let range = PDFScan.dictionary(at: offsets[number], in: bytes)
    else { return }
    let old = Array(bytes[range])
    changed.append((number, bytes.count))
    bytes += "\(number) 0 obj\n".utf8
    bytes += old
    bytes += entries.utf8
    bytes += ">>\nendobj\n".utf8
  }

  private mutating func finish(_ identifier: String) {
    let start = bytes.count
    var text = "xref\n"
    for (number, offset) in changed.sorted(by: { $0.number < $1.number }) {
      text += "\(number) 1\n\(PDFScan.padded(offset)) 00000 n \n"
    }
    text += """
      trailer
      << /Size \(offsets.count)
         /Root \(root) 0 R
         /Info \(info) 0 R
         /Prev \(table)
         /ID [<\(identifier)> <\(identifier)>]
      >>
      startxref
      \(start)
      %%EOF

      """
    bytes += text.utf8
  }
}
