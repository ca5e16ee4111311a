import Chronology

/// A phrase that tells a time, and what it means.
public struct TemporalExpression: Hashable, Sendable {
  /// Where the phrase stands.
  public var range: TextRange
  /// What kind of time it tells.
  public var kind: TemporalKind
  /// The TIMEX3 value (`2021-07-28`, `2021-03`, `P3Y`, `PAST_REF`); `nil` when it could not be resolved.
  public var value: String?
  /// What narrows or blurs the value.
  public var modifier: DateModifier?
  /// The first day it can mean, narrowed by the modifier.
  public var first: CivilDate?
  /// The last day it can mean, included.
  public var last: CivilDate?
  /// The minutes of the day a clock time spans, when one was told.
  public var minutes: ClosedRange<Int>?
  /// How fine it was told.
  public var grain: Grain
  /// The preposition that governs it.
  public var relation: TemporalRelation?
  /// What the resolution rests on.
  public var basis: TemporalBasis
  /// Whether a careful reader could not well disagree.
  public var certain: Bool
  /// The same in EDTF (ISO 8601-2); empty when unresolved.
  public var edtf: String
  /// Other readings, as TIMEX3 values.
  public var alternatives: [String]
  /// What in the source contradicts itself, or why there is no date.
  public var conflict: String?
  /// The rule that read it.
  public var rule: String

  /// An expression; only where it stands, its kind and its rule must be known.
  public init(
    range: TextRange,
    kind: TemporalKind,
    value: String? = nil,
    modifier: DateModifier? = nil,
    first: CivilDate? = nil,
    last: CivilDate? = nil,
    minutes: ClosedRange<Int>? = nil,
    grain: Grain,
    relation: TemporalRelation? = nil,
    basis: TemporalBasis,
    certain: Bool = true,
    edtf: String = "",
    alternatives: [String] = [],
    conflict: String? = nil,
    rule: String
  ) {
    self.range = range
    self.kind = kind
    self.value = value
    self.modifier = modifier
    self.first = first
    self.last = last
    self.minutes = minutes
    self.grain = grain
    self.relation = relation
    self.basis = basis
    self.certain = certain
    self.edtf = edtf
    self.alternatives = alternatives
    self.conflict = conflict
    self.rule = rule
  }
}

/// The kinds of time a phrase can tell.
public enum TemporalKind: String, Hashable, Codable, Sendable {
  case date
  case time
  case period
  case duration
  case set
}

/// The preposition that ties a time to what happened.
public enum TemporalRelation: String, Hashable, Codable, Sendable {
  case by
  case since
  case until
  case before
  case after
  case within
  case from
}

/// What a resolution rests on.
public enum TemporalBasis: String, Hashable, Codable, Sendable {
  /// The phrase says it all.
  case explicit
  /// The article's date.
  case article
  /// The article's date and a bare weekday.
  case weekday
  /// An earlier date of the same text.
  case narrative
  /// Another event.
  case event
  /// A feast of a calendar.
  case holiday
}
