/// What a page's head and marked elements say of the article.
struct PageMetadata: Sendable {
  /// The headline.
  private(set) var title: String?
  /// When it was published.
  private(set) var published: WebDate?
  /// When it was changed; never taken for the day of publication.
  private(set) var modified: WebDate?
  /// The outlet.
  private(set) var source: String?
  /// The page's own address.
  private(set) var url: String?
  /// The text that the metadata carries, for pages that a script fills.
  private(set) var body: String?

  private let tree: MarkupTree
  /// The values of `<meta>`, by the name in small letters; the first of a name counts.
  private var values: [String: String] = [:]

  /// Reads a page.
  init(of tree: MarkupTree) {
    self.tree = tree
    var scripts: [String] = []
    var canonical: String?
    for (index, node) in tree.nodes.enumerated() {
      switch node.name {
      case "meta": note(node)
      case "link":
        let relations = node.value(of: "rel")?.lowercased().split(separator: " ") ?? []
        guard canonical == nil, relations.contains("canonical") else { continue }
        canonical = Self.address(node.value(of: "href"))
      case "script":
        if node.value(of: "type")?.lowercased().contains("ld+json") == true {
          scripts.append(tree.text(in: index))
        }
      default: break
      }
    }
    let address = canonical ?? Self.address(values["og:url"])
    let data = LinkedData(scripts: scripts, canonical: address)
    url = address ?? Self.address(data.url)
    source = Self.clean(values["og:site_name"]) ?? Self.clean(data.publisher)
    body = data.body
    title = headline(data)
    published = published(data)
    modified =
      [data.modified, values["article:modified_time"], values["og:updated_time"]]
      .lazy.compactMap { $0.flatMap { WebDate($0) } }.first ?? date(ofProperty: "dateModified")
  }

  private mutating func note(_ node: MarkupTree.Node) {
    guard let content = node.value(of: "content"), !content.isEmpty else { return }
    for key in ["property", "name", "itemprop"] {
      guard let name = node.value(of: key)?.lowercased(), values[name] == nil else { continue }
      values[name] = content
    }
  }

  // MARK: - The date

  /// Names of `<meta>` for the day of publication, the surest first.
  private static let published = [
    "article:published_time", "og:article:published_time", "article:published",
    "parsely-pub-date", "sailthru.date", "datepublished", "date.published", "publishdate",
    "publish-date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date.created", "dc.date",
    "cxenseparse:recs:publishtime", "date",
  ]

  private func published(_ data: LinkedData) -> WebDate? {
    if let date = data.published.flatMap({ WebDate($0) }) { return date }
    for name in Self.published {
      if let date = values[name].flatMap({ WebDate($0) }) { return date }
    }
    return date(ofProperty: "datePublished")
  }

  /// The date of an element that is marked `itemprop="datePublished"`.
  private func date(ofProperty property: String) -> WebDate? {
    for (index, node) in tree.nodes.enumerated() where node.hasProperty(property) {
      let written = node.value(of: "content") ?? node.value(of: "datetime") ?? tree.text(in: index)
      if let date = WebDate(written) { return date }
    }
    return nil
  }

  /// The date of the article's `<time datetime>`.
  ///
  /// That is one marked `pubdate`, else the first behind the headline, else the last before it:
  /// pages print today's date over everything.
  func dateOfTimeElement(outside leftOut: Set<Int>) -> WebDate? {
    let head = tree.nodes.firstIndex { $0.name == "h1" } ?? 0
    var before: WebDate?
    var behind: WebDate?
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      // Bylines are left out of the text, and their time is the one looked for.
      let isApart = ["aside", "nav", "footer"].contains(node.name)
      if leftOut.contains(index), isApart || PageCues.isAboutOthers(node) {
        index = node.end
        continue
      }
      index += 1
      guard node.name == "time", let date = node.value(of: "datetime").flatMap({ WebDate($0) })
      else { continue }
      if node.value(of: "pubdate") != nil { return date }
      if index > head { behind = behind ?? date } else { before = date }
    }
    return behind ?? before
  }

  // MARK: - Names

  private func headline(_ data: LinkedData) -> String? {
    let site = [values["og:site_name"], data.publisher].compactMap { $0.flatMap(Self.clean) }
    let heads = tree.nodes.indices.filter { tree.nodes[$0].name == "h1" }
      .compactMap { Self.clean(tree.text(in: $0)) }.filter { !site.contains($0) }
    let titleElement = tree.nodes.firstIndex { $0.name == "title" }
      .flatMap { Self.clean(tree.text(in: $0)) }
    let named = Self.clean(values["og:title"]) ?? Self.clean(data.headline)
    // A headline on the page that begins what is named is that without the outlet's name behind it.
    let whole = named ?? titleElement
    if let whole, let head = heads.first(where: { whole.hasPrefix($0) }) { return head }
    if let whole, let short = Self.withoutSite(whole, site) { return short }
    return named ?? (heads.count == 1 ? heads.first : nil) ?? titleElement ?? heads.first
  }

  /// A title without a bar or hyphen and the outlet's name behind it.
  private static func withoutSite(_ title: String, _ sites: [String]) -> String? {
    for site in sites where title.hasSuffix(site) && title != site {
      var rest = title.unicodeScalars.dropLast(site.unicodeScalars.count)
      while let last = rest.last, last == " " || "|-–—:·•»".unicodeScalars.contains(last) {
        rest.removeLast()
      }
      if !rest.isEmpty { return String(String.UnicodeScalarView(rest)) }
    }
    return nil
  }

  /// A value with its references read and its white space made single; `nil` when nothing is left.
  private static func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = HTMLFragment.line(of: text)
    return line.isEmpty ? nil : line
  }

  /// An absolute address.
  static func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return text.utf8.contains { $0 <= 0x20 } ? nil : text
  }
}
