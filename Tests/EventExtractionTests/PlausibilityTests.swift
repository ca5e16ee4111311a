import ArabicText
import Chronology
import EventExtraction
import NewsModel
import Testing

@Suite("Events and their look-alikes")
struct PlausibilityTests {
  @Test("A real event, not its look-alike", arguments: CorpusLine.lines("plausible.tsv"))
  func pair(_ line: CorpusLine) {
    let (article, expressions) = line.article(published: CivilDate(iso: "2021-07-29"))
    let core = Shipped.mentions(article, expressions).filter {
      !EventExtractorTests.details.contains($0.type.rawValue)
    }
    if line.type == "-" {
      #expect(core.isEmpty, "\(core.map { "\($0.type.rawValue) ‘\($0.trigger)’ \($0.rule)" })")
      return
    }
    guard let mention = core.first(where: { $0.type.rawValue == line.type }) else {
      Issue.record("no \(line.type); found \(core.map { "\($0.type.rawValue) ‘\($0.trigger)’" })")
      return
    }
    #expect(mention.status.rawValue == line.status)
    let parties = mention.parties.map { $0.id ?? "?" }.sorted().joined(separator: "+")
    #expect((parties.isEmpty ? "-" : parties) == line.parties)
    #expect((mention.date.edtf.isEmpty ? "-" : mention.date.edtf) == line.date)
  }

  @Test("“Before the end of the year” ends with the year")
  func beforeTheEnd() {
    let text = "وستسحب الولايات المتحدة قواتها القتالية من العراق قبل نهاية العام."
    let phrase = "نهاية العام"
    guard let found = text.firstRange(of: phrase) else { return }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let expression = TemporalExpression(
      range: TextRange(start, start + phrase.utf8.count),
      kind: .date,
      value: "2021",
      modifier: .end,
      first: CivilDate(iso: "2021-11-01"),
      last: CivilDate(iso: "2021-12-31"),
      grain: .year,
      relation: .before,
      basis: .article,
      rule: "test"
    )
    let article = Article(id: "t", date: CivilDate(iso: "2021-07-29"), text: text)
    let withdrawal = Shipped.mentions(article, [expression]).first {
      $0.type.rawValue == "withdrawal"
    }
    #expect(withdrawal?.date.span.latest == CivilDate(iso: "2021-12-31"))
    #expect(withdrawal?.date.span.earliest == nil)
    #expect(withdrawal?.status == .planned)
  }
}
