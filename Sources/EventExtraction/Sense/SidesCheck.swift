import ArabicText
import Lexicons
import NewsModel

// Whether who is said to take part can be the ones: what SenseCheck asks of the sides.
extension SenseCheck {
  /// Whether a state that only the text before names stands for who travels or meets.
  ///
  /// «زيارته», «لقائه بـ» are of a man; that no table knows him makes his state no guest.
  func isOfRecalledState(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard draft.parties.contains(where: { $0.kind == .state && $0.how == .pronoun }),
      trigger.form.number != .dual, trigger.form.shape != .shared
    else { return false }
    switch trigger.form.frame {
    case .journey, .travel, .go: return draft.actors.allSatisfy { $0.kind == .state }
    case .event, .encounter, .discuss:
      return draft.parties.filter { $0.how != .pronoun || $0.kind == .pair }.count < 2
    default: return false
    }
  }

  /// Whether an agreement names one side only: it takes two, or a phrase that means several.
  func isOneSided(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard [.sign, .agree].contains(trigger.form.frame), !sentence.isConsent(trigger),
      draft.parties.count == 1,
      let only = draft.parties.first, only.kind != .pair, only.moreCountries.isEmpty
    else { return false }
    return !scan.has([.people, .body], at: only.tokens.lowerBound)
  }

  /// Whether most of whom an event names are strings that no table knows: too little to trust.
  func isOfStrings(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.form.frame != .blow, trigger.form.frame != .strike else { return false }
    let strings = draft.parties.filter {
      $0.entry < 0 && $0.country < 0 && $0.office < 0 && $0.name != nil && $0.antecedent < 0
        && $0.kind != .thing
    }
    return strings.count >= 2 && strings.count * 2 >= draft.parties.count
  }

  /// Whether nobody beside the trigger is named, and nothing but the last subject stands for it.
  ///
  /// A possessor («زيارته», «وصوله») or a verb right behind its subject points to him; a bare noun or
  /// a verb of many does not.
  func isFarFetched(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard !draft.parties.isEmpty,
      draft.parties.allSatisfy({ span in
        span.how == .pronoun && span.kind != .pair
          && !(span.kind == .state && [.blow, .withdraw].contains(trigger.form.frame))
          && sentence.typeName(of: trigger) != "ceasefire"
      })
    else { return false }
    if trigger.form.isPossessed || trigger.form.hasObject { return false }
    if trigger.form.number == .dual, trigger.light >= 0 { return false }
    if isOnJourney(draft, trigger) { return false }
    if trigger.isVerb {
      if trigger.form.number == .plural { return true }
      let before = draft.parties.contains { span in
        span.tokens.upperBound <= trigger.start
          && span.tokens.lowerBound >= sentence.range.lowerBound
          && trigger.start - span.tokens.upperBound <= 14
      }
      return !before && !trigger.clitics.contains(.and)
        && trigger.start - sentence.range.lowerBound > 2
    }
    return true
  }

  /// «قال الوزير خلال زيارة للعراق», «في أول زيارة إلى عمان», «أعلن عزمه زيارة إيران»: whom the sentence
  /// speaks of is on the journey, or means to go.
  private func isOnJourney(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let before = trigger.start - 1
    let leading = scan.has(.ordinal, at: before) ? before - 1 : before
    guard trigger.form.frame == .journey, draft.place != nil,
      scan.has([.during, .inside, .planned], at: leading)
        || trigger.form.shape == .indefinite && scan.has([.after, .from], at: leading)
    else { return false }
    return draft.actors.allSatisfy {
      [.person, .office].contains($0.kind) && $0.tokens.lowerBound >= sentence.range.lowerBound
        && $0.tokens.upperBound <= trigger.start
        && (!scan.has(.planned, at: leading) || scan.isVerb(at: $0.tokens.lowerBound - 1))
    }
  }

  /// «جولة تفقدية في المستشفى», «الجولة الأولى من القتال»: no tour abroad, for it leads to no other state
  /// and through no region.
  func isTourAtHome(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard scan.has(.tour, at: trigger.start) else { return false }
    let after = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 3)
    if after.contains(where: { scan.has(.ordinal, at: $0) }) { return true }
    let homes = Set(draft.actors.map(\.country).filter { $0 >= 0 })
    if let place = draft.place {
      return place.country >= 0 && (homes.isEmpty || homes.contains(place.country))
    }
    return !after.contains { index in
      scan.has(.abroad, at: index)
        || scan.senses(at: index).contains {
          [.bloc, .adjective].contains($0.kind) && !homes.contains($0.entry)
        }
    } && !isToured(draft, trigger)
  }

  /// «جولة الوزير الأميركي»: a foreign office right behind the noun.
  private func isToured(_ draft: Draft, _ trigger: Trigger) -> Bool {
    draft.actors.contains {
      $0.how != .pronoun && $0.country >= 0 && $0.tokens.lowerBound == trigger.tokens.upperBound
    }
  }

  /// «وفيما يتعلق باللقاء مع بايدن»: a bare noun names one side, and only the sentences before, or who
  /// tells of it, would fill the other.
  func isOfOneNamedSide(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.form.frame == .event, !trigger.form.isPossessed,
      trigger.light < 0
        // «الاجتماع الذي ستستضيفه موسكو»
        || sentence.has([.hostVerb, .venue], at: sentence.triggers[trigger.light].start)
    else { return false }
    let named = draft.parties.filter { span in
      span.kind == .pair || span.how != .pronoun
        || span.tokens.lowerBound >= sentence.range.lowerBound
          // «في لقاء مع نظيره، أكد الوزير»: whoever the main verb names behind it.
          && (span.tokens.upperBound <= trigger.start
            || scan.isVerb(at: span.tokens.lowerBound - 1))
    }
    let sides = named.reduce(0) { $0 + ($1.kind == .pair ? 2 : 1 + $1.moreCountries.count) }
    let isOfBloc = draft.parties.contains { $0.kind == .organisation && $0.entry >= 0 }
    return sides < 2 && draft.parties.count >= 2 && !isOfBloc
  }

  /// A cabinet or a council sitting at home: all of one state, and not two men or two movements, nor a man
  /// with a body that the text names beside him.
  func isSittingAtHome(_ draft: Draft, _ trigger: Trigger) -> Bool {
    var countries: Set<Int32> = []
    var persons = 0
    for span in draft.parties {
      if span.kind == .pair { return false }
      guard span.country >= 0 else {
        // «مجلس الوزراء», and not «مجلس وزراء الخارجية العرب».
        if span.entry >= 0 || span.tokens.count > 2
          || !scan.has(.institution, at: span.tokens.lowerBound)
        {
          return false
        }
        continue
      }
      if span.kind == .organisation, span.entry >= 0,
        ["armed", "party"].contains(scan.actors.entries[Int(span.entry)].category)
      {
        return false
      }
      if span.kind == .person { persons += 1 }
      countries.insert(span.country)
      countries.formUnion(span.moreCountries)
    }
    return countries.count == 1 && persons < 2 && !isHeldWith(draft, trigger)
  }

  /// «اجتمع رئيس الوزراء مع ممثلي الأحزاب», «يترأس الرئيس جلسة للحكومة»: a verb tells it of an office or a
  /// man who is known and of those whom the text names with him.
  private func isHeldWith(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    guard trigger.isVerb || light.map({ $0.isVerb }) ?? false,
      !draft.actors.isEmpty, !draft.recipients.isEmpty,
      draft.parties.allSatisfy({ $0.how != .pronoun && $0.kind != .state && $0.kind != .city })
    else { return false }
    return draft.parties.contains {
      [.person, .office].contains($0.kind) && ($0.entry >= 0 || $0.country >= 0)
    }
  }

  /// A meeting is told of two sides, at least one of whom a table knows; an office without its state,
  /// «وزير الدفاع», is no side, nor is a name that nothing says who he is.
  func isOfKnownSides(_ draft: Draft) -> Bool {
    var known = 0
    var told = 0
    for span in draft.parties {
      if span.kind == .pair {
        known += 2
      } else if span.entry >= 0 || span.country >= 0 {
        known += 1 + span.moreCountries.count
      } else if span.kind == .organisation || span.kind == .person && span.office >= 0
        || span.kind == .institution || sentence.isSeveralOfBloc(span)
      {
        told += 1
      }
    }
    return known >= 1 && known + told >= 2 || draft.ordinal != nil
      || draft.parties.contains(where: sentence.isSeveralOfBloc)
      || draft.parties.contains { $0.kind == .organisation && $0.entry >= 0 }
  }
}
