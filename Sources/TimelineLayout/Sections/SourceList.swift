import Drawing
import Styles

/// Lists the articles behind the sheet in columns: number, outlet, headline, day and address.
struct SourceList {
  private static let numberWidth = 20.0
  /// Between two articles.
  private let gap: Double
  private let flow: ColumnFlow
  private let sheet: Sheet
  private let isCompact: Bool
  private var units: [ColumnFlow.Unit] = []

  /// - Parameters:
  ///   - isCompact: whether the sheet has so much to list that each line counts.
  ///   - columns: beside one another, where more than a name and a day is to tell.
  init(_ sources: [TimelineSource], sheet: Sheet, isCompact: Bool, columns: Int = 2) {
    // A name and a day find room in a third of the line.
    let isShort = isCompact && sources.allSatisfy { $0.title == nil && $0.url == nil }
    self.isCompact = isCompact
    gap = isShort ? 0.5 : isCompact ? 3 : 6
    let count = isShort ? 3 : columns
    flow = ColumnFlow(sheet: sheet, count: count, gutter: count > 2 ? 14 : 24)
    self.sheet = flow.column
    units = sources.enumerated().map { number, source in
      ColumnFlow.Unit(body: entry(source, number: number + 1))
    }
  }

  /// About how high they stand where all find room on a page.
  var height: Double {
    let all = units.reduce(0) { $0 + $1.body.height }
    return max(units.map(\.body.height).max() ?? 0, all / Double(flow.count))
  }

  /// Whether they all find room in what is left of a page.
  func fits(_ room: Double) -> Bool { flow.fits(units, room: room) }

  /// Puts the sources on pages, the columns of the last one as even as can be.
  func place(in flow: inout PageFlow) { self.flow.place(units, in: &flow) }

  private func entry(_ source: TimelineSource, number: Int) -> Fragment {
    let style = sheet.style
    let group = "source/\(number)"
    let width = sheet.length - SourceList.numberWidth
    let numberBlock = sheet.block("\(sheet.labels.number(number)).", style.text.source)
    let outlet = sheet.outlet(source.outlet ?? "")
    let title = sheet.inset(source.title ?? "")
    var words = outlet.isEmpty ? sheet.labels.word("source.unnamed") : outlet
    if !title.isEmpty { words += " \u{2014} " + title }
    var items = [
      SceneItem(
        group: group,
        .destination(name: "source-\(number)", at: Point(sheet.x(0), 0))
      ),
      SceneItem(group: group, .open(.listItem)),
      sheet.place(numberBlock, start: 0, y: 0, group: group),
    ]
    var text = sheet.block(words, style.text.source, width: width, maxLines: 4)
    var y = sheet.size(text).height
    if let day = source.published {
      let date =
        isCompact
        ? sheet.words.day(day)
        : sheet.labels.word("source.published", ["date": sheet.words.day(day)])
      var block = sheet.block(date, style.text.note)
      let dateWidth = sheet.size(block).width
      let last = sheet.measurer.measure(text).lines
      let wordsWidth = last.first?.width ?? 0
      if last.count == 1, wordsWidth + 8 + dateWidth <= width {
        // Beside a short name the day needs no line of its own.
        let middle = max(0, (style.text.source.line - block.lineHeight) / 2)
        let start = SourceList.numberWidth + wordsWidth + 8
        text.width = nil
        items.append(sheet.place(text, start: SourceList.numberWidth, y: 0, group: group))
        items.append(sheet.place(block, start: start, y: middle, group: group))
      } else {
        block.width = width
        items.append(sheet.place(text, start: SourceList.numberWidth, y: 0, group: group))
        items.append(sheet.place(block, start: SourceList.numberWidth, y: y, group: group))
        y += sheet.size(block).height
      }
    } else {
      items.append(sheet.place(text, start: SourceList.numberWidth, y: 0, group: group))
    }
    if let url = source.url, !url.isEmpty {
      let block = sheet.block(
        url,
        style.text.link,
        width: width,
        alignment: sheet.direction == .rightToLeft ? .end : .start,
        direction: .leftToRight,
        maxLines: 2
      )
      items.append(
        sheet.place(
          block,
          start: SourceList.numberWidth,
          y: y,
          group: group,
          link: .address(url)
        )
      )
      y += sheet.size(block).height
    }
    items.append(SceneItem(group: group, .close))
    return Fragment(items: items, height: y + gap)
  }
}
