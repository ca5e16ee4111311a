import Chronology
import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing

@testable import TimelineLayout

@Suite("Lists and sections")
struct SectionTests {
  private func scene(
    _ language: String,
    _ timeline: Timeline,
    layout: String = "briefing"
  ) throws -> Scene {
    let layout = try #require(Layouts.named(layout))
    return layout.init(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(language: language),
      measurer: FixedMeasurer(share: 0.42)
    ).scene(of: timeline)
  }

  /// The texts of a group on a page, tied words as plain ones.
  private func words(_ group: String, on page: Page) -> [String] {
    page.items.compactMap { item in
      guard item.group == group, case .text(let text) = item.content else { return nil }
      return TextCleaning.untied(text.block.text)
    }
  }

  /// Meetings of one day and on days that follow.
  private func meetings(_ days: [String], undated: Int = 0) throws -> Timeline {
    let sample = try SampleTimeline.dialogue()
    let model = try #require(sample.events.first { $0.dateReadings.isEmpty })
    var events = try days.enumerated().map { number, day in
      var event = model
      event.id = "ev-m\(number)"
      event.date.span = UncertainDate(day: try #require(CivilDate(iso: day)))
      return event
    }
    for number in 0..<undated {
      var event = model
      event.id = "ev-u\(number)"
      event.date.span = UncertainDate(earliest: nil, latest: nil, grain: .day)
      events.append(event)
    }
    return Timeline(title: "t", events: events)
  }

  @Test("A plan that came true is told with what came of it", arguments: ["briefing", "agenda"])
  func fulfilled(_ layout: String) throws {
    var events = try meetings(["2021-07-27", "2021-07-28"]).events
    events[0].status = .planned
    events[1].fulfils = events[0].id
    let timeline = Timeline(title: "t", events: events)
    #expect(timeline.events.map(\.id) == ["ev-m1"])
    #expect(timeline.allEvents.map(\.id) == ["ev-m0", "ev-m1"])
    let pages = try scene("ar", timeline, layout: layout).pages
    let told = pages.flatMap { words("entry/ev-m1", on: $0) }
    #expect(told.contains { $0.hasSuffix("كان مقرّرًا: 27 تموز/يوليو 2021") })
    #expect(!pages.contains { page in page.items.contains { $0.group.contains("ev-m0") } })
    // Alone the plan stays an event of its own.
    #expect(Timeline(title: "t", events: [events[0]]).events.map(\.id) == ["ev-m0"])
  }

  @Test(
    "What a date rests on is told of each event, however many share the day",
    arguments: ["briefing", "agenda", "lanes"]
  )
  func basis(_ layout: String) throws {
    var timeline = try meetings(["2021-07-26", "2021-07-26", "2021-07-26", "2021-07-29"])
    timeline.events[1].date.basis = .narrative
    timeline.events[3].date.basis = .narrative
    let pages = try scene("en", timeline, layout: layout).pages
    func isTold(_ event: String, _ group: String) -> Bool {
      pages.contains { words("\(group)/ev-m\(event)", on: $0).joined().contains("context") }
    }
    #expect(["0", "1", "2"].filter { isTold($0, "entry") } == ["1"])
    #expect(["0", "1", "2"].filter { isTold($0, "date") } == [])
    #expect(isTold("3", "entry") || isTold("3", "date"))
    let heads = pages.flatMap { page in
      ["0", "1", "2"].flatMap { words("date/ev-m\($0)", on: page) }
    }
    // Once above its events, and again where they run on in the next column.
    let columns = pages.flatMap { page in
      Set(
        page.items.compactMap { item -> Bool? in
          guard ["0", "1", "2"].contains(where: { item.group == "entry/ev-m\($0)" }),
            case .text(let text) = item.content
          else { return nil }
          return layout == "lanes" && text.origin.x > page.size.width / 2
        }
      )
    }
    #expect(heads.count { $0.contains("Monday") } == columns.count)
  }

  @Test("In one ink a flag's family is not explained where no sign has its shape")
  func flags() throws {
    var timeline = try meetings(["2021-07-26", "2021-07-29"])
    timeline.events[1].type = EventType(rawValue: "withdrawal")
    timeline.events[1].status = .planned
    timeline.events[1].date.span = UncertainDate(
      earliest: nil,
      latest: CivilDate(iso: "2021-12-31"),
      grain: .day
    )
    for (style, shown) in [("briefing", true), ("mono", false)] {
      let layout = try #require(Layouts.named("briefing"))
      let scene = try layout.init(
        style: StyleFile().style(style),
        labels: SheetLabels(language: "en"),
        measurer: FixedMeasurer(share: 0.42)
      ).scene(of: timeline)
      let told = scene.pages.flatMap { words("legend", on: $0) }
      #expect(told.contains("measures on the ground") == shown, "\(style): \(told)")
      #expect(told.contains("deadline"))
    }
  }

  @Test(
    "Pages that a month or a section runs over to begin with its heading",
    arguments: ["ar", "en"]
  )
  func continued(_ language: String) throws {
    let timeline = try meetings(
      (0..<24).map { "2020-05-\($0 < 9 ? "0" : "")\($0 + 1)" },
      undated: 14
    )
    let pages = try scene(language, timeline, layout: "agenda").pages
    let isArabic = language == "ar"
    let month = isArabic ? "أيار/مايو 2020 (تتمة)" : "May 2020 (continued)"
    let undated = isArabic ? "أحداث لم يُعرف تاريخها (تتمة)" : "Events without a date (continued)"
    #expect(pages.count > 3)
    let heads = pages.map { words("continued", on: $0) }
    #expect(heads.contains([month]))
    #expect(heads.contains([undated]))
    #expect(heads[0].isEmpty)
    for (page, head) in zip(pages, heads) where !head.isEmpty {
      // Only what went on from the page before is told again.
      let entries = page.items.filter {
        $0.group.hasPrefix("entry/") || $0.group.hasPrefix("undated/")
      }
      #expect(!entries.isEmpty || words("heading", on: page).isEmpty)
    }
  }

  @Test("No low entry of a month stands alone at the head or the foot of a page", arguments: 3..<29)
  func alone(_ count: Int) throws {
    let days = (0..<count).map { "2020-05-\($0 < 9 ? "0" : "")\($0 + 1)" }
    for layout in ["agenda", "briefing", "lanes"] {
      let pages = try scene("ar", meetings(days), layout: layout).pages
      for page in pages {
        let kind = Set(page.items.map(\.group).filter { $0.hasPrefix("entry/") })
        // A tall one may stand alone below a chart and the heading of the list.
        let boxes = page.items.compactMap { item -> Rect? in
          guard item.group.hasPrefix("entry/"), case .text(let text) = item.content else {
            return nil
          }
          return text.box
        }
        let height = (boxes.map(\.maxY).max() ?? 0) - (boxes.map(\.y).min() ?? 0)
        let isBelowChart = page.items.contains { $0.group == "chart" } && height > 60
        #expect(kind.count != 1 || isBelowChart, "\(layout)")
      }
    }
  }

  @Test("Whole days come before doubtful ones that begin on them, so that each date is told once")
  func order() throws {
    var timeline = try meetings(["2020-05-26", "2020-05-26", "2020-05-26", "2020-05-26"])
    timeline.events[1].conflicts = ["2020-05-26", "2020-05-27"]
      .map { DateConflict(value: $0, sources: []) }
    timeline.events[2].date.span = UncertainDate(
      earliest: nil,
      latest: CivilDate(iso: "2020-05-26"),
      grain: .day
    )
    let page = try #require(try scene("ar", timeline, layout: "agenda").pages.first)
    let dates = page.items.compactMap { item -> String? in
      guard item.group.hasPrefix("date/"), case .text(let text) = item.content else { return nil }
      return TextCleaning.untied(text.block.text)
    }
    #expect(
      dates == ["26", "الثلاثاء", "26 أو 27", "حتى 26"]
        || dates == ["26", "الثلاثاء", "حتى 26", "26 أو 27"]
    )
    #expect(timeline.events.map(\.id) == ["ev-m0", "ev-m1", "ev-m2", "ev-m3"])
  }

  @Test("Every sign of a list in columns stands within its column, clear of the words")
  func signs() throws {
    for language in ["ar", "en"] {
      let scene = try scene(language, SampleTimeline.dialogue(), layout: "timeline")
      var count = 0
      for page in scene.pages {
        for item in page.items where item.group.hasPrefix("entry/") {
          let reach: ClosedRange<Double>
          switch item.content {
          case .mark(let mark) where mark.fill == .flag:
            let start = mark.center.x - (mark.isMirrored ? 0 : 1.9 * mark.radius)
            #expect(mark.isMirrored == (language == "en"))
            reach = start...start + 1.9 * mark.radius
          case .mark(let mark): reach = mark.center.x - mark.radius...mark.center.x + mark.radius
          case .hatch(let hatch): reach = hatch.rect.x...hatch.rect.maxX
          default: continue
          }
          count += 1
          let texts = page.items.compactMap { other -> Rect? in
            guard other.group == item.group, case .text(let text) = other.content else {
              return nil
            }
            return text.box
          }
          let gap =
            texts.map { max($0.x - reach.upperBound, reach.lowerBound - $0.maxX) }.min() ?? 0
          #expect(gap >= 3.9, "\(item.group)")
          let dates = page.items.compactMap { other -> Rect? in
            guard other.group.hasPrefix("date/"), case .text(let text) = other.content
            else { return nil }
            return text.box
          }
          let edge = language == "ar" ? reach.upperBound : reach.lowerBound
          let edges = dates.map { language == "ar" ? $0.maxX : $0.x }
          #expect(
            edges.contains {
              language == "ar"
                ? edge <= $0 + 0.1 && edge > $0 - 14 : edge >= $0 - 0.1 && edge < $0 + 14
            }
          )
        }
      }
      #expect(count > 2)
    }
  }

  @Test("A heading under the rule of the head draws no second one")
  func oneRule() throws {
    var timeline = try meetings([], undated: 1)
    timeline.sources = []
    let page = try #require(try scene("ar", timeline, layout: "strip").pages.first)
    let rules = page.items.filter { $0.group == "rule" }
    #expect(rules.count == 1)
    #expect(words("dateline", on: page).joined().contains("حدث واحد"))
    #expect(!words("dateline", on: page).joined().contains("منها"))
  }

  @Test("A sheet of positions without any says so, and not that nothing happened")
  func noPositions() throws {
    let page = try #require(
      try scene("ar", Timeline(title: "t", events: []), layout: "positions").pages.first
    )
    #expect(words("summary", on: page) == ["لا مواقف في هذه الفترة."])
  }

  @Test("The name of who publishes stays on one line")
  func outlets() throws {
    let timeline = try SampleTimeline.dialogue()
    let outlet = try #require(timeline.sources.compactMap(\.outlet).first { $0.contains(" ") })
    let scene = try scene("ar", timeline)
    let tied = TextCleaning.tied(outlet)
    for prefix in ["entry/", "source/"] {
      let texts = scene.pages.flatMap(\.items).compactMap { item -> String? in
        guard item.group.hasPrefix(prefix), case .text(let text) = item.content else { return nil }
        return text.block.text
      }
      #expect(texts.contains { $0.contains(tied) })
      #expect(!texts.contains { $0.contains(outlet) })
    }
  }

  @Test("English sheets call places by their English names where these are known")
  func englishPlaces() throws {
    var timeline = try meetings(["2020-05-26"])
    timeline.events[0].place = Place(name: "واشنطن", id: "geo:4140963")
    timeline.placeNames = ["geo:4140963": "Washington"]
    func told(_ language: String) throws -> String {
      try scene(language, timeline).pages.flatMap { words("entry/ev-m0", on: $0) }.joined(
        separator: " "
      )
    }
    #expect(try told("en").contains("Place: Washington"))
    #expect(try told("ar").contains("المكان: واشنطن"))
  }
}
