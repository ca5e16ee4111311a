import ArabicText
import Lexicons
import NewsModel

/// Whom a truce binds, where nobody stands beside its noun: «أعلن التحالف هدنة», «منذ وقف إطلاق النار عام كذا».
enum TruceSides {
  /// Who declares a truce: the subject of the verb whose object it is.
  static func announcers(of trigger: Trigger, in sentence: SentenceReader) -> [PartySpan] {
    let scan = sentence.scan
    let before = sentence.triggers.last { verb in
      verb.isVerb && verb.start < trigger.start && isTelling(verb, in: sentence)
        && trigger.start - verb.tokens.upperBound <= 12
        && !sentence.crossesClause(from: verb.tokens.upperBound, to: trigger.start)
        && !(verb.tokens.upperBound..<trigger.start).contains {
          scan.has([.on, .about, .to, .during, .after, .before, .relative], at: $0)
            || scan.isVerb(at: $0)
        }
    }
    guard let verb = before, trigger.form.shape == .indefinite else { return [] }
    return sentence.subjectOf(verb, before: trigger.start).filter { AttackFrame.isFighter($0) }
  }

  private static func isTelling(_ verb: Trigger, in sentence: SentenceReader) -> Bool {
    [.past, .passive].contains(verb.form.tense) && sentence.typeName(of: verb) == "announcement"
  }

  /// Whom a dated truce binds: the two whom its sentence names, else the two of whom the text has just told something.
  static func sides(
    of trigger: Trigger,
    hasDate: Bool,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    guard hasDate || trigger.light >= 0 else { return [] }
    // «رحبت إيران», «منذ وقف إطلاق النار نشرت روسيا قوات»: what one of them did besides; «الذي توسطت فيه روسيا»
    // tells of the truce itself.
    let helpers = sentence.triggers.filter { verb in
      verb.isVerb && ![.light, .happen].contains(verb.form.frame)
        && sentence.spans.contains { $0.tokens.lowerBound == verb.tokens.upperBound }
    }
    let isOfOther = helpers.contains { !isOfTruce($0, trigger, in: sentence) }
    var all: [PartySpan] = []
    if !isOfOther {
      all = Array(
        sentence.parties(
          from: sentence.range.lowerBound,
          to: sentence.range.upperBound,
          pastTopics: true
        ).filter { span in
          AttackFrame.isFighter(span) && span.clitics.isDisjoint(with: [.to, .by])
            && !helpers.contains { $0.tokens.upperBound == span.tokens.lowerBound }
        }.prefix(2)
      )
      // One alone is of another matter, unless it stands beside it: «إعلان حماس وقف إطلاق النار».
      if all.count < 2 {
        all.removeAll {
          abs($0.tokens.lowerBound - trigger.tokens.upperBound) > 6
            && abs(trigger.start - $0.tokens.upperBound) > 3
        }
      }
    }
    guard all.isEmpty, sentence.memory.together.count == 2, isPast(trigger, in: sentence) else {
      return all
    }
    return sentence.memory.together.map {
      var side = $0
      (side.how, side.governor, side.clitics) = (.pronoun, [], [])
      return side
    }
  }

  /// «وقف إطلاق النار الذي توسطت فيه روسيا»: a verb of the clause that tells of the truce.
  private static func isOfTruce(
    _ verb: Trigger,
    _ trigger: Trigger,
    in sentence: SentenceReader
  ) -> Bool {
    verb.start > trigger.start && verb.start - trigger.tokens.upperBound <= 4
      && sentence.scan.has(.relative, at: verb.start - 1)
  }

  /// «منذ وقف إطلاق النار», «إعلان وقف إطلاق النار»: one that came about.
  private static func isPast(_ trigger: Trigger, in sentence: SentenceReader) -> Bool {
    sentence.scan.has([.after, .since], at: trigger.start - 1)
      || sentence.triggers.contains {
        $0.tokens.upperBound == trigger.start && sentence.typeName(of: $0) == "announcement"
      }
  }
}
