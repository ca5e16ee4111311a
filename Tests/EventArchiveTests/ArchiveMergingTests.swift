import Chronology
import NewsModel
import Testing

@testable import EventArchive

@Suite("What an archive keeps of merging")
struct ArchiveMergingTests {
  /// An event with something in every place.
  static func event(_ id: String, _ day: String, country: String = "IQ") -> Event {
    let mention = ArchiveContentsTests.mention
    let date = CivilDate(iso: day).map {
      EventDate(span: UncertainDate(day: $0), edtf: day, basis: .explicit, phrase: day, rule: "r")
    }
    return Event(
      id: id,
      type: EventType(rawValue: "meeting"),
      status: .planned,
      date: date ?? .undated,
      conflicts: [
        DateConflict(value: day, sources: ["A", "B"]),
        DateConflict(value: "", sources: [], status: .denied, event: "ev-9"),
      ],
      dateChoice: .majority,
      actors: mention.actors,
      recipients: [Party(id: nil, name: "Z", country: country, surface: "Z", how: .office)],
      place: mention.place,
      ordinal: 3,
      document: "a treaty",
      headline: mention.sentence,
      headlineMention: mention.id,
      mentions: [
        MergedMention(
          mention: mention,
          source: "A",
          url: "https://example.org",
          articleTitle: "Talks",
          published: CivilDate(iso: day),
          reason: "same date",
          score: 0.85
        ),
        MergedMention(mention: mention),
      ],
      sources: 2,
      independent: 1,
      fulfils: "ev-8",
      edits: ["date — L: r"]
    )
  }

  static func row(_ event: Event) -> ArchivedEvent {
    var row = ArchivedEvent(
      id: event.id,
      type: event.type.rawValue,
      status: event.status.rawValue,
      first: event.date.span.earliest.map { Int($0.dayNumber) },
      last: event.date.span.latest.map { Int($0.dayNumber) },
      headline: event.headline,
      digest: "digest of \(event.id)",
      line: "{}",
      words: "they met"
    )
    row.body = event.archivedBytes
    row.tags = event.parties.compactMap(\.country)
    return row
  }

  @Test("An event comes back as it was; cut or damaged bytes are an error and never a trap")
  func eventBytes() throws {
    let event = Self.event("ev-1", "2021-07-26")
    let bytes = event.archivedBytes
    var reader = ByteReader(bytes)
    #expect(try reader.event() == event)
    #expect(reader.isAtEnd)
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = value
        var reader = ByteReader(damaged)
        _ = try? reader.event()
      }
      var short = ByteReader(Array(bytes[..<index]))
      #expect(throws: ByteReader.Damage.self) { try short.event() }
    }
  }

  @Test("Events are asked for by day, type and party; a new one takes the old one's place")
  func queries() throws {
    let archive = try Archive(scratchCopyOf: nil)
    let days = [
      ("ev-c", "2021-08-01"), ("ev-b", "2021-07-01"), ("ev-a", "2021-07-01"), ("ev-0", ""),
    ]
    try archive.keep(days.map { Self.row(Self.event($0.0, $0.1, country: "US")) })
    func ids(_ set: (inout Archive.EventQuery) -> Void) throws -> [String] {
      var query = Archive.EventQuery()
      set(&query)
      var ids: [String] = []
      try archive.forEachEvent(query) { event, digest in
        #expect(digest == "digest of \(event.id)")
        ids.append(event.id)
      }
      return ids
    }
    let day = Int(CivilDate(iso: "2021-07-01")?.dayNumber ?? 0)
    #expect(try ids { _ in } == ["ev-a", "ev-b", "ev-c", "ev-0"])
    #expect(try ids { $0.first = day + 1 } == ["ev-c", "ev-0"])
    #expect(try ids { $0.last = day } == ["ev-a", "ev-b", "ev-0"])
    #expect(try ids { $0.types = ["visit", "meeting"] }.count == 4)
    #expect(try ids { $0.types = ["visit"] }.isEmpty)
    #expect(try ids { $0.tags = ["US", "IQ"] }.count == 4)
    #expect(try ids { $0.tags = ["US", "FR"] }.isEmpty)
    try archive.keep([Self.row(Self.event("ev-a", "2021-09-01", country: "FR"))])
    #expect(try ids { $0.tags = ["US"] } == ["ev-b", "ev-c", "ev-0"])
    #expect(try ids { $0.tags = ["FR"] } == ["ev-a"])
    #expect(try archive.eventCount() == 4)
    try archive.drop(["ev-a", "ev-b"])
    #expect(try archive.eventIDs() == ["ev-c", "ev-0"])
    #expect(try archive.knownEvents(of: ["ev-c", "ev-a"]).keys.sorted() == ["ev-c"])
  }

  @Test("Tellings belong to events until they are released")
  func tellings() throws {
    let archive = try Archive(scratchCopyOf: nil)
    let tellings = (0..<3).map { Archive.TellingKey(article: 7, number: $0) }
    try archive.assign(zip(tellings, ["ev-1", "ev-1", "ev-2"]).map { (telling: $0, event: $1) })
    #expect(try archive.hasTellings(of: "ev-1"))
    #expect(try archive.release([tellings[0], tellings[2]]) == ["ev-1", "ev-2"])
    #expect(try archive.release([tellings[0]]).isEmpty)
    #expect(try archive.hasTellings(of: "ev-1"))
    #expect(try !archive.hasTellings(of: "ev-2"))
    try archive.forgetMerging()
    #expect(try !archive.hasTellings(of: "ev-1"))
  }

  @Test("What a transaction wrote is there when it is committed, and gone when it is not")
  func transaction() throws {
    let folder = TemporaryFolder()
    let path = folder.path("archive.sqlite")
    let lost = try Archive(path: path, for: .writing)
    try lost.begin()
    try lost.keep([Self.row(Self.event("ev-1", "2021-07-01"))])
    #expect(try lost.eventCount() == 1)
    lost.close()
    let kept = try Archive(path: path, for: .writing)
    #expect(try kept.eventCount() == 0)
    try kept.begin()
    try kept.keep([Self.row(Self.event("ev-1", "2021-07-01"))])
    try kept.commit()
    kept.close()
    #expect(try Archive(path: path, for: .reading).eventCount() == 1)
  }

  @Test("Drafts stand beside what the last build merged until they are settled")
  func drafts() throws {
    func article(_ key: Int, _ mark: UInt8) -> Archive.MergedArticle {
      Archive.MergedArticle(key: key, id: "a\(key)", published: nil, original: nil, marks: [mark])
    }
    func marks(_ archive: Archive) throws -> [[UInt8]] {
      var marks: [[UInt8]] = []
      try archive.forEachMarks { marks.append($0) }
      return marks
    }
    let archive = try Archive(scratchCopyOf: nil)
    try archive.draft([article(1, 1), article(2, 2), article(3, 3)], isSettled: true)
    try archive.draft([article(2, 20), article(4, 40)], isSettled: false)
    #expect(try marks(archive) == [[1], [2], [3], [20], [40]])
    var before: [Int] = []
    try archive.forEachMergedArticle { before.append($0.key) }
    #expect(before == [1, 2, 3])
    try archive.settleDrafts(gone: [3])
    #expect(try marks(archive) == [[1], [20], [40]])
  }
}
