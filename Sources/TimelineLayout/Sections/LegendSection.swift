import Drawing
import NewsModel
import Styles

/// Explains the signs that the sheet uses, and no others.
struct LegendSection {
  private enum Sign {
    case mark(MarkShape, MarkFill, Color, isStruck: Bool)
    case hatch(Hatch.Fade)
    case cut
    case uneven
    case echo
  }

  let fragment: Fragment

  /// - Parameters:
  ///   - entries: the events of a chart.
  ///   - undated: those without a date, in a list too.
  ///   - axis: what an axis must tell.
  ///   - hasEchoes: whether lanes show who takes part in the events of others.
  ///   - explained: what signs mean that are known already.
  ///   - hasBars: whether an axis shows the days that a date may lie in; a list does so only where
  ///     the bar is all the sign there is.
  init(
    _ entries: [SheetEntry],
    undated: [Event] = [],
    axis: AxisSigns = [],
    hasEchoes: Bool = false,
    hasBars: Bool = true,
    explained: Set<String> = [],
    sheet: Sheet
  ) {
    let neutral = sheet.style.colors.muted
    var signs: [(Sign, String)] = []
    let looks = entries.map(\.look)
    // Bars and flags tell the family by their colour only, where the style has more than one.
    let hasColors = Set(looks.map(\.style.color)).count > 1
    let families = Set(looks.filter { hasColors || $0.showsShape }.map(\.family)).union(
      undated.map { sheet.labels.type($0.type.rawValue).family }
    )
    for family in sheet.labels.familyOrder where families.contains(family) {
      let look = sheet.style.family(family)
      signs.append(
        (.mark(look.shape, .solid, look.color, isStruck: false), sheet.labels.family(family))
      )
    }
    func add(_ key: String, _ sign: Sign, when used: (EventLook) -> Bool) {
      if looks.contains(where: used) { signs.append((sign, sheet.labels.word(key))) }
    }
    func mark(_ fill: MarkFill, isStruck: Bool = false) -> Sign {
      .mark(.circle, fill, neutral, isStruck: isStruck)
    }
    for status in EventStatus.allCases where status != .occurred {
      let isStruck = EventLook.isStruck(status)
      let sign = mark(EventLook.fill(of: status), isStruck: isStruck)
      if undated.contains(where: { $0.status == status }) {
        signs.append((sign, sheet.labels.word("legend.\(status.rawValue)")))
        continue
      }
      add("legend.\(status.rawValue)", sign) {
        $0.status == status && $0.fill != .split && ($0.fill != .flag || isStruck)
      }
    }
    add("legend.deadline", mark(.flag)) { $0.fill == .flag }
    add("legend.conflict", mark(.split)) { $0.fill == .split && $0.isDisputed && !$0.isContested }
    add("legend.contested", mark(.split, isStruck: true)) { $0.fill == .split && $0.isContested }
    let direction = sheet.direction
    let isRightToLeft = direction == .rightToLeft
    func addBar(_ key: String, _ fade: Hatch.Fade, when used: (EventLook) -> Bool) {
      let bars = (hasBars ? entries : []).map(\.look) + looks.filter { $0.fill == nil }
      if bars.contains(where: used) { signs.append((.hatch(fade), sheet.labels.word(key))) }
    }
    addBar("legend.span", .ends) {
      if case .span = $0.extent { !$0.isApproximate } else { false }
    }
    addBar("legend.approx", .both) {
      switch $0.extent {
      case .day, .span: $0.isApproximate
      case .since, .until: false
      }
    }
    addBar("legend.until", isRightToLeft ? .right : .left) {
      if case .until = $0.extent { $0.fill != .flag } else { false }
    }
    addBar("legend.since", isRightToLeft ? .left : .right) {
      if case .since = $0.extent { true } else { false }
    }
    if hasEchoes { signs.append((.echo, sheet.labels.word("legend.echo"))) }
    if axis.contains(.breaks) { signs.append((.cut, sheet.labels.word("legend.break"))) }
    if let key = axis.scaleKey { signs.append((.uneven, sheet.labels.word(key))) }
    signs.removeAll { explained.contains($0.1) }
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
    case .mark(_, .haloed, _, _): 16
    case .mark, .echo: 14
    case .hatch, .uneven: 26
    case .cut: 15
    }
  }

  private static func draw(_ sign: Sign, start: Double, y: Double, sheet: Sheet) -> [SceneItem] {
    let colors = sheet.style.colors
    let content: [SceneContent]
    switch sign {
    case .mark(let shape, let fill, let color, let isStruck):
      let inset = fill == .flag ? 3.0 : 5.0
      var mark = Mark(
        shape: shape,
        fill: fill,
        center: Point(sheet.x(start + inset), y + (fill == .flag ? 1 : 0)),
        radius: 3.6,
        color: color,
        ground: colors.ground,
        isStruck: isStruck
      )
      mark.isMirrored = sheet.direction == .leftToRight
      content = [.mark(mark)]
    case .echo: content = [EchoMark.content(at: Point(sheet.x(start + 5), y), sheet: sheet)]
    case .hatch(let fade):
      let rect = Rect(x: sheet.left(start, width: 20), y: y - 4, width: 20, height: 8)
      content = [
        .hatch(
          Hatch(
            rect: rect,
            color: colors.muted,
            ground: colors.ground,
            spacing: sheet.style.chart.hatch,
            fade: fade
          )
        )
      ]
    case .uneven:
      let ends = [0.0, 20].map { Point(sheet.x(start + $0), y) }
      let ticks = [0.5, 4, 7.5, 19.5].map { sheet.x(start + $0) }
      content =
        [.line(from: ends[0], to: ends[1], stroke: Stroke(colors.strong, width: 1.1))]
        + ticks.map {
          .line(
            from: Point($0, y - 3),
            to: Point($0, y + 3),
            stroke: Stroke(colors.strong, width: 0.8)
          )
        }
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
