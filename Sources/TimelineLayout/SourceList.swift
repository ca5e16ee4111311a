import Drawing
import Styles

/// Lists the articles behind the sheet in two columns: number, outlet, headline, day and address.
struct SourceList {
  private static let gutter = 24.0
  private static let numberWidth = 20.0

  let sheet: Sheet

  private var columnWidth: Double { (sheet.length - SourceList.gutter) / 2 }

  /// Puts the sources on pages, the columns of each as even as can be.
  func place(_ sources: [TimelineSource], in flow: inout PageFlow) {
    var rest = sources.enumerated().map { entry($0.element, number: $0.offset + 1) }[...]
    while !rest.isEmpty {
      let total = rest.reduce(0) { $0 + $1.height }
      let tallest = rest.reduce(0) { max($0, $1.height) }
      let limit = max(min(flow.room, max(total / 2, tallest)), 0)
      var columns: [Fragment] = [Fragment(), Fragment()]
      for (index, _) in columns.enumerated() {
        // The first column may run over its half by one entry, never over the page.
        let aim = index == 0 ? limit : flow.room
        while let next = rest.first, columns[index].height + next.height <= flow.room + 0.01,
          index == 1 || columns[index].height < aim - 0.01
        {
          columns[index].append(next)
          rest = rest.dropFirst()
        }
      }
      if columns[0].items.isEmpty {
        if flow.isFresh {
          // An entry taller than a page cannot be: its lines are capped.
          flow.place(rest.removeFirst())
        } else {
          flow.breakPage()
        }
        continue
      }
      let shift = columnWidth + SourceList.gutter
      let second = columns[1].items.map { $0.shifted(by: shift, in: sheet) }
      flow.place(
        Fragment(
          items: columns[0].items + second,
          height: max(columns[0].height, columns[1].height)
        )
      )
      if !rest.isEmpty { flow.breakPage() }
    }
  }

  private func entry(_ source: TimelineSource, number: Int) -> Fragment {
    let style = sheet.style
    let group = "source/\(number)"
    let width = columnWidth - SourceList.numberWidth
    let numberBlock = sheet.block("\(sheet.labels.number(number)).", style.text.source)
    let outlet = sheet.inset(source.outlet ?? "")
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
      let date = sheet.labels.word("source.published", ["date": sheet.words.day(day)])
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
    return Fragment(items: items, height: y + 6)
  }
}

extension SceneItem {
  /// The same further along the line.
  fileprivate func shifted(by start: Double, in sheet: Sheet) -> SceneItem {
    let offset = sheet.direction == .rightToLeft ? -start : start
    var shifted = self
    switch content {
    case .text(var text):
      text.origin.x += offset
      shifted.content = .text(text)
    case .destination(let name, let point):
      shifted.content = .destination(name: name, at: Point(point.x + offset, point.y))
    default: break
    }
    return shifted
  }
}
