/// A table in a text file after RFC 4180, as spreadsheets of all kinds write it.
///
/// Takes commas, semicolons and tabs between cells (the first line tells which), CR, LF and CR LF
/// between rows, quoted cells that hold any of these, and a byte order mark.
struct DelimitedText {
  /// One row, with its place for messages.
  struct Row {
    let cells: [String]
    /// The line it begins on, counted from 1.
    let line: Int
  }

  /// A row that could not be read.
  struct Fault {
    let line: Int
    let code: String
    let message: String
  }

  private(set) var rows: [Row] = []
  private(set) var faults: [Fault] = []

  private let bytes: [UInt8]
  private var separator = UInt8(ascii: ",")
  private var position = 0
  private var line = 1
  /// Set by the first quotation that never ends: from there on none goes beyond its line, so that
  /// one stray quotation mark costs one row and not all that follow.
  private var endsQuotesAtLineEnd = false
  /// How many bytes were read in vain; a file of nothing but stray marks must not take for ever.
  private var wasted = 0

  /// The most cells a row may have.
  static let cellLimit = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      faults.append(Fault(line: 1, code: "not-utf8", message: Self.encodingMessage))
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    findSeparator()
    while position < bytes.count { readRow() }
  }

  private static let encodingMessage = "not UTF-8; save the table as ‘CSV UTF-8’"

  /// The sign that stands most often in the first line outside quotations; Excel's own hint
  /// `sep=;` is stepped over.
  private mutating func findSeparator() {
    let end = lineEnd(from: position)
    let first = bytes[position..<end]
    if first.starts(with: "sep=".utf8), first.count == 5, let sign = first.last {
      separator = sign
      position = end
      skipLineEnd()
      return
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in first {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        counts[byte, default: 0] += 1
      }
    }
    var most = 0
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      if let count = counts[sign], count > most {
        separator = sign
        most = count
      }
    }
  }

  // MARK: - Rows

  private mutating func readRow() {
    let start = (position: position, line: line)
    var cells: [[UInt8]] = []
    var isTooWide = false
    while true {
      guard let cell = readCell() else {
        wasted &+= position - start.position
        if position == bytes.count || wasted > bytes.count { endsQuotesAtLineEnd = true }
        position = start.position
        line = start.line
        faults.append(
          Fault(
            line: line,
            code: "quote",
            message: "a quotation mark without its partner; write \"\" for one inside a cell"
          )
        )
        position = lineEnd(from: position)
        skipLineEnd()
        return
      }
      if cells.count < Self.cellLimit { cells.append(cell) } else { isTooWide = true }
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    skipLineEnd()
    if isTooWide {
      let message = "more than \(Self.cellLimit) cells; check what separates them"
      faults.append(Fault(line: start.line, code: "columns", message: message))
      return
    }
    guard cells.contains(where: { !$0.allSatisfy { $0 <= 0x20 } }) else { return }
    var texts: [String] = []
    for cell in cells {
      guard let text = String(validating: cell, as: UTF8.self) else {
        faults.append(Fault(line: start.line, code: "not-utf8", message: Self.encodingMessage))
        return
      }
      texts.append(text)
    }
    rows.append(Row(cells: texts, line: start.line))
  }

  /// The cell here, up to the separator or line end, which is left; `nil` when its quotation has no
  /// end.
  private mutating func readCell() -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    guard position < bytes.count, bytes[position] == quote else { return readPlain() }
    var cell: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        if position + 1 < bytes.count, bytes[position + 1] == quote {
          cell.append(quote)
          position += 2
          continue
        }
        position += 1
        // Words behind the closing mark: it was the opening one of another row, most likely, and
        // the rows between must not vanish into a cell.
        let isClosed =
          position == bytes.count || bytes[position] == separator || isLineEnd(bytes[position])
        return isClosed ? cell : nil
      }
      if isLineEnd(byte) {
        guard !endsQuotesAtLineEnd else { return nil }
        skipLineEnd()
        cell.append(UInt8(ascii: "\n"))
        continue
      }
      cell.append(byte)
      position += 1
    }
    return nil
  }

  private mutating func readPlain() -> [UInt8] {
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
      position += 1
    }
    return Array(bytes[start..<position])
  }

  // MARK: - Lines

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
  }

  /// Steps over one line end, whatever its form.
  private mutating func skipLineEnd() {
    guard position < bytes.count, isLineEnd(bytes[position]) else { return }
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }
}
