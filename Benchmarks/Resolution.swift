import ArabicText
import Chronology
import DataFiles
import DateResolution
import EventExtraction
import Lexicons
import NewsModel

#if canImport(Glibc)
  import Glibc
#endif

/// Measures what `tarikh dates` and `tarikh events` do inside: loading their words, resolving texts and
/// extracting events in memory.
///
/// usage: resolution TEXTS, one a line, each after its day and a tab; see Benchmarks/resolution.
@main
enum Resolution {
  static func main() throws {
    guard CommandLine.arguments.count > 1, let file = fopen(CommandLine.arguments[1], "rb") else {
      print("usage: resolution FILE")
      exit(64)
    }
    let folder = try LexiconFolder.arabic()
    var lexicon = try DateLexicon(folder: folder)
    let load = try best(of: 9) { lexicon = try DateLexicon(folder: folder) }
    let customs = try best(of: 9) { _ = try SourceCustoms(folder: folder) }
    print("words of dates: \(tenths(load * 1000)) ms, of sources: \(tenths(customs * 1000)) ms")
    let resolver = DateResolver(lexicon: lexicon)

    var articles: [Article] = []
    var bytes = 0
    for line in lines(of: file) {
      guard let tab = line.firstIndex(of: 0x09) else { continue }
      let text = String(decoding: line[(tab + 1)...], as: UTF8.self)
      bytes += text.utf8.count
      let day = CivilDate(iso: String(decoding: line[..<tab], as: UTF8.self))
      articles.append(Article(id: "a", date: day, text: text))
    }
    var found = 0
    let seconds = best(of: 5) {
      found = articles.reduce(0) { $0 + resolver.expressions(in: $1).count }
    }
    let speed = Double(bytes) / 1e6 / seconds
    print("\(articles.count) texts, \(bytes) bytes, \(found) expressions: \(tenths(speed)) MB/s")

    let extractor = try extractor(folder)
    let withEvents = best(of: 5) {
      found = articles.reduce(0) { $0 + mentions(in: $1, by: extractor, dates: resolver) }
    }
    let both = Double(bytes) / 1e6 / withEvents
    print("events with their dates: \(found) mentions, \(tenths(both)) MB/s")

    // A phrase without end: four times the text must take about four times as long.
    let times = [1, 4].map { megabytes in
      let text = String(repeating: "أمس ", count: megabytes * 1_000_000 / 7)
      let article = Article(id: "a", date: CivilDate(iso: "2021-07-29"), text: text)
      return best(of: 3) { found = resolver.expressions(in: article).count }
    }
    print("4 MB of one word take \(tenths(times[1] / times[0])) times as long as 1 MB")
  }

  /// The extractor, after telling how long its tables take to load, one after the other.
  private static func extractor(_ folder: DataFolder) throws -> EventExtractor {
    let eventFolder = DataFolder(path: "\(folder.path)/events")
    let actorFolder = DataFolder(path: "\(folder.path)/actors")
    var events = try EventLexicon(folder: eventFolder)
    var actors = try ActorLexicon(folder: actorFolder)
    let eventLoad = try best(of: 9) { events = try EventLexicon(folder: eventFolder) }
    let actorLoad = try best(of: 9) { actors = try ActorLexicon(folder: actorFolder) }
    print(
      "words of events: \(tenths(eventLoad * 1000)) ms, gazetteer: \(tenths(actorLoad * 1000)) ms"
    )
    return EventExtractor(events: events, actors: actors)
  }

  private static func mentions(
    in article: Article,
    by extractor: EventExtractor,
    dates resolver: DateResolver
  ) -> Int {
    let text = FoldedText(article.text)
    let sentences = SentenceSplitter().sentences(of: text)
    let dated = resolver.dated(article, text: text, sentences: sentences)
    return extractor.mentions(
      in: article,
      text: text,
      sentences: sentences,
      expressions: dated.expressions
    ).count
  }

  private static func best<Failure: Error>(
    of runs: Int,
    _ work: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let begin = ContinuousClock.now
      try work()
      let time = begin.duration(to: .now).components
      best = min(best, Double(time.seconds) + Double(time.attoseconds) / 1e18)
    }
    return best
  }

  private static func lines(of file: UnsafeMutablePointer<FILE>) -> [ArraySlice<UInt8>] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes.split(separator: 0x0A)
  }

  private static func tenths(_ number: Double) -> String {
    "\(Double(Int(number * 10 + 0.5)) / 10)"
  }
}
