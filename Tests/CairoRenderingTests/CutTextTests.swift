import Drawing
import Styles
import Testing

@testable import CairoRendering

@Suite("Paragraphs cut off")
struct CutTextTests {
  private static let texts = [
    "بحث رئيس الوزراء مع وفد من 12 شركة ملف الطاقة، ثم غادر بغداد إلى عمّان في 3 آذار",
    "التقى الوزير «فؤاد حسين» نظيره الأمريكي (أنتوني بلينكن)؛ واتفقا على جولة رابعة قريبا",
    "أعلنت شركة Siemens AG توقيع عقد (GE Power قالت إنه عقدها) بقيمة 2.5 مليار دولار أمس",
    "قال المتحدث 20-15 من الجنود و٣٫٥ ملايين، 50% منهم في نينوى… وغادروا يوم الأحد معا",
    "وصل \u{2068}B-52\u{2069} إلى القاعدة مساء أمس وغادرها في الصباح الباكر من يوم الجمعة",
    "- عن 7 دول؟ نعم! وقالت: الـ NATO باقٍ، والقوّات (نحو 2500) تُغادِر قبل نهاية العام",
  ]

  @Test("The beginning of a paragraph reads as if it stood alone", arguments: texts)
  func beginnings(_ text: String) throws {
    let families = try StyleFile().style("briefing").fontFamilies
    let painter = try TextPainter(families: families)
    // Asked from the shortest on, it never knows a longer paragraph.
    let lone = try TextPainter(families: families)
    var ends = 0
    for family in ["Amiri", "Noto Kufi Arabic"] {
      for end in text.indices.dropFirst()
      where text[text.index(before: end)] != " " && !text[end].isLetter {
        let beginning = "\(text[..<end]) \u{2026}"
        func block(_ words: String) -> TextBlock {
          TextBlock(
            words,
            font: TextFont(family: family, size: 11),
            color: Color(red: 0, green: 0, blue: 0),
            direction: .rightToLeft,
            lineHeight: 15
          )
        }
        let alone = lone.shaped(block(beginning))
        let whole = painter.shaped(block(text))
        let cut = painter.shaped(block(beginning))
        #expect(cut.pieces.map(\.shape) == alone.pieces.map(\.shape), "\(beginning)")
        if CutText(Array(beginning.utf8), of: whole) != nil { ends += 1 }
      }
    }
    // Some are indeed taken from the whole, but where something sets text apart.
    #expect(text.contains("\u{2068}") || ends > 0)
  }
}

extension ShapedText.Piece {
  /// All there is to see of it.
  fileprivate var shape: String {
    let clusters = word.clusters.map { "\($0.start)-\($0.end) \($0.advance) \($0.glyphs)" }
    let glyphs = word.glyphs.map { "\($0.index) \($0.x) \($0.y)" }
    return "\(start) \(level) \(canBegin) \(isBlank) \(clusters) \(glyphs)"
  }
}
