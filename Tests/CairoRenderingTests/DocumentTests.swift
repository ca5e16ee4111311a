import CairoRendering
import Drawing
import LayoutSupport
import Styles
import Testing
import TimelineLayout

@Suite("PDF as a document")
struct DocumentTests {
  @Test("The language, the direction and the identifier stand in the file, and qpdf is content")
  func catalog() throws {
    let sheet = try DrawnSheet()
    let bytes = try sheet.renderer.pdf(sheet.scene)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/Lang (ar)"))
    #expect(text.contains("/ViewerPreferences << /Direction /R2L /DisplayDocTitle true >>"))
    #expect(text.contains("/ID [<"))
    #expect(text.contains("/Prev "))
    for forbidden in ["/JS", "/JavaScript", "/Launch", "/OpenAction"] {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
    let file = try Outside.file(bytes, "sheet.pdf")
    if let report = Outside.output(of: "qpdf --check \(file)") {
      #expect(report.contains("No syntax or stream encoding errors"), "\(report)")
      #expect(!report.contains("WARNING"), "\(report)")
    }
  }

  @Test("A left-to-right sheet says so")
  func english() throws {
    let sheet = try DrawnSheet(language: "en")
    let text = String(decoding: try sheet.renderer.pdf(sheet.scene), as: UTF8.self)
    #expect(text.contains("/Lang (en)"))
    #expect(text.contains("/Direction /L2R"))
  }

  @Test("Another content has another identifier, the same content the same")
  func identifier() throws {
    func identifier(_ count: Int) throws -> Substring? {
      let sheet = try DrawnSheet(try DrawnSheet.sample(of: count))
      let text = String(decoding: try sheet.renderer.pdf(sheet.scene), as: UTF8.self)
      return text.split(separator: "/ID [<").last?.prefix(32)
    }
    let first = try #require(try identifier(2))
    let isNumber = first.allSatisfy { $0.isHexDigit }
    #expect(isNumber)
    let again = try identifier(2)
    let other = try identifier(3)
    #expect(again == first)
    #expect(other != first)
  }

  @Test("The structure has headings, a list, links and a figure with words for it")
  func structure() throws {
    let sheet = try DrawnSheet()
    let bytes = try sheet.renderer.pdf(sheet.scene)
    let file = try Outside.file(bytes, "sheet.pdf")
    guard let tree = Outside.output(of: "pdfinfo -struct \(file)") else { return }
    for tag in ["Document", "  H1", "  H2", "  L ", "    LI", "  Figure", "Link"] {
      #expect(tree.contains(tag), "\(tag)")
    }
    #expect(!sheet.scene.metadata.figure.isEmpty)
    let figures = tree.split(separator: "Figure").count - 1
    let words = String(decoding: bytes, as: UTF8.self).split(separator: "/Alt <FEFF").count - 1
    #expect(figures > 0)
    #expect(words == figures)
  }

  @Test("A sheet of twelve events is small, and every font is embedded as a subset")
  func size() throws {
    let sheet = try DrawnSheet(try DrawnSheet.sample(of: 12))
    let bytes = try sheet.renderer.pdf(sheet.scene)
    #expect(bytes.count <= 150_000)
    let file = try Outside.file(bytes, "sheet.pdf")
    guard let table = Outside.output(of: "pdffonts \(file)") else { return }
    let fonts = table.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
  }

  @Test("A mark of the chart leads to its entry in the list")
  func links() throws {
    let sheet = try DrawnSheet()
    let marks = sheet.scene.pages.flatMap(\.items).compactMap { item -> Link? in
      guard case .mark(let mark) = item.content, item.group == "mark" else { return nil }
      return mark.link
    }
    #expect(!marks.isEmpty)
    let names = Set(
      sheet.scene.pages.flatMap(\.items).compactMap { item -> String? in
        guard case .destination(let name, _) = item.content else { return nil }
        return name
      }
    )
    for case .destination(let name) in marks { #expect(names.contains(name), "\(name)") }
  }

  @Test("Only addresses that no reader runs become links")
  func addresses() throws {
    var scene = TextPage.scene(["a", "b", "c"], font: "Noto Sans")
    let addresses = ["javascript:alert(1)", "file:///etc/passwd", "https://example.org/a'b\\c"]
    for (index, address) in addresses.enumerated() {
      guard case .text(var text) = scene.pages[0].items[index].content else { continue }
      text.link = .address(address)
      scene.pages[0].items[index].content = .text(text)
    }
    let style = try StyleFile().style("briefing")
    let painter = try TextPainter(families: style.fontFamilies)
    let bytes = try SceneRenderer(painter: painter).pdf(scene)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("javascript"))
    #expect(!text.contains("passwd"))
    #expect(text.contains("example.org"))
  }
}
