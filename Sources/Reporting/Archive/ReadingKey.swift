import Chronology
import DataFiles
import Lexicons
import NewsModel

/// What decides how an article is read, beside the article: when it changes, all are read again.
struct ReadingKey: Hashable, Sendable {
  /// Sixteen hexadecimal digits.
  let text: String

  /// The key of this tool, its tables and a report.
  init(report: Report, settings: RunSettings) throws(Fault) {
    var digest = SHA256()
    digest.add(field: Version.current)
    digest.add(field: Self.executable)
    try digest.add(folderOf: "Lexicons")
    try digest.add(folderOf: "ArticleReading")
    digest.add(field: "\(settings.dates) \(settings.limits.articleBytes)")
    digest.add(field: settings.referenceDay?.description ?? "")
    for path in settings.gazetteer { try digest.add(tablesAt: path) }
    for (place, own) in settings.articles.sorted(by: { $0.key.path < $1.key.path }) {
      digest.add(field: place.path)
      digest.add(field: own.description)
    }
    for path in settings.gazetteer { try digest.add(gazetteer: path) }
    text = String(digest.finish().prefix(16))
  }

  /// The digest of an article under this key.
  func digest(of article: Article) -> String {
    var digest = SHA256()
    digest.add(field: article.date?.description ?? "")
    digest.add(field: article.dateBasis.rawValue)
    digest.add(field: article.modified?.description ?? "")
    let texts = [article.title, article.source, article.url, article.country]
    for text in texts { digest.add(field: text ?? "\u{1}") }
    digest.add(field: article.text)
    return marked(digest.finish())
  }

  /// A digest, marked with this key.
  func marked(_ digest: String) -> String { "\(text):\(digest)" }

  /// Whether a digest bears this key.
  func marks(_ digest: String) -> Bool { digest.hasPrefix("\(text):") }

  /// A digest without its key.
  static func unmarked(_ digest: String) -> String {
    digest.firstIndex(of: ":").map { String(digest[digest.index(after: $0)...]) } ?? digest
  }

  /// The size and time of the tool itself: one built anew may read otherwise under its old version.
  private static let executable = FileBytes.stamp(of: "/proc/self/exe") ?? ""
}

extension SHA256 {
  /// Takes in a text and its end.
  mutating func add(field text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    add([0])
  }

  /// Takes in the data files of a module of ours.
  mutating func add(folderOf module: String) throws(Fault) {
    do throws(DataFileError) {
      try add(folder: try DataFolder.resources(of: module), "")
    } catch {
      throw Fault(error)
    }
  }

  /// Takes in a user's tables of actors.
  mutating func add(gazetteer path: String) throws(Fault) {
    let files: [String]
    do throws(DataFileError) {
      files = try GazetteerRows.files(at: path)
    } catch {
      throw Fault(ofUserTable: error)
    }
    for file in files {
      add(field: file)
      add(try FileBytes.read(file, limit: 64 << 20))
      add([0])
    }
  }

  /// Takes in a user's table, or a folder of them.
  mutating func add(tablesAt path: String) throws(Fault) {
    add(field: path)
    guard FileBytes.isFolder(path) else { return add(try FileBytes.read(path, limit: 1 << 28)) }
    do throws(DataFileError) {
      try add(folder: DataFolder(path: path), "")
    } catch {
      throw Fault(error)
    }
  }

  private mutating func add(folder: DataFolder, _ inside: String) throws(DataFileError) {
    for name in try folder.files(in: inside) {
      let path = inside.isEmpty ? name : "\(inside)/\(name)"
      if FileBytes.isFolder("\(folder.path)/\(path)") {
        try add(folder: folder, path)
      } else {
        add(field: path)
        add(try folder.bytes(of: path))
        add([0])
      }
    }
  }
}
