/// The tables of the gazetteer, by their file names without `.tsv`.
public enum GazetteerTable: String, CaseIterable, Sendable {
  case countries
  case organisations
  case offices
  case persons
  case roles
  case cities
  case places
  case titles
  case blocs

  /// How many columns a row has.
  public var columns: Int {
    switch self {
    case .titles, .blocs: 2
    case .countries, .places: 4
    case .persons, .cities: 5
    case .organisations, .offices, .roles: 6
    }
  }

  /// The column of the Arabic form; `nil` when the table has none.
  public var form: Int? { self == .roles ? nil : columns - 1 }

  /// The file that ships.
  public var fileName: String { "\(rawValue).tsv" }

  /// The table that a user's file holds, by the word in its name: `persons.tsv`, `desk-persons.tsv`.
  public init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    guard name.lowercased().hasSuffix(".tsv") else { return nil }
    let words = name.dropLast(4).lowercased().split { "-_. ".contains($0) }
    let named = GazetteerTable.allCases.filter { words.contains(Substring($0.rawValue)) }
    guard named.count == 1, let table = named.first else { return nil }
    self = table
  }
}
