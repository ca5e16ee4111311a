import CairoRendering
import Chronology
import DataFiles
import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing
import TimelineLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Sheets as files")
struct SheetTests {
  private struct Drawn {
    let scene: Scene
    let renderer: SceneRenderer
    let painter: TextPainter
  }

  private func draw(
    _ timeline: Timeline,
    language: String = "ar",
    by layout: any Layout.Type = BriefingLayout.self
  ) throws -> Drawn {
    let style = try StyleFile().style("briefing")
    let painter = try TextPainter(families: style.fontFamilies)
    let layout = layout.init(
      style: style,
      labels: try SheetLabels(language: language),
      measurer: painter
    )
    return Drawn(
      scene: layout.scene(of: timeline),
      renderer: SceneRenderer(painter: painter),
      painter: painter
    )
  }

  @Test("The same timeline gives the same bytes")
  func determinism() throws {
    let first = try draw(SampleTimeline.dialogue())
    let second = try draw(SampleTimeline.dialogue())
    #expect(first.scene == second.scene)
    #expect(try first.renderer.pdf(first.scene) == second.renderer.pdf(second.scene))
    #expect(
      try first.renderer.png(first.scene, page: 0, ppi: 72)
        == second.renderer.png(second.scene, page: 0, ppi: 72)
    )
  }

  @Test("What a painter drew before does not show in what it draws next")
  func independence() throws {
    let before = try DrawnSheet(language: "en")
    let alone = try DrawnSheet(try DrawnSheet.sample(of: 4))
    let pages = alone.scene.pages.indices
    func files(_ renderer: SceneRenderer) throws -> [[UInt8]] {
      try [renderer.pdf(alone.scene)]
        + pages.map { try renderer.svg(alone.scene, page: $0) }
        + pages.map { try renderer.png(alone.scene, page: $0, ppi: 40) }
    }
    let expected = try files(alone.renderer)
    _ = try before.renderer.pdf(before.scene)
    _ = try before.renderer.svg(before.scene, page: 0)
    _ = try before.renderer.png(before.scene, page: 0, ppi: 40)
    #expect(try files(before.renderer) == expected)
  }

  @Test("A sheet of twenty events is small, whole and tagged")
  func pdf() throws {
    let drawn = try draw(SampleTimeline.dialogue())
    let bytes = try drawn.renderer.pdf(drawn.scene)
    #expect(bytes.starts(with: Array("%PDF-1.5".utf8)))
    #expect(bytes.count < 190_000)
    let file = try Outside.file(bytes, "sheet.pdf")
    if let report = Outside.output(of: "qpdf --check \(file)") {
      #expect(report.contains("No syntax or stream encoding errors"), "\(report)")
    }
    if let tree = Outside.output(of: "pdfinfo -struct \(file)") {
      for tag in ["Document", "H1", "H2", "Figure", "Link"] { #expect(tree.contains(tag)) }
    }
  }

  @Test("The drawn words are found in the PDF, in their order")
  func extraction() throws {
    let drawn = try draw(SampleTimeline.dialogue())
    let file = try Outside.file(drawn.renderer.pdf(drawn.scene), "sheet.pdf")
    guard let found = Outside.output(of: "pdftotext \(file) -"), !found.isEmpty else { return }
    let text = Outside.plain(found)
    for words in [
      "مصطفى الكاظمي", "الحوار الاستراتيجي", "الولايات المتحدة", "قمة للتعاون والشراكة",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.contains("إلى 2500 جندي"), "a number keeps its spaces")
  }

  @Test("What ties words is copied as a plain space")
  func tiedSpaces() throws {
    let painter = try DrawnSheet().painter
    let line = "انعقدت في 26\u{A0}تموز/يوليو\u{A0}2021 ببغداد"
    let scene = TextPage.scene([line], font: "Amiri")
    let file = try Outside.file(SceneRenderer(painter: painter).pdf(scene), "ties.pdf")
    let picture = try SceneRenderer(painter: painter).svg(scene, page: 0)
    #expect(
      String(decoding: picture, as: UTF8.self).contains(">انعقدت في 26 تموز/يوليو 2021 ببغداد<")
    )
    guard let found = Outside.output(of: "pdftotext \(file) -"), !found.isEmpty else { return }
    #expect(Outside.plain(found).contains("26 تموز/يوليو 2021 ببغداد"))
  }

  @Test("Brackets around Latin words copy as they are written")
  func brackets() throws {
    let painter = try DrawnSheet().painter
    let lines = ["أقرت وكالة (IAEA) القرار [GOV/2021] أمس", "مجموعة «QUAD» في واشنطن (أمس)"]
    let scene = TextPage.scene(lines, font: "Amiri")
    let file = try Outside.file(SceneRenderer(painter: painter).pdf(scene), "brackets.pdf")
    guard let found = Outside.output(of: "pdftotext \(file) -"), !found.isEmpty else { return }
    let text = Outside.plain(found)
    for words in ["(IAEA)", "[GOV/2021]", "«QUAD»", "(أمس)"] {
      #expect(text.contains(words), "\(words): \(text)")
    }
  }

  @Test("Brackets of Arabic words are told with a mark that PDFium leaves them alone for")
  func arabicBrackets() throws {
    let painter = try DrawnSheet().painter
    let line = "قال «نحن معكم»، ثم (غادر)، في القرار (2231): نص (أ) و(ب)."
    let scene = TextPage.scene([line], font: "Amiri")
    let file = try Outside.file(SceneRenderer(painter: painter).pdf(scene), "arabic.pdf")
    guard let found = Outside.output(of: "pdftotext \(file) -"), !found.isEmpty else { return }
    // Each is told with a right-to-left and a left-to-right mark, and reads as it is written.
    let marks = found.unicodeScalars.count { $0.value == 0x200E }
    #expect(marks >= 10, "\(marks)")
    let text = Outside.plain(found)
    for words in ["«نحن معكم»", "(غادر)", "(أ)", "و(ب)."] {
      #expect(text.contains(words), "\(words): \(text)")
    }
  }

  @Test("PNG tells its resolution and keeps the page's shape")
  func png() throws {
    let drawn = try draw(SampleTimeline.dialogue())
    let bytes = try drawn.renderer.png(drawn.scene, page: 0, ppi: 150)
    #expect(Array(bytes[16..<24]) == [0, 0, 4, 0xD8, 0, 0, 6, 0xDA], "1240 × 1754")
    #expect(Array(bytes[37..<41]) == Array("pHYs".utf8))
    #expect(throws: CairoError.noSuchPage(99)) {
      try drawn.renderer.png(drawn.scene, page: 99, ppi: 72)
    }
    #expect(throws: CairoError.self) { try drawn.renderer.png(drawn.scene, page: 0, ppi: 9000) }
  }

  @Test(
    "The ink of random timelines never meets and stays on the page",
    arguments: 0..<(getenv("TARIKH_CASES") == nil ? 14 : 300)
  )
  func ink(_ seed: Int) throws {
    var random = RandomTimeline(seed: UInt64(seed + 500))
    let drawn = try draw(
      random.timeline(upTo: 40),
      language: seed % 4 == 3 ? "en" : "ar",
      by: Layouts.all[seed % Layouts.all.count]
    )
    #expect(SceneCheck.fault(in: drawn.scene) == nil)
    for (number, page) in drawn.scene.pages.enumerated() {
      let paper = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
      let inks = page.items.flatMap { item -> [(String, Rect)] in
        guard case .text(let text) = item.content else { return [] }
        return [(item.group, union(drawn.painter.ink(of: text)))].filter { $0.1.width > 0 }
      }
      for (index, first) in inks.enumerated() {
        #expect(paper.contains(first.1), "page \(number + 1) \(first.0)")
        for second in inks[(index + 1)...] where first.1.overlaps(second.1) {
          Issue.record(
            "seed \(seed) page \(number + 1): \(first.0) \(first.1) meets \(second.0) \(second.1)"
          )
        }
      }
    }
  }

  @Test("A font that is not there is told with its package")
  func missingFont() {
    let family = FontFamily(family: "Nowhere", files: ["Nowhere.ttf"], package: "fonts-nowhere")
    #expect(
      throws: CairoError.fontMissing(
        family: "Nowhere",
        file: "Nowhere.ttf",
        package: "fonts-nowhere"
      )
    ) { try TextPainter(families: [family]) }
  }

  /// `TARIKH_DEMO=folder` writes the sample there, to be looked at.
  @Test("Demonstration", .enabled(if: getenv("TARIKH_DEMO") != nil))
  func demonstration() throws {
    let folder = getenv("TARIKH_DEMO").map { String(cString: $0) } ?? "/tmp"
    for language in ["ar", "en"] {
      let drawn = try draw(SampleTimeline.dialogue(), language: language)
      let dense = try draw(denser(SampleTimeline.dialogue(), copies: 4), language: language)
      let picture = try dense.renderer.png(dense.scene, page: 0, ppi: 100)
      try AtomicFile.write(picture, to: "\(folder)/dense-\(language)-1.png")
      let stem = "\(folder)/sheet-\(language)"
      try AtomicFile.write(drawn.renderer.pdf(drawn.scene), to: "\(stem).pdf")
      try AtomicFile.write(Array(drawn.scene.dump.utf8), to: "\(stem).scene")
      for page in drawn.scene.pages.indices {
        let bytes = try drawn.renderer.png(drawn.scene, page: page, ppi: 150)
        try AtomicFile.write(bytes, to: "\(stem)-\(page + 1).png")
      }
    }
  }

  /// The words that Benchmarks/pdf_words.py looks for, in both Arabic fonts.
  @Test("Words to be found again", .enabled(if: getenv("TARIKH_DEMO") != nil))
  func words() throws {
    let folder = getenv("TARIKH_DEMO").map { String(cString: $0) } ?? "/tmp"
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let gold = DataFolder(path: "/\(root)/../shared/gold")
    guard let bytes = try? gold.bytes(of: "pdf-words.txt") else { return }
    let style = try StyleFile().style("briefing")
    for (name, role) in [("body", style.text.sentence), ("heading", style.text.source)] {
      let painter = try TextPainter(families: style.fontFamilies)
      var page = Page(size: style.page.size, ground: style.colors.ground)
      for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .enumerated()
      {
        let block = style.block(String(line), role, width: 480, direction: .rightToLeft)
        let text = PlacedText(
          block: block,
          origin: Point(50, 60 + 30 * Double(index)),
          size: Size(width: 480, height: painter.measure(block).size.height)
        )
        page.items.append(SceneItem(group: "words", .text(text)))
      }
      let metadata = DocumentMetadata(
        title: "words",
        author: "",
        subject: "",
        created: "2021-01-01T00:00:00Z",
        language: "ar",
        direction: .rightToLeft
      )
      let scene = Scene(metadata: metadata, pages: [page])
      try AtomicFile.write(
        SceneRenderer(painter: painter).pdf(scene),
        to: "\(folder)/words-\(name).pdf"
      )
    }
  }

  /// The same events several times over, some days later each time.
  private func denser(_ timeline: Timeline, copies: Int) -> Timeline {
    let events = (0..<copies).flatMap { copy in
      timeline.events.map { event in
        var later = event
        later.id += "-\(copy)"
        later.date.span.earliest = event.date.span.earliest?.adding(days: copy * 3)
        later.date.span.latest = event.date.span.latest?.adding(days: copy * 3)
        return later
      }
    }
    return Timeline(title: timeline.title, masthead: timeline.masthead, events: events)
  }

  private func union(_ rects: [Rect]) -> Rect {
    guard let first = rects.first else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return rects.dropFirst().reduce(first) { sum, rect in
      let x = min(sum.x, rect.x)
      let y = min(sum.y, rect.y)
      return Rect(
        x: x,
        y: y,
        width: max(sum.maxX, rect.maxX) - x,
        height: max(sum.maxY, rect.maxY) - y
      )
    }
  }
}
