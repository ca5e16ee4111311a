import Drawing
import Testing

@Suite("Scenes and colours")
struct SceneDumpTests {
  @Test("A scene prints one item a line, lengths in tenths")
  func dump() throws {
    let black = Color(red: 0, green: 0, blue: 0)
    let block = TextBlock(
      "نص 1",
      font: TextFont(family: "Amiri", size: 12),
      color: black,
      direction: .rightToLeft,
      lineHeight: 18
    )
    let items = [
      SceneItem(group: "a", .open(.paragraph)),
      SceneItem(
        group: "a",
        .text(
          PlacedText(
            block: block,
            origin: Point(10, 20.04),
            size: Size(width: 30, height: 18),
            link: .destination("x")
          )
        )
      ),
      SceneItem(group: "a", .close),
      SceneItem(
        group: "b",
        .line(from: Point(0, 0), to: Point(-1.26, 5), stroke: Stroke(black, width: 0.5))
      ),
    ]
    let scene = Scene(
      metadata: DocumentMetadata(
        title: "T",
        author: "",
        subject: "",
        created: "2021-01-01T00:00:00Z",
        language: "ar",
        direction: .rightToLeft
      ),
      pages: [
        Page(
          size: Size(width: 100, height: 50),
          ground: Color(red: 255, green: 255, blue: 255),
          items: items
        )
      ]
    )
    #expect(
      scene.dump == """
        title T
        document ar rtl created=2021-01-01T00:00:00Z
        page 1 100.0x50.0 ground=#ffffff
          a: open P
            a: text 10.0,20.0 30.0x18.0 Amiri/12.0/regular #000000 start rtl line=18.0 →#x | نص 1
          a: close
          b: line 0.0,0.0 -1.3,5.0 stroke=#000000/0.5

        """
    )
  }

  @Test("Colours are read from and written as hexadecimal digits")
  func hex() {
    #expect(Color(hex: "#14304f") == Color(red: 20, green: 48, blue: 79))
    #expect(Color(hex: "#14304F")?.hex == "#14304f")
    for wrong in ["14304f", "#14304", "#14304g", "#14304f0", ""] {
      #expect(Color(hex: wrong) == nil)
    }
  }

  @Test("Contrast is that of WCAG 2.1")
  func contrast() {
    let black = Color(red: 0, green: 0, blue: 0)
    let white = Color(red: 255, green: 255, blue: 255)
    let gray = Color(red: 0x77, green: 0x77, blue: 0x77)
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(white.contrast(with: gray) - 4.478) < 0.001)
    #expect(gray.contrast(with: gray) == 1)
  }

  @Test("Rectangles that share an edge do not overlap")
  func overlap() {
    let first = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(!first.overlaps(Rect(x: 10, y: 0, width: 5, height: 5)))
    #expect(first.overlaps(Rect(x: 9.9, y: 9.9, width: 5, height: 5)))
    #expect(first.contains(Rect(x: 0, y: 0, width: 10, height: 10)))
    #expect(!first.contains(Rect(x: 1, y: 1, width: 9.1, height: 1)))
  }
}
