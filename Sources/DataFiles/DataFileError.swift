/// What can be wrong with a data file.
public enum DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A module's data folder is in none of the places.
  case folderMissing(module: String, tried: [String])
  /// A file could not be opened or read.
  case unreadable(file: String)
  /// A row has the wrong number of columns.
  case columns(file: String, line: Int, expected: Int, found: Int)
  /// A column holds what it may not.
  case value(file: String, line: Int, column: String, found: String, allowed: String)

  /// The place, the fault and the remedy in one line.
  public var description: String {
    switch self {
    case .folderMissing(let module, let tried):
      "the data files of \(module) are missing (looked in \(tried.joined(separator: ", "))); "
        + "install with ‘make install’ or set TARIKH_DATA"
    case .unreadable(let file):
      "\(file): cannot be read; check that it exists and its permissions"
    case .columns(let file, let line, let expected, let found):
      "\(file):\(line): \(found) columns where \(expected) belong; separate them with tabs"
    case .value(let file, let line, let column, let found, let allowed):
      "\(file):\(line): \(column) ‘\(found)’; use \(allowed)"
    }
  }
}
