import Drawing
import Styles

/// Pages that fill from top to bottom.
struct PageFlow {
  private let sheet: Sheet
  /// Drawn at the head of every page but the first.
  private let runningHead: Fragment
  /// What was put where.
  private var state: State
  /// The lists, each with what stood before it, where they may be set again.
  private var parts: [Part] = []
  private let keepsParts: Bool
  /// Whether lists leave less between their entries, which spares a page.
  private(set) var isTight = false
  /// A page that ends before its foot, and how much.
  private var shortened: (page: Int, by: Double)?

  /// What was put where.
  private struct State {
    var pages: [Page]
    var y: Double
    var start: Double
    var outline: [OutlineEntry] = []
    var continuation = Fragment()
    var explained: Set<String> = []
    /// What each page but the last left blank at its foot.
    var feet: [Double] = []
  }

  private struct Part {
    let before: State
    let fill: (inout PageFlow) -> Void
  }

  private(set) var pages: [Page] {
    get { state.pages }
    _modify { yield &state.pages }
  }
  /// The height on the page where the next thing goes.
  private(set) var y: Double {
    get { state.y }
    set { state.y = newValue }
  }
  var outline: [OutlineEntry] { state.outline }
  /// What signs mean that legends have explained so far.
  var explained: Set<String> { state.explained }
  /// Drawn below the running head of further pages: what section goes on there.
  var continuation: Fragment {
    get { state.continuation }
    set { state.continuation = newValue }
  }

  /// - Parameter keepsParts: whether its lists may be set again for the sake of the last page.
  init(_ sheet: Sheet, runningHead: Fragment, keepsParts: Bool = false) {
    self.sheet = sheet
    self.runningHead = runningHead
    self.keepsParts = keepsParts
    let top = sheet.style.page.top
    state = State(pages: [sheet.blankPage], y: top, start: top)
  }

  /// Puts a list on pages that ``mendLastPage()`` may set again.
  mutating func part(_ fill: @escaping (inout PageFlow) -> Void) {
    if keepsParts { parts.append(Part(before: state, fill: fill)) }
    fill(&self)
  }

  /// So much of a page seems nearly empty.
  private static let thin = 0.25
  /// So much of a page may find room before it.
  private static let spared = 0.45

  /// Sets the lists again where they leave the last page half empty or more: tighter where that spares
  /// the page, else, where it is nearly empty, with a little more of them on it.
  mutating func mendLastPage() {
    let last = pages.count - 1
    guard last > 0, !parts.isEmpty, used < wholeRoom * PageFlow.spared else { return }
    var tight = self
    tight.isTight = true
    tight.refill(from: 0)
    if tight.pages.count <= last {
      state = tight.state
      return
    }
    guard used < wholeRoom * PageFlow.thin else { return }
    // All that the page before the last one holds must be set again.
    let first = parts.lastIndex {
      let page = $0.before.pages.count - 1
      return page < last - 1 || page == last - 1 && $0.before.y <= $0.before.start + 0.01
    }
    guard state.feet.indices.contains(last - 1) else { return }
    // What moves there leaves the page before it blank: the less the better.
    for share in [0.27, 0.34, 0.44] {
      var even = self
      even.shortened = (last - 1, state.feet[last - 1] + wholeRoom * share - used)
      even.refill(from: first ?? 0)
      guard even.pages.count == last + 1, even.state.feet[last - 1] < wholeRoom * 0.6,
        even.used >= wholeRoom * PageFlow.thin
      else { continue }
      state = even.state
      return
    }
  }

  private mutating func refill(from first: Int) {
    let again = parts[first...]
    parts = []
    guard let start = again.first?.before else { return }
    state = start
    for part in again { part.fill(&self) }
  }

  /// How much of the page is filled below its head.
  private var used: Double { y - state.start }

  /// Hands the pages out and keeps none: two owners would have them copied at the first change.
  mutating func takePages() -> [Page] {
    let taken = pages
    state.pages = []
    parts = []
    return taken
  }

  /// What is left of the page.
  var room: Double {
    let isShort = shortened?.page == pages.count - 1
    return foot - (isShort ? shortened?.by ?? 0 : 0)
  }

  private var foot: Double { sheet.style.page.height - sheet.style.page.bottom - y }

  /// What a page of its own would hold.
  var wholeRoom: Double {
    sheet.style.page.height - sheet.style.page.bottom - sheet.style.page.top
      - runningHead.height - continuation.height
  }

  /// Whether nothing but the running head is on the page.
  var isFresh: Bool { y <= state.start + 0.01 }

  /// Whether a line over the whole width was drawn last.
  var endsInRule: Bool { pages.last?.items.last?.group == "rule" }

  /// Goes to a new page unless so much still fits; tells whether it did.
  @discardableResult
  mutating func reserve(_ height: Double) -> Bool {
    guard height > room + 0.01, !isFresh else { return false }
    breakPage()
    return true
  }

  mutating func breakPage() {
    state.feet.append(foot)
    pages.append(sheet.blankPage)
    y = sheet.style.page.top
    add(runningHead.items.map { $0.moved(down: y) })
    y += runningHead.height
    place(continuation)
    state.start = y
  }

  /// Puts a fragment here and goes on below it.
  mutating func place(_ fragment: Fragment) {
    add(fragment.items.map { $0.moved(down: y) })
    y += fragment.height
  }

  /// Puts a legend here, below a chart.
  mutating func place(legend: Fragment) {
    continuation = Fragment()
    guard legend.height > 0 else { return }
    explain(legend)
    skip(PageFlow.aboveLegend)
    reserve(legend.height)
    place(legend)
  }

  /// Says below a further page of a chart, or below a list, what signs mean; where it is not needed, only
  /// as there is room for it.
  mutating func place(repeated legend: Fragment, isNeeded: Bool = false) {
    guard legend.height > 0 else { return }
    if isNeeded { reserve(PageFlow.aboveRepeated + legend.height) }
    guard PageFlow.aboveRepeated + legend.height <= room + 0.01 else { return }
    skip(PageFlow.aboveRepeated)
    explain(legend)
    place(legend)
  }

  private mutating func explain(_ legend: Fragment) {
    for item in legend.items {
      if case .text(let text) = item.content { state.explained.insert(text.block.text) }
    }
  }

  /// Between a chart and its legend.
  static let aboveLegend = 16.0
  /// Between a chart and a legend that only says again what the first one does.
  static let aboveRepeated = 7.0

  /// Leaves room, except at the head of a page.
  mutating func skip(_ height: Double) { if !isFresh { y += height } }

  /// Adds an entry to the outline that leads here, or so far below.
  mutating func mark(_ title: String, level: Int, down: Double = 0) {
    state.outline.append(
      OutlineEntry(title: title, level: level, page: pages.count - 1, y: y + down)
    )
  }

  private mutating func add(_ items: [SceneItem]) {
    pages[pages.count - 1].items += items
  }
}

extension Sheet {
  /// A page with its band and nothing else.
  fileprivate var blankPage: Page {
    var page = Page(size: style.page.size, ground: style.colors.ground)
    if style.page.band > 0 {
      let band = Rect(x: 0, y: 0, width: style.page.width, height: style.page.band)
      page.items.append(
        SceneItem(group: "band", .box(band, fill: style.colors.band, stroke: nil, radius: 0))
      )
    }
    return page
  }
}
