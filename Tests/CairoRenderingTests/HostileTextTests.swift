import CairoRendering
import Drawing
import LayoutSupport
import NewsModel
import Testing
import TimelineLayout

/// Texts made to pass for markup of Pango, SVG or PDF.
@Suite("Hostile texts in files")
struct HostileTextTests {
  private static let words = #"<span size="99999">A&amp;B</span> </text> ) /JS (x) >> endobj"#

  @Test("Markup is as high as any other words, and is found letter for letter")
  func letters() throws {
    let sheet = try DrawnSheet()
    let scenes = [Self.words, String(repeating: "x", count: 20)].map {
      TextPage.scene([$0], font: "Noto Sans Arabic")
    }
    let heights = scenes.map { scene in
      scene.pages.flatMap(\.items).reduce(0) { height, item in
        guard case .text(let text) = item.content else { return height }
        return max(height, sheet.painter.measure(text.block).size.height)
      }
    }
    #expect(heights[0] <= heights[1] * 2, "\(heights)")
    let file = try Outside.file(sheet.renderer.pdf(scenes[0]), "words.pdf")
    guard let found = Outside.output(of: "pdftotext \(file) -"), !found.isEmpty else { return }
    // Brackets at the ends of a line stand on the other side in right-to-left text.
    for piece in ["span size=\"99999\">A&amp;B</span", "/text", "/JS", "endobj"] {
      #expect(found.contains(piece), "\(piece): \(found)")
    }
  }

  @Test("A PDF runs nothing, opens nothing and leads nowhere but to the web")
  func actions() throws {
    let whole = try SampleTimeline.dialogue()
    let addresses = [
      "javascript:alert(1)", "file:///etc/passwd", "https://e.invalid/')/S/Launch/JS(x\\",
    ]
    let events = whole.events.enumerated().map { index, event in
      var event = event
      event.headline = "\(Self.words) \(event.headline)"
      for place in event.mentions.indices {
        event.mentions[place].url = addresses[index % addresses.count]
        event.mentions[place].articleTitle = Self.words
      }
      return event
    }
    let timeline = Timeline(title: Self.words, masthead: Self.words, events: events)
    let sheet = try DrawnSheet(timeline)
    let file = try Outside.file(sheet.renderer.pdf(sheet.scene), "hostile.pdf")
    guard
      let plain = Outside.output(of: "qpdf --json \(file)"),
      plain.contains("\"/Type\"")
    else { return }
    for key in ["JS", "JavaScript", "Launch", "OpenAction", "AA", "EmbeddedFile", "SubmitForm"] {
      #expect(!plain.contains("\"/\(key)\""), "\(key)")
    }
    let links = plain.split(separator: "\n").filter { $0.contains("\"/URI\":") }
    #expect(!links.isEmpty)
    for link in Set(links) { #expect(link.contains("https://"), "\(link)") }
  }
}
