import ArticleReading
import Chronology
import EventFusion
import Exporting
import NewsModel

/// What was read and found before merging: the tellings of all articles, and events from files.
struct EventGathering: Sendable {
  /// The tellings.
  private(set) var mentions: [EventMention] = []
  /// The articles they are from.
  private(set) var digests: [ArticleDigest] = []
  /// Where the tellings stand in code points.
  private(set) var offsets = MentionOffsets()
  /// Events that were events already.
  private(set) var events: [Event] = []
  /// The newest day an article was published on.
  private(set) var newestDay: CivilDate?
  /// The articles without a day, whole: what others tell may prove one.
  private(set) var undated: [Article] = []
  /// What was proved of them.
  private(set) var proofs: [DateProof.Finding] = []
  /// The place of each article's digest, by the article's id.
  private var places: [String: Int] = [:]
  private var ids = ArticleIDs()

  /// Adds an article and what it tells.
  ///
  /// The same article a second time is passed over; another one of the same id gets an id of its own,
  /// so that their tellings stay apart.
  mutating func add(_ article: Article, _ found: [EventMention]) {
    let offsets = MentionOffsets(found, in: article.text)
    add(article, ArticleDigest(article), found.map { ($0, offsets[$0]) })
  }

  /// Adds an article of which all is known; its text matters only when it has no day.
  mutating func add(
    _ article: Article,
    _ digest: ArticleDigest,
    _ found: [(mention: EventMention, place: MentionOffsets.Place)]
  ) {
    guard let id = ids.id(of: digest) else { return }
    var digest = digest
    digest.id = id
    places[id] = digests.count
    digests.append(digest)
    for (mention, place) in found {
      let mention = mention.told(by: id)
      offsets.set(place, of: mention.id)
      mentions.append(mention)
    }
    note(article.date)
    if article.date == nil {
      var article = article
      article.id = digest.id
      undated.append(article)
    }
  }

  /// Proves the days of undated articles by what the others tell, and dates what they tell by them.
  mutating func proveDates(with pipeline: Pipeline) {
    guard !undated.isEmpty else { return }
    proofs = DateProof(pipeline: pipeline).findings(for: undated, beside: mentions)
    let proved = ProvedTellings(pipeline: pipeline)
    var renewed: [String: [EventMention]] = [:]
    for (article, finding) in zip(undated, proofs) {
      guard let (article, found) = proved.told(by: article, finding) else { continue }
      renewed[article.id] = found
      offsets.add(found, in: article.text)
      if let place = places[article.id] { digests[place].date = article.date }
      note(article.date)
    }
    guard !renewed.isEmpty else { return }
    let old = Dictionary(grouping: mentions, by: \.article)
    mentions = digests.flatMap { renewed[$0.id] ?? old[$0.id] ?? [] }
  }

  /// Adds an event that was read from a file.
  mutating func add(_ event: Event) {
    events.append(event)
    for mention in event.mentions { note(mention.published) }
  }

  private mutating func note(_ day: CivilDate?) {
    guard let day else { return }
    newestDay = max(newestDay ?? day, day)
  }

  /// The merged events and those of files, ordered by date; each id once.
  func merged(by pipeline: Pipeline) -> [Event] {
    let merged = pipeline.events(from: mentions, articles: digests)
    // Merging gives each id once, and in order.
    if events.isEmpty { return Self.ordered(merged) }
    var known: Set<String> = []
    let all = merged + events
    return Self.ordered(all.filter { known.insert($0.id).inserted })
  }

  /// Events by day, then id.
  static func ordered(_ events: [Event]) -> [Event] {
    // Events are large; only their keys are moved about.
    let keys = events.indices.map { index in
      let span = events[index].date.span
      let day = span.earliest ?? span.latest ?? .last
      return (day: day.dayNumber, id: events[index].id, index: index)
    }
    typealias Key = (day: Int32, id: String, index: Int)
    func precedes(_ one: Key, _ other: Key) -> Bool {
      one.day != other.day ? one.day < other.day : one.id < other.id
    }
    if zip(keys, keys.dropFirst()).allSatisfy({ !precedes($1, $0) }) { return events }
    return keys.sorted { precedes($0, $1) }.map { events[$0.index] }
  }
}

/// A record that was set aside: one line of `quarantine.jsonl`.
struct SetAside: Hashable, Sendable {
  /// The file.
  var file: String
  /// Its line, when it is a file of many records.
  var line: Int?
  /// Where that line begins, in bytes from the start of the file.
  var offset: Int?
  /// The short name of the reason.
  var code: String
  /// The reason and the remedy.
  var message: String

  /// Writes the line.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("file")
    writer.string(file)
    writer.key("line")
    writer.integer(line)
    writer.key("offset")
    writer.integer(offset)
    writer.error(code: code, message: message)
    writer.endObject()
    writer.endLine()
  }

  /// The place and the reason in one line.
  var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
}
