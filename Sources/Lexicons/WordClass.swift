/// What a common word does in a sentence, as far as finding events needs it.
public struct WordClass: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt128

  /// Classes from their bits.
  @inlinable
  public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// The class of a bit: a constant where it is used, for every word of a text is asked for some.
  @inlinable @inline(__always)
  static func bit(_ number: Int) -> WordClass {
    WordClass(rawValue: UInt128(1) &<< UInt128(truncatingIfNeeded: number))
  }

  /// The classes, with the names that the table `words.tsv` uses.
  static let named: [(name: String, wordClass: WordClass)] = [
    ("not", .not),
    ("deny", .deny),
    ("future", .future),
    ("planned", .planned),
    ("if", .condition),
    ("postpone", .postpone),
    ("cancel", .cancel),
    ("that", .that),
    ("relative", .relative),
    ("with", .with),
    ("between", .between),
    ("to", .to),
    ("from", .from),
    ("in", .inside),
    ("at", .at),
    ("on", .on),
    ("during", .during),
    ("after", .after),
    ("before", .before),
    ("topic", .topic),
    ("source", .source),
    ("be", .be),
    ("qad", .qad),
    ("background", .background),
    ("counterpart", .counterpart),
    ("pair", .pair),
    ("persons", .persons),
    ("institution", .institution),
    ("forces", .forces),
    ("hold", .hold),
    ("subordinate", .subordinate),
    ("phone", .phone),
    ("document", .document),
    ("sanctions", .sanctions),
    ("relations", .relations),
    ("envoy", .envoy),
    ("aid", .aid),
    ("post", .post),
    ("assembly", .assembly),
    ("talks", .talks),
    ("mission", .mission),
    ("verb", .verb),
    ("adverb", .adverb),
    ("lead", .lead),
    ("ordinal", .ordinal),
    ("call", .call),
    ("letter", .letter),
    ("against", .against),
    ("headed", .headed),
    ("start", .start),
    ("each", .each),
    ("past-time", .pastTime),
    ("ministry", .ministry),
    ("recurring", .recurring),
    ("captives", .captives),
    ("joint", .joint),
    ("sport", .sport),
    ("capital", .capital),
    ("law", .law),
    ("stop", .stop),
    ("therein", .therein),
    ("body", .body),
    ("namesake", .namesake),
    ("about", .about),
    ("people", .people),
    ("media", .media),
    ("resignation", .resignation),
    ("since", .since),
    ("side", .side),
    ("narrowing", .narrowing),
    ("conference", .conference),
    ("same", .same),
    ("moreover", .moreover),
    ("referring", .referring),
    ("issued", .issued),
    ("heading", .heading),
    ("faction", .faction),
    ("cabinet", .cabinet),
    ("ministry-head", .ministryHead),
    ("aide", .aide),
    ("tour", .tour),
    ("abroad", .abroad),
    ("house", .house),
    ("occupier", .occupier),
    ("states", .states),
    ("chaired", .chaired),
    ("candidacy", .candidacy),
  ]

  /// The class of a name, or `nil` when there is none.
  public init?(name: String) {
    guard let known = Self.named.first(where: { $0.name == name }) else { return nil }
    self = known.wordClass
  }

  /// All classes.
  public static var known: [WordClass] { named.map(\.wordClass) }
}

// MARK: - The classes

extension WordClass {
  /// Negations: لم لن لا.
  @inlinable public static var not: WordClass { bit(0) }
  /// Words of denying: نفى.
  @inlinable public static var deny: WordClass { bit(1) }
  /// The future particle: سوف.
  @inlinable public static var future: WordClass { bit(2) }
  /// Words that make what follows a plan: المقرر, يعتزم.
  @inlinable public static var planned: WordClass { bit(3) }
  /// Conditions: إذا, في حال.
  @inlinable public static var condition: WordClass { bit(4) }
  /// Words of postponing: تأجيل.
  @inlinable public static var postpone: WordClass { bit(5) }
  /// Words of calling off: إلغاء.
  @inlinable public static var cancel: WordClass { bit(6) }
  /// Words that open a content clause: أن, إن.
  @inlinable public static var that: WordClass { bit(7) }
  /// Relative pronouns.
  @inlinable public static var relative: WordClass { bit(8) }
  /// مع.
  @inlinable public static var with: WordClass { bit(9) }
  /// بين.
  @inlinable public static var between: WordClass { bit(10) }
  /// إلى.
  @inlinable public static var to: WordClass { bit(11) }
  /// من.
  @inlinable public static var from: WordClass { bit(12) }
  /// في, داخل.
  @inlinable public static var inside: WordClass { bit(13) }
  /// لدى.
  @inlinable public static var at: WordClass { bit(14) }
  /// على.
  @inlinable public static var on: WordClass { bit(15) }
  /// خلال, أثناء.
  @inlinable public static var during: WordClass { bit(16) }
  /// بعد, عقب, إثر.
  @inlinable public static var after: WordClass { bit(17) }
  /// Adjectives that make a body another one: «مجلس الأمن القومي».
  @inlinable public static var narrowing: WordClass { bit(69) }
  /// مؤتمر: of states, or of anybody.
  @inlinable public static var conference: WordClass { bit(70) }
  /// «نفس», «ذات»: before a day, the day of something else.
  @inlinable public static var same: WordClass { bit(71) }
  /// كما, which tells more of one occasion.
  @inlinable public static var moreover: WordClass { bit(72) }
  /// ذلك, هذا: what was told just before.
  @inlinable public static var referring: WordClass { bit(73) }
  /// What is done with a statement: أصدره, صدر, صادر, نشرته.
  @inlinable public static var issued: WordClass { bit(74) }
  /// Heads of names of bodies, by which they are called in short: حركة, حزب, حكومة.
  @inlinable public static var heading: WordClass { bit(75) }
  /// Those who are of a state and do not act for it: ميليشيات, معارضة, متظاهرون.
  @inlinable public static var faction: WordClass { bit(76) }
  /// What is called after its leader and acts for his state: إدارة, حكومة, نظام.
  @inlinable public static var cabinet: WordClass { bit(77) }
  /// الوزارة.
  @inlinable public static var ministryHead: WordClass { bit(78) }
  /// A journey through several places: جولة.
  @inlinable public static var tour: WordClass { bit(81) }
  /// What tells that a journey leads abroad: خارجية, إقليمية.
  @inlinable public static var abroad: WordClass { bit(82) }
  /// A house that may bear the name of a city elsewhere: مستشفى, جامعة.
  @inlinable public static var house: WordClass { bit(83) }
  /// Who holds the land of another, named so for short where the text has named him in full: الاحتلال.
  @inlinable public static var occupier: WordClass { bit(84) }
  /// States, where several are meant: دول.
  @inlinable public static var states: WordClass { bit(85) }
  /// «برئاسة», «يرأسه»: who leads a delegation is told behind it.
  @inlinable public static var chaired: WordClass { bit(86) }
  /// «ترشحه», «مرشح»: who stands for an election is told before it.
  @inlinable public static var candidacy: WordClass { bit(87) }
  /// Parts of a land: شمال, حدود, أجواء; what follows is where.
  @inlinable public static var side: WordClass { bit(68) }
  /// قبل, قبيل.
  @inlinable public static var before: WordClass { bit(18) }
  /// Words after which comes what it is about: حول, بشأن.
  @inlinable public static var topic: WordClass { bit(19) }
  /// Words before a source: وفق, بحسب.
  @inlinable public static var source: WordClass { bit(20) }
  /// كان and its forms.
  @inlinable public static var be: WordClass { bit(21) }
  /// قد, لقد.
  @inlinable public static var qad: WordClass { bit(22) }
  /// Openings of background: يذكر, يشار.
  @inlinable public static var background: WordClass { bit(23) }
  /// نظير with its suffixes.
  @inlinable public static var counterpart: WordClass { bit(24) }
  /// Two that were named before: الجانبان, البلدان.
  @inlinable public static var pair: WordClass { bit(25) }
  /// Two persons that were named before: الرئيسان.
  @inlinable public static var persons: WordClass { bit(26) }
  /// Heads of bodies of a state: حكومة, قوات, وفد.
  @inlinable public static var institution: WordClass { bit(27) }
  /// Armed forces.
  @inlinable public static var forces: WordClass { bit(28) }
  /// Verbal nouns of holding: عقد, إجراء.
  @inlinable public static var hold: WordClass { bit(29) }
  /// Words that open a clause: حيث, فيما.
  @inlinable public static var subordinate: WordClass { bit(30) }
  /// هاتفي and its forms.
  @inlinable public static var phone: WordClass { bit(31) }
  /// Names of documents.
  @inlinable public static var document: WordClass { bit(32) }
  /// Ordinals: الأولى, الثالثة.
  @inlinable public static var ordinal: WordClass { bit(44) }
  /// Verbs that are no triggers.
  @inlinable public static var verb: WordClass { bit(41) }
  /// Adverbs and particles between a verb and its subject: أيضا.
  @inlinable public static var adverb: WordClass { bit(42) }
  /// «برئاسة», «بقيادة»: a leader follows.
  @inlinable public static var headed: WordClass { bit(48) }
  /// «كل من», «كلا من».
  @inlinable public static var each: WordClass { bit(50) }
  /// Dialogue, talks: what rounds are of.
  @inlinable public static var talks: WordClass { bit(39) }
  /// «سابق», «أسبق».
  @inlinable public static var pastTime: WordClass { bit(51) }
  /// Parts of ministries' names that follow وزير.
  @inlinable public static var ministry: WordClass { bit(52) }
  /// Words of what recurs: دوري, سنوي.
  @inlinable public static var recurring: WordClass { bit(53) }
  /// Words before a leader of a body: رئيس, زعيم.
  @inlinable public static var lead: WordClass { bit(43) }
  /// Assemblies.
  @inlinable public static var assembly: WordClass { bit(38) }
  /// Envoys and ambassadors.
  @inlinable public static var envoy: WordClass { bit(35) }
  /// Offices that one is appointed to.
  @inlinable public static var post: WordClass { bit(37) }
  /// What begins or ends: انطلاق, اختتام.
  @inlinable public static var start: WordClass { bit(49) }
  /// Whole words that only look like a proclitic and a trigger: «وزارة».
  @inlinable public static var stop: WordClass { bit(59) }
  /// «خلالها»: in what was told just before.
  @inlinable public static var therein: WordClass { bit(60) }
  /// Heads of bodies that no table lists: مجلس, لجنة, رؤساء.
  @inlinable public static var body: WordClass { bit(61) }
  /// What is named after persons: جامعة, مطار.
  @inlinable public static var namesake: WordClass { bit(62) }
  /// What assemblies vote on: قانون, مشروع.
  @inlinable public static var law: WordClass { bit(58) }
  /// عن.
  @inlinable public static var about: WordClass { bit(63) }
  /// People who are named by their standing alone: نواب, سفراء, عدد من.
  @inlinable public static var people: WordClass { bit(64) }
  /// Papers and channels.
  @inlinable public static var media: WordClass { bit(65) }
  /// العاصمة, عاصمة.
  @inlinable public static var capital: WordClass { bit(57) }
  /// Parts of personal names: عبد, بن, أبو.
  @inlinable public static var joint: WordClass { bit(55) }
  /// Words of sport, markets and weather, whose “meetings” are no diplomacy.
  @inlinable public static var sport: WordClass { bit(56) }
  /// منذ.
  @inlinable public static var since: WordClass { bit(67) }
  /// ضد.
  @inlinable public static var against: WordClass { bit(47) }
  /// Sanctions: what is imposed and lifted.
  @inlinable public static var sanctions: WordClass { bit(33) }
  /// Relations: what is cut and restored.
  @inlinable public static var relations: WordClass { bit(34) }
  /// Aid: what is given.
  @inlinable public static var aid: WordClass { bit(36) }
  /// Offices abroad: embassies, consulates.
  @inlinable public static var mission: WordClass { bit(40) }
  /// Calls by telephone.
  @inlinable public static var call: WordClass { bit(45) }
  /// Letters and messages.
  @inlinable public static var letter: WordClass { bit(46) }
  /// Who is another's man or kin: «مبعوث ترامب», «زوجة الرئيس».
  @inlinable public static var aide: WordClass { bit(80) }
  /// Captives: who is exchanged.
  @inlinable public static var captives: WordClass { bit(54) }
  /// Resignation: what is handed in.
  @inlinable public static var resignation: WordClass { bit(66) }
}
