import Testing

@testable import EventFusion

/// Telling a wire copy from a text of its own.
@Suite("Shingles")
struct SketchTests {
  private func text(_ words: Range<Int>) -> String {
    words.map { "كلمة\($0 &* 2_654_435_761 % 100_003)" }.joined(separator: " ")
  }

  @Test("The same, spelled otherwise, is the same")
  func folding() {
    let one = ShingleSketch(text: "أعلنت الحكومة، في بيان، إلى الأمة جمعاء")
    let other = ShingleSketch(text: "اعلنت الحكومه في بيان الي الامة جمعاء.")
    #expect(one == other)
    #expect(one.isCopy(of: other))
  }

  @Test("A cut or lengthened copy is a copy, another text is none")
  func copies() {
    let wire = ShingleSketch(text: text(0..<400))
    #expect(wire.isCopy(of: ShingleSketch(text: text(0..<250))))
    #expect(wire.isCopy(of: ShingleSketch(text: text(0..<400) + " " + text(9000..<9200))))
    #expect(!wire.isCopy(of: ShingleSketch(text: text(300..<700))))
    #expect(wire.overlap(with: ShingleSketch(text: text(1000..<1400))) < 0.05)
  }

  @Test("Menus stay out of it")
  func furniture() {
    let menu = "الرئيسية سياسة اقتصاد رياضة ثقافة منوعات اتصل بنا "
    let body = text(0..<50)
    let bytes = Array((menu + body).utf8)
    #expect(
      ShingleSketch(utf8: bytes, skipping: [0..<menu.utf8.count]) == ShingleSketch(text: body)
    )
  }

  @Test("Empty, short and broken texts are safe")
  func odd() {
    #expect(ShingleSketch(text: "").count == 0)
    #expect(!ShingleSketch(text: "").isCopy(of: ShingleSketch(text: "")))
    #expect(ShingleSketch(text: "كلمتان فقط").count == 1)
    #expect(ShingleSketch(utf8: [0xFF, 0xD8, 0xD8, 0xA7, 0xF4, 0x20, 0x80]).count <= 1)
    #expect(ShingleSketch(utf8: Array("abc".utf8), skipping: [5..<90]).count == 1)
  }

  @Test("Copies are grouped, whatever lies between them")
  func groups() {
    let sketches = [0, 1000, 2000, 0, 3000, 5].map {
      Optional(ShingleSketch(text: text($0..<($0 + 300))))
    }
    let voices = IndependentTexts(sketches + [nil, nil])
    #expect((0..<8).map { voices.group(of: $0) } == [0, 1, 2, 0, 4, 0, 6, 7])
  }
}

/// Hash by hash what is not kept of sketches.
@Suite("Index of sketches")
struct SketchIndexTests {
  @Test("The earliest holders are kept, whatever order they come in")
  func holders() {
    var holders = EarliestHolders(most: 3)
    for article in [9, 4, 7, 1, 8, 3] { holders.add(article, to: 5) }
    holders.add(2, to: 6)
    func of(_ hash: UInt64) -> [Int] {
      var found: [Int] = []
      holders.forEach(of: hash) { found.append($0) }
      return found.sorted()
    }
    #expect(of(5) == [1, 3, 4])
    #expect(of(6) == [2])
    #expect(of(7).isEmpty)
  }

  @Test("A hash that came twice is shared, and no such one is missed")
  func census() {
    var census = HashCensus(count: 10)
    for hash in [1, 2, 2, 1 << 40, 1 << 40] as [UInt64] { census.count(hash) }
    census.finish()
    #expect(census.isShared(2) && census.isShared(1 << 40))
    #expect(!census.isShared(1) && !census.isShared(3))
  }

  /// Sketches that come backwards.
  private struct Backwards: SketchSource {
    let sketches: [ShingleSketch]
    var count: Int { sketches.count }

    func forEach(_ body: (_ article: Int, ShingleSketch) -> Void) throws(Never) {
      for article in sketches.indices.reversed() { body(article, sketches[article]) }
    }

    func sketch(of article: Int) throws(Never) -> ShingleSketch? { sketches[article] }
  }

  @Test("Share by share, in any order, the groups are the same", arguments: [1, 3])
  func shares(seed: Int) {
    var generator = FixedGenerator(seed: UInt64(seed))
    let words = (0..<400).map { "w\($0)" }
    let sketches = (0..<60).map { number -> ShingleSketch in
      let start = Int.random(in: 0..<12, using: &generator) * 30
      let length = Int.random(in: 8..<40, using: &generator)
      return ShingleSketch(text: words[start..<min(400, start + length)].joined(separator: " "))
    }
    let plain = IndependentTexts(sketches.map(Optional.some))
    let shared = IndependentTexts(of: Backwards(sketches: sketches), atATime: 90)
    let groups = sketches.indices.map { plain.group(of: $0) }
    #expect(sketches.indices.map { shared.group(of: $0) } == groups)
    #expect(Set(groups).count > 5 && Set(groups).count < 60)
  }

  @Test("Behind articles whose groups stand, the groups are those of all", arguments: [2, 4])
  func standing(seed: Int) {
    var generator = FixedGenerator(seed: UInt64(seed))
    let words = (0..<900).map { "w\($0)" }
    let sketches = (0..<120).map { _ -> ShingleSketch in
      let start = Int.random(in: 0..<28, using: &generator) * 30
      let length = Int.random(in: 8..<40, using: &generator)
      return ShingleSketch(text: words[start..<min(900, start + length)].joined(separator: " "))
    }
    let all = IndependentTexts(of: Backwards(sketches: sketches))
    let groups = sketches.indices.map { all.group(of: $0) }
    // A few behind many are compared in another way than many.
    for count in [0, 40, 110, 117, 119, 120] {
      let first = IndependentTexts(of: Backwards(sketches: Array(sketches.prefix(count))))
      var originals: [Int: Int] = [:]
      for article in 0..<count where first.group(of: article) != article {
        originals[article] = first.group(of: article)
      }
      let texts = IndependentTexts(
        of: Backwards(sketches: sketches),
        standing: StandingGroups(count: count, originals: originals)
      )
      #expect(sketches.indices.map { texts.group(of: $0) } == groups, "\(count) stand")
    }
    #expect(groups[117...].enumerated().contains { $0.element != 117 + $0.offset })
  }
}

/// Who is trusted more.
@Suite("Ranking")
struct RankingTests {
  @Test("By the report's list, by a government's address, else a paper")
  func ranks() {
    let ranking = SourceRanking(kinds: ["وكالة الأنباء": "agency"])
    #expect(ranking.rank(of: "وكالة الانباء", url: nil) == 1)
    #expect(ranking.rank(of: "صحيفة", url: "https://www.pmo.gov.iq/x") == 0)
    #expect(ranking.rank(of: "صحيفة", url: "https://gov-news.example/a/gov/b") == 2)
    #expect(ranking.rank(of: nil, url: nil) == 2)
    #expect(SourceRanking(order: ["agency"]).rank(of: nil, url: nil) == 1)
  }
}
