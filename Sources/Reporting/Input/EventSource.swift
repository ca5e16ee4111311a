import ArticleReading
import Exporting
import NewsModel

/// Reads files of articles and events and finds what they tell.
struct EventSource: Sendable {
  /// What a run over the operands gave.
  struct Outcome: Sendable {
    /// Everything found.
    var gathering = EventGathering()
    /// The records that were set aside.
    var setAside: [SetAside] = []
    /// The articles that are older than their stamps.
    var late: [LateStamp] = []
    /// What was counted.
    var tally = Tally()
    /// What was counted by file.
    var tallies: [String: Tally] = [:]
  }

  /// What one record gave.
  fileprivate enum Finding: Sendable {
    case article(Article, [EventMention], late: LateStamp?, file: String)
    case events([Event], file: String)
    case bad(SetAside, isOfSystem: Bool)
  }

  private let pipeline: Pipeline
  private let reader: RecordReader
  private let tables = TableSource()
  private let settings: RunSettings

  /// A source under a run's settings.
  ///
  /// - Parameter readsArticles: whether there may be articles, whose furniture must be told apart.
  init(pipeline: Pipeline, settings: RunSettings, readsArticles: Bool = true) throws(Fault) {
    self.pipeline = pipeline
    self.settings = settings
    reader = try RecordReader(
      settings: settings,
      findsFurniture: readsArticles,
      takesPhrases: false
    )
  }

  /// Reads the operands and finds what they tell.
  func outcome(of operands: [String]) throws(Fault) -> Outcome {
    var outcome = Outcome()
    let run = ItemRun(
      operands,
      mayBePhrases: false,
      lineLimit: reader.lineLimit,
      settings: settings
    )
    try run.forEach(findings) { (results) throws(Fault) in
      for finding in results.joined() { outcome.add(finding) }
    }
    outcome.gathering.proveDates(with: pipeline)
    return outcome
  }

  @Sendable
  private func findings(in item: Item) -> [Finding] {
    if case .document(let file) = item, TableSource.reads(file) {
      let read = tables.events(of: file)
      return read.events.map { .events([$0], file: file) }
        + read.faults.map { .bad($0, isOfSystem: false) }
        + read.unreadable.map { .bad($0, isOfSystem: true) }
    }
    return reader.records(of: item).map { record in
      switch record {
      case .article(let article, _): told(by: article, file: item.file)
      case .event(let bytes, let line): event(bytes, line: line, file: item.file)
      case .fault(let fault): .bad(SetAside(fault), isOfSystem: fault.reason.isOfSystem)
      }
    }
  }

  private func told(by article: Article, file: String) -> Finding {
    let (told, mentions) = pipeline.told(by: article)
    // What proves the day is asked again only where the day has moved.
    let isMoved = article.date != nil && article.date != told.date
    let late = isMoved ? LateStamp(article, dated: pipeline.dated(article)) : nil
    return .article(told, mentions, late: late, file: file)
  }

  private func event(_ bytes: [UInt8], line: Int, file: String) -> Finding {
    let read = EventFile(bytes)
    guard let fault = read.faults.first else { return .events(read.events, file: file) }
    let setAside = SetAside(file: file, line: line, code: fault.code, message: fault.message)
    return .bad(setAside, isOfSystem: false)
  }
}

extension EventSource.Outcome {
  fileprivate mutating func add(_ finding: EventSource.Finding) {
    switch finding {
    case .article(let article, let mentions, let late, let file):
      gathering.add(article, mentions)
      if let late { self.late.append(late) }
      count(in: file) { $0.good += 1 }
    case .events(let events, let file):
      for event in events { gathering.add(event) }
      count(in: file) { $0.good += 1 }
    case .bad(let record, let isOfSystem):
      setAside.append(record)
      count(in: record.file) {
        if isOfSystem { $0.unreadable += 1 } else { $0.bad += 1 }
      }
    }
  }

  private mutating func count(in file: String, _ change: (inout Tally) -> Void) {
    change(&tally)
    change(&tallies[file, default: Tally()])
  }
}

extension SetAside {
  /// The record of a fault.
  init(_ fault: ArticleFault) {
    self.init(
      file: fault.file,
      line: fault.line,
      offset: fault.offset,
      code: fault.reason.code,
      message: fault.reason.description
    )
  }
}
