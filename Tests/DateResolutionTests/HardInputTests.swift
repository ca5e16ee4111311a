import ArabicText
import Chronology
import DateResolution
import NewsModel
import Testing

/// Nothing that a text can hold traps or hangs.
struct HardInputTests {
  @Test(
    arguments: [
      "99999999999999999999999999", "123456789012345678901234567890123456789012345678901234567890",
      "31 شباط 2021", "0 تموز 2021", "5/13/2021", "2021-13-05", "عام 999999999",
      "قبل 999999999 يوما", "قبل 99999 عاما",
      "بعد 100000 قرن", "31/12/9999", "1/1/0001", "0/0/0", "00/00/0000", "27/99/2021", "عام 0",
      "عام 0000", "القرن 30", "القرن الـ31", "1 شوال 9999هـ", "31 شوال 1هـ", "30 فبراير 0001",
      "بعد 999 عقدا", "قبل 9999 سنة", "الأيام الـ999999 الماضية", "آخر 999999999 سنة",
      "\u{064B}", "\u{064B}\u{0650}", "أ\u{0301}\u{0301}مس", "\u{200F}\u{202E}أمس\u{202C}", "ـــــ",
      "أـمـس", "28 \u{064B} تموز", "/", "//", "1/", "/1", "1/1/", "-1-1-", "(", "((((", "«", "«»",
      "من", "من إلى", "بين و", "بين 1 و", "من 1 إلى", "يوم", "يومي", "شهري", "عامي", "الساعة",
      "الساعة 99", "الساعة 24:99", "24:60 مساء", "الساعة الخامسة إلا", "كل", "كل كل كل", "قبل قبل",
      "بعد غد بعد غد", "مطلع مطلع مطلع", "نهاية نهاية", "الربع الخامس من 2021",
      "الأسبوع الخامس من شباط 2021",
      "أول أيام", "آخر", "آخر آخر", "الموافق", "الموافق الموافق", "\u{0}", "أمس\u{0}",
      "٢٨٢٨٢٨٢٨٢٨/١/١",
      "ت1 ت2 ك1", "1 2 3 4 5 6 7", "٠", "۰/۰/۰", "الثلاثاء الخامس من شباط 2021", "بقية",
      "ما تبقى من",
    ]
  )
  func oddTextsDoNotTrap(_ text: String) throws {
    for day in ["2021-07-29", "0001-01-01", "9999-12-31", nil] {
      for expression in try Resolving.expressions(text, on: day) {
        #expect(expression.range.lower < expression.range.upper)
        #expect(expression.range.upper <= text.utf8.count)
        if let first = expression.first, let last = expression.last { #expect(first <= last) }
      }
    }
  }

  @Test func everyClaimStandsAtBothEndsOfTime() throws {
    for file in CorpusFile.names {
      for claim in CorpusFile.claims(in: file) {
        for day in ["0001-01-01", "9999-12-31"] {
          for expression in try Resolving.expressions(claim.phrase, on: day) {
            #expect(expression.range.upper <= claim.phrase.utf8.count)
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      "أمس ", "أمس", "28 تموز ", "في وقت سابق ", "الموافق 1 مايو ", "1 شوال 1442 الموافق ", "نحو ",
      "ألف ", "ألف وعشرين ", "بقية ", "مطلع ", "كل ", "من ", "بين ", "(", "«أمس» ", "\"اليوم\" ",
      "\u{064B}", "1/", "2021-", "و19 ", "يومي 19 و20 ", "قبل ", "الثلاثاء، ", "/", "\n", "هذا ",
      "الأسبوع المقبل ", "في اليوم التالي ", "ثلاثة وعشرون ", "ليل الأحد–", "الساعة ",
    ]
  )
  func repeatsEnd(_ piece: String) throws {
    let text = String(repeating: piece, count: 20_000)
    let found = try Resolving.expressions(text, on: "2021-07-29")
    #expect(found.count <= 40_001)
  }

  /// Found by the fuzzer: the first «الساعة» reached over the line end for its number.
  @Test(arguments: ["الساعة\rالساعة 1", "الساعة\nالساعة 1 مساء", "يوم\nيوم 28 تموز"])
  func linesShareNoPhrase(_ text: String) throws {
    let found = try Resolving.expressions(text, on: "2021-07-29")
    #expect(!found.isEmpty)
    for (first, second) in zip(found, found.dropFirst()) {
      #expect(first.range.upper <= second.range.lower, "\(first.range) \(second.range)")
    }
  }

  @Test func tenMegabytesOfYesterday() throws {
    let text = String(repeating: "أمس ", count: 1_400_000)
    #expect(try Resolving.expressions(text, on: "2021-07-29").count == 1_400_000)
  }

  @Test func invalidBytesAreMarks() throws {
    let lexicon = try #require(Resolving.lexicon)
    var bytes = Array("أمس ".utf8) + [0xFF, 0xC0, 0xD8, 0x20] + Array("28 تموز 2021".utf8)
    bytes += [0xE2, 0x80, 0xF0, 0x9F]
    let text = FoldedText(utf8: bytes)
    let found = DateResolver(lexicon: lexicon).dated(
      Article(id: "bytes", text: ""),
      text: text,
      sentences: SentenceSplitter().sentences(of: text)
    )
    #expect(found.expressions.count == 2)
  }
}
