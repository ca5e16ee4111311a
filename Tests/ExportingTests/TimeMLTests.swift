import Chronology
import Exporting
import NewsModel
import Testing

@Suite("TimeML")
struct TimeMLTests {
  private static let head = """
    <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

    """

  private func expression(
    _ words: String,
    in text: String,
    _ kind: TemporalKind,
    _ value: String?,
    _ basis: TemporalBasis,
    days: (String, String?)? = nil,
    grain: Grain = .day,
    modifier: DateModifier? = nil
  ) throws -> TemporalExpression {
    let range = try #require(text.utf8Range(of: words))
    return TemporalExpression(
      range: TextRange(range.lowerBound, range.upperBound),
      kind: kind,
      value: value,
      modifier: modifier,
      first: days.flatMap { CivilDate(iso: $0.0) },
      last: days.flatMap { $0.1.flatMap { CivilDate(iso: $0) } },
      grain: grain,
      basis: basis,
      rule: "test"
    )
  }

  @Test("Dawn, which TIMEX3 has no letters for, is a morning")
  func dawn() throws {
    let text = "غادروا فجر اليوم."
    let dawn = try expression("فجر اليوم", in: text, .time, "2021-07-29TDN", .article)
    let document = TimeML(id: "a", date: nil, text: text, expressions: [dawn])
    #expect(document.element.contains("value=\"2021-07-29TMO\""))
  }

  @Test("Phrases stand inside the text, anchored to the day of writing or to one another")
  func inline() throws {
    let text =
      "وقّعا الاثنين اتفاقاً <أ&ب>، وفي اليوم التالي غادرا؛ بنهاية العام ينتهي في 28 تموز 2021."
    let document = TimeML(
      id: "a<1>",
      date: CivilDate(iso: "2021-07-27"),
      text: text,
      expressions: [
        try expression(
          "الاثنين",
          in: text,
          .date,
          "2021-07-26",
          .weekday,
          days: ("2021-07-26", "2021-07-26")
        ),
        try expression(
          "اليوم التالي",
          in: text,
          .date,
          "2021-07-27",
          .narrative,
          days: ("2021-07-27", "2021-07-27")
        ),
        try expression("نهاية العام", in: text, .date, "2021", .article, modifier: .end),
        try expression("28 تموز 2021", in: text, .date, "2021-07-28", .explicit),
      ]
    )
    let expected =
      Self.head + """
        <DOCID>a&lt;1&gt;</DOCID>
        <DCT><TIMEX3 tid="t0" type="DATE" value="2021-07-27" temporalFunction="false" \
        functionInDocument="CREATION_TIME">2021-07-27</TIMEX3></DCT>
        <TEXT>وقّعا <TIMEX3 tid="t1" type="DATE" value="2021-07-26" temporalFunction="true" \
        anchorTimeID="t0">الاثنين</TIMEX3> اتفاقاً &lt;أ&amp;ب&gt;، وفي <TIMEX3 tid="t2" \
        type="DATE" value="2021-07-27" temporalFunction="true" anchorTimeID="t1">اليوم \
        التالي</TIMEX3> غادرا؛ ب<TIMEX3 tid="t3" type="DATE" value="2021" mod="END" \
        temporalFunction="true" anchorTimeID="t0">نهاية العام</TIMEX3> ينتهي في <TIMEX3 tid="t4" \
        type="DATE" value="2021-07-28" temporalFunction="false">28 تموز 2021</TIMEX3>.</TEXT>
        </TimeML>

        """
    #expect(document.element == expected)
  }

  @Test("Periods have two ends; sets and unresolved phrases keep their kind; no day is known")
  func others() throws {
    let text = "من 3 إلى 5 آذار، كل أسبوع، الشهر الماضي\u{1}"
    let document = TimeML(
      id: "b",
      date: nil,
      text: text,
      expressions: [
        try expression(
          "3 إلى 5 آذار",
          in: text,
          .period,
          "2021-03-03/2021-03-05",
          .explicit,
          days: ("2021-03-03", "2021-03-05")
        ),
        try expression("كل أسبوع", in: text, .set, "P1W", .explicit, grain: .week),
        try expression("الشهر الماضي", in: text, .date, nil, .article, grain: .month),
      ]
    )
    let expected =
      Self.head + """
        <DOCID>b</DOCID>
        <DCT><TIMEX3 tid="t0" type="DATE" value="XXXX-XX-XX" temporalFunction="false" \
        functionInDocument="CREATION_TIME"></TIMEX3></DCT>
        <TEXT>من <TIMEX3 tid="t1" type="DURATION" value="P3D" beginPoint="t2" endPoint="t3" \
        temporalFunction="false">3 إلى 5 آذار</TIMEX3><TIMEX3 tid="t2" type="DATE" \
        value="2021-03-03"/><TIMEX3 tid="t3" type="DATE" value="2021-03-05"/>، <TIMEX3 tid="t4" \
        type="SET" value="P1W" quant="EVERY" temporalFunction="false">كل أسبوع</TIMEX3>، <TIMEX3 \
        tid="t5" type="DATE" value="XXXX-XX" temporalFunction="true" anchorTimeID="t0">الشهر \
        الماضي</TIMEX3>\u{FFFD}</TEXT>
        </TimeML>

        """
    #expect(document.element == expected)
  }

  @Test("A range that does not lie in the text is left out")
  func outside() {
    let stray = TemporalExpression(
      range: TextRange(40, 90),
      kind: .date,
      grain: .day,
      basis: .explicit,
      rule: "test"
    )
    let document = TimeML(id: "c", date: nil, text: "أمس", expressions: [stray])
    #expect(document.element.contains("<TEXT>أمس</TEXT>"))
  }
}
