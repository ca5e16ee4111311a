import ArticleReading
import Chronology
import NewsModel
import Testing

@Suite("Text files")
struct TextDocumentTests {
  private func record(_ bytes: some Sequence<UInt8>, name: String = "a.txt") -> ArticleRecord? {
    var records: [ArticleRecord] = []
    TestFolder.temporary { folder in
      TestFolder.write(bytes, to: folder + "/" + name)
      ArticleReader(furniture: PageFurnitureTests.furniture).read(folder + "/" + name) {
        records.append($0)
      }
    }
    #expect(records.count == 1)
    return records.first
  }

  private func article(_ text: String, name: String = "a.txt") -> Article? {
    guard case .article(let article, line: nil) = record(text.utf8, name: name) else { return nil }
    return article
  }

  private func fault(_ text: String) -> String? {
    guard case .fault(let fault) = record(text.utf8) else { return nil }
    return "\(fault.line ?? 0) \(fault.reason.code)"
  }

  @Test("All keys")
  func keys() {
    let text = """
      ---
      # who told it
      title: "الوزير: \\"لن نغادر\\""
      date: 2021-07-29 # the day of the print
      source: 'وكالة ''الميناء'''
      url: https://e.invalid/a?b=1#c
      id: m-1
      lang: ar
      tags:
        - سياسة
        - نفط
      ---
      اختتم الوزير زيارته.

      """
    #expect(
      article(text)
        == Article(
          id: "m-1",
          date: CivilDate(year: 2021, month: 7, day: 29),
          title: "الوزير: \"لن نغادر\"",
          text: "اختتم الوزير زيارته.\n",
          source: "وكالة 'الميناء'",
          url: "https://e.invalid/a?b=1#c"
        )
    )
  }

  @Test("Without front matter the name is the id and there is no date")
  func plain() {
    let article = article("في 29 تموز 2021 وصل الوفد.\nاترك رد\n", name: "تقرير.7.txt")
    #expect(article?.id == "تقرير.7")
    #expect(article?.date == nil)
    #expect(article?.dateBasis == DateBasis.none)
    #expect(article?.furniture.count == 1)
    #expect(self.article("# عنوان\n\nنص\n", name: "b.md")?.text == "# عنوان\n\nنص\n")
    #expect(self.article("نص", name: "B.TXT")?.id == "B")
    #expect(self.article("") == nil)
  }

  @Test("Line ends, marks and edges")
  func edges() {
    #expect(article("\u{FEFF}---\r\ntitle: ع\r\n---\r\nنص\r\n")?.text == "نص\r\n")
    #expect(article("\u{FEFF}نص")?.text == "نص")
    #expect(article("---\ntitle: a: b\n...\nنص")?.title == "a: b")
    #expect(article("---\ntitle: خبر #عاجل\n---\nنص")?.title == "خبر #عاجل")
    #expect(article("---\ntitle:\ndate: null\n---\nنص")?.title == nil)
    #expect(article("---\n---\nنص")?.text == "نص")
    #expect(article("---\npublished: 2021-07-29T01:00:00+03:00\n---\n")?.date == day("2021-07-29"))
    #expect(
      article("---\ndate: 2021-07-28\npublished: 2021-07-29\n---\n")?.date == day("2021-07-28")
    )
    // A drawn rule is text.
    #expect(article("---\nقال الوزير: نعم\n---\n")?.text == "---\nقال الوزير: نعم\n---\n")
    #expect(article("---")?.text == "---")
  }

  private func day(_ text: String) -> CivilDate? { CivilDate(iso: text) }

  @Test(
    "Faults name the line",
    arguments: [
      ("---\ntitle: x\nنص", "3 bad-front-matter"),
      ("---\ntitle: x\n", "1 bad-front-matter"),
      ("---\ntitle: |\n  x\n---\n", "2 bad-front-matter"),
      ("---\ntitle: x\n  y\n---\n", "3 bad-front-matter"),
      ("---\ntitle: [x]\n---\n", "2 bad-front-matter"),
      ("---\ntitle: &a x\n---\n", "2 bad-front-matter"),
      ("---\ntitle: \"x\n---\n", "2 bad-front-matter"),
      ("---\ntitle: 'x' y\n---\n", "2 bad-front-matter"),
      ("---\ntitle: \"\\n\"\n---\n", "2 bad-front-matter"),
      ("---\ntitle: x\ntitle: y\n---\n", "3 bad-front-matter"),
      ("---\ntitle: x\ndate: 29 تموز\n---\n", "3 bad-date"),
      ("---\ndate: 2021-02-30\n---\n", "2 bad-date"),
    ]
  )
  func faults(_ text: String, _ expected: String) {
    #expect(fault(text) == expected)
  }

  @Test(
    "Bytes that are not UTF-8",
    arguments: [
      ([0xC7, 0xE1], 0), ([0x61, 0xC2], 1), ([0xD8, 0xA7, 0xFF], 2), ([0x61, 0xED, 0xA0, 0x80], 1),
      ([0x61, 0x62, 0xE0, 0x80, 0x80], 2), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0),
    ] as [([UInt8], Int)]
  )
  func encoding(_ bytes: [UInt8], _ offset: Int) {
    guard case .fault(let fault) = record(bytes) else {
      Issue.record("no fault")
      return
    }
    #expect(fault.reason == .encoding(offset: offset))
  }

  @Test("Texts over the limit")
  func limit() {
    TestFolder.temporary { folder in
      for (count, isGood) in [(100, true), (101, false), (200_000, false)] {
        TestFolder.write([UInt8](repeating: 0x61, count: count), to: folder + "/a.txt")
        ArticleReader(furniture: .none, limit: 100).read(folder + "/a.txt") { record in
          if case .article = record { #expect(isGood) } else { #expect(!isGood) }
        }
      }
    }
  }
}
