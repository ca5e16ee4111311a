import Chronology
import DataFiles
import EventExtraction
import NewsModel
import Testing

/// Who struck whom, and where: the two sides apart, which the other corpora put together.
@Suite("The sides of an attack")
struct AttackTests {
  /// One line of `attacks.tsv`.
  struct Line: CustomTestStringConvertible, Sendable {
    /// The status; `-` when the sentence tells no attack.
    var status: String
    /// Who struck, by ids in the order of the sentence; `?2` is an unknown name of two words.
    var doers: String
    /// Who was struck, likewise.
    var struck: String
    /// The place's id or country, `-` for none, `*` when not asked.
    var place: String
    var sentence: CorpusLine

    var testDescription: String { sentence.marked }

    static let all: [Line] = {
      let path = #filePath
      let end = path.lastIndex(of: "/") ?? path.endIndex
      do {
        let folder = DataFolder(path: path[..<end] + "/Corpus")
        return try TableFile("attacks.tsv", in: folder, columns: 5).rows.map { row in
          Line(
            status: row.columns[0],
            doers: row.columns[1],
            struck: row.columns[2],
            place: row.columns[3],
            sentence: CorpusLine(
              type: "attack",
              status: row.columns[0],
              parties: "",
              date: "",
              place: "",
              marked: row.columns[4]
            )
          )
        }
      } catch {
        Issue.record("\(error)")
        return []
      }
    }()
  }

  @Test("Who struck, and who was struck", arguments: Line.all)
  func sides(_ line: Line) {
    let (article, expressions) = line.sentence.article(published: CivilDate(iso: "2021-07-29"))
    let attacks = Shipped.mentions(article, expressions).filter { $0.type.rawValue == "attack" }
    if line.status == "-" {
      #expect(attacks.isEmpty, "\(attacks.map { "‘\($0.trigger)’ \($0.rule)" })")
      return
    }
    // A line of several sentences asks of the last: the others tell who is spoken of.
    guard let attack = attacks.last else {
      Issue.record("no attack")
      return
    }
    #expect(attack.status.rawValue == line.status)
    #expect(Self.ids(attack.actors) == line.doers)
    #expect(Self.ids(attack.recipients) == line.struck)
    if line.place != "*" {
      #expect((attack.place?.id ?? attack.place?.country ?? "-") == line.place)
    }
  }

  private static func ids(_ parties: [Party]) -> String {
    let ids = parties.map { $0.id ?? "?\($0.name.split(separator: " ").count)" }
    return ids.isEmpty ? "-" : ids.joined(separator: "+")
  }
}
