import Chronology
import DataFiles
import NewsModel
import TimelineLayout

/// The US–Iraqi dialogue of 2020 and 2021, in sentences written for these tests: a planned event, a
/// deadline, a month, a quarter, two disputed days, a denial and an undated event among them.
public struct SampleTimeline {
  private struct Source {
    var published: CivilDate
    var outlet: String
    var title: String
  }

  private var names: [String: String] = [:]
  private var articles: [String: Source] = [:]
  private var events: [Event] = []
  private var title = ""
  private var masthead = ""

  /// The sheet.
  public static func dialogue() throws -> Timeline {
    let folder = try DataFolder.resources(of: "LayoutSupport")
    let table = try TableFile("Samples/dialogue.tsv", in: folder, columns: 3)
    var sample = SampleTimeline()
    for row in table.rows {
      let fields = row[1].split(separator: " ").map(String.init)
      switch row[0] {
      case "name": sample.names[row[1]] = row[2]
      case "article":
        sample.articles[fields[0]] = Source(
          published: sample.day(fields[1]) ?? .first,
          outlet: sample.names[fields[2]] ?? "",
          title: row[2]
        )
      case "event": sample.events.append(sample.event(fields, row[2]))
      case "title": sample.title = row[2]
      default: sample.masthead = row[2]
      }
    }
    return Timeline(
      title: sample.title,
      masthead: sample.masthead,
      issue: "17",
      place: sample.names["baghdad"],
      asOf: sample.day("2021-10-15"),
      events: sample.events
    )
  }

  private func day(_ iso: String) -> CivilDate? { CivilDate(iso: iso) }

  private func event(_ fields: [String], _ sentence: String) -> Event {
    let span = UncertainDate(
      earliest: day(fields[2]),
      latest: day(fields[3]),
      grain: Grain(rawValue: fields[4]) ?? .day
    )
    let date = EventDate(
      span: span,
      edtf: "",
      basis: EventDateBasis(rawValue: fields[6]) ?? .explicit
    )
    let status = EventStatus(rawValue: fields[5]) ?? .occurred
    let type = EventType(rawValue: fields[1])
    let parties = fields[7].split(separator: ",").map { key in
      Party(id: String(key), name: names[String(key)] ?? "", surface: "", how: .alias)
    }
    let told = fields[10].split(separator: ",").map(String.init)
    let mentions = told.map { article in
      mention(article, fields[0], type, status, date, parties, sentence)
    }
    return Event(
      id: "ev-\(fields[0])",
      type: type,
      status: status,
      date: date,
      conflicts: conflicts(fields[11]),
      actors: parties,
      place: names[fields[8]].map { Place(name: $0) },
      ordinal: Int(fields[9]),
      headline: sentence,
      headlineMention: "a\(told[0]).\(fields[0])",
      mentions: mentions,
      sources: told.count,
      independent: told.count
    )
  }

  private func mention(
    _ article: String,
    _ event: String,
    _ type: EventType,
    _ status: EventStatus,
    _ date: EventDate,
    _ parties: [Party],
    _ sentence: String
  ) -> MergedMention {
    let source = articles[article]
    return MergedMention(
      mention: EventMention(
        id: "a\(article).\(event)",
        article: "a\(article)",
        type: type,
        range: TextRange(0, 1),
        trigger: "",
        sentenceRange: TextRange(0, sentence.utf8.count),
        sentence: sentence,
        status: status,
        date: date,
        actors: parties,
        recipients: [],
        rule: "test",
        sentenceIndex: 0
      ),
      source: source?.outlet,
      url: "https://example.org/\(source?.published.description ?? "")/a\(article)?lang=ar",
      articleTitle: source?.title,
      published: source?.published
    )
  }

  private func conflicts(_ text: String) -> [DateConflict] {
    text.split(separator: ";").compactMap { reading in
      let parts = reading.split(separator: "=").map(String.init)
      guard parts.count == 2 else { return nil }
      let outlets = parts[1].split(separator: ",").map { names[String($0)] ?? "" }
      return DateConflict(value: parts[0], sources: outlets)
    }
  }
}
