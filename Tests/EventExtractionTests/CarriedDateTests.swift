import Chronology
import EventExtraction
import NewsModel
import Testing

@Suite("The day of an event that has none of its own")
struct CarriedDateTests {
  @Test(
    "From the verb about it, or from another telling",
    arguments: CorpusLine.lines("carried.tsv")
  )
  func carried(_ line: CorpusLine) { check(line, mentions(of: line).last) }

  @Test("A headline is of the day of its lead", arguments: CorpusLine.lines("headlines.tsv"))
  func headline(_ line: CorpusLine) {
    var parted = line
    parted.marked = line.marked.replacing("/", with: "\n\n", maxReplacements: 1)
    check(line, mentions(of: parted).first)
  }

  private func mentions(of line: CorpusLine) -> [EventMention] {
    let (article, expressions) = line.article(published: CivilDate(iso: "2021-07-29"))
    return Shipped.mentions(article, expressions).filter { $0.type.rawValue == line.type }
  }

  private func check(_ line: CorpusLine, _ mention: EventMention?) {
    guard let mention else {
      Issue.record("no \(line.type)")
      return
    }
    #expect(mention.status.rawValue == line.status)
    #expect(
      (mention.date.edtf.isEmpty ? "-" : mention.date.edtf) == line.date,
      "\(mention.trigger)"
    )
  }
}
