/// A table in a text file: tab-separated columns, `#` begins a comment line.
///
/// ASCII columns come first and one Arabic form last, so that no editor reorders a line on screen.
public struct TableFile: Sendable {
  /// One row, with its place for error messages.
  public struct Row: Sendable {
    /// The columns.
    public let columns: [String]
    /// The file's path.
    public let file: String
    /// The line, counted from 1.
    public let line: Int

    /// A column's text; empty when the column holds `-`.
    public subscript(index: Int) -> String {
      guard index < columns.count else { return "" }
      return columns[index] == "-" ? "" : columns[index]
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

  /// The rows, in the file's order.
  public let rows: [Row]

  /// Reads a table.
  ///
  /// - Throws: ``DataFileError`` with file and line when a row has too few or too many columns.
  public init(_ name: String, in folder: DataFolder, columns: Int) throws(DataFileError) {
    let file = "\(folder.path)/\(name)"
    var rows: [Row] = []
    var lineNumber = 0
    let bytes = try folder.bytes(of: name)
    for slice in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      lineNumber += 1
      guard let first = slice.first, first != UInt8(ascii: "#") else { continue }
      let fields = slice.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == columns else {
        throw .columns(file: file, line: lineNumber, expected: columns, found: fields.count)
      }
      rows.append(Row(columns: fields, file: file, line: lineNumber))
    }
    self.rows = rows
  }
}
