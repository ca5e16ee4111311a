import Lexicons

// How a count of units is written: ISO 8601 durations, as TIMEX3 has them.
extension PhraseReader {
  /// The letter of a unit.
  static func letter(_ unit: TimeUnit) -> String {
    switch unit {
    case .second: "S"
    case .minute, .month: "M"
    case .hour: "H"
    case .night, .day: "D"
    case .week: "W"
    case .quarter: "M"
    case .season, .year, .decade, .century: "Y"
    }
  }

  /// The ISO 8601 length of so many units: `P3Y`, `PT2H`, `P20Y` for two decades.
  static func iso(_ count: Int, _ unit: TimeUnit) -> String {
    switch unit {
    case .second, .minute, .hour: "PT\(count)\(letter(unit))"
    case .decade: "P\(count.multipliedReportingOverflow(by: 10).partialValue)Y"
    case .century: "P\(count.multipliedReportingOverflow(by: 100).partialValue)Y"
    case .quarter: "P\(count.multipliedReportingOverflow(by: 3).partialValue)M"
    default: "P\(count)\(letter(unit))"
    }
  }

  /// The length of an amount that nobody counted: `PXY`, `PTXM`.
  static func vagueISO(_ unit: TimeUnit) -> String {
    (unit < .night ? "PTX" : "PX") + letter(unit)
  }

  /// The same and half a unit: `P1Y6M`.
  static func isoAndHalf(_ count: Int, _ unit: TimeUnit) -> String {
    switch unit {
    case .year: "P\(count)Y6M"
    case .month: "P\(count)M15D"
    case .hour: "PT\(count)H30M"
    case .day: "P\(count)DT12H"
    case .decade: "P\(count.multipliedReportingOverflow(by: 10).partialValue &+ 5)Y"
    case .century: "P\(count.multipliedReportingOverflow(by: 100).partialValue &+ 50)Y"
    case .minute: "PT\(count)M30S"
    default: "P\(count).5\(letter(unit))"
    }
  }
}
