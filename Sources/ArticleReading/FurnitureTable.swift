import DataFiles

extension PageFurniture {
  /// The furniture that the tool knows: `furniture.txt` among this module's resources.
  ///
  /// - Throws: ``DataFileError`` with file and line.
  public static func standard() throws(DataFileError) -> PageFurniture {
    try PageFurniture(table: "furniture.txt", in: DataFolder.resources(of: "ArticleReading"))
  }

  /// Furniture from a table of scope, match and form.
  ///
  /// - Throws: ``DataFileError`` with file and line.
  public init(table name: String, in folder: DataFolder) throws(DataFileError) {
    var entries: [FurnitureEntry] = []
    for row in try TableFile(name, in: folder, columns: 3).rows {
      guard let scope = FurnitureEntry.Scope(rawValue: row[0]) else {
        throw row.fault(in: 0, named: "scope", allowed: Self.names(FurnitureEntry.Scope.self))
      }
      guard let match = FurnitureEntry.Match(rawValue: row[1]) else {
        throw row.fault(in: 1, named: "match", allowed: Self.names(FurnitureEntry.Match.self))
      }
      guard let entry = FurnitureEntry(scope: scope, match: match, form: row[2]) else {
        throw row.fault(in: 2, named: "form", allowed: "at least one word")
      }
      entries.append(entry)
    }
    self.init(entries: entries)
  }

  private static func names<Name: CaseIterable & RawRepresentable<String>>(
    _ type: Name.Type
  ) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
