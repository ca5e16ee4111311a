import NewsModel

/// The class of types inside which tellings may be merged.
///
/// Newsrooms tell one event with several words: the meeting is also the summit, the arrival is the
/// visit, the signing is the agreement. A type that nobody mistakes for another is its own class.
struct MergeClass: Hashable, Sendable {
  /// The id of the class: that of its plainest type.
  let id: String
  /// Whether the event needs two sides; one-sided events are told by who did them alone.
  let isTwoSided: Bool
  /// Whether the same parties do it again and again, so that an undated telling proves no other:
  /// «the United States supports Iraq».
  let isStanding: Bool
  /// Whether only the very same actor counts, and not another voice of its state.
  let isPersonal: Bool

  /// The class of a type.
  init(of type: EventType) {
    let id =
      switch type.rawValue {
      case "meeting", "summit": "meeting"
      case "visit", "arrival", "departure", "visit-end": "visit"
      case "agreement", "signing", "ceasefire": "agreement"
      case "vote", "election": "vote"
      case "statement", "announcement", "condemnation", "accusation", "demand", "request",
        "rejection", "threat", "warning", "support", "welcome":
        "statement"
      default: type.rawValue
      }
    self.id = id
    switch id {
    case "meeting", "phone", "round", "agreement", "joint-statement", "prisoner-exchange":
      isTwoSided = true
    default: isTwoSided = false
    }
    isStanding = id == "aid"
    switch id {
    case "statement", "appointment", "resignation", "credentials": isPersonal = true
    default: isPersonal = false
    }
  }

  /// Whether two types of one class still exclude each other: a condemnation is no welcome.
  ///
  /// The plain types of saying go with any stance, so that «said» can retell «condemned».
  static func clash(_ first: EventType, _ second: EventType) -> Bool {
    guard first != second, MergeClass(of: first).id == "statement" else { return false }
    return !isPlain(first) && !isPlain(second)
  }

  /// The type that says most, to stand for all of the class: a summit before a meeting.
  static func precision(of type: EventType) -> Int {
    switch type.rawValue {
    case "statement", "arrival", "departure", "visit-end": 0
    case "announcement", "meeting", "agreement", "vote": 1
    case "visit", "signing": 2
    default: 3
    }
  }

  private static func isPlain(_ type: EventType) -> Bool {
    type.rawValue == "statement" || type.rawValue == "announcement"
  }
}
