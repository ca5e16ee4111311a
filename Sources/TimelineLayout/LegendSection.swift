import Drawing
import Styles

/// Explains the signs that the chart uses, and no others.
struct LegendSection {
  private enum Sign {
    case mark(MarkShape, MarkFill, Color, isStruck: Bool)
    case hatch(Color, isOpen: Bool)
    case cut
  }

  let fragment: Fragment

  init(_ entries: [SheetEntry], hasBreaks: Bool, sheet: Sheet) {
    let style = sheet.style
    let neutral = style.colors.muted
    var signs: [(Sign, String)] = []
    for family in sheet.labels.familyOrder {
      guard let look = entries.first(where: { $0.look.family == family })?.look.style else {
        continue
      }
      signs.append(
        (.mark(look.shape, .solid, look.color, isStruck: false), sheet.labels.family(family))
      )
    }
    func add(_ key: String, _ sign: Sign, when used: (EventLook) -> Bool) {
      if entries.contains(where: { used($0.look) }) { signs.append((sign, sheet.labels.word(key))) }
    }
    add("legend.planned", .mark(.circle, .hollow, neutral, isStruck: false)) { $0.fill == .hollow }
    add("legend.deadline", .mark(.circle, .flag, neutral, isStruck: false)) { $0.fill == .flag }
    add("legend.conflict", .mark(.circle, .split, neutral, isStruck: false)) { $0.fill == .split }
    add("legend.struck", .mark(.circle, .solid, neutral, isStruck: true)) { $0.isStruck }
    add("legend.span", .hatch(neutral, isOpen: false)) {
      if case .span = $0.extent { true } else { false }
    }
    add("legend.open", .hatch(neutral, isOpen: true)) {
      switch $0.extent {
      case .since: true
      case .until: $0.fill != .flag
      case .day, .span: false
      }
    }
    if hasBreaks { signs.append((.cut, sheet.labels.word("legend.break"))) }
    fragment = LegendSection.lay(signs, sheet: sheet)
  }

  private static func lay(_ signs: [(Sign, String)], sheet: Sheet) -> Fragment {
    guard !signs.isEmpty else { return Fragment() }
    let role = sheet.style.text.legend
    var items: [SceneItem] = []
    var start = 0.0
    var y = 0.0
    for (sign, name) in signs {
      let block = sheet.block(name, role)
      let width = sheet.size(block).width
      let room = signWidth(sign)
      if start > 0, start + room + width > sheet.length {
        start = 0
        y += role.line + 2
      }
      items += draw(sign, start: start, y: y + role.line / 2, sheet: sheet)
      items.append(sheet.place(block, start: start + room, y: y, group: "legend"))
      start += room + width + 17
    }
    return Fragment(items: items, height: y + role.line)
  }

  private static func signWidth(_ sign: Sign) -> Double {
    switch sign {
    case .mark(_, .flag, _, _): 17
    case .mark: 14
    case .hatch: 26
    case .cut: 15
    }
  }

  private static func draw(_ sign: Sign, start: Double, y: Double, sheet: Sheet) -> [SceneItem] {
    let colors = sheet.style.colors
    let content: [SceneContent]
    switch sign {
    case .mark(let shape, let fill, let color, let isStruck):
      let inset = fill == .flag ? (sheet.direction == .rightToLeft ? 3.0 : 10.0) : 5.0
      content = [
        .mark(
          Mark(
            shape: shape,
            fill: fill,
            center: Point(sheet.x(start + inset), y + (fill == .flag ? 1 : 0)),
            radius: 3.6,
            color: color,
            ground: colors.ground,
            isStruck: isStruck
          )
        )
      ]
    case .hatch(let color, let isOpen):
      let rect = Rect(x: sheet.left(start, width: 20), y: y - 4, width: 20, height: 8)
      content = [
        .hatch(
          Hatch(
            rect: rect,
            color: color,
            ground: colors.ground,
            spacing: sheet.style.chart.hatch,
            fade: isOpen ? (sheet.direction == .rightToLeft ? .right : .left) : .none
          )
        )
      ]
    case .cut:
      let x = sheet.x(start + 5)
      content = [x - 3.6, x + 1].map { left in
        .line(
          from: Point(left, y + 4.5),
          to: Point(left + 2.6, y - 4.5),
          stroke: Stroke(colors.strong, width: 1.1)
        )
      }
    }
    return content.map { SceneItem(group: "legend", $0) }
  }
}
