/// How fine a date was told, from the minute to the century.
public enum Grain: String, CaseIterable, Comparable, Hashable, Codable, Sendable {
  case minute
  case hour
  /// A part of a day: morning, evening, night.
  case part
  case day
  case week
  case month
  case quarter
  case half
  case season
  case year
  case decade
  case century

  /// Whether the first is the finer grain.
  public static func < (lhs: Grain, rhs: Grain) -> Bool { lhs.order < rhs.order }

  private var order: Int {
    switch self {
    case .minute: 0
    case .hour: 1
    case .part: 2
    case .day: 3
    case .week: 4
    case .month: 5
    case .quarter: 6
    case .season: 7
    case .half: 8
    case .year: 9
    case .decade: 10
    case .century: 11
    }
  }
}

/// What a phrase does to its interval, in the terms of TIMEX3.
public enum DateModifier: String, CaseIterable, Hashable, Codable, Sendable {
  case start = "START"
  case mid = "MID"
  case end = "END"
  case approx = "APPROX"
  case before = "BEFORE"
  case after = "AFTER"
}
