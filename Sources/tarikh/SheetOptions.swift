import ArgumentParser
import Reporting

/// The options that say how a sheet looks.
struct SheetOptions: ParsableArguments {
  @Option(help: "A style’s name (see ‘tarikh styles’) or the path of a .yaml file.")
  var style = "briefing"

  @Option(help: "The language of labels: ar or en.")
  var lang = Language.ar

  @Option(help: "The digits of labels: latin or arabic.")
  var digits = Digits.latin

  @Option(help: "The names of months.")
  var months = Months.dual

  @Flag(help: "Show Hijri days beside Gregorian ones.")
  var hijri = false

  @Option(help: "Dots an inch of pictures, 72 to 600.")
  var ppi: Int?

  @Option(help: "A folder of font files to look in first; may be given again.")
  var fontDir: [String] = []

  /// The labels these options amount to.
  var labels: Report.Labels {
    var labels = Report.Labels()
    labels.language = lang.rawValue
    labels.digits = digits.rawValue
    labels.months = months.rawValue
    labels.hijri = hijri
    return labels
  }

  enum Language: String, ExpressibleByArgument, CaseIterable {
    case ar
    case en
  }

  enum Digits: String, ExpressibleByArgument, CaseIterable {
    case latin
    case arabic
  }

  enum Months: String, ExpressibleByArgument, CaseIterable {
    case levantine
    case gulf
    case algerianTunisian = "algerian-tunisian"
    case moroccan
    case dual
  }
}
