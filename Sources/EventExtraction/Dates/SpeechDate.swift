import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The day of what is said, where its words part the verb from its day: «قال … في مؤتمر صحفي أمس إن»,
/// «أعلن أمس في بيان أن», «أكد … في البيان الختامي للاجتماع الأحد».
///
/// A saying and what carries it (a statement, an interview) are one act, so they share one day. What
/// is issued at the end of a meeting is of the meeting's day.
extension DateAttachment {
  /// The day that a verb of saying has from its vehicle, or a vehicle from its verb.
  func dateOfSaying(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    switch trigger.form.frame {
    case .speech where trigger.isVerb:
      let vehicles = sentence.vehicles(of: number)
      let limit = sentence.opener(after: trigger.tokens.upperBound)
      return vehicles.lazy.compactMap { own($0, before: limit) }.first { suits($0, trigger) }
        ?? vehicles.lazy.compactMap { occasion(of: $0, before: limit) }
        .first { suits($0, trigger) }
    case .word:
      let verb = sentence.sayingVerb(before: number)
      let head = verb.map { sentence.triggers[$0] } ?? trigger
      let limit = sentence.opener(after: head.tokens.upperBound)
      if let verb, let date = own(verb, before: limit) { return date }
      if let date = occasion(of: number, before: limit), suits(date, head) { return date }
      return dayOfWhatCame(number)
    default: return nil
    }
  }

  /// «وأمس الجمعة أعلنت … أنها استهدفت», «أعلن … الخميس أنه توصل إلى»: what is announced as done was
  /// done on the day of the announcement, as long as no other day is told of it.
  func announced(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard trigger.isVerb, trigger.form.tense == .past,
      let verb = sentence.triggers[..<number].lastIndex(where: {
        $0.isVerb && ![.light, .happen].contains($0.form.frame)
      }),
      isAnnouncement(sentence.triggers[verb])
    else { return nil }
    let limit = sentence.opener(after: sentence.triggers[verb].tokens.upperBound)
    guard limit < trigger.start, scan.has(.that, at: limit), trigger.start - limit <= 8,
      belongsToSaying(limit - 1),
      !(limit..<trigger.start).contains(where: { scan.has([.be, .relative], at: $0) }),
      !(limit..<sentence.clauseEnd(after: trigger.start)).contains(where: { scan.dateAt[$0] >= 0 }),
      var date = own(verb, before: limit) ?? onlyDay(from: verb, before: limit),
      date.span.earliest != nil, suits(date, trigger)
    else { return nil }
    date.basis = .sentence
    return date
  }

  /// «أعلنت، في بيان أصدرته الخميس، أنها هاجمت»: the one time between the verb and its words.
  private func onlyDay(from verb: Int, before limit: Int) -> EventDate? {
    let start = sentence.triggers[verb].tokens.upperBound
    let numbers = Set((start..<max(start, limit)).map { scan.dateAt[$0] }.filter { $0 >= 0 })
    guard numbers.count == 1, let only = numbers.first,
      scan.expressions[Int(only)].relation == nil
    else { return nil }
    return event(only, basis: .sentence)
  }

  /// Whether a word is who announces, when or where; «إلا» before «أن» is none of them and turns away.
  private func belongsToSaying(_ index: Int) -> Bool {
    scan.tokens[index].kind == .mark || scan.dateAt[index] >= 0
      || sentence.triggers.contains { $0.tokens.contains(index) }
      || sentence.spans.contains { $0.tokens.contains(index) }
  }

  /// Whether a verb announces, rather than says: «أعلن».
  private func isAnnouncement(_ trigger: Trigger) -> Bool {
    let type = Int(trigger.form.type)
    return trigger.form.frame == .speech && trigger.form.tense != .future
      && scan.events.types.indices.contains(type) && scan.events.types[type].id == "announcement"
  }

  /// The date of a trigger or of the verb that carries it, told before the words that are said.
  private func own(_ number: Int, before limit: Int) -> EventDate? {
    let isTold = (sentence.range.lowerBound..<max(sentence.range.lowerBound, limit)).contains {
      scan.dateAt[$0] >= 0 && sentence.dates[number].contains(scan.dateAt[$0])
    }
    if isTold, let date = best(of: number) { return date }
    let light = sentence.triggers[number].light
    guard light >= 0, light != number else { return nil }
    return own(light, before: limit)
  }

  /// The date of the meeting that a statement was issued at: «بيان في ختام اجتماعهما أمس».
  private func occasion(of number: Int, before limit: Int) -> EventDate? {
    let end = sentence.triggers[number].tokens.upperBound
    guard number + 1 < sentence.triggers.count else { return nil }
    let next = sentence.triggers[number + 1]
    guard next.form.frame == .event, !next.isVerb, next.start - end <= 4,
      next.clitics.contains(.to) || next.start == end
        || (max(end, next.start - 2)..<next.start).contains(where: {
          scan.has([.during, .after], at: $0)
        })
    else { return nil }
    return own(number + 1, before: limit)
  }

  /// «جاء ذلك في بيان …»: said on the day of what the sentence before tells.
  private func dayOfWhatCame(_ number: Int) -> EventDate? {
    guard sentence.refersBack, let told = sentence.memory.told, sentence.memory.toldAge <= 1,
      !sentence.triggers[..<number].contains(where: { $0.isVerb && $0.form.frame != .light })
    else { return nil }
    var date = told
    if date.basis != .publication { date.basis = .paragraph }
    return date
  }
}

extension SentenceReader {
  /// Where the words of a verb of saying begin: at «أن», a colon or a quotation.
  func opener(after index: Int) -> Int {
    (index..<max(index, range.upperBound)).first {
      scan.has(.that, at: $0) || scan.tokens[$0].mark == .colon || opensQuote($0)
    } ?? clauseEnd(after: index - 1)
  }

  /// What carries the words of a verb of saying: «قال … في مقابلة».
  func vehicles(of number: Int) -> [Int] {
    let end = opener(after: triggers[number].tokens.upperBound)
    return triggers.indices.filter {
      $0 > number && triggers[$0].start < end && triggers[$0].form.frame == .word
        && scan.has([.inside, .during], at: triggers[$0].start - 1)
    }
  }

  /// The verb of saying whose words a noun carries: «أعلن … في بيان».
  func sayingVerb(before number: Int) -> Int? {
    guard
      let verb = triggers.lastIndex(where: { $0.start < triggers[number].start && $0.isVerb }),
      triggers[verb].form.frame == .speech, vehicles(of: verb).contains(number)
    else { return nil }
    return verb
  }

  /// Whether a sentence says where the news before it was told: «جاء ذلك في …», «وجاء ذلك خلال …».
  ///
  /// «يأتي ذلك» tells what else goes on.
  var refersBack: Bool {
    range.prefix(4).contains { index in
      guard scan.has(.referring, at: index), index > range.lowerBound,
        scan.words[index - 1].classes.contains(.verb)
      else { return false }
      let letters = scan.text.letters(of: scan.tokens[index - 1])
      return !letters.prefix(2).contains(LetterCode.yeh)
        && (index + 1..<min(range.upperBound, index + 3)).contains {
          scan.has([.inside, .during], at: $0)
        }
    }
  }
}
