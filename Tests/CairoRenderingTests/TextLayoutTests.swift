import CairoRendering
import Drawing
import Styles
import Testing

@Suite("Lines and words")
struct TextLayoutTests {
  private func painter() throws -> TextPainter {
    try TextPainter(families: try StyleFile().style("briefing").fontFamilies)
  }

  private func block(
    _ text: String,
    width: Double? = nil,
    maxLines: Int? = nil,
    direction: TextDirection = .rightToLeft
  ) -> TextBlock {
    TextBlock(
      text,
      font: TextFont(family: "Amiri", size: 12),
      color: Color(red: 0, green: 0, blue: 0),
      width: width,
      direction: direction,
      lineHeight: 18,
      maxLines: maxLines
    )
  }

  @Test(
    "Every byte stands in one line, and no line is wider than allowed",
    arguments: [40, 90, 300]
  )
  func lines(_ width: Double) throws {
    let painter = try painter()
    let text = "بحث رئيس الوزراء مع وفد من 12 شركة (Siemens AG) ملف الطاقة، ثم غادر بغداد."
    let measure = painter.measure(block(text, width: width))
    #expect(measure.lines.first?.start == 0)
    #expect(measure.lines.last?.end == text.utf8.count)
    for (line, next) in zip(measure.lines, measure.lines.dropFirst()) {
      #expect(line.end == next.start)
    }
    for line in measure.lines { #expect(line.width <= width + 0.01) }
    #expect(width < 300 || measure.lines.count == 2)
  }

  @Test("A width that was measured holds the text in one line")
  func fits() throws {
    let painter = try painter()
    for text in ["أعلنت الوزارة", "B-52 و F-16", "١٢ آذار/مارس 2021", "a b c"] {
      let width = painter.measure(block(text)).size.width
      #expect(painter.measure(block(text, width: width)).lines.count == 1, "\(text)")
    }
  }

  @Test("A word that no line holds is broken inside, between letters")
  func longWord() throws {
    let text = String(repeating: "لا", count: 60)
    let measure = try painter().measure(block(text, width: 60))
    #expect(measure.lines.count > 3)
    for line in measure.lines {
      #expect(line.width <= 60.01)
      #expect(line.start % 2 == 0, "a letter stays whole")
    }
  }

  @Test("Tied words begin a line together, and are parted only where no line holds them")
  func tiedWords() throws {
    let painter = try painter()
    func lines(_ text: String, _ width: Double) -> [String] {
      let bytes = Array(text.utf8)
      return painter.measure(block(text, width: width)).lines.map { line in
        String(decoding: bytes[line.start..<line.end], as: UTF8.self)
          .split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
      }
    }
    let plain = "31 كانون الأول/ديسمبر 2021"
    let tied = plain.split(separator: " ").joined(separator: "\u{A0}")
    let whole = painter.measure(block(tied)).size.width
    #expect(whole == painter.measure(block(plain)).size.width)
    let date = "حتى " + tied
    #expect(lines(date, whole + 1) == ["حتى", plain])
    #expect(lines(date, whole - 1).joined(separator: " ") == "حتى " + plain)
    #expect(lines(date, 40).contains("ديسمبر"), "at the slash when nothing else helps")
    let name = "Mustafa al-Kadhimi"
    let room = painter.measure(block("Mustafa al-")).size.width + 2
    #expect(lines(name, room) == ["Mustafa", "al-Kadhimi"])
    #expect(lines("well-known", 40) == ["well-", "known"])
  }

  @Test("After the last line allowed, dots stand for the rest")
  func ellipsis() throws {
    let painter = try painter()
    let text = "وصل الوفد إلى العاصمة ثم عقد لقاءات مطولة مع المسؤولين قبل أن يغادر"
    let measure = painter.measure(block(text, width: 100, maxLines: 2))
    #expect(measure.lines.count == 2)
    #expect(measure.isCut)
    for line in measure.lines { #expect(line.width <= 100.01) }
    #expect(!painter.measure(block("وصل", width: 100, maxLines: 2)).isCut)
  }

  @Test("Sizes are in proportion, and so are lines")
  func proportion() throws {
    let painter = try painter()
    var large = block("وقّع الجانبان مذكرة تفاهم")
    let small = painter.measure(large).size.width
    large.font.size = 24
    #expect(abs(painter.measure(large).size.width - 2 * small) < 0.001)
  }

  @Test("What no font has is a dot that copies as itself, not an empty frame")
  func missing() throws {
    let painter = try painter()
    let words = ["قبل", "\u{1F9FF}", "بعد"]
    let scene = TextPage.scene([words.joined(separator: " ")], font: "Amiri")
    let file = try Outside.file(SceneRenderer(painter: painter).pdf(scene), "signs.pdf")
    #expect(painter.missingCharacters == ["\u{1F9FF}"])
    guard let found = Outside.output(of: "pdftotext \(file) -"), !found.isEmpty else { return }
    for word in words { #expect(found.contains(word), "\(word)") }
  }

  @Test("Signs that letters come with have a font")
  func symbols() throws {
    let painter = try painter()
    for sign in ["☎", "✉", "★", "→", "☀", "✔", "∑", "👍"] {
      _ = painter.measure(block("أ \(sign) ب"))
    }
    #expect(painter.missingCharacters.isEmpty, "\(painter.missingCharacters)")
  }
}
