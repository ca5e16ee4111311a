import Chronology
import DateResolution
import NewsModel
import Testing

/// A span holds the phrase without proclitics and without the preposition that governs it.
struct SpanTests {
  @Test(
    arguments: [
      ("ينتهي بنهاية العام", "نهاية العام"), ("صدر وأمس كذلك", "أمس"),
      ("وصل الثلاثاء، وغادر", "الثلاثاء"), ("منذ عام 2003 وحتى اليوم", "عام 2003"),
      ("زار بغداد يوم الثلاثاء الماضي", "يوم الثلاثاء الماضي"),
      ("بتاريخ 27/7/2021 صدر", "تاريخ 27/7/2021"), ("والشهر الماضي", "الشهر الماضي"),
      ("في28تموز2021", "28تموز2021"), ("قبل ثلاثة أيام فقط", "قبل ثلاثة أيام"),
      ("بعد (خمسة) أيام", "بعد (خمسة) أيام"), ("أمس «الأربعاء» وصل", "أمس «الأربعاء»"),
      ("اليوم (الثلاثاء) وصل", "اليوم (الثلاثاء)"), ("المنامةفي نيسان 2019", "نيسان 2019"),
      ("بين 7 و13 أفريل 2017", "بين 7 و13 أفريل 2017"),
      ("وأَمْسِ الأربعاء", "أَمْسِ الأربعاء"), ("خلال الأيام الثلاثة الماضية", "الأيام الثلاثة الماضية"),
      ("مساءَ أمسِ الثلاثاءِ", "مساءَ أمسِ الثلاثاءِ"), ("فبراير الماضي", "فبراير الماضي"),
      ("ولمدة ثلاث سنوات", "ثلاث سنوات"), ("#أمس", "أمس"), ("«اليوم»", "اليوم"),
    ]
  )
  func spanIsThePhrase(_ text: String, _ span: String) throws {
    let first = try #require(try Resolving.expressions(text, on: "2021-07-29").first)
    #expect(first.range.text(in: text) == span)
  }

  @Test func spansAreDisjointAndInOrder() throws {
    let text =
      "أمس الأربعاء 28 تموز، واليوم، وغدا الجمعة، من 7 إلى 13 أفريل 2017، ونهاية العام، قبل يومين."
    let found = try Resolving.expressions(text, on: "2021-07-29")
    #expect(found.count == 6)
    for (left, right) in zip(found, found.dropFirst()) {
      #expect(left.range.upper <= right.range.lower)
    }
  }
}
