/// How fine a date was told, from the minute to the century.
public enum Grain: String, CaseIterable, Hashable, Codable, Sendable {
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
