/// The items of a feed, their values as they stand.
struct Feed: Sendable {
  /// The outlet's name.
  private(set) var title: String?
  /// The items, in the feed's order.
  private(set) var items: [Item] = []
  /// What it was read from.
  let tree: MarkupTree

  /// One item.
  struct Item: Sendable {
    /// Its own id: `guid`, `id`.
    var id: String?
    /// Its headline, maybe with HTML in it.
    var title: String?
    /// Where it is published.
    var link: String?
    /// When it was published, as written.
    var published: String?
    /// When it was changed, as written.
    var updated: String?
    /// Whom it is from, when not from the feed's outlet.
    var source: String?
    /// The texts it carries in HTML, the fullest kind first.
    var contents: [String] = []
  }

  /// Reads the items under a root element.
  init(_ tree: MarkupTree, root: Int) throws(ArticleFault.Reason) {
    self.tree = tree
    switch tree.nodes[root].name {
    case "rss", "rdf:rdf":
      let channel = tree.children(of: root).first { tree.nodes[$0].name == "channel" }
      title = channel.flatMap { text(of: "title", in: $0) }
      // RSS 1.0 has the items beside the channel.
      let parents = [channel, root].compactMap { $0 }
      items = parents.flatMap { whole("item", in: $0) }.map(itemOfRSS)
    case "atom:feed":
      title = text(of: "atom:title", in: root)
      items = whole("atom:entry", in: root).map(itemOfAtom)
    case "atom:entry":
      items = [itemOfAtom(root)]
    case let name:
      throw .markup(
        "the root is <\(name.prefix(40))>, no feed",
        remedy: "use RSS 2.0, Atom or HTML"
      )
    }
  }

  /// The elements of a name that were read to their end.
  private func whole(_ name: String, in index: Int) -> [Int] {
    tree.children(of: index).filter {
      tree.nodes[$0].name == name && !tree.unclosed.contains($0)
    }
  }

  private func child(_ name: String, in index: Int) -> Int? {
    tree.children(of: index).first { tree.nodes[$0].name == name }
  }

  private func text(of name: String, in index: Int) -> String? {
    child(name, in: index).flatMap { trimmed(tree.text(in: $0)) }
  }

  private func trimmed(_ text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - RSS

  private func itemOfRSS(_ index: Int) -> Item {
    let guid = child("guid", in: index)
    var item = Item()
    item.id = guid.flatMap { trimmed(tree.text(in: $0)) }
    item.title = text(of: "title", in: index) ?? text(of: "dc:title", in: index)
    item.link = text(of: "link", in: index)
    if item.link == nil, let guid, tree.nodes[guid].value(of: "isPermaLink") != "false" {
      item.link = item.id
    }
    item.published =
      text(of: "pubdate", in: index) ?? text(of: "dc:date", in: index)
      ?? text(of: "dc:issued", in: index) ?? text(of: "atom:published", in: index)
    item.updated = text(of: "atom:updated", in: index) ?? text(of: "dc:modified", in: index)
    item.source = text(of: "source", in: index)
    item.contents = ["content:encoded", "description"].compactMap { text(of: $0, in: index) }
    return item
  }

  // MARK: - Atom

  private func itemOfAtom(_ index: Int) -> Item {
    var item = Item()
    item.id = text(of: "atom:id", in: index)
    item.title = child("atom:title", in: index).flatMap(html)
    let links = tree.children(of: index).filter { tree.nodes[$0].name == "atom:link" }
    let own = links.first { ["alternate", nil].contains(tree.nodes[$0].value(of: "rel")) }
    item.link = own.flatMap { tree.nodes[$0].value(of: "href") }
    item.published = text(of: "atom:published", in: index)
    item.updated = text(of: "atom:updated", in: index)
    item.source = child("atom:source", in: index).flatMap { text(of: "atom:title", in: $0) }
    item.contents = ["atom:content", "atom:summary"].compactMap { child($0, in: index) }
      .compactMap(html)
    return item
  }

  /// The HTML of an Atom text: `html` is HTML once more escaped, `xhtml` elements, all else plain.
  private func html(_ index: Int) -> String? {
    switch tree.nodes[index].value(of: "type") {
    case "html", "text/html": return trimmed(tree.text(in: index))
    case "xhtml", "application/xhtml+xml":
      let blocks = PageBlocks(tree, of: index) { PageCues.skipped.contains(tree.nodes[$0].name) }
      return trimmed(blocks.blocks.map { Self.escaped($0.text[...]) }.joined(separator: "<br>"))
    default: return trimmed(tree.text(in: index)).map { Self.escaped(Array($0.utf8)[...]) }
    }
  }

  /// Plain text as HTML, its lines kept.
  private static func escaped(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case 0x0A: result += Array("<br>".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
