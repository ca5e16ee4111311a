import ArabicText
import Lexicons
import NewsModel

// Who stands beside a noun that names an event, and on which side.
extension EventNounFrame {
  /// The parties behind a noun that can be its sides.
  ///
  /// «لقائهما خلال قمة الحلف»: behind «خلال» stands the occasion; «المنسق بالاتحاد»: behind ب, away
  /// from the noun, whose man he is.
  static func sidesBehind(
    _ trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    let start = trigger.tokens.upperBound
    if sentence.isSubjectOfTalk(trigger) { return [] }
    let reach = trigger.form.shape == .shared ? 4 : 40
    let scan = sentence.scan
    let during = (start..<max(start, end)).first { scan.has(.during, at: $0) } ?? end
    // «لقاءاته السابقة، على تهدئة التوتر الذي نشأ بين …»: between whom another noun's clause tells.
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light].start : -1
    let relative = (start..<max(start, end)).first { index in
      scan.has(.relative, at: index) && scan.tokens[index].letterCount > 2 && index + 1 != verb
        && !scan.has(.headed, at: index + 1)
    }
    // «القمة وزيارتيه لقطر والأردن»: whose journey or deal another noun names.
    let another = (start..<max(start, end)).first { index in
      scan.isJoined(index)
        && scan.triggerForms(at: index).contains {
          $0.tense == .noun && [.journey, .document, .blow].contains($0.frame)
        }
    }
    var edge = start
    return sentence.parties(from: start, to: min(end, start + reach)).filter { span in
      // «في إطار جهود دول … وألمانيا»: joined to what was left out.
      if span.tokens.lowerBound > during, span.governor.isDisjoint(with: [.with, .between]),
        !span.clitics.contains(.and) || span.tokens.lowerBound - edge > 1
      {
        return false
      }
      if let another, span.tokens.lowerBound > another { return false }
      edge = span.tokens.upperBound
      if let relative, span.tokens.lowerBound > relative, relative > start + 1,
        span.governor.contains(.between)
      {
        return false
      }
      if span.kind == .pair, span.tokens.lowerBound - start > 8 { return false }
      // «للرد على هجوم روسيا»: whose attack or agreement another noun names.
      let before = span.tokens.lowerBound - 1
      if before >= start, span.clitics.isEmpty,
        scan.triggerForms(at: before).contains(where: { [.blow, .document].contains($0.frame) })
      {
        return false
      }
      return !sentence.isAffiliation(span, behind: start)
    }
  }

  /// «عقد اجتماعا مع فلان وفلان», «لقاءاته مع»: who met all whom «مع» names.
  static func doerBeside(
    _ parties: [PartySpan],
    of trigger: Trigger,
    in sentence: SentenceReader
  ) -> PartySpan? {
    guard let first = parties.first, first.governor.contains(.with),
      parties.allSatisfy({ $0.governor.contains(.with) || $0.clitics.contains(.and) })
    else { return nil }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light].start : trigger.start
    guard let doer = sentence.subject(before: min(light, trigger.start)),
      [.person, .office].contains(doer.kind), !parties.contains(where: { $0.means(doer) })
    else { return nil }
    return doer
  }

  /// Whether all are joined by و and none is a side over against the others.
  static func areJoined(_ parties: [PartySpan]) -> Bool {
    parties.count > 1 && parties.dropFirst().allSatisfy { $0.clitics.contains(.and) }
      && parties.allSatisfy {
        $0.governor.isDisjoint(with: [.with, .between]) && $0.kind != .state
      }
  }

  /// How many parties are meant: «البلدين» and «وزراء خارجية … و…» are several.
  static func heads(_ parties: [PartySpan]) -> Int {
    parties.reduce(0) { $0 + ($1.kind == .pair ? 2 : 1 + $1.moreCountries.count) }
  }

  /// Whether a phrase means several: «زعماء …», «وزراء خارجية …».
  static func isSeveral(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    !span.moreCountries.isEmpty || sentence.scan.has(.people, at: span.tokens.lowerBound)
  }

  static func isLed(from start: Int, to end: Int, in sentence: SentenceReader) -> Bool {
    (start..<max(start, end)).contains { sentence.scan.has([.headed, .with, .between], at: $0) }
  }
}

extension SentenceReader {
  /// «حضر الوزير أمس القمة», «شارك الرئيس فلان في اجتماع المجموعة»: who was there, by the verb before the noun.
  func attendees(of trigger: Trigger) -> [PartySpan] {
    guard
      let verb = clamped(trigger.start - 16, trigger.start).last(where: {
        has(.attended, at: $0) && scan.isVerb(at: $0)
      }), !crossesClause(from: verb + 1, to: trigger.start),
      !scan.has(.that, at: verb - 1) || !scan.has(.not, at: verb - 2),
      !scan.has(.not, at: verb - 1),
      !triggers.contains(where: {
        verb < $0.start && $0.start < trigger.start && $0.form.frame != .light
      })
    else { return [] }
    let behind = parties(from: verb + 1, to: trigger.start).filter {
      $0.clitics.isDisjoint(with: [.by, .to])
        && $0.governor.isDisjoint(with: [.inside, .with, .to])
    }
    let found = behind.isEmpty ? subjectBefore(verb) : EncounterFrame.linked(behind, in: self)
    return found.filter { $0.kind != .pair && $0.kind != .city }
  }
}

extension ArticleScan {
  /// The value of an ordinal word at a token: «الثالثة» is 3.
  func ordinal(at index: Int) -> Int? {
    guard index < words.count, words[index].classes.contains(.ordinal) else { return nil }
    return events.ordinal(of: words[index].hash(0))
  }
}
