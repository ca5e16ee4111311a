import Chronology
import DataFiles
import EventExtraction
import NewsModel
import Testing

/// Who did what, and with whom: the two sides apart, of all types but attacks.
@Suite("The sides of an event")
struct SidesTests {
  /// One line of `sides.tsv`.
  struct Line: CustomTestStringConvertible, Sendable {
    var doers: String
    var others: String
    var place: String
    var sentence: CorpusLine

    var testDescription: String { sentence.marked }

    static let all: [Line] = {
      let path = #filePath
      let end = path.lastIndex(of: "/") ?? path.endIndex
      do {
        let folder = DataFolder(path: path[..<end] + "/Corpus")
        return try TableFile("sides.tsv", in: folder, columns: 6).rows.map { row in
          Line(
            doers: row.columns[2],
            others: row.columns[3],
            place: row.columns[4],
            sentence: CorpusLine(
              type: row.columns[0],
              status: row.columns[1],
              parties: "",
              date: "",
              place: "",
              marked: row.columns[5]
            )
          )
        }
      } catch {
        Issue.record("\(error)")
        return []
      }
    }()
  }

  @Test("Who did it, and with whom", arguments: Line.all)
  func sides(_ line: Line) {
    let (article, expressions) = line.sentence.article(published: CivilDate(iso: "2021-07-29"))
    let mentions = Shipped.mentions(article, expressions)
    // A line of several sentences asks of the last: the others tell who is spoken of.
    guard let mention = mentions.last(where: { $0.type.rawValue == line.sentence.type }) else {
      Issue.record("none; found \(mentions.map { "\($0.type.rawValue) ‘\($0.trigger)’" })")
      return
    }
    #expect(mention.status.rawValue == line.sentence.status)
    #expect(Self.ids(mention.actors) == line.doers)
    #expect(Self.ids(mention.recipients) == line.others)
    if line.place != "*" {
      #expect((mention.place?.country ?? mention.place?.id ?? "-") == line.place)
    }
  }

  private static func ids(_ parties: [Party]) -> String {
    let ids = parties.map { $0.id ?? "?\($0.name.split(separator: " ").count)" }
    return ids.isEmpty ? "-" : ids.joined(separator: "+")
  }
}
