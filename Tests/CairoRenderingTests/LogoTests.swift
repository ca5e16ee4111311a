import CairoRendering
import Drawing
import LayoutSupport
import Testing
import TimelineLayout

@Suite("The logo of a sheet")
struct LogoTests {
  private static let red = Color(red: 200, green: 0, blue: 0)

  /// A file of one colour, so many pixels wide and high.
  private func file(_ width: Double, _ height: Double) throws -> [UInt8] {
    let sheet = try DrawnSheet()
    let page = Page(size: Size(width: width, height: height), ground: Self.red)
    return try sheet.renderer.png(
      Scene(metadata: sheet.scene.metadata, pages: [page]),
      page: 0,
      ppi: 72
    )
  }

  /// A drawing of that colour; more of it than it tells to be wide and high.
  private func drawing(_ width: Double, _ height: Double) -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)">
      <path fill="#c80000" d="M-900-900H900V900H-900z"/></svg>
      """.utf8
    )
  }

  private func drawn(_ logo: Picture?, language: String = "ar") throws -> DrawnSheet {
    var timeline = try DrawnSheet.sample(of: 3)
    timeline.masthead = "Desk"
    timeline.logo = logo
    return try DrawnSheet(timeline, language: language)
  }

  private func logoRect(in scene: Scene) -> Rect? {
    scene.pages.first?.items.lazy.compactMap { item -> Rect? in
      guard case .picture(_, let rect) = item.content else { return nil }
      return rect
    }.first
  }

  @Test(
    "It keeps its shape, stays within the head, and its ink is where it was placed",
    arguments: [Picture.Format.png, .svg]
  )
  func ink(_ format: Picture.Format) throws {
    for (width, height) in [(60.0, 30.0), (400.0, 20.0), (20.0, 300.0)] {
      let logo =
        switch format {
        case .png: try PictureFile.picture(png: file(width, height))
        case .svg: try PictureFile.picture(svg: drawing(width, height))
        }
      let sheet = try drawn(logo)
      let rect = try #require(logoRect(in: sheet.scene))
      #expect(abs(rect.width / rect.height - width / height) < 0.01)
      #expect(rect.height <= 34.01)
      #expect(SceneCheck.fault(in: sheet.scene) == nil)
      for item in sheet.scene.pages[0].items {
        guard case .text(let text) = item.content else { continue }
        #expect(!text.box.overlaps(rect), "\(item.group)")
      }
      let pixels = try sheet.renderer.pixels(sheet.scene, page: 0, ppi: 72)
      // Pixels at an edge are covered in part: how far, their green tells on the white ground.
      var ink = 0.0
      var isInside = true
      for (place, color) in pixels.colors.enumerated() {
        let x = Double(place % pixels.width)
        let y = Double(place / pixels.width)
        let green = Double((color >> 8) & 255)
        if x >= rect.x - 1 && x <= rect.maxX + 1 && y >= rect.y - 1 && y <= rect.maxY + 1 {
          ink += (255 - green) / 255
        } else if color & 0xFF_FFFF == 0xC8_0000 {
          isInside = false
        }
      }
      let area = rect.width * rect.height
      #expect(ink > area * 0.75 && ink < area * 1.1, "\(ink) of \(area)")
      #expect(isInside)
    }
  }

  @Test("It begins at the edge where reading begins")
  func mirrored() throws {
    let logo = try PictureFile.picture(png: file(60, 30))
    let arabic = try #require(logoRect(in: try drawn(logo).scene))
    let english = try #require(logoRect(in: try drawn(logo, language: "en").scene))
    #expect(abs(arabic.maxX - (Size.a4.width - english.x)) < 0.01)
  }

  @Test("A PDF tells its words apart from those of the chart")
  func words() throws {
    var logo = try PictureFile.picture(png: file(60, 30))
    logo.words = "seal of the desk"
    let sheet = try drawn(logo, language: "en")
    let bytes = try sheet.renderer.pdf(sheet.scene)
    let text = String(decoding: bytes, as: UTF8.self)
    let own = "logo: seal of the desk".utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    #expect(text.components(of: "/Alt <FEFF\(own)>") == 1)
    #expect(text.components(of: "/Alt <FEFF") > 1)
    let path = try Outside.file(bytes, "logo.pdf")
    if let report = Outside.output(of: "qpdf --check \(path)") {
      #expect(report.contains("No syntax or stream encoding errors"), "\(report)")
    }
    if let images = Outside.output(of: "pdfimages -list \(path)") {
      #expect(images.contains("60    30"), "\(images)")
    }
  }

  @Test("The same sheet with a logo gives the same bytes, also as SVG")
  func determinism() throws {
    let sheet = try drawn(try PictureFile.picture(png: file(60, 30)))
    #expect(try sheet.renderer.pdf(sheet.scene) == sheet.renderer.pdf(sheet.scene))
    let first = try sheet.renderer.svg(sheet.scene, page: 0)
    #expect(try sheet.renderer.svg(sheet.scene, page: 0) == first)
    #expect(String(decoding: first, as: UTF8.self).contains("data:image/png;base64,"))
  }

  @Test("A drawing stays lines and areas in a PDF, and gives the same bytes")
  func vector() throws {
    let sheet = try drawn(try PictureFile.picture(svg: drawing(60, 30)))
    let bytes = try sheet.renderer.pdf(sheet.scene)
    #expect(try sheet.renderer.pdf(sheet.scene) == bytes)
    let path = try Outside.file(bytes, "drawing.pdf")
    if let images = Outside.output(of: "pdfimages -list \(path)") {
      #expect(images.split(separator: "\n").count == 2, "\(images)")
    }
    if let report = Outside.output(of: "qpdf --check \(path)") {
      #expect(report.contains("No syntax or stream encoding errors"), "\(report)")
    }
  }

  @Test(
    "A drawing that is broken, of no extent, or that names what lies outside it is refused",
    arguments: [
      "", "<svg", "<svg/>", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>",
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 9'/>",
      "<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><s:text>a</s:text></s:svg>",
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='/etc/passwd'/></svg>",
    ]
  )
  func brokenDrawing(_ text: String) {
    #expect(throws: CairoError.self) { try PictureFile.picture(svg: Array(text.utf8)) }
  }

  @Test("A file that is no picture, broken or too large is refused")
  func refusals() throws {
    let good = try file(60, 30)
    #expect(throws: Never.self) { try PictureFile.picture(png: good) }
    var huge = good
    huge[16] = 1
    for bytes in [[], Array("GIF89a".utf8), Array(good.prefix(60)), huge] {
      #expect(throws: CairoError.self) { try PictureFile.picture(png: bytes) }
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = utf8[...]
    while let start = rest.indices.first(where: { rest[$0...].starts(with: part.utf8) }) {
      count += 1
      rest = rest[rest.index(after: start)...]
    }
    return count
  }
}
