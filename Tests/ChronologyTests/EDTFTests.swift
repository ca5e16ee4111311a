import Chronology
import Testing

@Suite("EDTF")
struct EDTFTests {
  @Test("Reads and writes again", arguments: TestFile.rows("Corpus/edtf.txt"))
  func table(_ row: [String]) {
    guard row.count == 7, let parsed = EDTF(row[0]), let date = parsed.dates.first else {
      Issue.record("‘\(row[0])’ is not read")
      return
    }
    #expect(parsed.meaning == .single)
    #expect(date.earliest == (row[1] == "-" ? nil : day(row[1])))
    #expect(date.latest == (row[2] == "-" ? nil : day(row[2])))
    #expect(date.grain.rawValue == row[3])
    #expect((date.modifier?.rawValue ?? "-") == row[4])
    #expect(parsed.certain == (row[5] == "yes"))
    #expect(parsed.text == row[6])
    #expect(date.edtf(certain: parsed.certain) == row[6])
    // What is written says the same days when it is read.
    let again = UncertainDate(edtf: row[6])
    #expect(again?.earliest == date.earliest && again?.latest == date.latest)
  }

  @Test("Refuses", arguments: TestFile.lines("Corpus/edtf-wrong.txt"))
  func wrong(_ text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test(
    "Sets",
    arguments: [
      ("[2021-07-26,2021-07-27]", EDTF.Meaning.oneOf, 2, "[2021-07-26,2021-07-27]"),
      ("{2021,2022-03}", .allOf, 2, "{2021,2022-03}"),
      ("[2021-07-26..2021-07-28,2021-08]", .oneOf, 2, "[2021-07-26..2021-07-28,2021-08]"),
      ("[2022,..2021-12-31]", .oneOf, 2, "[..2021-12-31,2022]"),
      ("[2022..,2020]", .oneOf, 2, "[2020,2022..]"),
      ("[..2020,..2021,1990]", .oneOf, 3, "[..2021,1990]"),
      ("{2022..,2020..}", .allOf, 2, "{2020..}"),
      ("[2021-22,2022]", .oneOf, 2, "[2021-06..2021-08,2022]"),
      ("[2021?,2022]", .oneOf, 2, "[2021?,2022?]"),
      ("[2021-07]", .single, 1, "2021-07"),
    ]
  )
  func sets(_ text: String, _ meaning: EDTF.Meaning, _ count: Int, _ written: String) {
    let parsed = EDTF(text)
    #expect(parsed?.meaning == meaning)
    #expect(parsed?.dates.count == count)
    #expect(parsed?.text == written)
    #expect(UncertainDate(edtf: text) == nil || meaning == .single)
  }

  @Test("Narrowed and open dates keep to what was told")
  func narrowed() {
    let end = CalendarUnits.month(12, year: 2021)
    #expect(date(nil, end?.upperBound, .year, .end).edtf == "../2021-12-31")
    #expect(date(end?.lowerBound, end?.upperBound, .year, .end).edtf == "2021-12")
    #expect(date(day("1980-01-01"), day("1983-12-31"), .decade, .start).edtf == "1980/1983")
    #expect(date(day("2021-01-01"), day("2021-03-31"), .year, .start).edtf == "2021-01/2021-03")
    #expect(date(day("2021-07-12"), day("2021-07-18"), .week, nil).edtf == "2021-07-12/2021-07-18")
    #expect(date(day("2021-07-01"), day("2021-07-31"), .day, nil).edtf == "2021-07-01/2021-07-31")
    #expect(date(day("2021-07-02"), day("2021-07-01"), .day, nil).edtf == "")
    #expect(EDTF(.oneOf, of: []).text == "")
  }

  private func date(
    _ earliest: CivilDate?,
    _ latest: CivilDate?,
    _ grain: Grain,
    _ modifier: DateModifier?
  ) -> UncertainDate {
    UncertainDate(earliest: earliest, latest: latest, grain: grain, modifier: modifier)
  }

  @Test("Any span of any grain reads back as the same days")
  func randomSpans() {
    var random = SplitMix(state: 2021)
    for _ in 0..<20_000 {
      var ends = [random.day(), random.day()].sorted()
      if random.below(2) == 0 { ends[1] = ends[0].moved(days: random.below(800)) }
      // Half the ends stand at the edge of a month or a year, where units are chosen.
      if random.below(2) == 0 {
        ends = [edge(ends[0], false, &random), edge(ends[1], true, &random)]
      }
      let span = UncertainDate(
        earliest: random.below(10) == 0 ? nil : ends[0],
        latest: random.below(10) == 0 ? nil : ends[1],
        grain: Grain.allCases[random.below(Grain.allCases.count)],
        modifier: random.below(3) == 0 ? .approx : nil
      )
      let certain = random.below(4) > 0
      let text = span.edtf(certain: certain)
      guard let read = EDTF(text), let date = read.dates.first else {
        Issue.record("‘\(text)’ of \(span) is not read")
        return
      }
      let open = span.earliest == nil && span.latest == nil
      if date.earliest != span.earliest || date.latest != span.latest
        || (!open && (read.certain != certain || date.modifier != span.modifier))
      {
        Issue.record("\(span) → \(text) → \(date)")
      }
    }
  }

  private func edge(_ date: CivilDate, _ end: Bool, _ random: inout SplitMix) -> CivilDate {
    let unit =
      random.below(2) == 0
      ? CalendarUnits.year(date.year) : CalendarUnits.month(date.month, year: date.year)
    return (end ? unit?.upperBound : unit?.lowerBound) ?? date
  }
}

/// A small generator with a fixed seed, so that a failure comes again.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func day() -> CivilDate { CivilDate.first.moved(days: below(3_652_059)) }
}
