import ArticleReading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One thing a command was asked to read, not yet read.
enum Item: Sendable {
  /// A line of a stream.
  case line(NumberedLine, file: String)
  /// A file that is read whole.
  case document(String)
  /// A phrase of the command line, and its place there, counted from 1.
  case phrase(String, number: Int)
  /// What cannot be read at all.
  case fault(ArticleFault)

  /// The file it is from; `-` for standard input and phrases.
  var file: String {
    switch self {
    case .line(_, let file): file
    case .document(let file): file
    case .phrase: "-"
    case .fault(let fault): fault.file
    }
  }

  /// About how much work it is.
  var size: Int {
    switch self {
    case .line(let line, _): line.bytes.count
    case .document: 1 << 14
    case .phrase(let text, _): text.utf8.count
    case .fault: 0
    }
  }
}

/// The operands of a command.
struct Operands: Sendable {
  /// The operands as the user wrote them.
  let names: [String]
  /// Whether an operand that names no file is a phrase.
  let mayBePhrases: Bool
  /// The longest line that is kept.
  let lineLimit: Int

  /// What an operand stands for.
  enum Source: Sendable {
    case lines(file: String)
    case item(Item)
  }

  /// What an operand stands for: a stream of lines, files, or a phrase.
  ///
  /// - Parameter number: its place among the operands, counted from 1.
  func sources(of name: String, number: Int) -> [Source] {
    if name == "-" { return [.lines(file: "-")] }
    if mayBePhrases, !FileBytes.exists(name), !looksLikeFile(name) {
      return [.item(.phrase(name, number: number))]
    }
    let files = ArticleFiles([name])
    if files.paths.isEmpty, files.faults.isEmpty {
      let known = ArticleReader.extensions.map { "." + $0 }
      return [.item(.fault(ArticleFault(file: name, reason: .emptyFolder(known: known))))]
    }
    return files.faults.map { .item(.fault($0)) }
      + files.paths.map { $0.hasSuffix(".jsonl") ? .lines(file: $0) : .item(.document($0)) }
  }

  /// A name that only a file would have, so that a slip of the pen is not dated as a phrase.
  private func looksLikeFile(_ name: String) -> Bool {
    ArticleReader.extensions.contains { name.hasSuffix(".\($0)") }
  }
}

/// What one thread takes at a time: an item, or neighbouring lines of a stream.
enum Portion: Sendable {
  case item(Item)
  case lines(LineBlock, file: String)

  /// Its items; lines are cut apart here, by the thread that took them.
  var items: [Item] {
    switch self {
    case .item(let item): [item]
    case .lines(let block, let file): block.lines.map { .line($0, file: file) }
    }
  }

  /// How many bytes of the input it is; a file that is read whole is asked for its size.
  var byteCount: Int {
    switch self {
    case .item(.document(let file)): FileBytes.size(of: file) ?? 0
    case .item(let item): item.size
    case .lines(let block, _): block.size
    }
  }
}

/// Reads the operands of a command one after another, portion by portion, for any thread that asks.
final class OperandReader: @unchecked Sendable {
  private let lock = Guarded(())
  private let operands: Operands
  private var names: ArraySlice<String>
  private var sources: ArraySlice<Operands.Source> = []
  private var stream: Stream?
  /// How many operands were begun.
  private var begun = 0

  /// A reader of operands; of standard input when there are none.
  init(_ operands: Operands) {
    self.operands = operands
    names = (operands.names.isEmpty ? ["-"] : operands.names)[...]
  }

  /// The next portion; `nil` at the end.
  func next() -> Portion? { lock.withLock { _ in read() } }

  private func read() -> Portion? {
    while true {
      if let portion = stream?.next() { return portion }
      stream = nil
      switch sources.popFirst() {
      case .item(let item): return .item(item)
      case .lines(let file):
        do throws(ArticleFault.Reason) {
          stream = try Stream(of: file, limit: operands.lineLimit)
        } catch {
          return .item(.fault(ArticleFault(file: file, reason: error)))
        }
      case nil:
        guard let name = names.popFirst() else { return nil }
        begun += 1
        sources = operands.sources(of: name, number: begun)[...]
      }
    }
  }

  /// The lines of an open file, and the fault that ended them.
  private final class Stream {
    private let file: String
    private let descriptor: Int32
    private var lines: LineSource
    private var isDone = false

    /// Opens a file.
    init(of file: String, limit: Int) throws(ArticleFault.Reason) {
      descriptor = file == "-" ? STDIN_FILENO : try InputFile.open(file)
      self.file = file
      lines = LineSource(descriptor: descriptor, limit: limit)
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    func next() -> Portion? {
      if let block = lines.next() { return .lines(block, file: file) }
      guard let failure = lines.failure, !isDone else { return nil }
      isDone = true
      return .item(.fault(ArticleFault(file: file, reason: .unreadable(failure))))
    }
  }
}
