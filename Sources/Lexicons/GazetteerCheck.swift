import ArabicText
public import DataFiles

/// Two entries of the gazetteer that share a form, so that a text cannot say which is meant.
public struct GazetteerClash: Sendable, CustomStringConvertible {
  /// A row: whose form it is, and where it stands.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The entry's id; `office:…` for an office, `title` for a title.
    public let id: String
    /// The file.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// Whether it is a user's row.
    public let isOwn: Bool

    /// The place as editors take it.
    public var description: String { "\(file):\(line)" }
  }

  /// The form as the second row writes it.
  public let form: String
  /// The row that was there first.
  public let first: Place
  /// The row that clashes with it.
  public let second: Place

  /// One line: both places, the form, what to do.
  public var description: String {
    "\(second): ‘\(form)’ of \(second.id) is also a form of \(first.id) in \(first); "
      + "drop one of them with ‘!’ before its id, or write a longer form"
  }
}

/// Looks for forms that two entries share.
public struct GazetteerCheck: Sendable {
  private let tables: GazetteerRows
  private let folder: DataFolder

  /// A check of the tables of a folder, changed by a user's tables.
  public init(folder: DataFolder, userTables: [String] = []) throws(DataFileError) {
    self.folder = folder
    tables = try GazetteerRows(folder: folder, userTables: userTables)
  }

  /// The pairs of rows that clash and that the table `clashes.tsv` does not explain.
  ///
  /// - Parameter onlyOwn: whether only pairs with a user's row count.
  public func clashes(onlyOwn: Bool) throws(DataFileError) -> [GazetteerClash] {
    let explained = try self.explained()
    var known: [[UInt64]: [GazetteerClash.Place]] = [:]
    var skeletons: [[NameSkeleton]: [GazetteerClash.Place]] = [:]
    var clashes: [GazetteerClash] = []
    // Names first: the form of a row is told as it is written, and not as it is inflected.
    for table in GazetteerTable.allCases {
      guard let column = table.form else { continue }
      for entry in try tables.rows(of: table) {
        let place = GazetteerClash.Place(
          id: Self.id(of: entry, in: table),
          file: entry.row.file,
          line: entry.row.line,
          isOwn: entry.isOwn
        )
        var rivals: [GazetteerClash.Place] = []
        for words in Self.forms(of: entry.row, column, in: table) {
          let others = known[words] ?? []
          if others.contains(where: { $0.id == place.id }) { continue }
          known[words] = others + [place]
          rivals += others
        }
        // Spellings of a foreign name with the same consonants are taken for one name.
        if table == .persons, ForeignNames.isForeign(entry.row[2]) {
          let words = NameSkeleton.words(of: entry.row.bytes(of: column))
          let others = skeletons[words] ?? []
          if words.count > 1, !others.contains(where: { $0.id == place.id }) {
            skeletons[words] = others + [place]
            for other in others where !rivals.contains(other) { rivals.append(other) }
          }
        }
        for other in rivals where !onlyOwn || place.isOwn || other.isOwn {
          guard !explained.contains([other.id, place.id].sorted()) else { continue }
          let isNew = !clashes.contains { $0.first == other && $0.second == place }
          if isNew {
            clashes.append(
              GazetteerClash(form: entry.row[column], first: other, second: place)
            )
          }
        }
      }
    }
    return clashes
  }

  /// The pairs of ids that may share forms, each sorted.
  private func explained() throws(DataFileError) -> Set<[String]> {
    let rows = try TableFile("clashes.tsv", in: folder, columns: 3).rows
    return Set(rows.map { [$0[0], $0[1]].sorted() })
  }

  private static func id(of entry: GazetteerRows.Entry, in table: GazetteerTable) -> String {
    switch table {
    case .offices: "office:\(entry.id)"
    case .titles: "title"
    default: entry.id
    }
  }

  /// The forms of a row, as hashes of their words.
  private static func forms(
    of row: TableFile.Row,
    _ column: Int,
    in table: GazetteerTable
  ) -> [[UInt64]] {
    let isInflected = table == .blocs || table == .countries && row[1] == "adjective"
    guard isInflected else { return [FoldedText.wordHashes(utf8: row.bytes(of: column))] }
    let text = FoldedText(row[column])
    let words = text.tokens.map { WordForms.nationality(text.letters(of: $0)) }
    guard let first = words.first else { return [] }
    return first.indices.filter { index in words.allSatisfy { index < $0.count } }
      .map { index in words.map { $0[index].hash } }
  }
}
