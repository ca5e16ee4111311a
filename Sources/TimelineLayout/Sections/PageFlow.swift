import Drawing
import Styles

/// Pages that fill from top to bottom.
struct PageFlow {
  private let sheet: Sheet
  /// Drawn at the head of every page but the first.
  private let runningHead: Fragment
  private(set) var pages: [Page] = []
  /// The height on the page where the next thing goes.
  private(set) var y: Double
  private(set) var outline: [OutlineEntry] = []
  /// Drawn below the running head of further pages: what section goes on there.
  var continuation = Fragment()
  /// Where the page's own matter begins.
  private var start: Double

  init(_ sheet: Sheet, runningHead: Fragment) {
    self.sheet = sheet
    self.runningHead = runningHead
    y = sheet.style.page.top
    start = y
    pages.append(sheet.blankPage)
  }

  /// Hands the pages out and keeps none: two owners would have them copied at the first change.
  mutating func takePages() -> [Page] {
    let taken = pages
    pages = []
    return taken
  }

  /// What is left of the page.
  var room: Double { sheet.style.page.height - sheet.style.page.bottom - y }

  /// What a page of its own would hold.
  var wholeRoom: Double {
    sheet.style.page.height - sheet.style.page.bottom - sheet.style.page.top
      - runningHead.height - continuation.height
  }

  /// Whether nothing but the running head is on the page.
  var isFresh: Bool { y <= start + 0.01 }

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
    pages.append(sheet.blankPage)
    y = sheet.style.page.top
    add(runningHead.items.map { $0.moved(down: y) })
    y += runningHead.height
    place(continuation)
    start = y
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
    skip(PageFlow.aboveLegend)
    reserve(legend.height)
    place(legend)
  }

  /// Says again below a further page of a chart what signs mean, where there is room for it.
  mutating func place(repeated legend: Fragment) {
    guard legend.height > 0, PageFlow.aboveRepeated + legend.height <= room + 0.01 else { return }
    skip(PageFlow.aboveRepeated)
    place(legend)
  }

  /// Between a chart and its legend.
  static let aboveLegend = 16.0
  /// Between a chart and a legend that only says again what the first one does.
  static let aboveRepeated = 7.0

  /// Leaves room, except at the head of a page.
  mutating func skip(_ height: Double) { if !isFresh { y += height } }

  /// Adds an entry to the outline that leads here, or so far below.
  mutating func mark(_ title: String, level: Int, down: Double = 0) {
    outline.append(OutlineEntry(title: title, level: level, page: pages.count - 1, y: y + down))
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
