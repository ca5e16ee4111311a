import Testing

@testable import Reporting

@Suite("Entries of articles")
struct ArticlePlaceTests {
  private func place(_ entry: String, report: String = "desk/[a] b/report.yaml") -> ArticlePlace {
    ArticlePlace(entry, of: Report(name: "r", file: report))
  }

  @Test("A folder covers what is in it, at any depth, and no neighbour of a like name")
  func folders() {
    let inbox = place("inbox")
    #expect(inbox.covers("desk/[a] b/inbox"))
    #expect(inbox.covers("desk/[a] b/inbox/2021/a.txt"))
    #expect(!inbox.covers("desk/[a] b/inbox2/a.txt"))
    #expect(!inbox.covers("inbox/a.txt"))
    #expect(place(".", report: "report.yaml").covers("a.txt"))
  }

  @Test("A pattern covers what it matches and the contents of folders, but not the report's own")
  func patterns() {
    let pattern = place("in*/2021-*.html")
    #expect(pattern.covers("desk/[a] b/inbox/2021-07.html"))
    #expect(!pattern.covers("desk/[a] b/inbox/deep/2021-07.html"))
    #expect(!pattern.covers("desk/a b/inbox/2021-07.html"))
    #expect(place("in?ox").covers("desk/[a] b/inbox/deep/a.txt"))
    #expect(!place("*").covers("desk/[a] b/.hidden"))
    #expect(place("none-*.txt").operands == ["desk/[a] b/none-*.txt"])
  }
}
