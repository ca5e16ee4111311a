import Chronology
import NewsModel
import Testing

@testable import Exporting

/// Tables on a terminal.
@Suite("Tables")
struct TableTests {
  @Test(
    "Columns a text takes",
    arguments: [
      ("", 0), ("abc", 3), ("لقاء", 4), ("لِقَاءٌ", 4), ("\u{200F}لقاء\u{202C}", 4), ("東京", 4),
      ("한국", 4), ("👨‍👩‍👧", 2), ("🇮🇶", 2), ("❤️", 2), ("é", 1), ("e\u{301}", 1), ("a\u{200D}b", 2),
      ("مي\u{200C}شود", 5), ("\t\u{7}", 0), ("٪٦٠", 3), ("–…", 2), ("ﷲ", 1),
    ]
  )
  func widths(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("A cut text keeps within its columns and splits no character")
  func fitted() {
    #expect(DisplayWidth.fitted("abcdef", to: 6) == "abcdef")
    #expect(DisplayWidth.fitted("abcdef", to: 5) == "abcd…")
    #expect(DisplayWidth.fitted("東京都", to: 4) == "東…")
    #expect(DisplayWidth.fitted("لِقَاءٌ", to: 3) == "لِقَ…")
    #expect(DisplayWidth.fitted("abc", to: 0) == "")
  }

  @Test("Columns line up, no line ends in blanks, nothing steers the terminal")
  func table() {
    var table = TextTable(columns: [.init("a"), .init("bb", limit: 5), .init("c")])
    table.add(["لقاءٌ", "x", "1"])
    table.add(["", "123456", ""])
    table.add(["\u{1B}[31mred\nline\u{202E}", "", "2", "too many"])
    #expect(
      table.text == """
        a             bb     c
        ────────────  ─────  ─
        لقاءٌ          x      1
                      1234…
        [31mred line         2

        """
    )
  }

  @Test("The table of dates")
  func dates() {
    let text = "قبل 28 تموز"
    var table = DateFindings()
    table.add(
      [
        TemporalExpression(
          range: TextRange(text.utf8.count - 11, text.utf8.count),
          kind: .date,
          value: "2021-07-28",
          modifier: .before,
          first: CivilDate(iso: "2021-07-20"),
          last: CivilDate(iso: "2021-07-28"),
          grain: .day,
          relation: .before,
          basis: .article,
          certain: false,
          alternatives: ["2020-07-28"],
          conflict: "x",
          rule: "day-month"
        ),
        TemporalExpression(
          range: TextRange(0, 6),
          kind: .date,
          grain: .day,
          basis: .explicit,
          rule: "r"
        ),
      ],
      in: text
    )
    #expect(
      table.table
        == """
        date        first–last             rule       note                                   phrase
        ──────────  ─────────────────────  ─────────  ─────────────────────────────────────  ───────
        2021-07-28  2021-07-20–2021-07-28  day-month  before; BEFORE; ! x; ?; or 2020-07-28  28 تموز
        —           —                      r                                                 قبل

        """
    )
  }

  @Test("The table of events")
  func events() {
    var event = Sample.event(in: "واجتمعَ")
    event.ordinal = 4
    event.status = .planned
    var table = EventsTable(titles: ["d", "t", "p", "s"])
    table.add(event)
    event.date = .undated
    event.ordinal = nil
    event.status = .occurred
    table.add(event)
    #expect(
      table.text == """
        d                        t                  p         s
        ───────────────────────  ─────────────────  ────────  ──────
        [2021-07-26,2021-07-27]  visit 4 (planned)  جو بايدن  1: ألف
        —                        visit              جو بايدن  1: ألف

        """
    )
  }
}
