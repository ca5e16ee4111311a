import CairoRendering
import DataFiles
import Drawing
import LayoutSupport
import Styles
import Testing
import TimelineLayout

#if canImport(Glibc)
  import Glibc
#endif
@Test func demo() throws {
  guard let out = getenv("TARIKH_DEMO") else { return }
  let folder = String(cString: out)
  let style = try StyleFile().style("briefing")
  let painter = try TextPainter(families: style.fontFamilies)
  let layout = BriefingLayout(style: style, labels: try SheetLabels(), measurer: painter)
  let scene = layout.scene(of: SampleTimeline.dialogue)
  let renderer = SceneRenderer(painter: painter)
  try AtomicFile.write(try renderer.pdf(scene), to: "\(folder)/sheet.pdf")
  try AtomicFile.write(Array(scene.dump.utf8), to: "\(folder)/sheet.scene")
  for page in scene.pages.indices {
    try AtomicFile.write(
      try renderer.png(scene, page: page, ppi: 150),
      to: "\(folder)/sheet-\(page + 1).png"
    )
  }
}
