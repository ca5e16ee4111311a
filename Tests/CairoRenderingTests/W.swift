import CairoRendering
import DataFiles
import Drawing
import Styles
import Testing

#if canImport(Glibc)
  import Glibc
#endif
@Test func words() throws {
  guard let out = getenv("TARIKH_DEMO") else { return }
  let folder = String(cString: out)
  let style = try StyleFile().style("briefing")
  let lines = String(
    decoding: try DataFolder(path: "/work/shared/gold").bytes(of: "pdf-words.txt"),
    as: UTF8.self
  ).split(separator: "\n").map(String.init)
  for family in ["Amiri", "Noto Kufi Arabic"] {
    let painter = try TextPainter(families: style.fontFamilies)
    var page = Page(size: .a4, ground: Color(red: 255, green: 255, blue: 255))
    var y = 50.0
    for line in lines {
      let block = TextBlock(
        line,
        font: TextFont(family: family, size: 13),
        color: Color(red: 0, green: 0, blue: 0),
        width: 400,
        direction: .rightToLeft,
        lineHeight: 22
      )
      let m = painter.measure(block)
      page.items.append(
        SceneItem(
          group: "t",
          .text(
            PlacedText(
              block: block,
              origin: Point(100, y),
              size: Size(width: 400, height: m.size.height)
            )
          )
        )
      )
      y += m.size.height + 6
    }
    let scene = Scene(
      metadata: DocumentMetadata(
        title: "x",
        author: "",
        subject: "",
        created: "2021-07-28T00:00:00Z",
        language: "ar",
        direction: .rightToLeft
      ),
      pages: [page]
    )
    try AtomicFile.write(
      try SceneRenderer(painter: painter).pdf(scene),
      to: "\(folder)/w-\(family.prefix(3)).pdf"
    )
  }
}
