import ArabicText
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return SentenceSplitter().sentences(of: folded).map { range in
      folded.text(
        Int(folded.tokens[range.lowerBound].start)..<Int(folded.tokens[range.upperBound - 1].end)
      )
    }
  }

  @Test(
    "A sentence ends where readers see it end",
    arguments: [
      ("وصل الوزير. غادر السفير.", ["وصل الوزير.", "غادر السفير."]),
      ("هل وصل؟ نعم!", ["هل وصل؟", "نعم!"]),
      ("ارتفع 2.5 بالمئة ثم هبط.", ["ارتفع 2.5 بالمئة ثم هبط."]),
      ("قال د. حسين إنه باق.", ["قال د. حسين إنه باق."]),
      ("نقلت أ. ف. ب. الخبر", ["نقلت أ. ف. ب. الخبر"]),
      ("قال: «انتهينا.» وخرج", ["قال: «انتهينا.»", "وخرج"]),
      ("انتهى الاجتماع.وقال الوزير", ["انتهى الاجتماع.", "وقال الوزير"]),
      ("عنوان الخبر\nوصل الوزير", ["عنوان الخبر", "وصل الوزير"]),
      ("عنوان الخبر      وصل الوزير", ["عنوان الخبر", "وصل الوزير"]),
      ("الرئيسية\n• أخبار\n• رياضة", ["الرئيسية", "• أخبار", "• رياضة"]),
      ("قال\u{00A0}الوزير نعم", ["قال\u{00A0}الوزير نعم"]),
    ]
  )
  func ends(_ claim: (String, [String])) {
    #expect(sentences(claim.0) == claim.1)
  }

  @Test("Every token belongs to exactly one sentence")
  func covers() {
    let text = FoldedText("أولا. ثانيا… (ثالثا)؟\n\n«رابعا.» خامسا   سادسا")
    let ranges = SentenceSplitter().sentences(of: text)
    #expect(ranges.first?.lowerBound == 0)
    #expect(ranges.last?.upperBound == text.tokens.count)
    for (left, right) in zip(ranges, ranges.dropFirst()) {
      #expect(left.upperBound == right.lowerBound)
    }
    #expect(!ranges.contains { $0.isEmpty })
  }
}
