import Chronology
import Drawing
import Styles

/// The head of the sheet: who issues it, the title, place and days, and what it holds in numbers.
struct SheetHead {
  let sheet: Sheet
  let timeline: Timeline

  /// The head of the first page, without the page's number.
  func fragment(entries: [SheetEntry]) -> Fragment {
    let style = sheet.style
    var fragment = name(mastheadLines: 2, gap: 8, titleLines: 4)
    if let subtitle = timeline.subtitle, !subtitle.isEmpty {
      let block = sheet.foreignBlock(
        subtitle,
        style.text.subtitle,
        width: sheet.length,
        maxLines: 3
      )
      add(block, group: "subtitle", tag: .paragraph, to: &fragment)
    }
    let dateLine = dateLine(entries)
    if !dateLine.isEmpty {
      let block = sheet.block(dateLine, style.text.dateline, width: sheet.length)
      fragment.height += 3
      add(block, group: "dateline", tag: .paragraph, to: &fragment)
    }
    fragment.height += 7
    fragment.items.append(rule(at: fragment.height))
    fragment.height += 8
    guard holdsEvents(entries) else { return fragment }
    let summary = sheet.block(summary(entries), style.text.summary, width: sheet.length)
    add(summary, group: "summary", tag: .paragraph, to: &fragment)
    return fragment
  }

  /// The most that a logo is high where the style does not say.
  private static let logoHeight = 34.0

  /// Who issues it and what it is called, the gap between the two in points.
  private func name(mastheadLines: Int, gap: Double, titleLines: Int) -> Fragment {
    let style = sheet.style
    var fragment = Fragment()
    let room = sheet.length * 0.62
    var start = 0.0
    var height = style.text.masthead.line
    if let logo = timeline.logo {
      let most = (style.page.logo ?? SheetHead.logoHeight) * (mastheadLines > 1 ? 1 : 0.7)
      let size = logo.fitted(into: Size(width: room * 0.6, height: most))
      let rect = Rect(
        x: sheet.left(0, width: size.width),
        y: 0,
        width: size.width,
        height: size.height
      )
      fragment.items += [
        SceneItem(group: "logo", .open(.figure)),
        SceneItem(group: "logo", .picture(logo, in: rect)),
        SceneItem(group: "logo", .close),
      ]
      start = size.width + 10
      height = max(height, size.height)
    }
    let masthead = sheet.block(
      sheet.inset(timeline.masthead),
      style.text.masthead,
      width: room - start,
      maxLines: mastheadLines
    )
    let words = sheet.size(masthead).height
    height = max(height, words)
    fragment.items.append(
      sheet.place(masthead, start: start, y: (height - words) / 2, group: "masthead")
    )
    fragment.height = height + gap
    let title = sheet.foreignBlock(
      timeline.title,
      style.text.title,
      width: sheet.length,
      maxLines: titleLines
    )
    add(title, group: "title", tag: .heading1, to: &fragment)
    return fragment
  }

  /// The head of a slide: the title, and in one line what the sheet holds.
  func slide(entries: [SheetEntry]) -> Fragment {
    let style = sheet.style
    var fragment = name(mastheadLines: 1, gap: 2, titleLines: 2)
    let day = dateLine(entries)
    let words = (day.isEmpty ? [] : [day]) + (holdsEvents(entries) ? [summary(entries)] : [])
    if !words.isEmpty {
      let line = sheet.block(
        words.joined(separator: SheetHead.separator),
        style.text.dateline,
        width: sheet.length,
        maxLines: 2
      )
      add(line, group: "dateline", tag: .paragraph, to: &fragment)
    }
    fragment.height += 5
    fragment.items.append(rule(at: fragment.height))
    fragment.height += 1
    return fragment
  }

  /// In the place of what a sheet without events does not hold: that it holds none.
  ///
  /// - Parameters:
  ///   - room: the height that is left of the page.
  ///   - key: of the words that say so.
  func nothing(room: Double, key: String) -> Fragment {
    let block = sheet.block(
      sheet.labels.word(key),
      sheet.style.text.summary,
      width: sheet.length,
      alignment: .center
    )
    let height = sheet.size(block).height
    var fragment = Fragment()
    // The optical middle of a page is above its half.
    fragment.height = max(0, room * 0.38 - height)
    guard fragment.height + height <= room else { return Fragment() }
    add(block, group: "summary", tag: .paragraph, to: &fragment)
    return fragment
  }

  private func holdsEvents(_ entries: [SheetEntry]) -> Bool {
    !entries.isEmpty || !timeline.undated.isEmpty
  }

  /// The head of every further page: the title small, and a rule.
  var runningHead: Fragment {
    let style = sheet.style
    let title = sheet.block(
      sheet.inset(timeline.title),
      style.text.issue,
      width: sheet.length * 0.62,
      maxLines: 1
    )
    return Fragment(
      items: [
        sheet.place(title, start: 0, y: 0, group: "runninghead"),
        rule(at: style.text.issue.line + 4),
      ],
      height: style.text.issue.line + 16
    )
  }

  /// A thin line over the whole width.
  func rule(at y: Double) -> SceneItem {
    SceneItem(
      group: "rule",
      .line(
        from: Point(sheet.x(0), y),
        to: Point(sheet.x(sheet.length), y),
        stroke: Stroke(sheet.style.colors.rule, width: 0.7)
      )
    )
  }

  /// The issue and the page's number, at the end of the head's first line; the foot's words.
  func pageNumber(_ index: Int, of count: Int) -> [SceneItem] {
    let style = sheet.style
    let page = sheet.labels.word(
      "page",
      ["n": sheet.labels.number(index + 1), "m": sheet.labels.number(count)]
    )
    var parts: [String] = []
    if let issue = timeline.issue, !issue.isEmpty {
      parts.append(sheet.labels.word("issue", ["n": sheet.inset(issue)]))
    }
    parts.append(page)
    let number = sheet.block(
      parts.joined(separator: SheetHead.separator),
      style.text.issue,
      width: sheet.length * 0.36,
      alignment: .end,
      maxLines: 1
    )
    let foot = sheet.block(
      sheet.labels.word("footer"),
      style.text.footer,
      width: sheet.length,
      alignment: .center,
      maxLines: 1
    )
    return [
      sheet.place(number, start: sheet.length * 0.64, y: style.page.top, group: "page"),
      sheet.place(
        foot,
        start: 0,
        y: style.page.height - style.page.bottom + 16,
        group: "footer"
      ),
    ]
  }

  /// What parts the pieces of a line.
  static let separator = "  \u{00B7}  "

  private func add(
    _ block: TextBlock,
    group: String,
    tag: StructureTag,
    to fragment: inout Fragment
  ) {
    fragment.items.append(SceneItem(group: group, .open(tag)))
    fragment.items.append(sheet.place(block, start: 0, y: fragment.height, group: group))
    fragment.items.append(SceneItem(group: group, .close))
    fragment.height += sheet.size(block).height
  }

  private func dateLine(_ entries: [SheetEntry]) -> String {
    let labels = sheet.labels
    var parts: [String] = []
    let day = timeline.asOf.map { date in
      let day = sheet.words.day(date)
      guard let hijri = sheet.words.hijri(date) else { return day }
      return labels.word("hijri.beside", ["date": day, "hijri": hijri])
    }
    let place = timeline.place.map { sheet.inset($0) }
    let issued = [place, day].compactMap { $0 }.joined(separator: labels.listSeparator)
    if !issued.isEmpty { parts.append(issued) }
    if let period = timeline.period {
      parts.append(
        labels.word(
          "period",
          [
            "first": sheet.words.day(period.lowerBound), "last": sheet.words.day(period.upperBound),
          ]
        )
      )
    }
    return parts.joined(separator: SheetHead.separator)
  }

  /// Counts and the span, and no word that no number stands behind.
  func summary(_ entries: [SheetEntry]) -> String {
    let labels = sheet.labels
    let count = entries.count + timeline.undated.count
    guard count > 0 else { return labels.word("empty") }
    var text = labels.word(
      "summary",
      [
        "events": labels.count("count.events", count),
        "sources": labels.count("count.sources", timeline.sources.count),
      ]
    )
    let days = entries.map(\.look.extent.days)
    if let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() {
      let key = first == last ? "summary.day" : "summary.span"
      let blanks = ["first": sheet.words.day(first), "last": sheet.words.day(last)]
      text += " " + labels.word(key, blanks)
    }
    let counts = [
      ("count.next", entries.count { $0.isNext }),
      ("count.disputed", entries.count { $0.look.isDisputed }),
      ("count.contested", entries.count { $0.look.isContested }),
      ("count.undated", timeline.undated.count),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { key, number in
      count == 1 ? labels.word("\(key).only") : labels.count(key, number)
    }
    if parts.isEmpty { return text + labels.word("summary.end") }
    let list = parts.dropFirst().reduce(parts[0]) {
      labels.word("list.last", ["first": $0, "last": $1])
    }
    return text + labels.word(count == 1 ? "summary.only" : "summary.among", ["parts": list])
  }
}
