import Lexicons
import NewsModel

/// Keeps, of the tellings of one event in one sentence, the best.
enum Deduplication {
  /// The types that tell of the same thing: an arrival is part of a visit.
  private static let classes: [String: String] = [
    "summit": "meeting", "arrival": "visit", "departure": "visit", "visit-end": "visit",
    "signing": "agreement", "ceasefire": "agreement", "announcement": "statement",
  ]

  static func best(of drafts: [Draft], in sentence: SentenceReader) -> [Draft] {
    func weight(_ draft: Draft) -> Int {
      let trigger = sentence.triggers[draft.trigger]
      var weight = trigger.isVerb ? 4 : trigger.light >= 0 ? 3 : 0
      if !sentence.dates[draft.trigger].isEmpty || draft.ownDate >= 0 { weight += 3 }
      weight += min(draft.parties.count, 3)
      weight += draft.parties.filter { $0.how != .pronoun }.count
      if draft.place != nil { weight += 1 }
      return weight
    }
    var kept: [Draft] = []
    for draft in drafts {
      let rival = kept.firstIndex {
        group($0, in: sentence) == group(draft, in: sentence) && sameEvent($0, draft, in: sentence)
      }
      if let rival {
        if weight(draft) > weight(kept[rival]) { kept[rival] = draft }
      } else {
        kept.append(draft)
      }
    }
    return kept
  }

  private static func group(_ draft: Draft, in sentence: SentenceReader) -> String {
    let id = sentence.scan.events.types[Int(draft.type)].id
    return classes[id] ?? id
  }

  /// The dates of a draft's trigger and of the verb that carries it.
  private static func dates(of draft: Draft, in sentence: SentenceReader) -> [Int32] {
    let light = sentence.triggers[draft.trigger].light
    return sentence.dates[draft.trigger] + (light >= 0 ? sentence.dates[light] : [])
  }

  private static func sameEvent(_ one: Draft, _ other: Draft, in sentence: SentenceReader) -> Bool {
    if one.trigger == other.trigger { return false }
    // «اندلعت اشتباكات خلال اقتحام البلدة»: who fought, and who went in.
    let isClash = [one, other].map { sentence.triggers[$0.trigger].form.deed == .clash }
    if isClash[0] != isClash[1] { return false }
    // Two named counterparts, or two dates, are two events.
    let dates = (dates(of: one, in: sentence), dates(of: other, in: sentence))
    let named = (
      one.parties.filter { $0.how != .pronoun }, other.parties.filter { $0.how != .pronoun }
    )
    let shared = named.0.contains { span in named.1.contains { $0.means(span) } }
    if !dates.0.isEmpty, !dates.1.isEmpty, dates.0 != dates.1 { return false }
    // «اجتماع … قبيل قمة»: the one is told by the other.
    let later = one.tokens.lowerBound > other.tokens.lowerBound ? one : other
    let id = sentence.scan.events.types[Int(later.type)].id
    if classes[id] != "visit", id != "visit",
      sentence.scan.follows([.after, .before, .during, .hold], at: later.tokens.lowerBound),
      sentence.triggers[later.trigger].form.shape == .indefinite
    {
      return false
    }
    if dates.0.isEmpty != dates.1.isEmpty {
      let low = min(one.tokens.upperBound, other.tokens.upperBound)
      let high = max(one.tokens.lowerBound, other.tokens.lowerBound)
      let isApart = (low..<max(low, high)).contains {
        sentence.scan.has([.that, .relative, .subordinate], at: $0)
      }
      if isApart { return false }
    }
    if let here = one.place, let there = other.place, here.entry != there.entry {
      // «عاد إلى بغداد بعد زيارة إلى باريس»: two lands are two journeys, though of one man.
      let isAbroad =
        here.country >= 0 && there.country >= 0 && here.country != there.country
        && group(one, in: sentence) == "visit"
      if isAbroad || !shared { return false }
    }
    if named.0.count >= 2, named.1.count >= 2 {
      let differ =
        named.1.contains { span in !named.0.contains { $0.means(span) } }
        && named.0.contains { span in !named.1.contains { $0.means(span) } }
      if differ { return false }
    }
    return true
  }
}
