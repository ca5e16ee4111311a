import CairoRendering
import Drawing
import LayoutSupport
import Styles
import Testing
import TimelineLayout

@Suite("Pictures")
struct PictureTests {
  private func page(_ items: [SceneItem], side: Double = 12) -> Scene {
    let metadata = DocumentMetadata(
      title: "a & b",
      author: "",
      subject: "",
      created: "2021-01-01T00:00:00Z",
      language: "ar",
      direction: .rightToLeft
    )
    let white = Color(red: 255, green: 255, blue: 255)
    let page = Page(size: Size(width: side, height: side), ground: white, items: items)
    return Scene(metadata: metadata, pages: [page])
  }

  private func renderer() throws -> SceneRenderer {
    SceneRenderer(
      painter: try TextPainter(families: try StyleFile().style("briefing").fontFamilies)
    )
  }

  private func box(_ color: Color, _ x: Double) -> SceneItem {
    let rect = Rect(x: x, y: 0, width: 1, height: 12)
    return SceneItem(group: "box", .box(rect, fill: color, stroke: nil, radius: 0))
  }

  /// A number of the header, most significant byte first.
  private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  @Test(
    "Few colours take a palette with as few bits as can be",
    arguments: [(2, 1), (4, 2), (9, 4)]
  )
  func palette(_ count: Int, _ depth: Int) throws {
    let items = (1..<count).map { box(Color(red: UInt8($0), green: 0, blue: 0), Double($0)) }
    let bytes = try renderer().png(page(items), page: 0, ppi: 72)
    #expect(bytes[24] == UInt8(depth))
    #expect(bytes[25] == 3, "indexed")
  }

  @Test("Many colours stay true")
  func trueColour() throws {
    let items = (0..<300).map { place in
      box(Color(red: UInt8(place % 256), green: UInt8(place / 256), blue: 9), Double(place))
    }
    let bytes = try renderer().png(page(items, side: 400), page: 0, ppi: 72)
    #expect(bytes[24] == 8)
    #expect(bytes[25] == 2, "red, green and blue")
  }

  @Test("The resolution stands in the file", arguments: [72, 150, 600])
  func resolution(_ ppi: Double) throws {
    let bytes = try renderer().png(page([]), page: 0, ppi: ppi)
    #expect(Array(bytes[37..<41]) == Array("pHYs".utf8))
    #expect(number(bytes[41..<45]) == Int((ppi / 0.0254).rounded()))
    #expect(number(bytes[16..<20]) == Int((12 * ppi / 72).rounded()))
  }

  @Test("Another program reads the same pixels")
  func pixels() throws {
    let red = box(Color(red: 200, green: 10, blue: 20), 3)
    let file = try Outside.file(try renderer().png(page([red]), page: 0, ppi: 72), "p.png")
    let command =
      "python3 -c \"import PIL.Image as I; p=I.open('\(file)').convert('RGB');"
      + "print(p.size, p.getpixel((3, 5)), p.getpixel((2, 5)))\""
    guard let told = Outside.output(of: command), told.hasPrefix("(") else { return }
    #expect(told == "(12, 12) (200, 10, 20) (255, 255, 255)\n")
  }

  @Test("SVG has a title, a description and its words as text, escaped")
  func svg() throws {
    var scene = TextPage.scene(["أعلنت <b>الوزارة</b> & غيرها"], font: "Amiri")
    scene.metadata.title = "عنوان <1>"
    scene.metadata.figure = "وصف"
    let text = String(decoding: try renderer().svg(scene, page: 0), as: UTF8.self)
    #expect(text.contains("<title id=\"title\">عنوان &lt;1&gt;</title>"))
    #expect(text.contains("<desc id=\"desc\">وصف</desc>"))
    #expect(text.contains(">أعلنت &lt;b&gt;الوزارة&lt;/b&gt; &amp; غيرها</text>"))
    #expect(text.contains("<g id=\"words-line-1\">"))
    let file = try Outside.file(Array(text.utf8), "p.svg")
    if let told = Outside.output(of: "xmllint --noout \(file)") { #expect(told.isEmpty, "\(told)") }
  }
  @Test("SVG has the same bytes whatever was drawn before it")
  func sameSVG() throws {
    let scene = TextPage.scene(["أعلنت الوزارة"], font: "Amiri")
    let alone = try renderer().svg(scene, page: 0)
    _ = try renderer().png(scene, page: 0, ppi: 72)
    #expect(try renderer().svg(scene, page: 0) == alone)
    #expect(String(decoding: alone, as: UTF8.self).contains("id=\"surface1\""))
  }
}
