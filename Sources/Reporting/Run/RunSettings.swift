public import Chronology
public import DateResolution

/// What holds for a whole run, whatever it makes.
public struct RunSettings: Hashable, Sendable {
  /// The reference day of texts that bring none.
  public var referenceDay: CivilDate?
  /// How phrases are dated.
  public var dates = DateSettings()
  /// The settings of dating that the command line named, by name.
  private var namedDates: [String: String] = [:]
  /// What holds for the articles of some files and folders alone, by their paths.
  var articles: [ArticlePlace: ArticleSettings] = [:]
  /// The paths of the user's tables of actors.
  public var gazetteer: [String] = []
  /// What is too large or too bad.
  public var limits = Report.Limits()
  /// How many threads work at a time.
  public var threads = 1
  /// What is told how far the run is; `nil` when nobody watches.
  public var meter: ProgressMeter?
  /// The most bytes of an article that the command line named.
  private var namedArticleBytes: Int?
  /// Whether a warning ends the run with an exit code.
  public var isStrict = false

  /// The defaults.
  public init() {}

  /// Sets how phrases are dated, from the command line.
  public mutating func setDates(_ name: String, to value: String?) throws(Fault) {
    guard let value else { return }
    let allowed = DateSettings.values(of: name)
    guard allowed.contains(value) else {
      throw Fault(
        .usage,
        "--\(name) ‘\(value)’ is not known",
        remedy: "use \(allowed.joined(separator: ", "))"
      )
    }
    namedDates[name] = value
    dates.set(name, to: value)
  }

  /// Sets the most bytes that an article may have, from the command line.
  public mutating func setArticleLimit(_ text: String, option: String) throws(Fault) {
    guard let bytes = ReportFile.byteCount(text) else {
      throw Fault(.usage, "\(option) ‘\(text)’ is no size", remedy: "write it like 16MiB")
    }
    namedArticleBytes = bytes
    limits.articleBytes = bytes
  }

  /// These settings with a report's own where the command line names no others.
  func under(_ report: Report) -> RunSettings {
    var settings = self
    settings.dates = report.dates
    for (name, value) in namedDates { settings.dates.set(name, to: value) }
    settings.articles = Dictionary(
      report.articleSettings.map { (ArticlePlace($0.key, of: report), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    settings.gazetteer += report.gazetteer.map(report.resolved)
    settings.limits.articleBytes = namedArticleBytes ?? report.limits.articleBytes
    settings.limits.maximumBadPercent =
      limits.maximumBadPercent ?? report.limits.maximumBadPercent
    return settings
  }

  /// The day weeks begin on, where the user named one.
  var weekStart: Weekday? { dates.weekStarts }

  /// Reads a day that the user gave an option.
  public static func day(_ text: String, option: String) throws(Fault) -> CivilDate {
    guard let day = CivilDate(iso: text) else {
      throw Fault(.usage, "\(option) ‘\(text)’ is no date", remedy: "write it like 2021-07-28")
    }
    return day
  }

  /// Reads a stretch of time like `60s`, in seconds.
  public static func seconds(_ text: String, option: String) throws(Fault) -> Double {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
    for (unit, seconds) in units where text.hasSuffix(unit) {
      guard let count = Double(text.dropLast(unit.count)), (0...1e6).contains(count) else { break }
      return count * seconds
    }
    throw Fault(.usage, "\(option) ‘\(text)’ is no time", remedy: "write it like 60s or 5m")
  }

  /// Reads a share like `2%` that the user gave an option.
  public static func percent(_ text: String, option: String) throws(Fault) -> Double {
    let number = text.hasSuffix("%") ? text.dropLast() : text[...]
    guard let percent = Double(number), (0...100).contains(percent) else {
      throw Fault(.usage, "\(option) ‘\(text)’ is no share", remedy: "write it like 2%")
    }
    return percent
  }
}
