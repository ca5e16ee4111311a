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

/// Reads the operands of a command one after another, in batches to share out among threads.
struct Operands {
  /// The operands as the user wrote them.
  let names: [String]
  /// Whether an operand that names no file is a phrase.
  let mayBePhrases: Bool
  /// The longest line that is kept.
  let lineLimit: Int
  /// How many bytes make a batch.
  let batchSize: Int

  /// Hands on everything, batch by batch.
  ///
  /// A batch ends early when its pipe runs dry, so that a filter answers what it was asked before it
  /// waits for more.
  func forEachBatch(_ body: ([Item]) throws(Fault) -> Void) throws(Fault) {
    var batch: [Item] = []
    var size = 0
    for (index, name) in (names.isEmpty ? ["-"] : names).enumerated() {
      for source in sources(of: name, number: index + 1) {
        guard case .lines(let file) = source else {
          guard case .item(let item) = source else { continue }
          batch.append(item)
          size += item.size
          if size >= batchSize {
            try body(batch)
            batch = []
            size = 0
          }
          continue
        }
        try forEachLine(of: file) { (item, isDry) throws(Fault) in
          batch.append(item)
          size += item.size
          guard size >= batchSize || isDry else { return }
          try body(batch)
          batch = []
          size = 0
        }
      }
    }
    if !batch.isEmpty { try body(batch) }
  }

  private enum Source {
    case lines(file: String)
    case item(Item)
  }

  /// What an operand stands for: a stream of lines, files, or a phrase.
  private func sources(of name: String, number: Int) -> [Source] {
    if name == "-" { return [.lines(file: "-")] }
    if mayBePhrases, !FileBytes.exists(name), !looksLikeFile(name) {
      return [.item(.phrase(name, number: number))]
    }
    let files = ArticleFiles([name])
    return files.faults.map { .item(.fault($0)) }
      + files.paths.map { $0.hasSuffix(".jsonl") ? .lines(file: $0) : .item(.document($0)) }
  }

  /// A name that only a file would have, so that a slip of the pen is not dated as a phrase.
  private func looksLikeFile(_ name: String) -> Bool {
    ArticleReader.extensions.contains { name.hasSuffix(".\($0)") }
  }

  private func forEachLine(
    of file: String,
    _ body: (Item, Bool) throws(Fault) -> Void
  ) throws(Fault) {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = ArticleFault.Reason.unreadable(String(cString: strerror(errno)))
      return try body(.fault(ArticleFault(file: file, reason: reason)), false)
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var lines = LineSource(descriptor: descriptor, limit: lineLimit)
    while let line = lines.next() {
      let isDry = file == "-" && lines.isDry && !holdsMore(descriptor)
      try body(.line(line, file: file), isDry)
    }
    if let failure = lines.failure {
      try body(.fault(ArticleFault(file: file, reason: .unreadable(failure))), true)
    }
  }

  /// Whether a read would not have to wait.
  private func holdsMore(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}
