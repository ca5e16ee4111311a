/// What a page's JSON-LD says of its article, in the words of schema.org.
///
/// It stands alone, in an array, or in a `@graph` among the page, the site and the outlet.
struct LinkedData: Sendable {
  /// `datePublished` of the article, or else of the page.
  private(set) var published: String?
  /// `dateModified` of the article, or else of the page.
  private(set) var modified: String?
  /// `headline`.
  private(set) var headline: String?
  /// The name of the `publisher`.
  private(set) var publisher: String?
  /// `articleBody`.
  private(set) var body: String?
  /// `url`, or the page that it is the main entity of.
  private(set) var url: String?

  /// Reads the scripts of a page.
  ///
  /// - Parameter canonical: the page's own address, to tell its article from others it lists.
  init(scripts: [String], canonical: String?) {
    var found = Found()
    for script in scripts {
      guard let value = JSONValue(Self.unwrapped(script)) else { continue }
      found.look(in: value, depth: 0)
    }
    let own = found.articles.first { canonical != nil && Self.address(of: $0) == canonical }
    let article = own ?? found.articles.first { $0["datePublished"] != nil } ?? found.articles.first
    let pages = found.pages
    published = article?["datePublished"]?.string ?? pages.lazy.compactMap(Self.published).first
    modified = article?["dateModified"]?.string ?? pages.lazy.compactMap(Self.modified).first
    headline = article?["headline"]?.string ?? article?["name"]?.string
    publisher = article?["publisher"].flatMap { found.name(of: $0) }
    body = article?["articleBody"]?.string
    url = article.flatMap(Self.address)
  }

  private static func published(_ value: JSONValue) -> String? { value["datePublished"]?.string }
  private static func modified(_ value: JSONValue) -> String? { value["dateModified"]?.string }

  private static func address(of article: JSONValue) -> String? {
    let page = article["mainEntityOfPage"]
    return article["url"]?.string ?? page?.string ?? page?["@id"]?.string ?? page?["url"]?.string
  }

  /// The JSON without the comment or CDATA section that old templates hide it in.
  private static func unwrapped(_ script: String) -> String {
    let bytes = Array(script.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      bytes[first] != UInt8(ascii: "{"), bytes[first] != UInt8(ascii: "[")
    else { return script }
    // `<![CDATA[` holds brackets of its own.
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")),
      let end = bytes.lastIndex(of: UInt8(ascii: "}")), start < end
    else { return script }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }

  /// The articles and pages of a page's scripts.
  private struct Found {
    var articles: [JSONValue] = []
    var pages: [JSONValue] = []
    private var named: [String: String] = [:]

    mutating func look(in value: JSONValue, depth: Int) {
      guard depth < 8 else { return }
      switch value {
      case .array(let values):
        for value in values { look(in: value, depth: depth + 1) }
      case .object:
        let types = value["@type"]?.strings ?? []
        if types.contains(where: Self.isArticle) {
          articles.append(value)
        } else if types.contains(where: { $0.hasSuffix("Page") }) {
          pages.append(value)
        }
        if let id = value["@id"]?.string, let name = value["name"]?.string { named[id] = name }
        for key in ["@graph", "mainEntity"] {
          if let inside = value[key] { look(in: inside, depth: depth + 1) }
        }
      case .string, .other: break
      }
    }

    /// The name of an organisation that stands here or is pointed to by its id.
    func name(of value: JSONValue) -> String? {
      if case .array(let values) = value { return values.lazy.compactMap(name).first }
      return value["name"]?.string ?? value["@id"]?.string.flatMap { named[$0] } ?? value.string
    }

    /// `NewsArticle`, `Article`, `BlogPosting`, `LiveBlogPosting`, `Report`.
    private static func isArticle(_ type: String) -> Bool {
      type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
    }
  }
}
