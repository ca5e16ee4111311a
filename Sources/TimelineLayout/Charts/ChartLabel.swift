import Drawing
import NewsModel
import Styles

/// The label of one event on the chart: a bar, the date, the numbers of its sources, its words.
struct ChartLabel {
  /// From the bar to the text.
  static let inset = 7.0
  private static let barWidth = 1.8
  /// Between a date and the numbers behind it.
  private static let space = 6.0
  /// Above the words, for letters and vowel signs taller than their line.
  private static let lead = 1.5

  private let look: EventLook
  /// The extent from the bar to the end of the longest line.
  let width: Double
  let height: Double
  /// Whether its words end in dots, or stand for a sentence that found no room.
  let isCut: Bool
  /// Whether its date has two lines, or the numbers a line of their own.
  let isHeadBroken: Bool
  /// Whether the event's own words stand whole in it.
  let isWhole: Bool
  private let dateLines: [TextBlock]
  private let numbers: TextBlock?
  /// Where the numbers stand, from the end of the bar's gap and below the upper edge.
  private let numbersPlace: Point
  private let text: TextBlock
  private let textRoom: Double
  private let group: String
  private let link: Link?
  private let hijri: TextBlock?
  /// The date with the numbers.
  private let headHeight: Double

  init(_ entry: SheetEntry, width limit: Double, lines: Int, sheet: Sheet) {
    let style = sheet.style
    look = entry.look
    group = "label/\(entry.event.id)"
    let (textWidth, dateRoom) = ChartLabel.rooms(entry, limit - ChartLabel.inset, sheet)
    let date = sheet.dateBlock(
      entry.dateText,
      style.text.labeldate,
      width: dateRoom,
      color: entry.look.style.color
    )
    // Its lines stand apart, so that the numbers find room behind the last one.
    let dateLines = sheet.pieces(of: date, lines: 1).map { line in
      var free = line
      free.width = nil
      return sheet.size(free).width <= dateRoom ? free : line
    }
    let dateWidth = dateLines.reduce(0) { max($0, sheet.size($1).width) }
    let dateHeight = dateLines.reduce(0) { $0 + sheet.size($1).height }
    var numbers: TextBlock?
    var numbersSize = Size(width: 0, height: 0)
    // As many numbers as fit beside the date's last line, which may run over the words a little;
    // below it only when not even one does.
    let lastLine = dateLines.last.map { sheet.size($0).width } ?? 0
    var areBeside = false
    for count in [3, 1] where !entry.numbers.isEmpty {
      let block = sheet.block(
        entry.briefNumbers(count, sheet.labels),
        style.text.number,
        direction: entry.numbers.count == 1 ? .leftToRight : nil
      )
      numbersSize = sheet.size(block)
      numbers = block
      areBeside = lastLine + ChartLabel.space + numbersSize.width <= dateRoom
      if areBeside { break }
    }
    isHeadBroken = dateLines.count > 1 || !areBeside && numbers != nil
    numbersPlace =
      areBeside
      ? Point(lastLine + ChartLabel.space, dateHeight - date.lineHeight)
      : Point(0, dateHeight)
    func fitted(_ words: String, isOwn: Bool) -> (block: TextBlock, isCut: Bool) {
      sheet.cut(
        // The sheet's own words keep names of another script apart from its commas.
        sheet.block(
          words,
          style.text.label,
          width: textWidth,
          direction: TextCleaning.direction(of: words)
        ),
        lines: lines,
        between: isOwn ? sheet.labels.listSeparator : nil
      )
    }
    var shown = fitted(entry.title, isOwn: entry.leavesOutSentence)
    // A sentence cut before its news tells less than what kind of event it is, and whose.
    if shown.isCut, let brief = entry.brief(for: shown.block.text, sheet: sheet) {
      shown.block = fitted(brief, isOwn: true).block
    }
    (text, isCut) = shown
    isWhole = !isCut && !entry.leavesOutSentence
    // Without a list, only a label that lacks words has a place where they stand.
    link = entry.isListed || !isWhole ? .destination(entry.destination) : nil
    let textSize = sheet.measurer.measure(text).size
    hijri = entry.hijriText.map {
      var block = sheet.dateBlock($0, style.text.number, width: textWidth)
      block.maxLines = 2
      return block
    }
    let hijriSize = hijri.map { sheet.measurer.measure($0).size } ?? Size(width: 0, height: 0)
    textRoom = min(textWidth, textSize.width.rounded(.up))
    self.dateLines = dateLines
    self.numbers = numbers
    let numbersEnd = numbers == nil ? 0 : numbersPlace.x + numbersSize.width
    width = ChartLabel.inset + max(dateWidth, numbersEnd, textRoom, hijriSize.width)
    headHeight = dateHeight + (areBeside || numbers == nil ? 0 : numbersSize.height)
    height = headHeight + hijriSize.height + ChartLabel.lead + textSize.height
  }

  /// The room of the words, and that of the date, which may run over them a little where that spares it
  /// a line.
  ///
  /// A day is read as one, and so is each end of a range: for its sake the label is wider than it should be.
  private static func rooms(
    _ entry: SheetEntry,
    _ width: Double,
    _ sheet: Sheet
  ) -> (words: Double, date: Double) {
    let usual = width * 1.12
    // A range may have a line for each end, unless a mere number stands before its sign.
    let ends = entry.dateText.split(separator: "\u{2013}")
    let isParted = ends.count == 2 && ends[0].contains { $0.isLetter }
    let lines = isParted ? [ends[0] + "\u{2013}", ends[1]] : [entry.dateText[...]]
    let widths = lines.map {
      sheet.size(sheet.block(String($0), sheet.style.text.labeldate)).width
    }
    let date = widths.max() ?? 0
    var last = widths.last ?? 0
    if !entry.numbers.isEmpty {
      let number = sheet.block(entry.briefNumbers(1, sheet.labels), sheet.style.text.number)
      last += space + sheet.size(number).width
    }
    let head = max(date, last) + 0.5
    guard head > usual, head < width * 2 else { return (width, usual) }
    return (max(width, date.rounded(.up)), head)
  }

  /// The label with its bar at `start` and its upper edge at `y`.
  func items(start: Double, y: Double, sheet: Sheet) -> [SceneItem] {
    let inner = start + ChartLabel.inset
    let half = ChartLabel.barWidth / 2
    let bar = Rect(
      x: sheet.left(start - half, width: ChartLabel.barWidth),
      y: y + 1,
      width: ChartLabel.barWidth,
      height: height - 2
    )
    var items = [
      SceneItem(group: group, .box(bar, fill: look.style.color, stroke: nil, radius: 0)),
      SceneItem(group: group, .open(.paragraph)),
    ]
    var top = y
    for line in dateLines {
      items.append(sheet.place(line, start: inner, y: top, group: group, link: link))
      top += sheet.size(line).height
    }
    top = y + headHeight
    if let numbers {
      items.append(
        sheet.place(
          numbers,
          start: inner + numbersPlace.x,
          y: y + numbersPlace.y,
          group: group
        )
      )
    }
    if let hijri {
      let size = sheet.measurer.measure(hijri).size
      items.append(
        sheet.place(hijri, start: inner, y: top, group: group, room: size.width.rounded(.up))
      )
      top += size.height
    }
    items.append(
      sheet.place(
        text,
        start: inner,
        y: top + ChartLabel.lead,
        group: group,
        room: textRoom
      )
    )
    items.append(SceneItem(group: group, .close))
    return items
  }
}
