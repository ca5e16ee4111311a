public import NewsModel

/// What became of an event since the sheet was made last.
public struct TimelineChange: Hashable, Sendable {
  /// The ways an event can change.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It was not there.
    case added
    /// It had another date or status.
    case moved
    /// It is there no more.
    case dropped
  }

  /// What became of it.
  public var kind: Kind
  /// The event as it was; as it is where it is new.
  public var event: Event

  /// A change of an event.
  public init(_ kind: Kind, _ event: Event) {
    self.kind = kind
    self.event = event
  }
}
