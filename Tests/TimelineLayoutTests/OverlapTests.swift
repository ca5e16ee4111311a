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
  /// A number from the environment: `make test-long` asks for more than an everyday run can wait for.
  private static func setting(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  private static let batches = 21
  /// TARIKH_CASES: how many timelines are tried in all.
  private static let casesPerBatch = max(1, (setting("TARIKH_CASES") ?? 126) / batches)
  /// TARIKH_FIRST_CASE: the first seed, so that a long run can be taken in parts.
  private static let first = setting("TARIKH_FIRST_CASE") ?? 0
  /// The most events: 5,000 in a long run.
  private static let most = setting("TARIKH_CASES") == nil ? 160 : 5000

  @Test("Random timelines keep every text apart and on the page", arguments: 0..<batches)
  func random(_ batch: Int) throws {
    let style = try StyleFile().style("briefing")
    let languages = [try SheetLabels(hijri: batch % 3 == 0), try SheetLabels(language: "en")]
    for index in 0..<OverlapTests.casesPerBatch {
      let seed = OverlapTests.first + batch * OverlapTests.casesPerBatch + index
      var random = RandomTimeline(seed: UInt64(seed))
      let timeline = random.timeline(upTo: OverlapTests.most)
      let layout = Layouts.all[seed % Layouts.all.count]
      let scene = layout.init(
        style: style,
        labels: languages[seed / Layouts.all.count % 4 == 0 ? 1 : 0],
        measurer: FixedMeasurer(share: 0.42)
      ).scene(of: timeline)
      let fault = SceneCheck.fault(in: scene)
      let losses = SceneCheck.losses(of: timeline, in: scene)
      guard fault == nil, losses.isEmpty else {
        Issue.record(
          """
          \(layout.name), seed \(seed), \(timeline.events.count) events: \(fault ?? "") \
          lost: \(losses.prefix(3))
          """
        )
        return
      }
    }
  }

  @Test("A check that finds nothing wrong would find two texts in one place")
  func checkCanFail() {
    #expect(SceneCheck.fault(in: scene([text(10), text(20)])) == nil)
    #expect(SceneCheck.fault(in: scene([text(10), text(19)])) != nil)
    #expect(SceneCheck.fault(in: scene([text(590)])) != nil)
    #expect(
      SceneCheck.fault(in: scene([text(10), connector(from: Point(5, 30), to: Point(30, 5))]))
        != nil
    )
    #expect(
      SceneCheck.fault(in: scene([text(10), connector(from: Point(20, 0), to: Point(20, 40))]))
        == nil
    )
  }

  @Test("A check that finds nothing lost would miss a label that was cut")
  func lossCheckCanFail() throws {
    let timeline = try SampleTimeline.dialogue()
    var scene = BriefingLayout(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(),
      measurer: FixedMeasurer(share: 0.42)
    ).scene(of: timeline)
    #expect(SceneCheck.losses(of: timeline, in: scene).isEmpty)
    for page in scene.pages.indices {
      scene.pages[page].items.removeAll { $0.group == "entry/ev-10" }
    }
    #expect(SceneCheck.losses(of: timeline, in: scene) == ["ev-10"])
  }

  private func text(_ x: Double) -> SceneItem {
    let block = TextBlock(
      "a",
      font: TextFont(family: "x", size: 10),
      color: Color(red: 0, green: 0, blue: 0),
      direction: .leftToRight,
      lineHeight: 12
    )
    let size = Size(width: 10, height: 12)
    return SceneItem(
      group: "t",
      .text(PlacedText(block: block, origin: Point(x, 10), size: size))
    )
  }

  private func connector(from: Point, to: Point) -> SceneItem {
    let stroke = Stroke(Color(red: 0, green: 0, blue: 0), width: 1)
    return SceneItem(
      group: "connector",
      .curve(Path([.move(from), .line(to)]), stroke: stroke, fill: nil)
    )
  }

  private func scene(_ items: [SceneItem]) -> Scene {
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
}
