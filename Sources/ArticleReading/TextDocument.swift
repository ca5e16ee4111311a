import Chronology
import NewsModel

/// A plain text or Markdown file, with or without front matter.
///
/// Without front matter the article has no date, however much the text tells of one: proving a date
/// is a later step, which says so.
struct TextDocument: DocumentFormat {
  let extensions = ["txt", "md"]

  private static let keys: Set<String> = ["id", "date", "published", "title", "source", "url"]

  func records(in bytes: [UInt8], of file: ReadFile) throws(ArticleFault) -> [ArticleRecord] {
    let content: [UInt8]
    do throws(ArticleFault.Reason) {
      content = try TextDecoding.utf8(bytes)
    } catch {
      throw ArticleFault(file: file.path, reason: error)
    }
    let front: FrontMatter
    do {
      front = try FrontMatter(content[...], keys: Self.keys)
    } catch {
      throw ArticleFault(
        file: file.path,
        line: error.line,
        reason: .frontMatter(error.fault, remedy: error.remedy)
      )
    }
    let text = String(decoding: content[front.bodyStart...], as: UTF8.self)
    let id = front.values["id"]?.text ?? file.stem
    var date: CivilDate?
    if let written = front.values["date"] ?? front.values["published"] {
      guard let day = ArticleDate.day(written.text, by: file.clock) else {
        throw ArticleFault(id: id, file: file.path, line: written.line, reason: .date(written.text))
      }
      date = day
    }
    guard !front.values.isEmpty || content[front.bodyStart...].contains(where: { $0 > 0x20 })
    else { throw ArticleFault(id: id, file: file.path, reason: .noText) }
    let article = Article(
      id: id,
      date: date,
      title: front.values["title"]?.text,
      text: text,
      source: front.values["source"]?.text,
      url: front.values["url"]?.text
    )
    return [.article(article, line: nil)]
  }
}
