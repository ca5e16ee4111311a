import Chronology
import NewsModel

/// A plain text or Markdown file, with or without front matter.
///
/// Without front matter the article has no date, however much the text tells of one: proving a date
/// is a later step, which says so.
struct TextDocument: DocumentFormat {
  let extensions = ["txt", "md"]

  private static let keys: Set<String> = ["id", "date", "published", "title", "source", "url"]

  func articles(in bytes: [UInt8], file: String) throws(ArticleFault) -> [Article] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = bytes[(hasMark ? 3 : 0)...]
    let front: FrontMatter
    do {
      front = try FrontMatter(content, keys: Self.keys)
    } catch {
      throw ArticleFault(
        file: file,
        line: error.line,
        reason: .frontMatter(error.fault, remedy: error.remedy)
      )
    }
    guard let text = String(validating: content[front.bodyStart...], as: UTF8.self) else {
      throw ArticleFault(
        file: file,
        reason: .encoding(offset: UTF8Check.firstWrongByte(in: content))
      )
    }
    let id = front.values["id"]?.text ?? ArticleFiles.stem(of: file)
    var date: CivilDate?
    if let written = front.values["date"] ?? front.values["published"] {
      guard let day = ArticleDate.day(written.text) else {
        throw ArticleFault(id: id, file: file, line: written.line, reason: .date(written.text))
      }
      date = day
    }
    return [
      Article(
        id: id,
        date: date,
        title: front.values["title"]?.text,
        text: text,
        source: front.values["source"]?.text,
        url: front.values["url"]?.text
      )
    ]
  }
}
