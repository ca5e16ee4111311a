/// What a page's own names for its parts tell: `class`, `id` and `role`.
///
/// The words are those that themes and page builders share (WordPress, Drupal, Blogger, Bootstrap and
/// the widgets of networks); an outlet's own inventions are left to the weighing of text and links.
enum PageCues {
  /// How a part of a page is told.
  enum Kind {
    /// Readers' comments; they can be longer than the article.
    case comments
    /// Menus, related articles, sharing, bylines, notices.
    case aside
  }

  /// What the element says of itself; `nil` when nothing against it.
  static func kind(of node: MarkupTree.Node) -> Kind? {
    // ASP.NET wraps the whole page into one form, so that its name alone leaves nothing out.
    if node.name == "form" { return .aside }
    if node.value(of: "hidden") != nil || node.value(of: "aria-hidden") == "true" { return .aside }
    if let role = node.value(of: "role"), roles.contains(role) { return .aside }
    if let style = node.value(of: "style") {
      let plain = style.utf8.filter { $0 != 0x20 }
      if String(decoding: plain, as: UTF8.self).lowercased().contains("display:none") {
        return .aside
      }
    }
    var kind: Kind?
    for name in ["class", "id"] {
      guard let value = node.value(of: name) else { continue }
      for word in words(of: value) {
        if commentWords.contains(where: word.hasPrefix) { return .comments }
        if asideWords.contains(word) || asideBeginnings.contains(where: word.hasPrefix) {
          kind = .aside
        }
      }
    }
    return kind
  }

  /// Whether the element holds other articles or readers' comments, whose times are not this one's.
  static func isAboutOthers(_ node: MarkupTree.Node) -> Bool {
    ["class", "id"].contains { name in
      words(of: node.value(of: name) ?? "").contains { word in
        (commentWords + otherWords).contains(where: word.hasPrefix)
      }
    }
  }

  private static let otherWords = [
    "related", "latest", "popular", "recommend", "most", "trending", "more", "sidebar", "widget",
    "ticker", "also",
  ]

  /// Elements that hold no text of an article, whatever they are called.
  static let skipped: Set<String> = [
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
    "audio", "video", "button", "select", "option", "textarea", "input", "nav", "aside",
    "footer", "figure", "figcaption", "dialog", "menu", "map",
  ]

  /// Elements that a block of text ends at.
  static let blocks: Set<String> = [
    "html", "body", "main", "article", "section", "header", "footer", "aside", "nav", "div", "p",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td",
    "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption", "form",
    "fieldset", "address", "details", "summary", "center", "hr", "br",
  ]

  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu",
    "menubar", "toolbar",
  ]

  private static let commentWords = ["comment", "disqus", "respond", "replies"]

  private static let asideWords: Set<String> = [
    "ad", "ads", "adv", "nav", "menu", "tag", "tags", "meta", "date", "byline", "share", "tools",
    "more", "ticker", "print", "rating", "poll", "pager", "login", "search", "sr", "modal", "popup",
    "hashtags", "keywords", "follow", "urgent", "toc", "credit", "skip",
  ]

  private static let asideBeginnings = [
    "related", "sharing", "sharebar", "sharebox", "sharebutton", "social", "sidebar", "recommend",
    "newsletter", "breadcrumb", "subscri", "advert", "sponsor", "promo", "widget", "cookie",
    "consent", "gdpr", "trending", "popular", "mostread", "mostview", "readmore", "readalso",
    "seealso", "alsoread", "moreon", "morefrom", "morenews", "latest", "pagination", "footer",
    "toolbar", "copyright", "outbrain", "taboola", "author", "caption", "timestamp", "postmeta",
    "entrymeta", "mgbox", "whatsapp", "facebook", "twitter", "telegram", "youtube", "navbar",
    "tagcloud", "screenreader", "offcanvas", "topbar", "masthead",
  ]

  /// The words of `related-posts`, `entry_meta` and `shareBar`, in small letters.
  ///
  /// A builder that calls every part of a page a widget says nothing with it.
  private static func words(of value: String) -> [String] {
    value.split(separator: " ").prefix(40)
      .filter { !$0.hasPrefix("elementor-") }
      .flatMap { wordsOfName($0) }
  }

  private static func wordsOfName(_ value: Substring) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in value.utf8.prefix(100) {
      let isCapital = byte >= 0x41 && byte <= 0x5A
      let isSmall = byte >= 0x61 && byte <= 0x7A
      if isCapital, wasSmall { close() }
      if isCapital || isSmall { word.append(byte | 0x20) } else { close() }
      wasSmall = isSmall
    }
    close()
    return words
  }
}
