/// Writes rows of cells after RFC 4180, for spreadsheets that would run what they read.
///
/// The byte order mark tells Excel that the file is UTF-8; lines end in CR LF.
struct CSVWriter {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Adds a row.
  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(_ cell: String) {
    let cell = CSVWriter.neutralized(cell)
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";")
        || byte < 0x20
    }
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    guard cell.utf8.contains(UInt8(ascii: "\"")) else {
      bytes.append(contentsOf: cell.utf8)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: - Formulas

  /// The cell as text: with an apostrophe before what a spreadsheet would take for a formula.
  ///
  /// A cell that begins so already gets one more, so that ``restored(_:)`` gives back every cell.
  static func neutralized(_ cell: String) -> String {
    isFormula(cell) ? "'" + cell : cell
  }

  /// The cell as it was before it was neutralized.
  static func restored(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// Whether the first sign after any apostrophes is `=`, `+`, `-`, `@` (full-width ones too, which
  /// some spreadsheets read alike), a tab or a line end.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    switch first.value {
    case 0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x09, 0x0A, 0x0D: return true
    default: return false
    }
  }
}
