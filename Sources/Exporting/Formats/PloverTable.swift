import DataFiles
import NewsModel

/// The codes of two public event ontologies, PLOVER and CAMEO, for each of our types.
public struct PloverTable: Sendable {
  /// What the ontologies call a type.
  public struct Code: Hashable, Sendable {
    /// PLOVER's event: `CONSULT`.
    public let event: String
    /// PLOVER's mode: `visit`.
    public let mode: String?
    /// CAMEO's code, which may begin with a zero: `042`.
    public let cameo: String?
  }

  private var codes: [EventType: Code] = [:]

  /// No codes at all: every type is written with `"plover":null`.
  public init() {}

  /// Reads `plover.tsv`.
  public init(in folder: DataFolder) throws(DataFileError) {
    let table = try TableFile("plover.tsv", in: folder, columns: 4)
    for row in table.rows where !row[1].isEmpty {
      codes[EventType(rawValue: row[0])] = Code(
        event: row[1],
        mode: row[2].nonEmpty,
        cameo: row[3].nonEmpty
      )
    }
  }

  /// Reads the table that ships with the tool.
  public static func shipped() throws(DataFileError) -> PloverTable {
    try PloverTable(in: DataFolder.resources(of: "Exporting"))
  }

  /// The codes of a type; `nil` for one that the ontologies do not have.
  public subscript(type: EventType) -> Code? { codes[type] }
}
