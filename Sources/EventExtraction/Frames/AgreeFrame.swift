import ArabicText
import Lexicons
import NewsModel

/// Verbs of agreement: «اتفق الجانبان على», «توصلت الدولتان إلى اتفاق», «وافقت الحكومة على الهدنة».
enum AgreeFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    if trigger.form.tense == .imperfect,
      !sentence.scan.has([.that, .planned], at: trigger.start - 1)
    {
      return []
    }
    if sentence.isConsent(trigger) { return consent(number, before: end, in: sentence) }
    // What follows «على» is what they agreed on.
    let on =
      (trigger.tokens.upperBound..<end).first { sentence.scan.has(.on, at: $0) } ?? end
    var all = DocumentFrame.doers(trigger, end: on, in: sentence)
    // «توصلت الدولة إلى اتفاق لوقف القتال مع …»: past what it is about only «مع» names a side.
    for span in sentence.parties(from: trigger.tokens.upperBound, to: on, pastTopics: true)
    where span.governor.contains(.with) && !all.contains(where: { $0.means(span) }) {
      all.append(span)
    }
    for side in sentence.unknownSides(of: trigger, before: on)
    where !all.contains(where: { $0.tokens.overlaps(side.tokens) }) {
      all.append(side)
    }
    if all.isEmpty, trigger.form.number == .dual { all = sentence.lastTwo(before: trigger) }
    if all.isEmpty, trigger.form.number == .plural || trigger.form.number == .first,
      let subject = sentence.subject(before: trigger.start)
    {
      all = [subject]
    }
    if all.count == 1, all[0].how == .pronoun, trigger.form.number != .single,
      all[0].kind == .person
    {
      return []
    }
    if all.count == 1, all[0].kind != .pair, trigger.form.number == .single {
      let isPlural = !all[0].moreCountries.isEmpty || all[0].kind == .organisation
      guard isPlural || all[0].kind == .office || all[0].kind == .institution else { return [] }
    }
    guard !all.isEmpty else { return [] }
    return [Draft(of: all, at: number, clauseEnd: end, rule: "agree", in: sentence)]
  }

  /// «وافقت إسرائيل وحماس على هدنة», «أعلن الجيش الموافقة على تمديد الهدنة»: one side may consent alone; what
  /// an assembly consents to, it has voted.
  private static func consent(
    _ number: Int,
    before end: Int,
    in sentence: SentenceReader
  ) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    guard
      let on = (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end))
        .first(where: { scan.has(.on, at: $0) })
    else { return [] }
    var all: [PartySpan]
    if trigger.isVerb {
      all = DocumentFrame.doers(trigger, end: on, in: sentence)
    } else {
      guard on - trigger.tokens.upperBound <= 5 else { return [] }
      all = EncounterFrame.linked(
        sentence.parties(from: trigger.tokens.upperBound, to: on),
        in: sentence,
        isNoun: true
      )
      // «أعطى الجيش موافقته على الخطة»
      if all.isEmpty, trigger.form.isPossessed, let owner = sentence.subject(before: trigger.start),
        owner.tokens.lowerBound >= sentence.range.lowerBound
      {
        all = [owner]
      }
      let verb = sentence.triggers[..<number].last
      if all.isEmpty, let verb, verb.isVerb, verb.form.frame == .speech,
        [.past, .passive].contains(verb.form.tense),
        trigger.start - verb.tokens.upperBound <= 14,
        !sentence.crossesClause(from: verb.tokens.upperBound, to: trigger.start),
        !scan.has([.about, .on, .during, .after, .from, .with], at: trigger.start - 1)
      {
        all = sentence.subjectOf(verb, before: trigger.start)
      }
    }
    all = all.filter { [.state, .institution, .organisation, .pair].contains($0.kind) }
    guard let first = all.first else { return [] }
    var draft = Draft(of: all, at: number, clauseEnd: end, rule: "consent", in: sentence)
    if scan.has(.assembly, at: first.tokens.lowerBound),
      let vote = scan.events.types.firstIndex(where: { $0.id == "vote" })
    {
      draft.type = Int16(vote)
      draft.recipients = []
    }
    return [draft]
  }
}

extension SentenceReader {
  /// «وافق», «الموافقة»: one may do it alone.
  func isConsent(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .agree && !trigger.form.needs.isEmpty && has(.agreed, at: trigger.start)
  }
}
