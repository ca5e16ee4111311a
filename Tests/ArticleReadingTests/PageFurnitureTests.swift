import ArticleReading
import DataFiles
import NewsModel
import Testing

@Suite("Page furniture")
struct PageFurnitureTests {
  /// The table that ships, read from the sources.
  static let furniture: PageFurniture = {
    let sources = TestFolder.folder + "/../../Sources/ArticleReading"
    do {
      return try PageFurniture(table: "furniture.txt", in: DataFolder(path: sources))
    } catch {
      Issue.record("\(error)")
      return .none
    }
  }()

  @Test("Pages, line by line", arguments: pages())
  func page(_ page: Page) {
    let ranges = Self.furniture.ranges(in: page.text)
    for line in page.lines {
      let isMarked = ranges.contains { $0.contains(line.range) }
      let isTouched = ranges.contains { $0.overlaps(line.range) }
      let text = line.range.text(in: page.text)
      #expect(line.isFurniture ? isMarked : !isTouched, "\(page.name): \(text)")
    }
    for (left, right) in zip(ranges, ranges.dropFirst()) { #expect(left.upper <= right.lower) }
  }

  @Test("Headlines that look like furniture", arguments: TestFolder.lines("not-furniture.txt"))
  func headline(_ headline: String) {
    let prose =
      "عقد الوفدان جلسة مباحثات موسعة تناولت العلاقات الثنائية وسبل تطويرها، واتفقا على مواصلة "
      + "التشاور في المرحلة المقبلة على مختلف المستويات، بحسب بيان مشترك صدر في ختام الزيارة."
    let subject = headline.utf8.count
    #expect(Self.furniture.ranges(in: headline).isEmpty)
    // On top of an article, under its first paragraph, and as its last line.
    #expect(Self.furniture.ranges(in: headline + "\n\n" + prose).isEmpty)
    let last = prose + "\n" + headline
    // «اقرأ: …» after the first paragraph is a link.
    if !headline.hasPrefix("اقرأ:") && !headline.hasPrefix("شاهد:") {
      #expect(Self.furniture.ranges(in: prose + "\n" + headline + "\n" + prose).isEmpty)
      #expect(Self.furniture.ranges(in: last).isEmpty)
    } else {
      #expect(
        Self.furniture.ranges(in: last)
          == [TextRange(last.utf8.count - subject, last.utf8.count)]
      )
    }
  }

  @Test("An invitation glued to the last paragraph is cut off it")
  func rest() {
    let prose = "وختم الوزير بالقول إن المحادثات ستستأنف الأسبوع المقبل."
    let text = prose + " رابط الخبر بصحيفة الميناء: الوزير يعود من جنيف"
    #expect(
      Self.furniture.ranges(in: text) == [TextRange(prose.utf8.count + 1, text.utf8.count)]
    )
  }

  @Test("A long line that begins like furniture loses its first sentence, no more")
  func longLine() {
    let head = "لمتابعة آخر الأخبار انضموا إلى قناتنا على تلغرام."
    let sentence = " وصل الوفد إلى بغداد صباح الأحد لبحث الملفات العالقة بين البلدين."
    let text = head + String(repeating: sentence, count: 8)
    #expect(Self.furniture.ranges(in: text) == [TextRange(0, head.utf8.count)])
  }

  @Test("Any bytes give ordered ranges inside the text")
  func noise() {
    let parts = [
      "اترك رد", "اقرأ أيضاً", "0", "\n", "\n\n", "    ", "\t", "\r\n", "\u{A0}", ".", "…", "»",
      "الرئيسية", "#هاشتاغ_طويل", "مواضيع ذات صلة", "\u{200F}", "\u{64B}", "عربيةودولية", ":",
      "قال الوزير إن المحادثات مستمرة وإن الاتفاق قريب بحسب ما نقلت الوكالة الرسمية.", "x",
      "\u{FFFD}",
    ]
    var state: UInt64 = 11
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<below(40) { text += parts[below(parts.count)] }
      let ranges = Self.furniture.ranges(in: text)
      var end = 0
      for range in ranges {
        if range.lower < end || range.count == 0 || range.upper > text.utf8.count {
          Issue.record("\(range) in ‘\(text)’")
        }
        end = range.upper
      }
    }
  }

  @Test("A table says where it is wrong")
  func wrongTable() {
    TestFolder.temporary { folder in
      TestFolder.write("line\texact\tشارك\nlines\texact\tشارك\n".utf8, to: folder + "/t.txt")
      #expect(
        throws: DataFileError.value(
          file: folder + "/t.txt",
          line: 2,
          column: "scope",
          found: "lines",
          allowed: "line, links, list, tail, foot, rest, menu"
        )
      ) { try PageFurniture(table: "t.txt", in: DataFolder(path: folder)) }
    }
  }

  @Test("The table is found among the resources")
  func resources() throws {
    let furniture = try PageFurniture.standard()
    #expect(furniture.ranges(in: "اترك رد\n").count == 1)
  }

  // MARK: - Corpus

  struct Page: Sendable, CustomTestStringConvertible {
    struct Line: Sendable {
      let range: TextRange
      let isFurniture: Bool
    }

    var name: String
    var text = ""
    var lines: [Line] = []

    var testDescription: String { name }
  }

  static func pages() -> [Page] {
    var pages: [Page] = []
    for line in TestFolder.lines("pages.txt") {
      if line.hasPrefix("== ") {
        pages.append(Page(name: String(line.dropFirst(3))))
        continue
      }
      guard var page = pages.popLast() else { continue }
      if line.hasPrefix("+ ") || line.hasPrefix("- ") {
        let start = page.text.utf8.count
        page.text += line.dropFirst(2)
        page.lines.append(
          Page.Line(
            range: TextRange(start, page.text.utf8.count),
            isFurniture: line.hasPrefix("+ ")
          )
        )
      }
      page.text += "\n"
      pages.append(page)
    }
    return pages
  }
}
