import Lexicons

/// A word or two of the text that may tell an event.
struct Trigger {
  var tokens: Range<Int>
  var form: TriggerForm
  var clitics: Clitics
  /// The index of the light verb that says it happens, in the sentence's triggers; -1 when none.
  var light = -1

  var start: Int { tokens.lowerBound }
  var isVerb: Bool { form.tense != .noun }
}

/// An event before its date is attached.
struct Draft {
  var type: Int16
  var trigger: Int
  var tokens: Range<Int>
  var actors: [PartySpan]
  var recipients: [PartySpan] = []
  var place: PartySpan?
  var ordinal: Int?
  var rule: String
  /// The expression that belongs to this conjunct alone, or -1.
  var ownDate: Int32 = -1

  var parties: [PartySpan] { actors + recipients }
}

extension Draft {
  /// An event of several parties, the first of whom acts, at the place its clause names.
  init(
    of parties: [PartySpan],
    at number: Int,
    clauseEnd: Int,
    rule: String,
    in sentence: SentenceReader
  ) {
    let trigger = sentence.triggers[number]
    self.init(
      type: trigger.form.type,
      trigger: number,
      tokens: trigger.tokens,
      actors: Array(parties.prefix(1)),
      recipients: Array(parties.dropFirst()),
      place: [.encounter, .discuss].contains(trigger.form.frame)
        ? sentence.placeOfMeeting(trigger, to: clauseEnd)
        : sentence.placeOfSigning(trigger, to: clauseEnd),
      rule: rule
    )
  }
}
