/// What a phrase of the gazetteer can mean: mostly one thing, so the first lies in place.
///
/// An array for each of twenty thousand phrases would take longer to make than the tables to read.
public struct ActorSenses: RandomAccessCollection, Sendable {
  private var only: ActorSense?
  private var others: [ActorSense] = []

  /// No meaning.
  public init() {}

  /// One meaning.
  init(_ sense: ActorSense) { only = sense }

  /// The place of the first meaning.
  public var startIndex: Int { 0 }
  /// The place behind the last meaning.
  public var endIndex: Int { only == nil ? 0 : others.count + 1 }

  /// A meaning, in the order of the tables.
  public subscript(index: Int) -> ActorSense {
    if index == 0, let only { return only }
    return others[index - 1]
  }

  /// Adds a meaning unless it is there.
  mutating func add(_ sense: ActorSense) {
    guard only != nil else {
      only = sense
      return
    }
    if !contains(where: { $0.kind == sense.kind && $0.entry == sense.entry }) {
      others.append(sense)
    }
  }

  /// The meanings but those of these kinds.
  public func without(_ kinds: [ActorSense.Kind]) -> ActorSenses {
    var kept = ActorSenses()
    for sense in self where !kinds.contains(sense.kind) { kept.add(sense) }
    return kept
  }
}
