/// Who wins when explicit dates disagree: official sources, then agencies, then papers.
///
/// Which outlet is of which kind is the report's to say; only an address of a government tells it
/// by itself.
public struct SourceRanking: Hashable, Sendable {
  /// The kinds, the most trusted first.
  public let order: [String]
  /// The kind of each outlet, by its name.
  public let kinds: [String: String]

  /// A ranking.
  ///
  /// - Parameters:
  ///   - order: the kinds, the most trusted first; `official`, `agency` and `newspaper` by default.
  ///   - kinds: the kind of an outlet by its name; an outlet that is not listed is a newspaper.
  public init(
    order: [String] = ["official", "agency", "newspaper"],
    kinds: [String: String] = [:]
  ) {
    self.order = order
    var folded: [String: String] = [:]
    // Sorted, so that two spellings of one outlet always give the same winner.
    for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      folded[NameFolding.fold(name)] = kind
    }
    self.kinds = folded
  }

  /// The place of an outlet in the order; 0 is the most trusted.
  public func rank(of source: String?, url: String?) -> Int {
    var kind = "newspaper"
    if let source, let known = kinds[NameFolding.fold(source)] {
      kind = known
    } else if let url, isGovernment(url) {
      kind = "official"
    }
    return order.firstIndex(of: kind) ?? order.count
  }

  /// Whether the host has a label `gov`, `gob` or `gouv`, as states name their own pages.
  private func isGovernment(_ url: String) -> Bool {
    let parts = url.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3)
    let hasScheme = parts.first?.last == UInt8(ascii: ":")
    guard let host = hasScheme ? parts.dropFirst().first : parts.first else { return false }
    return host.split(separator: UInt8(ascii: ".")).contains { label in
      label.elementsEqual("gov".utf8) || label.elementsEqual("gob".utf8)
        || label.elementsEqual("gouv".utf8)
    }
  }
}
