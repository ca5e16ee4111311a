import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The verb of saying that carries an event, and the day told with it.
extension CarriedDate {
  /// Where the words of a verb of saying begin: at «أن», a colon or a quotation.
  func isOpener(_ index: Int) -> Bool {
    scan.has(.that, at: index) && !scan.has([.after, .before, .not], at: index - 1)
      || scan.tokens[index].mark == .colon || sentence.opensQuote(index)
  }

  /// The verb that says the words behind an opener; its last verb, so that no other comes between.
  func saying(before opener: Int) -> Int? {
    let verb = (sentence.range.lowerBound..<opener).last(where: isFinite)
    if let verb { return isSaying(verb) ? verb : nil }
    // «ووفق مراسلنا، فإن»
    return sentence.range.prefix(3).first { scan.has(.source, at: $0) }
  }

  func isFinite(_ index: Int) -> Bool {
    // «فجر اليوم» is no verb.
    scan.dateAt[index] < 0
      && (scan.isVerb(at: index) || sentence.has(.reporting, at: index)
        || isHeading && sentence.has(.reports, at: index))
  }

  func isSaying(_ index: Int) -> Bool {
    if sentence.has(.reporting, at: index) { return true }
    // «ومراسلنا يفيد بأن»: in the first lines of an article.
    if isHeading, sentence.has(.reports, at: index) { return true }
    guard let trigger = sentence.triggers.first(where: { $0.start == index }),
      trigger.form.frame == .speech,
      trigger.form.tense == .past || trigger.form.tense == .imperfect && isHeading,
      scan.events.types.indices.contains(Int(trigger.form.type))
    else { return false }
    return ["statement", "announcement"].contains(scan.events.types[Int(trigger.form.type)].id)
  }

  /// The one day told with a verb of saying, or the article's when no time is.
  func found(_ verb: Int, until end: Int, of trigger: Trigger) -> Found? {
    let start =
      (sentence.range.lowerBound..<verb).last(where: isFinite).map { $0 + 1 }
      ?? sentence.range.lowerBound
    let numbers = Set((start..<max(start, end)).map { scan.dateAt[$0] }.filter { $0 >= 0 })
    let place = Int(scan.tokens[verb].start)
    let told = numbers.filter { scan.expressions[Int($0)].first != nil }
    // Of several words for one day those nearest to what is told; a set has no first.
    if let only = told.max() {
      let day = scan.expressions[Int(only)].first
      guard told.allSatisfy({ scan.expressions[Int($0)].first == day }), isNear(only),
        let date = attachment.event(only, basis: .sentence)
      else { return nil }
      return Found(date: date, verb: place)
    }
    // «وقبل أيام أعلنت الحركة استهداف»
    if numbers.count == 1, let only = numbers.first, let date = attachment.lately(only) {
      return Found(date: date, verb: place)
    }
    if let date = continuedSaying(verb) { return Found(date: date, verb: place) }
    guard let day = scan.article.date, !attachment.isBackground(verb),
      !guarding.followsHistory(), !guarding.hasVagueTime(beside: trigger),
      !sentence.has([.lately, .pastNote], in: start..<max(start, end)),
      !(start..<max(start, end)).contains(where: isVague)
    else { return nil }
    return Found(date: guarding.dayOfNews() ?? EventDate(day, basis: .publication), verb: place)
  }

  /// The day of the saying before, on which a speaker without a name goes on.
  ///
  /// «أفاد مسؤول أمس بالحادث», and then «وأشار المسؤولون إلى».
  private func continuedSaying(_ verb: Int) -> EventDate? {
    let speaker = verb + 1
    guard verb == sentence.range.lowerBound, sentence.memory.toldAge == 0,
      scan.tokens.indices.contains(speaker), scan.tokens[speaker].kind == .word,
      scan.text.letters(of: scan.tokens[speaker])
        .starts(with: [LetterCode.alef, LetterCode.lam]), scan.isCommon(at: speaker),
      !sentence.spans.contains(where: { $0.tokens.contains(speaker) && $0.entry >= 0 }),
      scan.dateAt[speaker] < 0, var told = sentence.memory.told,
      [.weekday, .article, .sentence, .paragraph].contains(told.basis),
      let published = scan.article.date, let day = told.span.latest,
      (0...Self.recent).contains(published.days(since: day))
    else { return nil }
    told.basis = .paragraph
    return told
  }

  /// How many days old a saying of the news is at the most.
  private static let recent = 10

  /// Whether an expression is a day of the ten before the article.
  func isNear(_ number: Int32) -> Bool {
    let expression = scan.expressions[Int(number)]
    guard let published = scan.article.date, let day = expression.first, day == expression.last,
      expression.relation == nil
    else { return false }
    return (0...10).contains(published.days(since: day))
  }

  /// What follows in the clause that ends before a token.
  func restOfClause(_ start: Int) -> Range<Int> {
    start..<max(start, sentence.clauseEnd(after: start - 1))
  }

  /// Whether a token belongs to a time that can be read.
  func isTold(at index: Int) -> Bool {
    let number = scan.dateAt[index]
    guard number >= 0 else { return false }
    let expression = scan.expressions[Int(number)]
    return expression.first != nil || expression.last != nil
  }

  /// Whether a token belongs to a time that no day can be read from: «قبل أيام».
  func isVague(at index: Int) -> Bool {
    let number = scan.dateAt[index]
    guard number >= 0 else { return false }
    let expression = scan.expressions[Int(number)]
    return [.date, .period].contains(expression.kind) && expression.first == nil
      && expression.last == nil && ![.hour, .minute].contains(expression.grain)
      // «شملت حتى الآن»
      && expression.value != "PRESENT_REF"
  }

  /// Whether a word is who says it, when or where.
  func belongs(_ index: Int) -> Bool {
    scan.tokens[index].kind == .mark || scan.dateAt[index] >= 0
      || sentence.spans.contains { $0.tokens.contains(index) }
  }
}
