import ArabicText
import Lexicons

// What stands before a party and tells its side: the preposition or the verb.
extension ActorFinder {
  /// Reads what governs a party: the preposition or verb before it.
  func govern(_ span: inout PartySpan) {
    var before = span.tokens.lowerBound - 1
    // «في مدينة نابلس», «في العاصمة بغداد»: the preposition stands one word before.
    if [.city, .state, .place].contains(span.kind), before > 0,
      scan.has([.namesake, .capital], at: before),
      scan.tokens[before + 1].gap == .space, span.clitics.isEmpty
    {
      if !scan.words[before].classClitics.isDisjoint(with: [.by, .to])
        || scan.text.letters(of: scan.tokens[before]).first == LetterCode.beh
      {
        span.governor = .inside
      }
      before -= 1
    }
    // «على "إسرائيل"»: the quotation mark parts nothing.
    while before > 0, [.quote, .openQuote].contains(scan.tokens[before].mark),
      scan.tokens[before + 1].gap < .line
    {
      before -= 1
    }
    // «و"إسرائيل"», «لـ"قسد"»: the quotation mark parts the proclitic from its word.
    if before > 0, before < span.tokens.lowerBound - 1, span.clitics.isEmpty,
      let clitic = scan.loneClitic(at: before)
    {
      span.clitics = clitic
      before -= 1
    }
    if before >= 0, scan.tokens[span.tokens.lowerBound].gap < .line,
      scan.tokens[before].kind == .word
    {
      span.governor.formUnion(scan.words[before].classes)
    }
    // «مع كبار المسؤولين اليمنيين», «بأعضاء لجنة الأمن»: what governs the men governs whose men they are.
    if span.governor.contains(.people), span.clitics.isEmpty, before > 0,
      [.institution, .organisation].contains(span.kind), scan.tokens[before].gap < .line
    {
      if scan.words[before].classClitics.contains(.by) { span.governor.insert(.with) }
      span.governor.formUnion(scan.words[before - 1].classes.intersection([.with, .between]))
    }
    if let title = titleGovernor(of: span) { span.governor.formUnion(title) }
    // «بكل من الوزير», «كل من واشنطن وباريس»: whatever governs «كل» governs those it counts.
    if span.governor.contains(.from), scan.has(.each, at: before - 1) {
      let each = scan.words[before - 1].classClitics
      span.governor.remove(.from)
      if each.contains(.by) { span.governor.insert(.with) }
      if each.contains(.to) { span.governor.insert(.to) }
      if each.isEmpty, before >= 2, scan.tokens[before - 1].gap < .line {
        span.governor.formUnion(scan.words[before - 2].classes)
      }
    }
    // «في العراق وسوريا»: what is joined to a place is one.
    if span.clitics == .and, [.city, .state, .place].contains(span.kind), let last = spans.last,
      last.tokens.upperBound == span.tokens.lowerBound,
      [.city, .state, .place].contains(last.kind)
    {
      span.governor.formUnion(last.governor.intersection([.inside, .to, .from, .at, .side]))
      if !last.clitics.isDisjoint(with: [.by, .to]), last.kind != .state {
        span.governor.insert(.inside)
      }
    }
  }
}
