import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing
import TimelineLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("No overlap, no loss")
struct OverlapTests {
  /// TARIKH_CASES asks for more timelines than an everyday run can wait for.
  private static var casesPerBatch: Int {
    guard let text = getenv("TARIKH_CASES"), let cases = Int(String(cString: text)) else {
      return 5
    }
    return max(1, cases / 20)
  }

  @Test("Random timelines keep every text apart and on the page", arguments: 0..<20)
  func random(_ batch: Int) throws {
    let layout = BriefingLayout(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(),
      measurer: FixedMeasurer(share: 0.42)
    )
    for index in 0..<OverlapTests.casesPerBatch {
      let seed = UInt64(batch * 1000 + index)
      var random = RandomTimeline(seed: seed)
      let timeline = random.timeline(upTo: index == 0 && batch % 7 == 0 ? 200 : 40)
      let scene = layout.scene(of: timeline)
      if let fault = SceneCheck.fault(in: scene) {
        Issue.record("seed \(seed), \(timeline.events.count) events: \(fault)")
        return
      }
      let marks = SceneCheck.groups(in: scene, prefix: "entry/")
      let labels = SceneCheck.groups(in: scene, prefix: "label/")
      let undated = SceneCheck.groups(in: scene, prefix: "undated/")
      #expect(labels == Set(timeline.events.map { "label/\($0.id)" }), "seed \(seed)")
      #expect(marks == Set(timeline.events.map { "entry/\($0.id)" }), "seed \(seed)")
      #expect(undated == Set(timeline.undated.map { "undated/\($0.id)" }), "seed \(seed)")
    }
  }

  @Test("A check that finds nothing wrong would find two texts in one place")
  func checkCanFail() {
    let block = TextBlock(
      "a",
      font: TextFont(family: "x", size: 10),
      color: Color(red: 0, green: 0, blue: 0),
      direction: .leftToRight,
      lineHeight: 12
    )
    func item(_ x: Double) -> SceneItem {
      let size = Size(width: 10, height: 12)
      return SceneItem(
        group: "t",
        .text(PlacedText(block: block, origin: Point(x, 10), size: size))
      )
    }
    func scene(_ items: [SceneItem]) -> Scene {
      Scene(
        metadata: DocumentMetadata(
          title: "",
          author: "",
          subject: "",
          created: "",
          language: "ar",
          direction: .rightToLeft
        ),
        pages: [Page(size: .a4, ground: Color(red: 255, green: 255, blue: 255), items: items)]
      )
    }
    #expect(SceneCheck.fault(in: scene([item(10), item(20)])) == nil)
    #expect(SceneCheck.fault(in: scene([item(10), item(19)])) != nil)
    #expect(SceneCheck.fault(in: scene([item(590)])) != nil)
  }
}
