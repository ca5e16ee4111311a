/// How the words around a trigger must stand for an event to be one.
public enum EventFrame: String, CaseIterable, Sendable {
  /// A verb of two parties: «التقى».
  case encounter
  /// A verb of two parties only when a co-party follows: «بحث مع».
  case discuss
  /// A noun that names an event of parties: «لقاء», «مباحثات».
  case event
  /// A verb whose object is the place: «زار».
  case travel
  /// A verb whose place follows a preposition: «وصل إلى».
  case go
  /// A noun that names a journey: «زيارة».
  case journey
  /// A verb that signs a document.
  case sign
  /// A verb of agreement: «اتفق».
  case agree
  /// A noun that names a document or a settlement.
  case document
  /// A verb or noun of leaving that counts when forces leave.
  case withdraw
  /// A verb that strikes a target.
  case strike
  /// A noun that names an attack.
  case blow
  /// A verb with its object in a list: «فرض عقوبات».
  case object
  /// A verb of saying or of a stance.
  case speech
  /// A noun of saying or of a stance.
  case word
  /// A verb that says of a noun beside it that it happens: «عقد اجتماعا».
  case light
  /// A verb that says so only of the noun right after it: «تم الاتفاق».
  case happen
}

/// What an attack is told by: each has its own words for who did it and to whom.
public enum Deed: String, CaseIterable, Sendable {
  /// One strikes another: «قصف», «هجوم».
  case blow
  /// Two fight one another: «اشتباكات بين».
  case clash
  /// Someone is killed, hurt or carried off by another: «قتل», «خطف».
  case killing
  /// Someone fires at another: «أطلق النار على».
  case shooting
  /// Many are killed at once: «ارتكب مجزرة»; told beside a blow it is that blow.
  case massacre
  /// What blows up: «انفجرت عبوة».
  case bursting
}

/// One written form of a trigger.
public struct TriggerForm: Sendable {
  /// The number of its type; -1 for a light verb.
  public let type: Int16
  /// The frame that must hold.
  public let frame: EventFrame
  /// When it puts its action; `noun` for nouns.
  public var tense: WordTense
  /// One, two or more.
  public let number: WordNumber
  /// Whether a verb's doer is feminine.
  public let feminine: Bool
  /// Whether a verb carries its object as a suffix («زارها»).
  public let hasObject: Bool
  /// How a noun is determined.
  public let shape: NounShape
  /// The word class that must follow, when one must.
  public let needs: WordClass
  /// What kind of attack it tells; a blow for all that is none.
  public var deed = Deed.blow

  /// Whether a noun carries its owner as a suffix.
  public var isPossessed: Bool { shape == .possessed || shape == .shared }
}

/// A type of event, with its codes in the published schemes.
public struct EventTypeInfo: Sendable {
  /// The id, as in the JSON contracts.
  public var id: String
  /// The event in PLOVER.
  public var plover = ""
  /// The mode in PLOVER.
  public var mode = ""
  /// The code in CAMEO.
  public var cameo = ""
  /// The label in English.
  public var english = ""
  /// The label in Arabic.
  public var arabic = ""
}
