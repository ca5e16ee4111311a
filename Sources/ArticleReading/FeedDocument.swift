import Chronology
import NewsModel

/// A feed: RSS 2.0 and its forerunners, or Atom; one article an item.
///
/// The day an entry was `updated` is not the day it was published, which Atom may leave out; such an
/// article has no date of its own.
struct FeedDocument: DocumentFormat {
  let extensions = ["rss", "atom", "xml", "rdf"]

  func records(in bytes: [UInt8], of file: ReadFile) throws(ArticleFault) -> [ArticleRecord] {
    let feed: Feed?
    do throws(ArticleFault.Reason) {
      feed = try Self.feed(in: bytes)
    } catch {
      throw ArticleFault(file: file.path, reason: error)
    }
    guard let feed else { return try HTMLDocument().records(in: bytes, of: file) }
    var records: [ArticleRecord] = []
    for (index, item) in feed.items.enumerated() {
      records.append(record(of: item, number: index + 1, feed, file))
    }
    if let fault = Self.broken(feed.tree) {
      records.append(.fault(ArticleFault(file: file.path, reason: fault)))
    }
    return records
  }

  /// The feed of a file; `nil` when it is a page in XHTML.
  private static func feed(in bytes: [UInt8]) throws(ArticleFault.Reason) -> Feed? {
    let encoding = DeclaredEncoding.name(in: bytes)
    let tree = try MarkupTree(xml: try TextDecoding.utf8(bytes, declared: encoding))
    guard let root = tree.nodes.firstIndex(where: { !$0.isText }) else {
      throw broken(tree) ?? .markup("no XML in it", remedy: "check the file")
    }
    return tree.nodes[root].name == "html" ? nil : try Feed(tree, root: root)
  }

  private static func broken(_ tree: MarkupTree) -> ArticleFault.Reason? {
    tree.brokenLine.map { line in
      .markup(
        "line \(line): not well-formed XML",
        remedy: "the items before it are read; get the feed again"
      )
    }
  }

  private func record(
    of item: Feed.Item,
    number: Int,
    _ feed: Feed,
    _ file: ReadFile
  ) -> ArticleRecord {
    let url = PageMetadata.address(item.link)
    let id = item.id ?? url ?? "\(file.stem)-\(number)"
    do throws(ArticleFault.Reason) {
      let title = item.title.map { HTMLFragment.line(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
      var text = ""
      for content in item.contents where text.isEmpty { text = try HTMLFragment.text(of: content) }
      // Some outlets feed headlines alone: news all the same.
      if text.isEmpty { text = title ?? "" }
      guard !text.isEmpty else { throw .noText }
      var date: CivilDate?
      if let written = item.published {
        guard let read = WebDate(written) else { throw .date(written) }
        date = read.day(by: file.clock)
      }
      let article = Article(
        id: id,
        date: date,
        dateBasis: date.map { _ in .metadata },
        modified: item.updated.flatMap { WebDate($0) }?.day(by: file.clock),
        title: title,
        text: text,
        source: item.source ?? feed.title,
        url: url
      )
      return .article(article, line: nil)
    } catch {
      return .fault(ArticleFault(id: id, file: file.path, reason: error))
    }
  }
}
