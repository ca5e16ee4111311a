import ArticleReading
import Chronology
import DataFiles
import NewsModel
import Testing

@Suite("What pages say of themselves")
struct PageMetadataTests {
  private static let text = "وصل الوفد إلى العاصمة مساء أمس في زيارة تستمر ثلاثة أيام كاملة."

  private func article(_ head: String, _ body: String = "", clock: ZoneClock? = nil) -> Article? {
    var found: Article?
    TestFolder.temporary { folder in
      let page = "<html><head>\(head)</head><body>\(body)<p>\(Self.text)</p></body></html>"
      TestFolder.write(page.utf8, to: folder + "/a.html")
      let reader = ArticleReader(furniture: .none, clock: clock)
      reader.read(folder + "/a.html") { record in
        if case .article(let article, _) = record { found = article }
      }
    }
    return found
  }

  private func data(_ json: String) -> String {
    "<script type='application/ld+json'>\(json)</script>"
  }

  @Test(
    "Dates as outlets write them",
    arguments: [
      ("2021-07-29T08:15:00+03:00", "2021-07-29"), ("2021-07-29T23:59:59-11:00", "2021-07-30"),
      // Written by the clock of a server far away, when it was already the next day in Baghdad.
      ("Thu, 29 Jul 2021 17:30:00 -0500", "2021-07-30"),
      ("2021-07-30T00:30:00+04:00", "2021-07-29"),
      // No offset: the outlet's own clock.
      ("2021-07-29 23:30", "2021-07-29"), ("2021/7/29 23:30 - 10 July", "2021-07-29"),
      ("2021-07-29 08:15:00", "2021-07-29"), ("2021-07-29", "2021-07-29"),
      ("2021/7/9 8:15", "2021-07-09"), ("20210729", "2021-07-29"),
      ("Thu, 29 Jul 2021 08:15:00 +0300", "2021-07-29"), ("July 29, 2021", "2021-07-29"),
      ("29 July 2021", "2021-07-29"), ("2021-07-29T08:15:00.000+0300", "2021-07-29"),
      // In UTC, when it was already the next day in Baghdad.
      ("2021-07-29T21:15:00Z", "2021-07-30"), ("2021-07-29T20:59:00Z", "2021-07-29"),
      ("Thu, 29 Jul 2021 22:00:00 GMT", "2021-07-30"), ("2021-12-31T21:00:00+00:00", "2022-01-01"),
      ("Jul 29, 2021 10:30 PM UTC", "2021-07-30"),
      ("Jul 29, 2021 12:30 AM UTC", "2021-07-29"), ("29 July 2021 23:30 GMT+3", "2021-07-29"),
      // No dates, or nobody's.
      ("2021-02-30", "none"), ("7/8/2021", "none"), ("0001-01-01T00:00:00", "none"),
      ("1970-01-01T00:00:00Z", "none"), ("999999999-01-01", "none"), ("31 Feb 2021", "none"),
      ("أمس", "none"), ("", "none"), ("99999999999999999999999999999999999999", "none"),
    ]
  )
  func dates(_ written: String, _ day: String) {
    let head = "<meta property='article:published_time' content='\(written)'>"
    let article = article(head, clock: ZoneClock(minutesEast: 180))
    #expect(article?.date?.description ?? "none" == day)
    #expect(article?.dateBasis == (day == "none" ? DateBasis.none : .metadata))
  }

  @Test("Without a time zone the day stays as it is written")
  func written() {
    for written in [
      "2021-07-29T23:59:59-11:00", "2021-07-29T22:00:00Z", "2021-07-29T01:00:00+04:00",
    ] {
      let head = "<meta property='article:published_time' content='\(written)'>"
      #expect(article(head)?.date == CivilDate(iso: "2021-07-29"))
    }
  }

  @Test("The article's JSON-LD goes before the meta, the meta before marks, marks before times")
  func order() {
    let json = data("{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-07-01\"}")
    let meta = "<meta property='article:published_time' content='2021-07-02'>"
    let mark = "<span itemprop='datePublished' content='2021-07-03'></span>"
    let time = "<time datetime='2021-07-04'></time>"
    #expect(article(json + meta, mark + time)?.date == CivilDate(iso: "2021-07-01"))
    #expect(article(meta, mark + time)?.date == CivilDate(iso: "2021-07-02"))
    #expect(article("", mark + time)?.date == CivilDate(iso: "2021-07-03"))
    #expect(article("", time)?.date == CivilDate(iso: "2021-07-04"))
    #expect(article("", "<aside>\(time)</aside>")?.date == nil)
    #expect(article("")?.dateBasis == DateBasis.none)
  }

  @Test("The day of a change is none of publication")
  func modified() {
    let json = data("{\"@type\":\"NewsArticle\",\"dateModified\":\"2021-07-05\"}")
    #expect(article(json)?.date == nil)
    #expect(article(json)?.modified == CivilDate(iso: "2021-07-05"))
  }

  @Test("Of several articles the page's own counts")
  func own() {
    let other =
      "{\"@type\":\"NewsArticle\",\"url\":\"https://e.invalid/b\",\"datePublished\":\"2021-01-01\"}"
    let own =
      "{\"@type\":[\"Thing\",\"NewsArticle\"],\"mainEntityOfPage\":{\"@id\":\"https://e.invalid/a\"},"
      + "\"datePublished\":\"2021-07-01\"}"
    let link = "<link rel='canonical' href='https://e.invalid/a'>"
    let list = data("[\(other),\(own)]")
    #expect(article(link + list)?.date == CivilDate(iso: "2021-07-01"))
    #expect(article(link + data("{\"@graph\":[\(other),\(own)]}"))?.url == "https://e.invalid/a")
    #expect(article(data("{\"@type\":\"WebPage\",\"mainEntity\":\(own)}"))?.date != nil)
  }

  @Test(
    "Data that cannot be read is passed over",
    arguments: ["{", "[[[[", "{\"@type\":}", "null", ""]
  )
  func brokenData(_ json: String) {
    let deep = String(repeating: "[", count: 100_000)
    let meta = "<meta property='article:published_time' content='2021-07-02'>"
    #expect(article(data(json) + data(deep) + meta)?.date == CivilDate(iso: "2021-07-02"))
    #expect(article(data(json))?.text == Self.text)
  }

  @Test("A headline loses the outlet's name behind it")
  func titles() {
    let site = "<meta property='og:site_name' content='صوت الميناء'>"
    #expect(article(site + "<title>الوفد يصل - صوت الميناء</title>")?.title == "الوفد يصل")
    #expect(article("<title>الوفد يصل | موقع</title>", "<h1>الوفد يصل</h1>")?.title == "الوفد يصل")
    #expect(article("<title>الوفد &amp; الوزير</title>")?.title == "الوفد & الوزير")
    #expect(article(site, "<h1>صوت الميناء</h1>")?.title == nil)
    #expect(article("")?.title == nil)
  }

  @Test("A page that a script fills gives the text of its metadata")
  func emptyPage() {
    let body = String(repeating: "انتهت الجولة الأولى من المحادثات مساء الأحد. ", count: 9)
    let json = data("{\"@type\":\"NewsArticle\",\"articleBody\":\"\(body)\"}")
    #expect(article(json)?.text.hasPrefix("انتهت الجولة") == true)
  }

  @Test("Pages cut anywhere, and bytes changed, never trap")
  func cut() throws {
    for (file, _) in WebCorpusTests.files {
      let folder = DataFolder(path: TestFolder.folder + "/Corpus/Web")
      let bytes = try folder.bytes(of: file)
      TestFolder.temporary { folder in
        let path = "\(folder)/\(file)"
        for step in 0..<24 {
          var changed = Array(bytes.prefix(bytes.count * step / 24))
          for index in stride(from: step, to: changed.count, by: 97) { changed[index] ^= 0x15 }
          TestFolder.write(changed, to: path)
          var count = 0
          ArticleReader(furniture: .none).read(path) { _ in count += 1 }
          #expect(count <= 8)
        }
      }
    }
  }
}
