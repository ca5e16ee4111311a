public import ArticleReading
public import Chronology

/// What a report says of the articles of one file or folder.
public struct ArticleSettings: Hashable, Sendable {
  /// The country of the outlets.
  public var country: String?
  /// The clock where the outlets are.
  public var clock: ZoneClock?
  /// The keys of JSON Lines, where they are not those of the contract.
  public var fields: ArticleFields?

  /// Nothing.
  public init() {}

  /// Reads an entry of `articles:` below its path.
  init(
    _ table: [String: ConfigurationNode],
    country: (ConfigurationNode) throws(Fault) -> String
  ) throws(Fault) {
    if let node = table["country"] { self.country = try country(node) }
    if let node = table["timezone"] { clock = try TimeZones.clock(node) }
    if let node = table["fields"] { fields = try Self.fields(node) }
  }

  private static func fields(_ node: ConfigurationNode) throws(Fault) -> ArticleFields {
    let names = ArticleFields.Name.allCases
    let table = try node.table(named: "fields", keys: names.map(\.rawValue))
    var keys: [ArticleFields.Name: String] = [:]
    for name in names {
      guard let value = table[name.rawValue] else { continue }
      let key = try value.text(named: name.rawValue)
      guard !key.isEmpty, !key.hasPrefix("."), !key.hasSuffix(".") else {
        throw value.fault(
          "\(name.rawValue) ‘\(key)’ is no key",
          remedy: "write the key of the line, ‘meta.date’ for one inside an object"
        )
      }
      keys[name] = key
    }
    return ArticleFields(keys)
  }

  /// All of it as text, for telling whether it changed.
  var description: String {
    "\(country ?? "") \(clock.map { "\($0)" } ?? "") \(fields?.description ?? "")"
  }
}
