import CairoRendering
import Drawing
import LayoutSupport
import Styles
import Testing

@Suite("Marks as letters")
struct MarkTests {
  private let ink = Color(red: 0, green: 0, blue: 0)
  private let ground = Color(red: 255, green: 255, blue: 255)

  /// The pixels of one mark, a letter each: `.` paper, `+` an edge, `#` ink.
  private func letters(_ shape: MarkShape, _ fill: MarkFill, isStruck: Bool) throws -> [String] {
    let mark = Mark(
      shape: shape,
      fill: fill,
      center: Point(9, 9),
      radius: 5,
      color: ink,
      ground: ground,
      isStruck: isStruck
    )
    let page = Page(
      size: Size(width: 18, height: 18),
      ground: ground,
      items: [SceneItem(group: "mark", .mark(mark))]
    )
    let metadata = DocumentMetadata(
      title: "",
      author: "",
      subject: "",
      created: "",
      language: "en",
      direction: .leftToRight
    )
    let style = try StyleFile().style("mono")
    let renderer = SceneRenderer(painter: try TextPainter(families: style.fontFamilies))
    let pixels = try renderer.pixels(Scene(metadata: metadata, pages: [page]), page: 0, ppi: 72)
    return (0..<pixels.height).map { y in
      String(
        decoding: (0..<pixels.width).map { x -> UInt8 in
          let light = pixels.colors[y * pixels.width + x] & 255
          return UInt8(ascii: light > 190 ? "." : light > 64 ? "+" : "#")
        },
        as: UTF8.self
      )
    }
  }

  @Test("Every mark looks as it was found good")
  func golden() throws {
    var text = ""
    for shape in MarkShape.allCases {
      for fill in MarkFill.allCases {
        text += "\(shape.rawValue) \(fill.rawValue)\n"
        text += try letters(shape, fill, isStruck: false).joined(separator: "\n") + "\n"
      }
    }
    text += "circle solid struck\n"
    text += try letters(.circle, .solid, isStruck: true).joined(separator: "\n") + "\n"
    let difference = Golden.difference(text, "marks.txt")
    #expect(difference == nil)
  }

  @Test("No two marks look alike, without any colour")
  func different() throws {
    var seen: [[String]: String] = [:]
    for shape in MarkShape.allCases {
      for fill in MarkFill.allCases where fill != .flag {
        let name = "\(shape.rawValue) \(fill.rawValue)"
        let drawn = try letters(shape, fill, isStruck: false)
        #expect(seen[drawn] == nil, "\(name) looks like \(seen[drawn] ?? "")")
        seen[drawn] = name
      }
    }
  }

  @Test("A struck mark is never one that is not")
  func struck() throws {
    for fill in MarkFill.allCases {
      let whole = try letters(.circle, fill, isStruck: false)
      let struck = try letters(.circle, fill, isStruck: true)
      #expect(whole != struck, "\(fill.rawValue)")
    }
  }
}
