import ArticleReading
import Chronology
import DataFiles
import NewsModel

/// Turns items into articles; safe to use from many threads.
struct RecordReader: Sendable {
  private let reader: ArticleReader
  private let referenceDay: CivilDate?
  private let takesPhrases: Bool
  private let countries: [String: String]

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
    countries = settings.countries
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
      return [settled(reader.record(of: line, file: file), in: file)]
    case .document(let file):
      var records: [ArticleRecord] = []
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
    article.country = countries.isEmpty ? nil : country(of: file)
    return .article(article, line: line)
  }

  /// The country that was told for a file, or for the innermost folder it is in.
  private func country(of file: String) -> String? {
    countries.filter { path, _ in
      file == path || file.hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }.max { $0.key.utf8.count < $1.key.utf8.count }?.value
  }
}
