public import Chronology
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads articles from files: JSON Lines as a stream, other kinds whole.
///
/// Whatever is wrong becomes a record of its own, in the place where the article would stand, and
/// reading goes on.
public struct ArticleReader: Sendable {
  private let furniture: PageFurniture
  private let limit: Int
  private let clock: ZoneClock?
  private let fields: ArticleFields?

  /// A reader that marks this furniture.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that the text of one article may have.
  ///   - clock: the clock where the outlets are, by which a time that tells its offset from UTC gets
  ///     its day; without it a time keeps the day it names.
  ///   - fields: the keys of JSON Lines, where they are not those of the contract.
  public init(
    furniture: PageFurniture,
    limit: Int = 16 << 20,
    clock: ZoneClock? = nil,
    fields: ArticleFields? = nil
  ) {
    self.furniture = furniture
    self.limit = max(1, limit)
    self.clock = clock
    self.fields = fields
  }

  /// The kinds of files that are read whole; a new one is a line here.
  static let documents: [any DocumentFormat] = [
    TextDocument(), HTMLDocument(), FeedDocument(), MHTMLDocument(),
  ]

  /// How the names of readable files end, without the dot.
  public static let extensions = documents.flatMap(\.extensions) + [lines]

  /// How the names of files end that hold texts in forms which are not read.
  ///
  /// A folder gives them all the same, so that whoever keeps articles in them is told; a PDF beside them
  /// may well be a sheet of ours.
  static let foreignExtensions = ["doc", "docx", "odt", "rtf", "pages", "epub"]

  /// The most bytes that one line of JSON Lines may have: every byte of text can be escaped
  /// (`\u0627` for two bytes of Arabic), and other keys stand beside it.
  public var lineLimit: Int {
    let (escaped, overflow) = limit.multipliedReportingOverflow(by: 3)
    return overflow ? .max : escaped + (1 << 16)
  }

  // MARK: - Files

  /// Reads a file of any known kind and hands on what it gives, in its order.
  public func read<Failure: Error>(
    _ file: String,
    _ body: (ArticleRecord) throws(Failure) -> Void
  ) throws(Failure) {
    let descriptor: Int32
    do throws(ArticleFault.Reason) {
      descriptor = try InputFile.open(file)
    } catch {
      return try body(.fault(ArticleFault(file: file, reason: error)))
    }
    defer { close(descriptor) }
    let kind = ArticleFiles.nameExtension(of: file)
    if kind == Self.lines { return try readLines(of: descriptor, named: file, body) }
    for record in document(kind, descriptor, file) { try body(record) }
  }

  private func document(_ kind: String, _ descriptor: Int32, _ file: String) -> [ArticleRecord] {
    do throws(ArticleFault) {
      guard let format = Self.documents.first(where: { $0.extensions.contains(kind) }) else {
        let known = Self.extensions.map { "." + $0 }
        throw ArticleFault(file: file, reason: .format(known: known))
      }
      let bytes = try contents(of: descriptor, file)
      let records = try format.records(
        in: bytes,
        of: ReadFile(path: file, clock: clock)
      )
      return records.map { furnished($0, file) }
    } catch {
      return [.fault(error)]
    }
  }

  private func furnished(_ record: ArticleRecord, _ file: String) -> ArticleRecord {
    guard case .article(var article, let line) = record else { return record }
    guard article.text.utf8.count <= limit else {
      return .fault(ArticleFault(id: article.id, file: file, reason: .tooLarge(limit: limit)))
    }
    article.furniture = furniture.ranges(in: article.text)
    return .article(article, line: line)
  }

  /// All bytes of a file, up to the limit.
  private func contents(of descriptor: Int32, _ file: String) throws(ArticleFault) -> [UInt8] {
    var status = stat()
    // A file that tells its size is refused before its first byte is read.
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > limit, status.st_size - limit > 1 << 16
    {
      throw ArticleFault(file: file, reason: .tooLarge(limit: limit))
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { SystemRead.bytes(descriptor, $0) }
      if count < 0 {
        throw ArticleFault(file: file, reason: .unreadable(String(cString: strerror(errno))))
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      // Front matter and the byte order mark stand beside the text.
      if bytes.count - (1 << 16) > limit {
        throw ArticleFault(file: file, reason: .tooLarge(limit: limit))
      }
    }
  }

  // MARK: - Lines

  /// Reads JSON Lines from an open file and hands on one record a line.
  ///
  /// - Parameter name: the file's name for faults, `-` for standard input.
  public func readLines<Failure: Error>(
    of descriptor: Int32,
    named name: String,
    _ body: (ArticleRecord) throws(Failure) -> Void
  ) throws(Failure) {
    var source = LineSource(descriptor: descriptor, limit: lineLimit)
    while let block = source.next() {
      for line in block.lines { try body(record(of: line, file: name)) }
    }
    if let failure = source.failure {
      try body(.fault(ArticleFault(file: name, reason: .unreadable(failure))))
    }
  }

  /// The article of one line of JSON Lines, or why there is none.
  ///
  /// Lines depend on nothing but themselves, so many can be read at once.
  public func record(of line: NumberedLine, file: String) -> ArticleRecord {
    if line.isTooLong {
      return .fault(ArticleFault(file: file, line: line, reason: .tooLarge(limit: limit)))
    }
    let stem = file == "-" ? "line" : ArticleFiles.stem(of: file)
    let reader = JSONArticle(
      file: file,
      stem: stem,
      limit: limit,
      furniture: furniture,
      clock: clock,
      fields: fields
    )
    return reader.record(of: line)
  }

  /// How the names of JSON Lines files end.
  private static let lines = "jsonl"
}

/// The system's `read`, under the name that each C library gives it.
enum SystemRead {
  /// Reads into a buffer; the count of bytes, 0 at the end, negative when it fails.
  static func bytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      return count
    }
  }
}
