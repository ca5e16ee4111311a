import Chronology
import Lexicons

/// How phrases that Arabic leaves open are to be read; each has the name of its setting.
public struct DateSettings: Hashable, Sendable {
  /// Where a day or month without a year lies.
  public enum Yearless: String, CaseIterable, Hashable, Codable, Sendable {
    case nearest
    case past
    case future
  }

  /// Where a bare weekday lies when its clause does not say.
  public enum BareWeekday: String, CaseIterable, Hashable, Codable, Sendable {
    case past
    case future
    case nearest
  }

  /// When a fiscal year begins (`fiscal-year`).
  public enum FiscalYear: String, CaseIterable, Hashable, Codable, Sendable {
    /// By the source's country; the calendar year, and uncertain, when that is unknown.
    case auto
    /// January.
    case calendar
    /// April, as in Kuwait.
    case april
    /// July, as in Egypt.
    case july
    /// October.
    case october

    /// The first month of the year, 1 to 12.
    public var firstMonth: Int {
      switch self {
      case .auto, .calendar: 1
      case .april: 4
      case .july: 7
      case .october: 10
      }
    }
  }

  /// The first day of the week (`week-starts`); `nil` means automatic: that of the source's country,
  /// and Monday where the country is not known.
  public var weekStarts: Weekday?
  /// `yearless`: nearest, past or future.
  public var yearless: Yearless
  /// `bare-weekday`: past, future or nearest.
  public var bareWeekday: BareWeekday
  /// `hijri-shift`: days by which the local moon differs from Umm al-Qura, -1 to 1.
  public var hijriShift: Int
  /// `fiscal-year`: when a fiscal year begins.
  public var fiscalYear: FiscalYear

  /// The defaults of the design: Monday, nearest, past, no shift.
  public init(
    weekStarts: Weekday? = nil,
    yearless: Yearless = .nearest,
    bareWeekday: BareWeekday = .past,
    hijriShift: Int = 0,
    fiscalYear: FiscalYear = .auto
  ) {
    self.weekStarts = weekStarts
    self.yearless = yearless
    self.bareWeekday = bareWeekday
    self.hijriShift = max(-1, min(1, hijriShift))
    self.fiscalYear = fiscalYear
  }

  /// The settings for an outlet: what is automatic is decided by the customs of its country.
  func settled(by customs: CountryCustoms?) -> DateSettings {
    guard let customs else { return self }
    var settings = self
    settings.weekStarts = weekStarts ?? customs.firstWeekday
    if fiscalYear == .auto, let month = customs.fiscalMonth,
      let known = FiscalYear.allCases.first(where: { $0 != .auto && $0.firstMonth == month })
    {
      settings.fiscalYear = known
    }
    return settings
  }
}

/// Where a clause looks.
public enum Outlook: Hashable, Sendable {
  /// Its nearest verb tells of the past.
  case past
  /// Its nearest verb is one of a main clause in the present, which news uses for what is to come.
  case present
  /// It says that it looks ahead: سـ، سوف، من المقرر.
  case future
  /// «حتى 31 يوليو» in a clause that does not say: ahead, unless such a day has just gone by.
  case limit
  /// It does not say.
  case open
}
