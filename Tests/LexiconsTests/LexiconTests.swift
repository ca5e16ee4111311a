import ArabicText
import Chronology
import DataFiles
import Lexicons
import Testing

@Suite("Word tables of events and actors")
struct LexiconTests {
  private func actors() throws -> ActorLexicon {
    try ActorLexicon(folder: DataFolder(path: LexiconFolder.arabic().path + "/actors"))
  }

  private func events() throws -> EventLexicon {
    try EventLexicon(folder: DataFolder(path: LexiconFolder.arabic().path + "/events"))
  }

  @Test("All tables load")
  func load() throws {
    let actors = try actors()
    let events = try events()
    #expect(actors.entries.filter { $0.kind == .country }.count >= 190)
    #expect(actors.entries.filter { $0.kind == .person }.count >= 250)
    #expect(actors.roles.count >= 250)
    #expect(events.types.count >= 40)
    #expect(events.types.allSatisfy { !$0.english.isEmpty && !$0.arabic.isEmpty })
  }

  @Test("Every role names a person and a holder of the tables")
  func roles() throws {
    let actors = try actors()
    let broken = actors.roles.filter { $0.person < 0 || $0.office < 0 || $0.from > $0.until }
    #expect(broken.isEmpty, "\(broken.count) roles")
  }

  @Test("A full name means one person")
  func fullNamesDiffer() throws {
    let actors = try actors()
    for senses in actors.senses {
      let persons = senses.filter { $0.kind == .person }.map { actors.entries[Int($0.entry)].id }
      #expect(Set(persons).count <= 1, "\(persons)")
    }
  }

  @Test("No two entries share a form, but those that clashes.tsv explains")
  func clashes() throws {
    let folder = DataFolder(path: try LexiconFolder.arabic().path + "/actors")
    let clashes = try GazetteerCheck(folder: folder).clashes(onlyOwn: false)
    #expect(clashes.isEmpty, "\(clashes.map(\.description).joined(separator: "\n"))")
  }

  @Test("Every entry has an English name")
  func englishNames() throws {
    let actors = try actors()
    let nameless = actors.entries.filter {
      $0.english.isEmpty || !$0.english.utf8.allSatisfy { $0 < 0xD8 || $0 >= 0xE0 }
    }
    #expect(nameless.isEmpty, "\(nameless.map(\.id))")
    #expect(actors.officeNames.allSatisfy { !$0.isEmpty })
  }

  @Test("The holder of an office depends on the day")
  func holders() throws {
    let actors = try actors()
    func holder(_ office: String, _ country: String, _ day: String) -> String {
      let entry = actors.holder(
        of: actors.office(id: office),
        in: actors.entry(id: country),
        on: CivilDate(iso: day)
      )
      return entry < 0 ? "-" : actors.entries[Int(entry)].id
    }
    #expect(holder("head-of-state", "US", "2020-08-20") == "p:trump")
    #expect(holder("head-of-state", "US", "2021-07-26") == "p:biden")
    #expect(holder("head-of-government", "IQ", "2021-07-26") == "p:kadhimi")
    #expect(holder("head-of-state", "XX", "2021-07-26") == "-")
  }

  @Test(
    "A nationality adjective is known in all its forms",
    arguments: ["عراقي", "العراقية", "العراقيين", "عراقيون", "العراقيتان", "الكورية الجنوبية"]
  )
  func nationalities(_ form: String) throws {
    let actors = try actors()
    let text = FoldedText(form)
    let first = try #require(text.tokens.first)
    let found = try #require(
      actors.phrases.longest(from: 0, first: first.hash, in: text.tokens)
    )
    #expect(found.end == text.tokens.count)
    #expect(actors.senses[Int(found.payload)].contains { $0.kind == .adjective })
  }

  @Test(
    "A trigger is known in its inflections",
    arguments: [
      ("التقى", "meeting"), ("التقت", "meeting"), ("التقيا", "meeting"), ("التقوا", "meeting"),
      ("يلتقي", "meeting"), ("سيلتقي", "meeting"), ("ستلتقيان", "meeting"), ("يلتقون", "meeting"),
      ("التقاه", "meeting"), ("زار", "visit"), ("سيزورها", "visit"), ("زيارته", "visit"),
      ("الزيارتين", "visit"), ("اتفاقا", "agreement"), ("الموقعة", "signing"),
    ]
  )
  func inflections(_ form: String, _ type: String) throws {
    let events = try events()
    let text = FoldedText(form)
    let first = try #require(text.tokens.first)
    let found = try #require(
      events.triggers.longest(from: 0, first: first.hash, in: text.tokens),
      "\(form)"
    )
    let number = events.type(id: type)
    #expect(events.forms[Int(found.payload)].contains { $0.type == number })
  }

  @Test("A row with a wrong column is refused with its line")
  func wrongRow() throws {
    let path = "/tmp/tarikh-lexicon-test"
    let folder = DataFolder(path: path)
    #expect(throws: DataFileError.self) { try EventLexicon(folder: folder) }
  }

  @Test("Each word class is a bit of its own")
  func classes() {
    let all = WordClass.known
    #expect(Set(all.map(\.rawValue)).count == all.count)
    #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
  }
}
