import Drawing
import NewsModel
import Styles

/// The label of one event on the chart: a bar, the date, the numbers of its sources, its words.
struct ChartLabel {
  /// From the bar to the text.
  static let inset = 7.0
  private static let barWidth = 1.8
  /// Above the words, for letters and vowel signs taller than their line.
  private static let lead = 1.5

  private let look: EventLook
  /// The extent from the bar to the end of the longest line.
  let width: Double
  let height: Double
  /// Whether its words end in dots.
  let isCut: Bool
  private let date: TextBlock
  private let numbers: TextBlock?
  private let areNumbersBeside: Bool
  private let text: TextBlock
  private let textRoom: Double
  private let group: String
  private let link: Link?
  private let hijri: TextBlock?

  init(_ entry: SheetEntry, width limit: Double, lines: Int, sheet: Sheet) {
    let style = sheet.style
    look = entry.look
    group = "label/\(entry.event.id)"
    let textWidth = limit - ChartLabel.inset
    var date = sheet.block(entry.dateText, style.text.labeldate, color: entry.look.style.color)
    var dateSize = sheet.size(date)
    if dateSize.width > textWidth {
      date.width = textWidth
      dateSize = sheet.size(date)
    }
    var numbers: TextBlock?
    var numbersSize = Size(width: 0, height: 0)
    // As many numbers as fit beside the date; below it only when not even one does.
    for count in [3, 1] where !entry.numbers.isEmpty {
      let block = sheet.block(entry.briefNumbers(count, sheet.labels), style.text.number)
      numbersSize = sheet.size(block)
      numbers = block
      if dateSize.width + 6 + numbersSize.width <= textWidth { break }
    }
    areNumbersBeside = dateSize.width + 6 + numbersSize.width <= textWidth
    (text, isCut) = sheet.cut(
      sheet.foreignBlock(entry.title, style.text.label, width: textWidth),
      lines: lines
    )
    // Without a list, only a label that was cut has a place where its full words stand.
    link = entry.isListed || isCut ? .destination(entry.destination) : nil
    let textSize = sheet.measurer.measure(text).size
    hijri = entry.hijriText.map {
      sheet.block($0, style.text.number, width: textWidth, maxLines: 2)
    }
    let hijriSize = hijri.map { sheet.measurer.measure($0).size } ?? Size(width: 0, height: 0)
    textRoom = min(textWidth, textSize.width.rounded(.up))
    self.date = date
    self.numbers = numbers
    let isPair = areNumbersBeside && numbers != nil
    let first = dateSize.width + (isPair ? 6 + numbersSize.width : 0)
    width =
      ChartLabel.inset
      + max(first, areNumbersBeside ? 0 : numbersSize.width, textRoom, hijriSize.width)
    height =
      dateSize.height + (areNumbersBeside ? 0 : numbersSize.height) + hijriSize.height
      + ChartLabel.lead
      + textSize.height
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
      sheet.place(date, start: inner, y: y, group: group, link: link),
    ]
    var top = y + sheet.size(date).height
    if let numbers {
      let numbersStart = areNumbersBeside ? inner + sheet.size(date).width + 6 : inner
      items.append(
        sheet.place(numbers, start: numbersStart, y: areNumbersBeside ? y : top, group: group)
      )
      if !areNumbersBeside { top += sheet.size(numbers).height }
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
