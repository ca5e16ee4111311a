/// A table in a text file: tab-separated columns, `#` begins a comment line.
///
/// ASCII columns come first and one Arabic form last, so that no editor reorders a line on screen.
/// The file's bytes are kept once and cut where a column is asked for: the tables that ship have
/// some thousand rows, and every run reads them.
public struct TableFile: Sendable {
  /// One row, with its place for error messages.
  public struct Row: Sendable {
    private let table: Storage
    private let first: Int32
    /// How many columns it has.
    public let count: Int
    /// The line, counted from 1.
    public let line: Int

    fileprivate init(table: Storage, first: Int, count: Int, line: Int) {
      self.table = table
      self.first = Int32(truncatingIfNeeded: first)
      self.count = count
      self.line = line
    }

    /// The file's path.
    public var file: String { table.file }

    /// The columns.
    public var columns: [String] {
      (0..<count).map { String(decoding: table.bytes[range(of: $0)], as: UTF8.self) }
    }

    /// A column's text; empty when the column holds `-`.
    public subscript(index: Int) -> String { String(decoding: bytes(of: index), as: UTF8.self) }

    /// A column's bytes; none when the column holds `-`.
    public func bytes(of index: Int) -> ArraySlice<UInt8> {
      guard index < count else { return [] }
      let range = range(of: index)
      let isNone = range.count == 1 && table.bytes[range.lowerBound] == UInt8(ascii: "-")
      return table.bytes[isNone ? range.lowerBound..<range.lowerBound : range]
    }

    /// The bytes of a column's words, which spaces part.
    public func words(of index: Int) -> [ArraySlice<UInt8>] {
      bytes(of: index).split(separator: UInt8(ascii: " "))
    }

    private func range(of index: Int) -> Range<Int> {
      let bounds = table.bounds[Int(first) + index]
      return Int(bounds.start)..<Int(bounds.end)
    }

    /// A column's whole number.
    public func integer(_ index: Int, named name: String) throws(DataFileError) -> Int {
      guard let number = Int(self[index]) else {
        throw fault(in: index, named: name, allowed: "a whole number")
      }
      return number
    }

    /// An error about a column of this row.
    public func fault(in index: Int, named name: String, allowed: String) -> DataFileError {
      .value(file: file, line: line, column: name, found: self[index], allowed: allowed)
    }
  }

  /// What the rows of a file share.
  fileprivate final class Storage: Sendable {
    let file: String
    let bytes: [UInt8]
    let bounds: [(start: Int32, end: Int32)]

    init(file: String, bytes: [UInt8], bounds: [(start: Int32, end: Int32)]) {
      self.file = file
      self.bytes = bytes
      self.bounds = bounds
    }
  }

  /// The rows, in the file's order.
  public let rows: [Row]

  /// Reads a table.
  ///
  /// - Throws: ``DataFileError`` with file and line when a row has too few or too many columns.
  public init(_ name: String, in folder: DataFolder, columns: Int) throws(DataFileError) {
    try self.init(
      bytes: try folder.bytes(of: name),
      file: "\(folder.path)/\(name)",
      columns: columns
    )
  }

  /// Reads a table whose bytes are at hand.
  ///
  /// - Parameters:
  ///   - file: its path, for error messages.
  ///   - isSpreadsheet: whether it may bear the marks of a spreadsheet: a byte order mark, returns
  ///     before line ends, blank lines, empty columns at the end of a row.
  public init(
    bytes: [UInt8],
    file: String,
    columns: Int,
    isSpreadsheet: Bool = false
  ) throws(DataFileError) {
    var bounds: [(start: Int32, end: Int32)] = []
    var places: [(first: Int, count: Int, line: Int)] = []
    bounds.reserveCapacity(bytes.count / 8)
    places.reserveCapacity(bytes.count / 40)
    let limit = min(bytes.count, Int(Int32.max))
    var start = isSpreadsheet && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < limit {
      line += 1
      var end = start
      let first = bounds.count
      var field = start
      while end < limit, bytes[end] != UInt8(ascii: "\n") {
        if bytes[end] == UInt8(ascii: "\t") {
          bounds.append((Int32(truncatingIfNeeded: field), Int32(truncatingIfNeeded: end)))
          field = end + 1
        }
        end += 1
      }
      var last = end
      if isSpreadsheet, last > field, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
      bounds.append((Int32(truncatingIfNeeded: field), Int32(truncatingIfNeeded: last)))
      if isSpreadsheet {
        while bounds.count - first > columns, let bound = bounds.last, bound.start == bound.end {
          bounds.removeLast()
        }
      }
      let count = bounds.count - first
      let isBlank = count == 1 && bounds[first].start == bounds[first].end
      let isLeftOut = bytes[start] == UInt8(ascii: "#") || start == end || isSpreadsheet && isBlank
      start = end + 1
      guard !isLeftOut else {
        bounds.removeLast(count)
        continue
      }
      guard count == columns else {
        throw .columns(file: file, line: line, expected: columns, found: count)
      }
      places.append((first, count, line))
    }
    let storage = Storage(file: file, bytes: bytes, bounds: bounds)
    rows = places.map { Row(table: storage, first: $0.first, count: $0.count, line: $0.line) }
  }
}
