import Chronology
import DateResolution
import NewsModel
import Testing

/// Policies 4 and 7: what is automatic follows the country of the source.
@Suite("The country of the source decides")
struct SourceCountryTests {
  private func found(
    _ phrase: String,
    on day: String,
    source: String?,
    country: String? = nil,
    settings: DateSettings = DateSettings()
  ) throws -> TemporalExpression {
    let resolver = DateResolver(
      lexicon: try #require(Resolving.lexicon),
      settings: settings,
      customs: Resolving.customs
    )
    let article = Article(
      id: "a",
      date: CivilDate(iso: day),
      text: phrase,
      source: source,
      country: country
    )
    return try #require(resolver.expressions(in: article).first)
  }

  @Test(
    "the first day of the week",
    arguments: [
      ("2021-07-29", "موزاييك أف أم", "2021-07-19"), ("2021-07-29", "عكاظ", "2021-07-18"),
      ("2021-07-29", "السومرية", "2021-07-17"), ("2021-07-29", "صحيفة ما", "2021-07-19"),
      // On a Saturday a new week has begun in Baghdad.
      ("2021-07-31", "موزاييك أف أم", "2021-07-19"), ("2021-07-31", "السومرية", "2021-07-24"),
    ]
  )
  func week(_ day: String, _ source: String, _ first: String) throws {
    let expression = try found("الأسبوع الماضي", on: day, source: source)
    #expect(expression.first?.description == first)
    #expect(expression.last == expression.first?.adding(days: 6))
    #expect(expression.certain)
  }

  @Test(
    "where it is not known, a weekend has two readings",
    arguments: ["2021-07-31", "2021-08-01"]
  )
  func unknown(_ day: String) throws {
    let week = try found("الأسبوع الماضي", on: day, source: nil)
    #expect(week.first?.description == "2021-07-19")
    #expect(!week.certain)
    #expect(week.alternatives == ["2021-W30"])
    let weekday = try found("الثلاثاء من الأسبوع المقبل", on: day, source: nil)
    #expect(weekday.value == "2021-08-03")
    #expect(!weekday.certain)
    #expect(weekday.alternatives == ["2021-08-10"])
    #expect(try found("الثلاثاء من الأسبوع المقبل", on: day, source: "هسبريس").certain)
  }

  @Test("the fiscal year")
  func fiscalYear() throws {
    let phrase = "السنة المالية 2020/2021"
    let egyptian = try found(phrase, on: "2021-07-29", source: "الأهرام")
    #expect(egyptian.value == "2020-07-01/2021-06-30")
    #expect(egyptian.certain)
    let kuwaiti = try found("السنة المالية 2021", on: "2021-07-29", source: "كونا")
    #expect(kuwaiti.value == "2021-04-01/2022-03-31")
    let iraqi = try found("السنة المالية 2021", on: "2021-07-29", source: "واع")
    #expect(iraqi.value == "2021")
    #expect(iraqi.certain)
    #expect(try !found("السنة المالية 2021", on: "2021-07-29", source: nil).certain)
  }

  @Test("but what the user says comes first")
  func told() throws {
    let phrase = "الأسبوع الماضي"
    let sunday = DateSettings(weekStarts: .sunday)
    let set = try found(phrase, on: "2021-07-29", source: "السومرية", settings: sunday)
    #expect(set.first?.description == "2021-07-18")
    let ofFolder = try found(phrase, on: "2021-07-29", source: "السومرية", country: "TN")
    #expect(ofFolder.first?.description == "2021-07-19")
  }
}
