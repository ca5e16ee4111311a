import Chronology
import NewsModel
import Testing

@testable import EventArchive

@Suite("Archive contents")
struct ArchiveContentsTests {
  static let mention = EventMention(
    id: "a.1",
    article: "a",
    type: EventType(rawValue: "meeting"),
    range: TextRange(3, 9),
    trigger: "met",
    sentenceRange: TextRange(0, 40),
    sentence: "They met in Baghdad.",
    status: .planned,
    date: EventDate(
      span: UncertainDate(
        earliest: CivilDate(year: 2021, month: 7, day: 26),
        latest: nil,
        grain: .month,
        modifier: .end,
        stated: [.year, .relative]
      ),
      edtf: "2021-07-26/..",
      basis: .weekday,
      phrase: "on Monday",
      rule: "weekday"
    ),
    actors: [
      Party(id: "p:x", name: "X", country: "IQ", surface: "Mr X", how: .surname)
    ],
    recipients: [Party(id: nil, name: "Y", englishName: "", surface: "Y", how: .unlinked)],
    place: Place(name: "Baghdad", id: "geo:1", country: nil),
    ordinal: 4,
    attribution: "an agency",
    rule: "encounter",
    sentenceIndex: 7
  )

  static func article(_ id: String, text: String, digest: String = "k:1") -> ArchivedArticle {
    ArchivedArticle(
      path: "inbox/\(id).txt",
      occurrence: 0,
      place: 0,
      digest: digest,
      article: Article(id: id, date: nil, text: text, furniture: [TextRange(1, 2)]),
      written: nil,
      writtenBasis: .none,
      sketch: [1, .max, 7],
      runs: 9,
      mentions: [
        ArchivedMention(mention, points: TextRange(3, 6), sentencePoints: TextRange(0, 20))
      ]
    )
  }

  static func batch(_ article: ArchivedArticle, words: String = "they met") -> ReadingBatch {
    var batch = ReadingBatch()
    batch.entries = [ReadingBatch.Entry(article: article, words: words)]
    let file = ArchivedFile(
      path: article.path,
      digest: article.digest,
      stamp: "1",
      good: 1,
      setAside: [SetAsideRecord(line: 3, code: "bad-json", message: "not JSON")],
      holdsEvents: false
    )
    batch.finished = [ReadingBatch.Finished(file: file, lost: [])]
    return batch
  }

  static func all(_ archive: Archive) throws -> [ArchivedArticle] {
    var all: [ArchivedArticle] = []
    try archive.forEachArticle { all.append($0) }
    return all
  }

  static func standings(_ archive: Archive, _ path: String) throws -> [Archive.Standing] {
    var standings: [Archive.Standing] = []
    try archive.forEachStanding(of: path) { standings.append($0) }
    return standings
  }

  @Test("A mention comes back as it was")
  func mentionBytes() throws {
    let archived = Self.article("a", text: "x").mentions[0]
    var fields = ByteFields()
    fields.append(archived)
    var reader = ByteReader(fields.bytes)
    #expect(try reader.mention() == archived)
    #expect(reader.isAtEnd)
  }

  @Test("Damaged bytes are an error and never a trap")
  func damagedBytes() {
    var fields = ByteFields()
    fields.append(Self.article("a", text: "x").mentions[0])
    for index in fields.bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = fields.bytes
        bytes[index] = value
        var reader = ByteReader(bytes)
        _ = try? reader.mention()
        var short = ByteReader(Array(fields.bytes[..<index]))
        #expect(throws: ByteReader.Damage.self) { try short.mention() }
      }
    }
  }

  @Test("An article comes back as it was; a changed one takes its place")
  func articles() throws {
    let archive = try Archive(scratchCopyOf: nil)
    let first = Self.article("a", text: "They met.")
    try archive.keep(Self.batch(first))
    #expect(try Self.all(archive) == [first])
    #expect(try Self.standings(archive, first.path).map(\.digest) == ["k:1"])
    let second = Self.article("a", text: "They parted.", digest: "k:2")
    try archive.keep(Self.batch(second, words: "they parted"))
    #expect(try Self.all(archive) == [second])
    #expect(try archive.articles(holding: ["met"], limit: 9).isEmpty)
    #expect(try archive.articles(holding: ["they", "parted"], limit: 9).map(\.id) == ["a"])
    #expect(try archive.files()["inbox/a.txt"]?.setAside.first?.line == 3)
  }

  @Test("What a file holds no more is kept by the archive, until it is forgotten")
  func kept() throws {
    let archive = try Archive(scratchCopyOf: nil)
    try archive.keep(Self.batch(Self.article("a", text: "They met.")))
    var gone = ReadingBatch()
    gone.gone = ["inbox/a.txt"]
    try archive.keep(gone)
    #expect(try Self.all(archive).map(\.isKept) == [true])
    #expect(try archive.files().isEmpty)
    #expect(try archive.forget("b") == 0)
    #expect(try archive.forget("a") == 1)
    #expect(try Self.all(archive).isEmpty)
  }

  @Test("What moved in its file stands there, what the file lost is kept alone")
  func moved() throws {
    let archive = try Archive(scratchCopyOf: nil)
    let article = Self.article("a", text: "They met.")
    try archive.keep(Self.batch(article))
    let key = try #require(try Self.standings(archive, article.path).first?.key)
    var lost = Self.batch(article)
    lost.entries = []
    lost.finished[0].lost = [key]
    try archive.keep(lost)
    #expect(try Self.standings(archive, article.path).map(\.isKept) == [true])
    var moved = ReadingBatch()
    moved.moved = [(key, 7)]
    #expect(!moved.isEmpty)
    try archive.keep(moved)
    let standing = try #require(try Self.standings(archive, article.path).first)
    #expect(standing.place == 7 && !standing.isKept && standing.key == key)
  }

  @Test("Sketches come by key, all of them or one")
  func sketches() throws {
    let archive = try Archive(scratchCopyOf: nil)
    for id in ["a", "b"] { try archive.keep(Self.batch(Self.article(id, text: id))) }
    var keys: [Int] = []
    try archive.forEachSketch { key, hashes, runs in
      keys.append(key)
      #expect(hashes == [1, .max, 7] && runs == 9)
    }
    #expect(keys == keys.sorted() && keys.count == 2)
    #expect(try archive.sketch(ofKey: keys[1])?.hashes == [1, .max, 7])
    #expect(try archive.sketch(ofKey: 99) == nil)
  }

  @Test("A dump makes an archive whose dump is the same bytes")
  func dump() throws {
    let archive = try Archive(scratchCopyOf: nil)
    try archive.set("report", to: "daily")
    for id in ["b", "a"] { try archive.keep(Self.batch(Self.article(id, text: "They \(id)."))) }
    var ending = Archive.Ending()
    try archive.keep([
      ArchivedEvent(
        id: "ev-1",
        type: "meeting",
        status: "planned",
        first: 18_000,
        last: nil,
        headline: "They met.",
        digest: "d",
        line: #"{"schema":"event/1"}"#,
        words: "they met"
      )
    ])
    ending.corrections = [
      ArchivedCorrection(target: "ev-1", matched: true, author: "L", reason: "r", body: "date")
    ]
    try archive.keep(ending)
    let lines = try Self.lines(archive)
    let other = try Archive(scratchCopyOf: nil)
    var rest = lines[...]
    try other.restore(from: { rest.popFirst() }, words: { $0 }, wordsOfEvent: { $0 })
    #expect(try Self.lines(other) == lines)
    #expect(lines.count == 7)
    #expect(try other.faults().isEmpty)
  }

  @Test("A dump that is cut or foreign changes nothing")
  func badDump() throws {
    let archive = try Archive(scratchCopyOf: nil)
    var lines = [Array(#"{"head":{"tarikh":"archive/1","settings":{}}}"#.utf8), [1]][...]
    #expect(throws: ArchiveError.dump(line: 2, detail: "cannot be read")) {
      try archive.restore(from: { lines.popFirst() }, words: { $0 }, wordsOfEvent: { $0 })
    }
    #expect(throws: ArchiveError.self) {
      try archive.restore(from: { nil }, words: { $0 }, wordsOfEvent: { $0 })
    }
    #expect(try Self.all(archive).isEmpty)
  }

  private static func lines(_ archive: Archive) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    try archive.dump { lines.append($0) }
    return lines
  }
}
