import Chronology
import NewsModel

/// One thing that somebody corrected by hand, and why.
struct Correction: Hashable, Sendable {
  /// What is corrected.
  enum Target: Hashable, Sendable {
    /// The event of an id; when no event bears it any more, the one that holds the mention.
    case event(String, mention: String?)
    /// The event that holds a mention, or that one telling.
    case mention(String)
    /// An event that no article tells, by a name of the writer's own.
    case added(String)

    /// The id that the file names.
    var id: String {
      switch self {
      case .event(let id, _), .mention(let id), .added(let id): id
      }
    }
  }

  /// What it is about.
  var target: Target
  /// When it was.
  var date: UncertainDate?
  /// What kind of event it is.
  var type: EventType?
  /// How far it has come.
  var status: EventStatus?
  /// The words on the sheet.
  var title: String?
  /// Where it was: a gazetteer id or a name.
  var place: String?
  /// Who takes part: gazetteer ids, country codes or names.
  var parties: [String]?
  /// The outlet of an added event.
  var source: String?
  /// The address of an added event's source.
  var url: String?
  /// The ids of events that are the same one.
  var merge: [String] = []
  /// The tellings that are of another event.
  var split: [String] = []
  /// The telling whose sentence is the headline.
  var pin: String?
  /// Whether it is to be left out.
  var isDropped = false
  /// Who made it.
  var author: String
  /// Why.
  var reason: String
  /// Its line in the file.
  var line = 0

  /// Every id it names.
  var ids: [String] {
    var ids = [target.id] + merge + split
    if case .event(_, let mention?) = target { ids.append(mention) }
    if let pin { ids.append(pin) }
    return ids
  }

  /// Whether it sets anything of the event itself.
  var setsFields: Bool {
    date != nil || type != nil || status != nil || title != nil || place != nil || parties != nil
  }

  /// How many other events and tellings it names.
  var namedIDs: Int { merge.count + split.count + (pin == nil ? 0 : 1) }

  /// What it does, in a few words.
  var summary: String {
    var parts: [String] = []
    if case .added = target { parts.append("added") }
    if let date { parts.append("date \(date.edtf)") }
    if let type { parts.append("type \(type.rawValue)") }
    if let status { parts.append("status \(status.rawValue)") }
    if title != nil { parts.append("title") }
    if let place { parts.append("place \(place)") }
    if let parties { parts.append("parties \(parties.joined(separator: ", "))") }
    if !merge.isEmpty { parts.append("merged with \(merge.joined(separator: ", "))") }
    if !split.isEmpty { parts.append("split from \(split.joined(separator: ", "))") }
    if let pin { parts.append("headline \(pin)") }
    if isDropped { parts.append("dropped") }
    return parts.joined(separator: "; ")
  }

  /// What the event's own record says of it.
  var note: String { "\(summary) — \(author): \(reason)" }
}
