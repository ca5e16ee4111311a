import ArticleReading
import NewsModel

/// `tarikh doctor FILE`: what a run finds in files, why it refuses what it refuses, and which marks
/// in their texts would turn words around.
public struct FileExamination: Sendable {
  /// One thing that was seen.
  public struct Finding: Hashable, Sendable {
    /// What it means for the file.
    public enum Kind: String, Hashable, Sendable {
      /// It is read.
      case fine = "ok"
      /// It is read, and something in it is not shown.
      case note
      /// It is not read.
      case refused
    }

    /// What it means for the file.
    public var kind: Kind
    /// The place and what was found there.
    public var text: String
  }

  /// The characters that set the reading direction of what follows, by their names in Unicode.
  static let controls: [UInt32: String] = [
    0x202A: "left-to-right embedding", 0x202B: "right-to-left embedding",
    0x202C: "pop directional formatting", 0x202D: "left-to-right override",
    0x202E: "right-to-left override", 0x2066: "left-to-right isolate",
    0x2067: "right-to-left isolate", 0x2068: "first strong isolate",
    0x2069: "pop directional isolate",
  ]

  private let settings: RunSettings

  /// An examination under a run's settings.
  public init(settings: RunSettings = RunSettings()) { self.settings = settings }

  /// Reads the files as every run does.
  ///
  /// - Parameter tell: is given each finding, those of a file together.
  /// - Throws: what a run over these files would end with.
  public func run(_ files: [String], tell: (Finding) throws(Fault) -> Void) throws(Fault) {
    let reader = try RecordReader(settings: settings, findsFurniture: true, takesPhrases: false)
    var total = Tally()
    for file in files {
      let run = ItemRun(
        [file],
        mayBePhrases: false,
        lineLimit: reader.lineLimit,
        settings: settings
      )
      var tally = Tally()
      try run.forEach {
        reader.records(of: $0)
      } finish: { (results) throws(Fault) in
        for record in results.joined() {
          for finding in examine(record, of: file, &tally) { try tell(finding) }
        }
      }
      if tally.good > 0 {
        try tell(Finding(kind: .fine, text: "\(file): \(tally.good) read, \(tally.bad) refused"))
      } else if tally.bad + tally.unreadable == 0 {
        try tell(Finding(kind: .refused, text: "\(file): nothing in it"))
        tally.bad += 1
      }
      total = total + tally
    }
    try total.check(settings)
  }

  private func examine(
    _ record: ArticleRecord,
    of file: String,
    _ tally: inout Tally
  ) -> [Finding] {
    switch record {
    case .fault(let fault):
      if fault.reason.isOfSystem { tally.unreadable += 1 } else { tally.bad += 1 }
      return [Finding(kind: .refused, text: "\(fault)")]
    case .event:
      tally.good += 1
      return []
    case .article(let article, let line):
      tally.good += 1
      let place = line.map { "\(file):\($0)" } ?? "\(file): \(article.id)"
      return [("title", article.title), ("text", article.text), ("source", article.source)]
        .flatMap { key, text in controls(in: text ?? "", place: "\(place): \(key)") }
    }
  }

  /// A finding for each mark of direction, counted in code points as offsets are.
  private func controls(in text: String, place: String) -> [Finding] {
    // All of them begin with the same two bytes, and few texts have those.
    guard text.utf8.contains(0xE2) else { return [] }
    return text.unicodeScalars.enumerated().compactMap { offset, scalar in
      guard let name = Self.controls[scalar.value] else { return nil }
      let code = String(scalar.value, radix: 16, uppercase: true)
      return Finding(
        kind: .note,
        text: "\(place) at \(offset): U+\(code) \(name); no sheet shows it"
      )
    }
  }
}
