import ArticleReading
import Chronology
import DataFiles
import NewsModel

/// Turns items into articles; safe to use from many threads.
struct RecordReader: Sendable {
  private let reader: ArticleReader
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
    reader = ArticleReader(furniture: furniture, limit: settings.limits.articleBytes)
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
      return [dated(reader.record(of: line, file: file))]
    case .document(let file):
      var records: [ArticleRecord] = []
      reader.read(file) { (record: ArticleRecord) in records.append(dated(record)) }
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
    dated(.article(Article(id: "\(number)", text: text), line: line))
  }

  /// The record, with the reference day of the run where it brings none.
  private func dated(_ record: ArticleRecord) -> ArticleRecord {
    guard case .article(var article, let line) = record, article.date == nil, let referenceDay
    else { return record }
    article.date = referenceDay
    article.dateBasis = .given
    return .article(article, line: line)
  }
}
