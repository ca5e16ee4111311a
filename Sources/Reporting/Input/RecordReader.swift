import ArticleReading
import Chronology
import DataFiles
import NewsModel

/// Turns items into articles; safe to use from many threads.
struct RecordReader: Sendable {
  private let reader: ArticleReader
  /// The readers of files and folders that have settings of their own, the innermost first.
  private let special: [(place: ArticlePlace, reader: ArticleReader, country: String?)]
  private let referenceDay: CivilDate?
  private let takesPhrases: Bool

  /// A reader under a run's settings.
  ///
  /// - Parameters:
  ///   - findsFurniture: whether what is no reporting must be marked; dates are read there too.
  ///   - takesPhrases: whether a line of standard input that is no JSON is a text of its own.
  init(settings: RunSettings, findsFurniture: Bool, takesPhrases: Bool) throws(Fault) {
    let furniture: PageFurniture
    do throws(DataFileError) {
      furniture = findsFurniture ? try .standard() : PageFurniture(entries: [])
    } catch {
      throw Fault(error)
    }
    let limit = settings.limits.articleBytes
    reader = ArticleReader(furniture: furniture, limit: limit)
    special = settings.articles.map { place, own in
      let reader = ArticleReader(
        furniture: furniture,
        limit: limit,
        clock: own.clock,
        fields: own.fields
      )
      return (place, reader, own.country)
    }.sorted { $0.place.path.utf8.count > $1.place.path.utf8.count }
    referenceDay = settings.referenceDay
    self.takesPhrases = takesPhrases
  }

  /// The longest line that is kept.
  var lineLimit: Int { reader.lineLimit }

  /// What an item holds, in its order.
  func records(of item: Item) -> [ArticleRecord] {
    switch item {
    case .fault(let fault): return [.fault(fault)]
    case .phrase(let text, let number): return [phrase(text, number: number, line: nil)]
    case .line(let line, let file):
      if takesPhrases, file == "-", isPhrase(line) {
        let text = String(decoding: line.bytes, as: UTF8.self)
        return [phrase(text, number: line.number, line: line.number)]
      }
      let reader = place(of: file)?.reader ?? reader
      return [settled(reader.record(of: line, file: file), in: file)]
    case .document(let file):
      var records: [ArticleRecord] = []
      let reader = place(of: file)?.reader ?? reader
      reader.read(file) { (record: ArticleRecord) in records.append(settled(record, in: file)) }
      return records
    }
  }

  /// A line with letters in it that does not begin as JSON does.
  private func isPhrase(_ line: NumberedLine) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = line.bytes.starts(with: mark) ? line.bytes.dropFirst(3) : line.bytes[...]
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
    return first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
  }

  private func phrase(_ text: String, number: Int, line: Int?) -> ArticleRecord {
    settled(.article(Article(id: "\(number)", text: text), line: line), in: "-")
  }

  /// The record with what the run knows of it: a reference day where it brings none, and the country
  /// of its folder.
  private func settled(_ record: ArticleRecord, in file: String) -> ArticleRecord {
    guard case .article(var article, let line) = record else { return record }
    if article.date == nil, let referenceDay {
      article.date = referenceDay
      article.dateBasis = .given
    }
    article.country = place(of: file)?.country
    return .article(article, line: line)
  }

  /// What was told for a file, or for the innermost folder it is in.
  private func place(
    of file: String
  ) -> (place: ArticlePlace, reader: ArticleReader, country: String?)? {
    special.first { $0.place.covers(file) }
  }
}
