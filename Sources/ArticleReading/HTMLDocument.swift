import NewsModel

/// A page of a news site, as saved.
struct HTMLDocument: DocumentFormat {
  let extensions = ["html", "htm", "xhtml"]

  func records(in bytes: [UInt8], of file: ReadFile) throws(ArticleFault) -> [ArticleRecord] {
    [.article(try article(in: bytes, of: file, declared: nil, address: nil), line: nil)]
  }

  /// The article of a page.
  ///
  /// - Parameters:
  ///   - declared: the encoding that stands outside the page.
  ///   - address: where the page was saved from, when it does not say so itself.
  func article(
    in bytes: [UInt8],
    of file: ReadFile,
    declared: String?,
    address: String?
  ) throws(ArticleFault) -> Article {
    do throws(ArticleFault.Reason) {
      let encoding = declared ?? DeclaredEncoding.name(in: bytes)
      let tree = try MarkupTree(html: try TextDecoding.utf8(bytes, declared: encoding))
      let metadata = PageMetadata(of: tree)
      let body = PageBody(of: tree, title: metadata.title)
      let published = metadata.published ?? metadata.dateOfTimeElement(outside: body.leftOut)
      let text = try Self.text(body, metadata)
      let date = published?.day(by: file.clock)
      return Article(
        id: file.stem,
        date: date,
        dateBasis: date.map { _ in .metadata },
        modified: metadata.modified?.day(by: file.clock),
        title: metadata.title,
        text: text,
        source: metadata.source,
        url: metadata.url ?? PageMetadata.address(address)
      )
    } catch {
      throw ArticleFault(file: file.path, reason: error)
    }
  }

  /// The text of the page; that of its metadata when a script would have to fill the page.
  private static func text(
    _ body: PageBody,
    _ metadata: PageMetadata
  ) throws(ArticleFault.Reason) -> String {
    if let told = metadata.body, told.utf8.count > body.text.utf8.count * 2 {
      return try HTMLFragment.text(of: told)
    }
    guard !body.text.isEmpty else { throw .noText }
    return body.text
  }
}
