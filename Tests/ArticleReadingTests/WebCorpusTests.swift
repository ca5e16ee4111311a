import ArticleReading
import Chronology
import NewsModel
import Testing

/// Pages and feeds in the shape of real outlets' markup, their sentences written for this project.
@Suite("Pages and feeds")
struct WebCorpusTests {
  static let files = [
    ("wordpress.html", "wordpress"), ("drupal.html", "drupal"), ("aspnet-1256.htm", "aspnet-1256"),
    ("broadcaster.html", "broadcaster"), ("agency.html", "agency"), ("blogger.html", "blogger"),
    ("elementor.html", "elementor"), ("amp.html", "amp"), ("portal.mhtml", "portal"),
    ("arc.html", "arc"), ("infinite.html", "infinite"), ("comments.html", "comments"),
    ("liveblog.html", "liveblog"), ("print.html", "print"), ("tables90.htm", "tables90"),
    ("next.html", "next"), ("joomla.html", "joomla"), ("wordpress.rss", "wordpress-rss"),
    ("full.rss", "full-rss"), ("blogger.atom", "blogger-atom"), ("xhtml.atom", "xhtml-atom"),
  ]

  @Test("Text, headline, date and source", arguments: files)
  func read(_ file: String, _ expected: String) throws {
    var articles: [Article] = []
    let reader = ArticleReader(furniture: .none, clock: ZoneClock(minutesEast: 180))
    reader.read("\(TestFolder.folder)/Corpus/Web/\(file)") { record in
      switch record {
      case .article(let article, _): articles.append(article)
      case .event: Issue.record("an event")
      case .fault(let fault): Issue.record("\(fault)")
      }
    }
    let wanted = ExpectedArticle.all(expected)
    #expect(!wanted.isEmpty)
    try #require(articles.count == wanted.count)
    for (article, wanted) in zip(articles, wanted) {
      let (precision, recall) = wanted.scores(article.text)
      #expect(precision >= 0.95, "\(article.text)")
      #expect(recall >= 0.95, "\(article.text)")
      #expect(article.title == wanted.values["title"])
      #expect(article.date?.description == wanted.values["date"])
      #expect(article.dateBasis == (wanted.values["date"] == nil ? DateBasis.none : .metadata))
      #expect(article.modified?.description == wanted.values["modified"])
      #expect(article.source == wanted.values["source"])
      #expect(article.url == wanted.values["url"])
      if let id = wanted.values["id"] { #expect(article.id == id) }
    }
  }
}
