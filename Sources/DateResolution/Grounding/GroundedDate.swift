import Chronology
import NewsModel

/// What a phrase means against a reference date.
public struct GroundedDate: Hashable, Sendable {
  /// What kind of time it is.
  public var kind: TemporalKind = .date
  /// The TIMEX3 value.
  public var value: String?
  /// What narrows it.
  public var modifier: DateModifier?
  /// The days, narrowed by the modifier.
  public var days: ClosedRange<CivilDate>?
  /// The days of the whole unit the value names.
  var whole: ClosedRange<CivilDate>?
  /// The first day of something without an end.
  public var opens: CivilDate?
  /// The minute of the day.
  public var minutes: ClosedRange<Int>?
  /// How fine it is.
  public var grain: Grain
  /// What it rests on.
  public var basis: TemporalBasis
  /// Whether a careful reader could not well disagree.
  public var certain = true
  /// Other readings, as TIMEX3 values.
  public var alternatives: [String] = []
  /// What contradicts itself, or why there is no date.
  public var conflict: String?

  init(grain: Grain, basis: TemporalBasis) {
    self.grain = grain
    self.basis = basis
  }

  init(day: CivilDate, basis: TemporalBasis) {
    self.init(grain: .day, basis: basis)
    value = day.description
    days = day...day
    whole = days
  }

  init(_ days: ClosedRange<CivilDate>, value: String, grain: Grain, basis: TemporalBasis) {
    self.init(grain: grain, basis: basis)
    self.value = value
    self.days = days
    whole = days
  }

  /// The same clock time so many days later.
  mutating func move(days count: Int) {
    guard let days, let minutes, let day = days.lowerBound.adding(days: count) else { return }
    self.days = day...day
    whole = day...day
    value = "\(day)T\(TimexValue.clock(minutes.lowerBound))"
  }

  /// Something that cannot be resolved, with what it would need.
  static func unresolved(_ grain: Grain, _ reason: String, basis: TemporalBasis) -> GroundedDate {
    var date = GroundedDate(grain: grain, basis: basis)
    date.conflict = reason
    date.certain = false
    return date
  }

  /// The same in EDTF; empty when there are no days.
  public var edtf: String {
    guard let days else {
      if let opens { return "\(opens.description)/.." }
      return ""
    }
    let span = UncertainDate(
      earliest: days.lowerBound,
      latest: days.upperBound,
      grain: grain,
      modifier: modifier == .approx ? .approx : nil
    )
    return span.edtf(certain: certain)
  }
}
