import ArabicText
import Chronology
import Lexicons
import NewsModel

// What another verb of the sentence says of how far an event has come: that it was called off, that it is
// denied, that it lies in the course of what is to come.
extension StatusReader {
  /// «نفى متحدث أن يكون الرئيس قد التقى»: the denial reaches the verb over «أن يكون … قد».
  func isDeniedBeing(before start: Int, _ verb: Trigger) -> Bool {
    guard verb.start == start, verb.form.tense == .past, scan.has(.qad, at: start - 1) else {
      return false
    }
    let reach = sentence.clamped(start - 16, start - 1)
    guard
      let being = reach.last(where: { index in
        scan.has(.be, at: index) && scan.has(.that, at: index - 1)
      }),
      !sentence.crossesClause(from: being, to: start)
    else { return false }
    return sentence.clamped(being - 16, being).contains { scan.has(.deny, at: $0) }
  }

  /// «المفاوضات بين الطرفين، بشأن …، تم تأجيلها»: what is said to be put off or called off behind its noun.
  func putOff(_ trigger: Trigger) -> EventStatus? {
    guard trigger.form.frame == .event, trigger.form.shape == .definite, trigger.light < 0 else {
      return nil
    }
    let reach = sentence.clamped(
      trigger.tokens.upperBound + 1,
      trigger.tokens.upperBound + Self.putOffReach
    )
    let word = reach.first { index in
      scan.has([.postpone, .cancel], at: index)
        && scan.triggerForms(at: index - 1).contains { $0.frame == .happen }
    }
    guard let word, !reach.contains(where: { $0 < word && scan.has([.relative, .that], at: $0) })
    else { return nil }
    return scan.has(.cancel, at: word) ? .cancelled : .postponed
  }

  /// How many words behind its noun «تم تأجيله» may stand.
  private static let putOffReach = 20

  /// «ألغت المرشحة، فلانة، لقاء مع», «أرجأ الرئيس الأمريكي زيارة»: the object of the verb, with nobody but its doer between.
  func calledOff(_ trigger: Trigger, head: Int) -> EventStatus? {
    guard !trigger.isVerb, head == trigger.start, trigger.clitics.isEmpty,
      let verb = sentence.clamped(head - Self.calledOffReach, head).last(where: {
        scan.has([.cancel, .postpone], at: $0)
      }), scan.isVerb(at: verb),
      !(verb + 1..<head).contains(where: { index in
        scan.isVerb(at: index) || scan.has([.not, .that, .relative, .subordinate], at: index)
          || !scan.words[index].classes.isDisjoint(with: [
            .after, .before, .during, .at, .to, .on, .inside, .with, .between, .topic, .about,
          ])
      }), !scan.has(.from, at: head - 1)
    else { return nil }
    return scan.has(.cancel, at: verb) ? .cancelled : .postponed
  }

  /// «المحادثات المباشرة بين الطرفين توقفت», «المفاوضات تعثرت»: what came to a halt.
  func isHalted(_ trigger: Trigger) -> Bool {
    guard trigger.form.frame == .event, trigger.form.shape == .definite, trigger.light < 0,
      let verb = sentence.clamped(
        trigger.tokens.upperBound,
        trigger.tokens.upperBound + Self.haltReach
      ).first(where: { scan.isVerb(at: $0) || sentence.has(.halted, at: $0) })
    else { return false }
    return sentence.has(.halted, at: verb) && scan.words[verb].classClitics.isEmpty
      && !(trigger.tokens.upperBound..<verb).contains { index in
        scan.tokens[index].kind == .mark
          || scan.has([.not, .that, .relative, .subordinate], at: index)
      }
  }

  /// How many words behind its subject a verb of halting may stand.
  private static let haltReach = 7

  /// How many words before its object «ألغى» may stand.
  private static let calledOffReach = 12

  /// Whether a word is «أو».
  func isOr(_ index: Int) -> Bool {
    index >= sentence.range.lowerBound
      && scan.text.letters(of: scan.tokens[index])
        .elementsEqual([LetterCode.alef, LetterCode.waw])
  }

  /// «من المتوقع أن يوجه خطابا خلال زيارته», «لن يتردد في طرحها لدى لقائه»: what is told to come in the
  /// course of something lets that be to come as well.
  func isWithinPlan(_ trigger: Trigger) -> Bool {
    guard scan.has([.during, .at], at: trigger.start - 1),
      let main = (sentence.clauseStart(before: trigger.start)..<trigger.start).first(where: {
        scan.isVerb(at: $0) || isWillNot($0)
      })
    else { return false }
    let opener = sentence.clauseStart(before: trigger.start) - 1
    return isWillNot(main)
      || scan.has(.that, at: opener) && scan.has(.planned, at: opener - 1)
        && !scan.has(.be, at: opener - 2)
  }

  /// «تسعى لترتيب لقاء هذا الشهر على هامش اجتماعات الجمعية»: what is sought in the course of something lets that be
  /// to come as well, as long as its time does not say otherwise.
  func isOnMarginOfPlan(_ trigger: Trigger, date: EventDate) -> Bool {
    guard trigger.form.frame == .event, scan.has(.during, at: trigger.start - 1),
      let published = scan.article.date, let last = date.span.latest, last >= published,
      let earlier = sentence.triggers.last(where: {
        $0.start < trigger.start && $0.form.frame == .event && !$0.isVerb
      }), !sentence.crossesClause(from: earlier.tokens.upperBound, to: trigger.start)
    else { return false }
    return sentence.headsBefore(earlier.start, atMost: 6).contains {
      sentence.has([.sought, .unreal], at: $0)
    }
  }

  /// Whether a word is «لن», which denies what is to come.
  private func isWillNot(_ index: Int) -> Bool {
    scan.has(.not, at: index)
      && scan.text.letters(of: scan.tokens[index])
        .elementsEqual([LetterCode.lam, LetterCode.noon])
  }
}
