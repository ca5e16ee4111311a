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
