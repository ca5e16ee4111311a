public import DataFiles

/// The rows of the gazetteer's tables: those that ship, changed by a user's own.
///
/// A user's table has the name and the columns of the table it changes. Its rows join those of the
/// same id. `*` before the id replaces: what ships under the id goes, and this row takes its place.
/// `!` drops: with nothing but the id all of it, with a form that form, in `roles` that role.
public struct GazetteerRows: Sendable {
  /// A row, whose it is, and its mark.
  public struct Entry: Sendable {
    /// The row.
    public let row: TableFile.Row
    /// Whether it is a user's.
    public let isOwn: Bool
    /// The mark before the id.
    public let mark: Mark

    /// The id, without the mark.
    public var id: String { String(decoding: idBytes, as: UTF8.self) }

    /// The id's bytes.
    var idBytes: ArraySlice<UInt8> { row.bytes(of: 0).dropFirst(mark == .none ? 0 : 1) }
  }

  /// What a row does.
  public enum Mark: UInt8, Sendable {
    case none = 0
    case replace = 0x2A
    case drop = 0x21
  }

  private let folder: DataFolder
  private var own: [GazetteerTable: [Entry]] = [:]
  /// The ids that a user drops whole, from any table.
  public private(set) var dropped: Set<String> = []

  /// The tables of a folder, changed by a user's tables.
  ///
  /// - Parameters:
  ///   - folder: the tables that ship.
  ///   - userTables: the paths of tables, or of folders of tables.
  public init(folder: DataFolder, userTables: [String] = []) throws(DataFileError) {
    self.folder = folder
    for path in userTables {
      for file in try Self.files(at: path) { try read(file) }
    }
  }

  /// The tables that a path stands for.
  public static func files(at path: String) throws(DataFileError) -> [String] {
    guard path.lowercased().hasSuffix(".tsv") == false else { return [path] }
    let files = try DataFolder(path: path).files(in: ".").filter { $0.hasSuffix(".tsv") }
    guard !files.isEmpty else {
      throw .value(
        file: path,
        line: 0,
        column: "gazetteer",
        found: path,
        allowed: "a table that ends in .tsv, or a folder of them"
      )
    }
    return files.map { "\(path)/\($0)" }
  }

  private mutating func read(_ file: String) throws(DataFileError) {
    guard let table = GazetteerTable(fileName: file) else {
      let names = GazetteerTable.allCases.map(\.fileName).joined(separator: ", ")
      throw .value(file: file, line: 1, column: "file name", found: file, allowed: names)
    }
    let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
    let bytes = try DataFolder(path: folder).bytes(of: name)
    let rows = try TableFile(bytes: bytes, file: file, columns: table.columns, isSpreadsheet: true)
    for row in rows.rows {
      let mark = Self.mark(of: row)
      let entry = Entry(row: row, isOwn: true, mark: mark)
      own[table, default: []].append(entry)
      if mark == .drop, (1..<row.count).allSatisfy({ row.bytes(of: $0).isEmpty }) {
        dropped.insert(entry.id)
      }
    }
  }

  private static func mark(of row: TableFile.Row) -> Mark {
    row.bytes(of: 0).first.flatMap { Mark(rawValue: $0) } ?? .none
  }

  /// The rows of a table that hold, those that ship first.
  func rows(of table: GazetteerTable) throws(DataFileError) -> [Entry] {
    let shipped = try TableFile(table.fileName, in: folder, columns: table.columns).rows
      .map { Entry(row: $0, isOwn: false, mark: .none) }
    let own = own[table] ?? []
    guard !own.isEmpty || !dropped.isEmpty else { return shipped }
    let replaced = Set(own.filter { $0.mark == .replace }.map(\.id))
    let drops = own.filter { $0.mark == .drop }
    let kept = shipped.filter { entry in
      let id = entry.row[0]
      return !replaced.contains(id) && !isDropped(entry, by: drops, in: table)
    }
    let added = own.filter { entry in
      entry.mark != .drop && !isDropped(entry, by: drops, in: table)
    }
    return kept + added
  }

  /// The user's rows of a table, marks and all.
  func ownRows(of table: GazetteerTable) -> [Entry] { own[table] ?? [] }

  private func isDropped(_ entry: Entry, by drops: [Entry], in table: GazetteerTable) -> Bool {
    let id = entry.id
    if dropped.contains(id) { return true }
    return drops.contains { drop in
      guard drop.id == id else { return false }
      guard let form = table.form else {
        return drop.row[1] == entry.row[1] && (drop.row[2].isEmpty || drop.row[2] == entry.row[2])
      }
      return drop.row[form] == entry.row[form]
    }
  }
}
