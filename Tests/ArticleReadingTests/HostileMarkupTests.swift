import ArticleReading
import NewsModel
import Testing

/// Markup made to take all memory, all time, or what is on the disk.
@Suite("Hostile markup")
struct HostileMarkupTests {
  /// What a file gives, in short: the texts of its articles, the codes of its faults.
  private func read(_ name: String, _ text: String) -> [String] {
    var found: [String] = []
    TestFolder.temporary { folder in
      TestFolder.write(text.utf8, to: "\(folder)/\(name)")
      ArticleReader(furniture: .none).read("\(folder)/\(name)") { record in
        switch record {
        case .article(let article, _): found.append(article.text)
        case .fault(let fault): found.append(fault.reason.code)
        case .event: break
        }
      }
    }
    return found
  }

  @Test("Too much of anything is refused")
  func refused() {
    let attributes = (0..<200_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(read("a.html", String(repeating: "<div>", count: 500_000) + "x") == ["bad-markup"])
    #expect(read("a.html", String(repeating: "<div>", count: 600) + "x") == ["bad-markup"])
    #expect(read("a.html", "<p \(attributes)>x</p>") == ["bad-markup"])
    #expect(read("a.html", "<p " + String(repeating: "a='1'", count: 300) + ">x") == ["bad-markup"])
    #expect(read("a.xml", String(repeating: "<a>", count: 500_000)) == ["bad-markup"])
    #expect(read("a.html", String(repeating: "<!--", count: 1_000_000)) == ["no-text"])
  }

  @Test("What only looks like much is read")
  func accepted() {
    let text = "وصل الوفد إلى العاصمة مساء أمس في زيارة تستمر ثلاثة أيام."
    let attributes = (0..<250).map { "a\($0)=1" }.joined(separator: " ")
    let script = "<script>if (a<b" + String(repeating: " c", count: 1000) + ") {}</script>"
    let comment = "<!-- <p" + String(repeating: " c", count: 1000) + "> -->"
    let deep = String(repeating: "<div>", count: 400)
    let closers = String(repeating: "</b>", count: 100_000)
    for head in ["<p \(attributes)></p>", script, comment, deep, closers] {
      #expect(read("a.html", "\(head)<p>\(text)</p>") == [text], "\(head.prefix(20))")
    }
  }

  @Test("Entities are never expanded, files never opened")
  func entities() {
    var bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"lol\">"
    for level in 1..<10 {
      let body = String(repeating: "&a\(level - 1);", count: 10)
      bomb += "<!ENTITY a\(level) \"\(body)\">"
    }
    let item = "<rss><channel><item><title>خبر &a9;&x;</title></item></channel></rss>"
    #expect(read("a.xml", bomb + "]>" + item) == ["bad-markup"])
    let file = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    #expect(read("a.xml", file + item) == ["bad-markup"])
    let parameter = "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>"
    #expect(read("a.xml", parameter + item) == ["bad-markup"])
    // A document type elsewhere is never fetched; what is not declared stands as it is written.
    let outside = "<!DOCTYPE rss SYSTEM \"http://e.invalid/x.dtd\">"
    #expect(read("a.xml", outside + item) == ["خبر &a9;&x;"])
    #expect(read("a.html", "<!DOCTYPE html [<!ENTITY x \"y\">]><p>خبر &x; آخر") != ["خبر y آخر"])
  }

  @Test("A broken feed gives what came before, and says so")
  func broken() {
    let first = "<item><description>أول</description></item>"
    #expect(read("a.rss", "<rss><channel>\(first)<item><description>ثا") == ["أول", "bad-markup"])
    #expect(read("a.rss", "<rss><channel>\(first)</rss>") == ["أول", "bad-markup"])
    #expect(read("a.xml", "<svg></svg>") == ["bad-markup"])
    #expect(read("a.xml", "") == ["bad-markup"])
    #expect(read("a.xml", "خبر") == ["bad-markup"])
    #expect(read("a.mhtml", "خبر") == ["bad-markup"])
    #expect(read("a.html", "") == ["no-text"])
    #expect(read("a.html", "<nav>قائمة</nav>") == ["no-text"])
  }

  @Test("Stray ampersands, controls and HTML's own names in a feed")
  func sloppy() {
    let feed =
      "<rss><channel><item><title>أ&nbsp;ب & ج</title><link>https://e.invalid/?a=1&b=2</link>"
      + "<description>نص\u{0B} &#1;فيه <![CDATA[&amp; <b>غير</b> ذلك]]></description></item></channel></rss>"
    var articles: [Article] = []
    TestFolder.temporary { folder in
      TestFolder.write(feed.utf8, to: folder + "/a.rss")
      ArticleReader(furniture: .none).read(folder + "/a.rss") { record in
        if case .article(let article, _) = record { articles.append(article) }
      }
    }
    #expect(articles.first?.title == "أ ب & ج")
    #expect(articles.first?.url == "https://e.invalid/?a=1&b=2")
    #expect(articles.first?.text.hasSuffix("فيه & غير ذلك") == true)
  }
}
