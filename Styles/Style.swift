import Drawing

/// How sheets look: paper, fonts, colours, type sizes and the chart's measures.
///
/// Every length is in points. The values come from a YAML file (``StyleFile``); nothing here has a
/// default, so that a file shows all there is to change.
public struct Style: Hashable, Codable, Sendable {
  /// The name it is asked for by.
  public var name: String
  /// The paper and its margins.
  public var page: PageStyle
  /// The fonts.
  public var fonts: FontStyles
  /// The colours of everything but events.
  public var colors: ColorStyles
  /// The look of each family of events, by its name.
  public var families: [String: FamilyStyle]
  /// The letters of each kind of text.
  public var text: TextStyles
  /// The measures of the chart.
  public var chart: ChartStyle

  /// The look of a family of events; an unknown one looks like the first.
  public func family(_ name: String) -> FamilyStyle {
    families[name]
      ?? families.min { $0.key < $1.key }?.value
      ?? FamilyStyle(color: colors.strong, shape: .circle)
  }

  /// The families of fonts in the order they are tried, once each.
  public var fontFamilies: [FontFamily] {
    var families: [FontFamily] = []
    for family in [fonts.fallback, fonts.body, fonts.heading] + fonts.symbols
    where !families.contains(where: { $0.family == family.family }) { families.append(family) }
    return families
  }

  /// A block in one of the style's texts.
  ///
  /// - Parameter color: another colour than the text's own.
  public func block(
    _ words: String,
    _ role: TextStyle,
    width: Double? = nil,
    alignment: TextAlignment = .start,
    direction: TextDirection,
    color: Color? = nil,
    maxLines: Int? = nil
  ) -> TextBlock {
    TextBlock(
      words,
      font: TextFont(family: fonts[role.font].family, size: role.size, weight: role.weight),
      color: color ?? colors[role.color],
      width: width,
      alignment: alignment,
      direction: direction,
      lineHeight: role.line,
      maxLines: maxLines
    )
  }
}

/// The paper and its margins, in points.
public struct PageStyle: Hashable, Codable, Sendable {
  /// The paper's width.
  public var width: Double
  /// The paper's height.
  public var height: Double
  /// The margin above.
  public var top: Double
  /// The margin below.
  public var bottom: Double
  /// The margin on either side.
  public var side: Double
  /// The height of the coloured band along the upper edge; 0 for none.
  public var band: Double
  /// The most that a logo at the head is high; 34 when `nil`.
  public var logo: Double?

  /// The paper's extent.
  public var size: Size { Size(width: width, height: height) }
}

/// The fonts of a style.
public struct FontStyles: Hashable, Codable, Sendable {
  /// For headings and small text.
  public var heading: FontFamily
  /// For what is read at length.
  public var body: FontFamily
  /// For what the others lack, and for addresses.
  public var fallback: FontFamily
  /// For signs and pictures that none of the others has; the first one first.
  public var symbols: [FontFamily]

  /// The family of a role.
  public subscript(role: FontRole) -> FontFamily {
    switch role {
    case .heading: heading
    case .body: body
    case .fallback: fallback
    }
  }
}

/// What a font is for.
public enum FontRole: String, Hashable, Codable, Sendable {
  case heading
  case body
  case fallback
}

/// The colours of everything but events.
public struct ColorStyles: Hashable, Codable, Sendable {
  /// The paper.
  public var ground: Color
  /// Text that is read at length.
  public var ink: Color
  /// Titles and the axis.
  public var strong: Color
  /// Text of second rank.
  public var muted: Color
  /// The masthead and links.
  public var accent: Color
  /// Disagreement.
  public var alert: Color
  /// Thin lines.
  public var rule: Color
  /// The band along the upper edge.
  public var band: Color
  /// The ground of badges.
  public var tint: Color

  /// The colour of a name.
  public subscript(name: ColorName) -> Color {
    switch name {
    case .ink: ink
    case .strong: strong
    case .muted: muted
    case .accent: accent
    case .alert: alert
    }
  }
}

/// A colour that text may have.
public enum ColorName: String, Hashable, Codable, Sendable {
  case ink
  case strong
  case muted
  case accent
  case alert
}

/// The look of a family of events.
public struct FamilyStyle: Hashable, Codable, Sendable {
  /// The colour of marks, bars and dates.
  public var color: Color
  /// The outline of marks.
  public var shape: MarkShape

  /// A colour and an outline.
  public init(color: Color, shape: MarkShape) {
    self.color = color
    self.shape = shape
  }
}

/// The letters of one kind of text.
public struct TextStyle: Hashable, Codable, Sendable {
  /// Which of the fonts.
  public var font: FontRole
  /// The size in points.
  public var size: Double
  /// The weight.
  public var weight: FontWeight
  /// From one baseline to the next, in points.
  public var line: Double
  /// Which of the colours.
  public var color: ColorName
}

/// The letters of each kind of text.
public struct TextStyles: Hashable, Codable, Sendable {
  /// Who issues the sheet.
  public var masthead: TextStyle
  /// The issue and the page at the head.
  public var issue: TextStyle
  /// The sheet's title.
  public var title: TextStyle
  /// The line under the title.
  public var subtitle: TextStyle
  /// Place, day and period.
  public var dateline: TextStyle
  /// Counts and span.
  public var summary: TextStyle
  /// The heading of a section.
  public var heading: TextStyle
  /// The date of a label of the chart.
  public var labeldate: TextStyle
  /// The words of a label of the chart.
  public var label: TextStyle
  /// The numbers of sources.
  public var number: TextStyle
  /// The units along the axis.
  public var tick: TextStyle
  /// The legend.
  public var legend: TextStyle
  /// The day of an entry of the list.
  public var day: TextStyle
  /// The weekday, and how a day is known.
  public var weekday: TextStyle
  /// The type of an entry.
  public var kind: TextStyle
  /// Who takes part.
  public var parties: TextStyle
  /// The status of an entry.
  public var badge: TextStyle
  /// The verbatim sentence.
  public var sentence: TextStyle
  /// Sources and other small print of an entry.
  public var note: TextStyle
  /// Disagreement of sources.
  public var dispute: TextStyle
  /// A source.
  public var source: TextStyle
  /// An address.
  public var link: TextStyle
  /// The foot of a page.
  public var footer: TextStyle

  /// Every text by its name in the file.
  public var all: [(name: String, text: TextStyle)] {
    [
      ("masthead", masthead), ("issue", issue), ("title", title), ("subtitle", subtitle),
      ("dateline", dateline), ("summary", summary), ("heading", heading),
      ("labeldate", labeldate), ("label", label), ("number", number), ("tick", tick),
      ("legend", legend), ("day", day), ("weekday", weekday), ("kind", kind),
      ("parties", parties), ("badge", badge), ("sentence", sentence), ("note", note),
      ("dispute", dispute), ("source", source), ("link", link), ("footer", footer),
    ]
  }
}

/// The measures of the chart, in points.
public struct ChartStyle: Hashable, Codable, Sendable {
  /// The thickness of the axis.
  public var axis: Double
  /// Half the width of a mark.
  public var mark: Double
  /// Between the edges of two marks, at the least.
  public var spacing: Double
  /// The width of a label.
  public var label: Double
  /// The width of a label where many must stand.
  public var narrow: Double
  /// The lines of a label before it is cut.
  public var lines: Int
  /// Between two labels of a lane.
  public var gap: Double
  /// The room a connector keeps in a lane it passes.
  public var stub: Double
  /// The height between two lanes, where connectors bend.
  public var channel: Double
  /// The lanes on each side of the axis, at most.
  public var lanes: Int
  /// The height of the bar of an uncertain date.
  public var bar: Double
  /// From line to line in a hatched bar.
  public var hatch: Double
  /// The thickness of a connector.
  public var connector: Double
}
