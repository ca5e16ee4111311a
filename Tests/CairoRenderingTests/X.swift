import CairoRendering
import Drawing
import Testing
#if canImport(Glibc)
  import Glibc
#endif
@Test func words() throws {
  guard let out = getenv("TARIKH_DEMO") else { return }
  let folder = String(cString: out)
  guard let f = fopen("/work/shared/gold/pdf-words.txt", "r") else { return }
  var lines: [String] = []
  var buffer = [CChar](repeating: 0, count: 4000)
  while fgets(&buffer, 4000, f) != nil {
    lines.append(String(decoding: buffer.prefix { $0 != 10 && $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
  for family in ["Amiri", "Noto Kufi Arabic"] {
  let painter = try TextPainter(families: [
    FontFamily(family: "Noto Kufi Arabic", files: ["NotoKufiArabic-Regular.ttf", "NotoKufiArabic-Bold.ttf"], package: "fonts-noto-core"),
    FontFamily(family: "Amiri", files: ["Amiri-Regular.ttf", "Amiri-Bold.ttf"], package: "fonts-hosny-amiri"),
    FontFamily(family: "Noto Sans", files: ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"], package: "fonts-noto-core"),
  ])
  var page = Page(size: .a4, ground: Color(red: 255, green: 255, blue: 255))
  var y = 50.0
  for line in lines {
    let block = TextBlock(line, font: TextFont(family: family, size: 13), color: Color(red: 0, green: 0, blue: 0), width: 400, direction: .rightToLeft, lineHeight: 22)
    let m = painter.measure(block)
    page.items.append(SceneItem(group: "t", .text(PlacedText(block: block, origin: Point(100, y), size: Size(width: 400, height: m.size.height)))))
    y += m.size.height + 6
  }
  let scene = Scene(metadata: DocumentMetadata(title: "x", author: "", subject: "", created: "2021-07-28T00:00:00Z", language: "ar", direction: .rightToLeft), pages: [page])
  let r = SceneRenderer(painter: painter)
  for (name, bytes) in [("w-\(family.prefix(3)).pdf", try r.pdf(scene)), ("w-\(family.prefix(3)).png", try r.png(scene, page: 0, ppi: 100)), ("w.svg", try r.svg(scene, page: 0))] {
    let h = fopen("\(folder)/\(name)", "w")
    fwrite(bytes, 1, bytes.count, h); fclose(h)
  }
  }
}
