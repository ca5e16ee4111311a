import LayoutSupport
import Testing

@testable import CairoRendering

/// Texts of common characters are broken without Pango, and at the same places.
@Suite("Places to break lines")
struct BreakSignsTests {
  private static let pieces = [
    "كلمة", "و", "12", "1.5", "2,000", "٣", "abc", "A", " ", " ", " ", " ", " ", "(", ")", "[", "]",
    "\"", "«", "»", "،", ".", ":", "!", "؟", "؛", ",", " - ", " – ", " — ", "-", "–", "—", "/",
    "أنّ",
    "\u{64B}", "\u{640}", "\u{A0}", "%", "\u{200F}", "\u{2068}",
  ]

  @Test("Random texts break where Pango breaks them")
  func random() {
    var random = FixedRandom(seed: 11)
    for _ in 0..<12_000 {
      let count = Int.random(in: 1...9, using: &random)
      // Mostly the pieces that need no other rules, or few texts would be plain.
      let most = Int.random(in: 0..<4, using: &random) == 0 ? Self.pieces.count : 35
      let text = (0..<count)
        .map { _ in Self.pieces[Int.random(in: 0..<most, using: &random)] }
        .joined()
      expectSame(text)
    }
  }

  @Test(
    "Sentences break where Pango breaks them",
    arguments: [
      "قال (وكالة) إن \"الاتفاق\" قريب.", "«نص»، ثم (آخر): 12/5 - نهاية؟", "تموز/يوليو 2021 [12]",
      "\"أ\" (ب)", "( أ", "أ )", "أ (ب", "1. 2", "أ.ب", "أ/1", "أ/ب", "أ/ ب", "- أ", "أ -",
    ]
  )
  func sentences(_ text: String) { expectSame(text) }

  private func expectSame(_ text: String) {
    let bytes = Array(text.utf8)
    for level: UInt8 in [0, 1] {
      let own = BreakSigns(bytes, level: level)
      let pango = BreakSigns(bytes, level: level, asksPango: true)
      #expect(own == pango, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}
