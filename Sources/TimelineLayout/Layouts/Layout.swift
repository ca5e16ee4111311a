public import Drawing
public import Styles

/// One way to lay a timeline out on pages.
///
/// A new one is a file with a type that conforms, and a line in ``Layouts/all``.
public protocol Layout {
  /// What reports and the command line call it.
  static var name: String { get }
  /// The types of events it shows where nobody asks for any; `nil` for all but mere words.
  static var types: Set<String>? { get }
  /// Whether it writes countries' names, which a timeline has only when somebody gives them to it.
  static var namesCountries: Bool { get }

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  init(style: Style, labels: SheetLabels, measurer: any TextMeasurer)

  /// The pages of a timeline, as many as it needs.
  func scene(of timeline: Timeline) -> Scene
}

extension Layout {
  /// Everything but mere words.
  public static var types: Set<String>? { nil }
  /// No layout but those that group by party.
  public static var namesCountries: Bool { false }
}

/// The layouts there are.
public enum Layouts {
  /// All of them, the usual one first.
  public static var all: [any Layout.Type] {
    [
      BriefingLayout.self,
      AxisLayout.self,
      LanesLayout.self,
      TypeLanesLayout.self,
      AgendaLayout.self,
      PositionsLayout.self,
      StripLayout.self,
    ]
  }

  /// Their names, the usual one first.
  public static var names: [String] { all.map { $0.name } }

  /// The layout of a name; `nil` when there is none.
  public static func named(_ name: String) -> (any Layout.Type)? {
    all.first { $0.name == name }
  }
}
