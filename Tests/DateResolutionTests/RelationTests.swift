import Chronology
import DateResolution
import NewsModel
import Testing

/// The preposition before a time becomes its relation.
struct RelationTests {
  @Test(
    arguments: [
      ("بحلول نهاية العام", .by), ("بنهاية العام", .by), ("مع حلول عام 2030", .by),
      ("في موعد أقصاه 1 آب", .by), ("منذ عام 2003", .since), ("منذ الثلاثاء", .since),
      ("حتى 2030", .until), ("حتى الأحد", .until), ("لغاية الأول من آب", .until),
      ("إلى غاية الأحد", .until), ("قبل عام 2003", .before), ("قبل 9 أيار المقبل", .before),
      ("بعد عام 2003", .after), ("عقب عيد الفطر", .after), ("في غضون ثلاث سنوات", .within),
      ("خلال الشهر الجاري", .within), ("اعتبارا من الأحد", .from), ("بدءا من 1 آب", .from),
      ("ابتداء من الشهر المقبل", .from), ("في الشهر الماضي", nil), ("يوم الأحد", nil),
      ("من يوم الأحد", nil), ("نهاية العام", nil),
    ] as [(String, TemporalRelation?)]
  )
  func relationIsThePreposition(_ text: String, _ relation: TemporalRelation?) throws {
    let first = try #require(try Resolving.expressions(text, on: "2021-07-29").first)
    #expect(first.relation == relation)
  }
}
