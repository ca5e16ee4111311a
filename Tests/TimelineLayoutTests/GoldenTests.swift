import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing
import TimelineLayout

@Suite("Scenes")
struct GoldenTests {
  private func scene(
    _ language: String,
    _ timeline: Timeline,
    layout: String = "briefing",
    hijri: Bool = false
  ) throws -> Scene {
    let layout = try #require(Layouts.named(layout))
    return layout.init(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(language: language, hijri: hijri),
      measurer: FixedMeasurer(share: 0.42)
    ).scene(of: timeline)
  }

  @Test("Each layout's sheet is as it was found good", arguments: Layouts.names.dropFirst())
  func layouts(_ name: String) throws {
    let scene = try scene("ar", SampleTimeline.dialogue(), layout: name)
    #expect(SceneCheck.fault(in: scene) == nil)
    #expect(Golden.difference(scene.dump, "\(name).scene") == nil)
  }

  @Test(
    "Each layout begins at the other edge in English, and loses nothing",
    arguments: Layouts.names
  )
  func mirroredLayouts(_ name: String) throws {
    let timeline = try SampleTimeline.dialogue()
    for (language, isRight) in [("ar", true), ("en", false)] {
      let scene = try scene(language, timeline, layout: name, hijri: true)
      #expect(SceneCheck.fault(in: scene) == nil)
      #expect(SceneCheck.losses(of: timeline, in: scene).isEmpty)
      let page = try #require(scene.pages.first)
      for item in page.items where item.group == "axis" {
        guard case .line(let from, let to, _) = item.content else { continue }
        #expect((from.x > to.x) == isRight)
      }
    }
  }

  @Test("One event and none are a sheet in each layout", arguments: Layouts.names)
  func small(_ name: String) throws {
    let timeline = try SampleTimeline.dialogue()
    let none = try scene("ar", Timeline(title: "t", events: []), layout: name)
    #expect(none.pages.count == 1)
    let one = Timeline(title: "t", events: [timeline.events[1]])
    let scene = try scene("ar", one, layout: name)
    #expect(SceneCheck.fault(in: scene) == nil)
    #expect(SceneCheck.losses(of: one, in: scene).isEmpty)
  }

  @Test("The dialogue's sheet is as it was found good")
  func dialogue() throws {
    let scene = try scene("ar", SampleTimeline.dialogue())
    #expect(Golden.difference(scene.dump, "dialogue.scene") == nil)
  }

  @Test("In English everything is mirrored: marks stand at the same distance from the other edge")
  func mirrored() throws {
    let timeline = try SampleTimeline.dialogue()
    let arabic = try scene("ar", timeline)
    let english = try scene("en", timeline)
    #expect(english.metadata.direction == .leftToRight)
    #expect(SceneCheck.fault(in: english) == nil)
    func axis(_ scene: Scene) -> [Double] {
      scene.pages.flatMap(\.items).compactMap { item in
        guard item.group == "axis", case .line(let from, _, _) = item.content else { return nil }
        return from.x
      }
    }
    let width = Size.a4.width
    #expect(axis(arabic).allSatisfy { $0 > width / 2 })
    #expect(axis(english).allSatisfy { $0 < width / 2 })
  }

  @Test("A sheet of nothing is one page that says so")
  func empty() throws {
    let scene = try scene("ar", Timeline(title: "t", events: []))
    #expect(scene.pages.count == 1)
    #expect(SceneCheck.fault(in: scene) == nil)
  }

  @Test("The legend holds what the chart uses and nothing else")
  func legend() throws {
    let timeline = try SampleTimeline.dialogue()
    let exact = timeline.events.filter { $0.id == "ev-2" }
    let scene = try scene("ar", Timeline(title: "t", events: exact))
    let legend = scene.pages.flatMap(\.items).filter { item in
      guard item.group == "legend", case .text = item.content else { return false }
      return true
    }
    #expect(legend.count == 1)
  }

  @Test("An undated event is listed and never drawn on the axis")
  func undated() throws {
    let timeline = try SampleTimeline.dialogue()
    let scene = try scene("ar", timeline)
    #expect(SceneCheck.groups(in: scene, prefix: "undated/") == ["undated/ev-21"])
    #expect(!SceneCheck.groups(in: scene, prefix: "label/").contains("label/ev-21"))
  }
}
