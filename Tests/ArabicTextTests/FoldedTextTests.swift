import ArabicText
import Testing

@Suite("Folding and tokens")
struct FoldedTextTests {
  private func words(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return folded.tokens.map { folded.text($0.offsets) }
  }

  @Test(
    "Spellings that readers take for one word fold alike",
    arguments: [
      ("أمس", "امس"), ("إلى", "الي"), ("آذار", "اذار"), ("الجمعة", "الجمعه"),
      ("مُحَمَّد", "محمد"), ("العـــراق", "العراق"), ("کانون", "كانون"), ("ﻳﻨﺎﻳﺮ", "يناير"),
      ("مسؤول", "مسوول"), ("BBC", "bbc"), ("أمس\u{200F}", "أمس"),
    ]
  )
  func foldsAlike(_ pair: (String, String)) {
    #expect(FoldedText.fold(pair.0) == FoldedText.fold(pair.1))
  }

  @Test(
    "Words that differ by more stay apart",
    arguments: [("علم", "عمل"), ("آب", "أبو"), ("قمة", "قيمة"), ("2021", "2012")]
  )
  func staysApart(_ pair: (String, String)) {
    #expect(FoldedText.fold(pair.0) != FoldedText.fold(pair.1))
  }

  @Test(
    "Digits of all three systems are one number",
    arguments: [
      ("2021", 2021), ("٢٠٢١", 2021), ("۲۰۲۱", 2021), ("07", 7), ("999999999", 999_999_999),
    ]
  )
  func readsDigits(_ pair: (String, Int)) {
    let tokens = FoldedText(pair.0).tokens
    #expect(tokens.count == 1)
    #expect(tokens.first?.kind == .number)
    #expect(tokens.first.map { Int($0.number) } == pair.1)
  }

  @Test("Spellings of a foreign name have the same consonants, other names have not")
  func skeletons() {
    func words(_ name: String) -> [NameSkeleton] { NameSkeleton.words(of: Array(name.utf8)[...]) }
    #expect(words("ديفيد كاميرون") == words("دايفد كامرون"))
    #expect(words("أنغيلا") == words("انجيلا"))
    #expect(words("زيلينسكي") == words("زلنسكى"))
    #expect(words("فالون") != words("فارون"))
    #expect(words("زيلينسكي").map(\.count) == [5])
  }

  @Test(
    "ة ends its word",
    arguments: [
      ("السعوديةفي", ["السعودية", "في"]), ("الجولةُالثالثةمن", ["الجولةُ", "الثالثة", "من"]),
      ("مدرسة", ["مدرسة"]), ("ة", ["ة"]),
    ]
  )
  func marbuta(_ run: String, _ words: [String]) {
    let text = FoldedText(run)
    #expect(text.tokens.map { text.text(Int($0.start)..<Int($0.end)) } == words)
    #expect(text.tokens.dropFirst().allSatisfy { $0.gap == .space })
  }

  @Test("A number too long to hold is a number without a value")
  func longNumber() {
    #expect(FoldedText(String(repeating: "9", count: 60)).tokens.map(\.number) == [-1])
  }

  @Test(
    "A change of script or kind ends a word",
    arguments: [
      ("في28تموز2021", ["في", "28", "تموز", "2021"]), ("وZelensky", ["و", "Zelensky"]),
      ("#البيت_الأبيض", ["#", "البيت", "_", "الأبيض"]), ("يوليو/تموز", ["يوليو", "/", "تموز"]),
      ("انتهى...ثم", ["انتهى", "...", "ثم"]),
    ]
  )
  func cuts(_ pair: (String, [String])) {
    #expect(words(pair.0) == pair.1)
  }

  @Test("Offsets point into the text as it was written")
  func offsetsSurvive() {
    let text = "قالَ الرَّئيسُ: نعم"
    #expect(words(text) == ["قالَ", "الرَّئيسُ", ":", "نعم"])
  }

  @Test(
    "A phrase can begin inside a written word",
    arguments: [("بنهاية", 1, "نهاية"), ("وَبالشهر", 2, "الشهر"), ("يوم", 0, "يوم"), ("يوم", 9, "")]
  )
  func offsetInsideWord(_ claim: (String, Int, String)) {
    let text = FoldedText(claim.0)
    let token = text.tokens[0]
    let start = text.offset(afterLetters: claim.1, of: token)
    #expect(text.text(start..<Int(token.end)) == claim.2)
  }

  @Test(
    "The space before a token is graded",
    arguments: [
      ("أ ب", Token.Gap.space), ("أ،", .glued), ("أ\u{00A0}ب", .space), ("أ   ب", .wide),
      ("أ\tب", .wide), ("أ\nب", .line), ("أ\n\nب", .paragraph), ("أ\r\n\r\nب", .paragraph),
    ]
  )
  func gaps(_ claim: (String, Token.Gap)) {
    #expect(FoldedText(claim.0).tokens.last?.gap == claim.1)
  }

  @Test("Bytes that are no UTF-8 become marks and lose nothing around them")
  func invalidUTF8() {
    let bytes = Array("أمس".utf8) + [0xD8, 0xFF, 0xE2, 0x80] + Array("غدا".utf8)
    let text = FoldedText(utf8: bytes)
    #expect(text.tokens.filter { $0.kind == .word }.count == 2)
    #expect(text.tokens.last.map { Int($0.end) } == bytes.count)
  }

  @Test("Marks alone, nothing at all, and lone combining signs give no word")
  func degenerate() {
    #expect(FoldedText("").tokens.isEmpty)
    #expect(FoldedText("\u{064B}\u{0652}").tokens.isEmpty)
    #expect(FoldedText("؟!؛").tokens.allSatisfy { $0.kind == .mark })
  }
}
