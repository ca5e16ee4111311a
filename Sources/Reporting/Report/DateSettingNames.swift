import Chronology
import DateResolution

extension DateSettings {
  /// The names of the settings, in reports and as options.
  static let names = ["week-starts", "yearless", "bare-weekday", "hijri-shift", "fiscal-year"]

  /// What a setting may be set to.
  static func values(of name: String) -> [String] {
    switch name {
    case "week-starts": ["auto", "monday", "sunday", "saturday"]
    case "yearless": Yearless.allCases.map(\.rawValue)
    case "bare-weekday": BareWeekday.allCases.map(\.rawValue)
    case "hijri-shift": ["-1", "0", "1"]
    case "fiscal-year": FiscalYear.allCases.map(\.rawValue)
    default: []
    }
  }

  /// Sets one to a value it may have; any other value changes nothing.
  mutating func set(_ name: String, to value: String) {
    switch name {
    case "week-starts":
      let days: [String: Weekday] = ["monday": .monday, "sunday": .sunday, "saturday": .saturday]
      weekStarts = days[value]
    case "yearless": yearless = Yearless(rawValue: value) ?? yearless
    case "bare-weekday": bareWeekday = BareWeekday(rawValue: value) ?? bareWeekday
    case "fiscal-year": fiscalYear = FiscalYear(rawValue: value) ?? fiscalYear
    case "hijri-shift": hijriShift = Int(value) ?? hijriShift
    default: break
    }
  }
}
