/// Under which keys the lines of a file have what an article needs, where that is not the contract's.
///
/// A key may lie in objects inside: `meta.published` is `published` in the object `meta`. What is not
/// named here is looked for under the contract's own keys.
public struct ArticleFields: Hashable, Sendable {
  /// What can be told to lie elsewhere.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case id
    case date
    case title
    case text
    case source
    case url
  }

  /// The key of each, as the user wrote it.
  private let keys: [Name: String]

  /// Fields by their keys, `a.b` for a key inside an object.
  public init(_ keys: [Name: String]) { self.keys = keys }

  /// The key of a field; `nil` where the contract's own holds.
  func key(of name: Name) -> String? { keys[name] }

  /// The fields whose values lie at the end of a way of keys.
  func names(at way: [String]) -> [Name] {
    let key = way.joined(separator: ".")
    return Name.allCases.filter { keys[$0] == key }
  }

  /// Whether something is looked for inside an object at the end of a way.
  func leadsOn(from way: [String]) -> Bool {
    let beginning = way.joined(separator: ".") + "."
    return keys.values.contains { $0.hasPrefix(beginning) }
  }

  /// The fields one by one, in a fixed order, for telling apart.
  public var description: String {
    Name.allCases.compactMap { name in key(of: name).map { "\(name.rawValue)=\($0)" } }
      .joined(separator: " ")
  }
}
