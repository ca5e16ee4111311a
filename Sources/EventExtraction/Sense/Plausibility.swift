import ArabicText
import Lexicons
import NewsModel

/// Asks of what a frame proposes whether it is an event of public affairs that someone tells.
///
/// A frame sees words that stand rightly; a company signs and a club meets in the same words. So a
/// party must be a public actor, the noun no mere theme («سياسة العدوان»), and what is told must
/// be more than possible («أي اتفاق», «كي لا»).
struct Plausibility {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  func allows(_ draft: Draft) -> Bool { refusal(of: draft) == nil }

  /// Why a draft is no event of public affairs; `nil` when it is one.
  func refusal(of draft: Draft) -> Refusal? {
    let trigger = sentence.triggers[draft.trigger]
    switch trigger.form.frame {
    case .speech, .word:
      if scan.events.types[Int(draft.type)].id == "resignation", isPrivate(draft, trigger) {
        return .privateSphere
      }
      return SenseCheck(sentence: sentence).isTold(draft) ? nil : .sense
    default: break
    }
    if trigger.isVerb, endsInTehMarbuta(trigger) { return .sense }
    if isPrivate(draft, trigger) { return .privateSphere }
    if isNobody(draft, trigger) { return .nobody }
    if isTheme(trigger) { return .theme }
    if isGeneric(draft, trigger) { return .generic }
    return SenseCheck(sentence: sentence).holds(draft) ? nil : .sense
  }

  /// Why a draft is refused.
  enum Refusal: String {
    case privateSphere
    case nobody
    case theme
    case generic
    case sense
  }

  // MARK: - Who

  /// The parties that the text names beside the trigger.
  private func named(_ draft: Draft) -> [PartySpan] {
    draft.parties.filter { $0.how != .pronoun }
  }

  /// Whether the parties named are of two states or international bodies.
  private func isBetweenStates(_ draft: Draft) -> Bool {
    var sides: Set<Int32> = []
    for span in named(draft) where span.entry >= 0 || span.country >= 0 || span.kind == .pair {
      sides.insert(span.country >= 0 ? span.country : span.entry)
      for country in span.moreCountries { sides.insert(country) }
    }
    return sides.count >= 2
  }

  /// Companies, courts, sport and school near the trigger: their meetings and deeds are not public.
  private func isPrivate(_ draft: Draft, _ trigger: Trigger) -> Bool {
    if draft.rule == "election",
      sentence.range.contains(where: {
        isOfPrivateSphere($0) || scan.has(.sport, at: $0)
      })
    {
      return true
    }
    let near = sentence.clamped(trigger.start - 6, trigger.tokens.upperBound + 10)
    if isBetweenStates(draft), trigger.form.frame != .blow {
      // «لقاء ضم الطلاب المشاركين من اليابان والصين … بجامعة»
      let around = sentence.clamped(trigger.start - 14, trigger.tokens.upperBound + 10)
      return around.filter(isOfPrivateSphere).count > 1
    }
    // «قصف مدرسة»: what a blow strikes may well be private.
    let isBlow = [.blow, .strike].contains(trigger.form.frame)
    if near.contains(where: { isOfPrivateSphere($0) && !(isBlow && sentence.isSite($0)) }) {
      return true
    }
    if near.filter({ scan.has(.sport, at: $0) }).count > 1, trigger.form.frame != .object {
      return true
    }
    return draft.parties.contains { span in
      guard span.entry < 0, span.kind != .thing,
        span.tokens.lowerBound >= sentence.range.lowerBound
      else {
        return false
      }
      let around = sentence.clamped(span.tokens.lowerBound - 1, span.tokens.upperBound + 3)
      return around.contains { isOfPrivateSphere($0) && !(isBlow && sentence.isSite($0)) }
    }
  }

  /// Whether a word is of a private sphere and of no name: «حركة طالبان» are no two students.
  private func isOfPrivateSphere(_ index: Int) -> Bool {
    sentence.has(.privateSphere, at: index)
      && !sentence.spans.contains { $0.entry >= 0 && $0.tokens.contains(index) }
  }

  /// Whether no party is a state, an office, a body or a person of the gazetteer.
  private func isNobody(_ draft: Draft, _ trigger: Trigger) -> Bool {
    // «شنه مسلحون»: fighters without a name are nobody that a table knows, yet they struck.
    let isBlow = [.blow, .strike].contains(trigger.form.frame)
    if draft.parties.allSatisfy({ $0.how == .unlinked && (isBlow || isFighters($0)) }) {
      let light = trigger.light
      return draft.place == nil && sentence.dates[draft.trigger].isEmpty
        && (light < 0 || draft.parties.isEmpty || sentence.dates[light].isEmpty)
        && !isTold(trigger)
        && !isDone(draft, trigger)
    }
    // A dated event, or a journey, at a known place stands without its parties.
    if let place = draft.place, place.country >= 0,
      trigger.form.frame == .journey || !sentence.dates[draft.trigger].isEmpty
    {
      return false
    }
    if draft.rule.hasPrefix("document"), draft.parties.contains(where: { $0.kind == .organisation })
    {
      return false
    }
    // «اتفق قادة الدول الأوروبية»
    if trigger.form.frame == .agree, draft.parties.contains(where: sentence.isSeveralOfBloc) {
      return false
    }
    // A meeting is told of someone who is named.
    let isEncounter =
      trigger.form.frame == .encounter
      && !draft.recipients.contains { $0.clitics.contains(.by) || $0.governor.contains(.with) }
    return !draft.parties.contains { span in
      if isEncounter, span.how == .pronoun, span.kind != .pair, draft.parties.count > 1 {
        return false
      }
      return span.entry >= 0 || span.country >= 0 || span.office >= 0 || span.kind == .pair
        || span.kind == .institution || sentence.isSeveralOfBloc(span)
    }
  }

  private func isFighters(_ span: PartySpan) -> Bool {
    span.kind == .thing
      || sentence.has([.fighters, .fighter, .troops, .people], at: span.tokens.lowerBound)
  }

  /// «هجوم شنه مسلحون»: a past verb of doing, with those who did it.
  private func isDone(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.light >= 0, !draft.actors.isEmpty else { return false }
    let verb = sentence.triggers[trigger.light]
    return verb.form.tense == .past
      && (verb.form.frame == .light || sentence.has(.suffered, at: verb.start))
  }

  /// «الهجوم الذي وقع», «بعد الهجوم»: told as happened.
  private func isTold(_ trigger: Trigger) -> Bool {
    trigger.form.shape == .definite || scan.has([.after, .during], at: trigger.start - 1)
  }

  /// ة ends no verb: «قابلة للنقاش» is no meeting, though it folds to «قابله».
  private func endsInTehMarbuta(_ trigger: Trigger) -> Bool {
    let end = Int(scan.tokens[trigger.start].end)
    let bytes = scan.text.bytes
    return end >= 2 && end <= bytes.count && bytes[end - 2] == 0xD8 && bytes[end - 1] == 0xA9
  }

  // MARK: - What

  /// «سياسة العدوان», «ضحايا الهجوم», «حول اتفاقية»: the noun is what something else is about.
  private func isTheme(_ trigger: Trigger) -> Bool {
    guard trigger.form.tense == .noun else { return false }
    // A clause of its own tells that it happened: «ضحايا الهجوم الذي وقع».
    if trigger.light >= 0, sentence.triggers[trigger.light].start > trigger.start { return false }
    // «سيناريوهات تعرض البلاد لهجمات»: the theme stands before the noun of holding.
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    if let light, light.start < trigger.start,
      light.form.tense == .noun
        || light.form.number == .single && sentence.has(.suffered, at: light.start),
      sentence.has(.theme, at: light.start - 1)
    {
      return true
    }
    for (distance, index) in sentence.wordsBefore(trigger.start, atMost: 2).enumerated() {
      let cues = sentence.cues(at: index)
      if cues.contains(.theme) {
        // Of two words before, the first must be the other's genitive: «نقطة الصفر في».
        return distance == 0 || !scan.isVerb(at: index + 1) && trigger.form.frame != .blow
      }
      if distance == 0, scan.has(.during, at: index) || scan.has(.after, at: index) { return false }
    }
    return false
  }

  /// «أي اتفاق», «من يفرض», «كي لا أبرم», «القدرة على»: nobody says that it is so.
  private func isGeneric(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    let head = light.map { min($0.start, trigger.start) } ?? trigger.start
    let isWeak = named(draft).count < 2
    let object = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 2)
    if sentence.has(.any, at: trigger.start - 1) {
      // «نفى أي لقاء بين …» takes back one that is talked of; «أي اجتماع سيعقد» is none.
      let isTakenBack = sentence.wordsBefore(trigger.start, atMost: 6).contains {
        scan.has([.deny, .not], at: $0)
      }
      return isWeak || !isTakenBack || !isBetweenStates(draft)
    }
    if [.object, .sign].contains(trigger.form.frame), sentence.has(.any, in: object) {
      return true
    }
    // «لمن يفرض العقوبات»
    if trigger.isVerb, trigger.clitics.isEmpty, isFreeRelative(head) {
      return true
    }
    guard isWeak, sentence.dates[draft.trigger].isEmpty else { return false }
    let reach = trigger.form.tense == .noun ? 3 : 4
    if let verb = light ?? (trigger.isVerb ? trigger : nil),
      [.past, .passive].contains(verb.form.tense), verb.form.number != .first,
      verb.form.feminine || !sentence.has([.unreal, .sought], at: verb.start - 1)
    {
      return false
    }
    return sentence.wordsBefore(head, atMost: reach).contains { sentence.has(.unreal, at: $0) }
  }

  /// من, لمن, ممن right before a verb.
  private func isFreeRelative(_ index: Int) -> Bool {
    let before = index - 1
    guard before >= sentence.range.lowerBound else { return false }
    return scan.has(.from, at: before) && !sentence.has(.unreal, at: before)
  }
}
