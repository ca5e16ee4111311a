import NewsModel

/// A page that a browser saved whole: MIME parts, the page first (RFC 2557).
struct MHTMLDocument: DocumentFormat {
  let extensions = ["mhtml", "mht"]

  func records(in bytes: [UInt8], of file: ReadFile) throws(ArticleFault) -> [ArticleRecord] {
    let message = MIMEPart(bytes[...])
    guard let page = message.page(depth: 0) else {
      let fault = ArticleFault.Reason.markup("no HTML part in it", remedy: "save the page again")
      throw ArticleFault(file: file.path, reason: fault)
    }
    // The header's Date is the day it was saved, which is nobody's day of publication.
    let article = try HTMLDocument().article(
      in: page.content,
      of: file,
      declared: page.parameter("charset", of: "content-type"),
      address: message.headers["snapshot-content-location"] ?? page.headers["content-location"]
    )
    return [.article(article, line: nil)]
  }
}
