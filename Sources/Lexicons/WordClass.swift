/// What a common word does in a sentence, as far as finding events needs it.
public struct WordClass: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt128

  /// Classes from their bits.
  public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// The classes, by the names that the table `words.tsv` uses.
  static let names: [String] = [
    "not", "deny", "future", "planned", "if", "postpone", "cancel", "that", "relative", "with",
    "between", "to", "from", "in", "at", "on", "during", "after", "before", "topic", "source",
    "be", "qad", "background", "counterpart", "pair", "persons", "institution", "forces", "hold",
    "subordinate", "phone", "document", "sanctions", "relations", "envoy", "aid", "post",
    "assembly",
    "talks", "mission", "verb", "adverb", "lead", "ordinal", "call", "letter", "against", "headed",
    "start", "each", "past-time", "ministry", "recurring", "captives", "joint", "sport", "capital",
    "law", "stop", "therein", "body", "namesake", "about", "people", "media", "resignation",
    "since", "side", "narrowing",
    "conference", "same", "moreover",
  ]

  /// The class of a name, or `nil` when there is none.
  public init?(name: String) {
    guard let bit = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt128(bit))
  }

  /// All classes.
  public static let known: [WordClass] = names.map { WordClass(name: $0) ?? [] }

  private static func named(_ name: String) -> WordClass { WordClass(name: name) ?? [] }

  /// Negations: لم لن لا.
  public static let not = named("not")
  /// Words of denying: نفى.
  public static let deny = named("deny")
  /// The future particle: سوف.
  public static let future = named("future")
  /// Words that make what follows a plan: المقرر, يعتزم.
  public static let planned = named("planned")
  /// Conditions: إذا, في حال.
  public static let condition = named("if")
  /// Words of postponing: تأجيل.
  public static let postpone = named("postpone")
  /// Words of calling off: إلغاء.
  public static let cancel = named("cancel")
  /// Words that open a content clause: أن, إن.
  public static let that = named("that")
  /// Relative pronouns.
  public static let relative = named("relative")
  /// مع.
  public static let with = named("with")
  /// بين.
  public static let between = named("between")
  /// إلى.
  public static let to = named("to")
  /// من.
  public static let from = named("from")
  /// في, داخل.
  public static let inside = named("in")
  /// لدى.
  public static let at = named("at")
  /// على.
  public static let on = named("on")
  /// خلال, أثناء.
  public static let during = named("during")
  /// بعد, عقب, إثر.
  public static let after = named("after")
  /// Adjectives that make a body another one: «مجلس الأمن القومي».
  public static let narrowing = named("narrowing")
  /// مؤتمر: of states, or of anybody.
  public static let conference = named("conference")
  /// «نفس», «ذات»: before a day, the day of something else.
  public static let same = named("same")
  /// كما, which tells more of one occasion.
  public static let moreover = named("moreover")
  /// Parts of a land: شمال, حدود, أجواء; what follows is where.
  public static let side = named("side")
  /// قبل, قبيل.
  public static let before = named("before")
  /// Words after which comes what it is about: حول, بشأن.
  public static let topic = named("topic")
  /// Words before a source: وفق, بحسب.
  public static let source = named("source")
  /// كان and its forms.
  public static let be = named("be")
  /// قد, لقد.
  public static let qad = named("qad")
  /// Openings of background: يذكر, يشار.
  public static let background = named("background")
  /// نظير with its suffixes.
  public static let counterpart = named("counterpart")
  /// Two that were named before: الجانبان, البلدان.
  public static let pair = named("pair")
  /// Two persons that were named before: الرئيسان.
  public static let persons = named("persons")
  /// Heads of bodies of a state: حكومة, قوات, وفد.
  public static let institution = named("institution")
  /// Armed forces.
  public static let forces = named("forces")
  /// Verbal nouns of holding: عقد, إجراء.
  public static let hold = named("hold")
  /// Words that open a clause: حيث, فيما.
  public static let subordinate = named("subordinate")
  /// هاتفي and its forms.
  public static let phone = named("phone")
  /// Names of documents.
  public static let document = named("document")
  /// Ordinals: الأولى, الثالثة.
  public static let ordinal = named("ordinal")
  /// Verbs that are no triggers.
  public static let verb = named("verb")
  /// Adverbs and particles between a verb and its subject: أيضا.
  public static let adverb = named("adverb")
  /// «برئاسة», «بقيادة»: a leader follows.
  public static let headed = named("headed")
  /// «كل من», «كلا من».
  public static let each = named("each")
  /// «إلى جانب», «فضلا عن».
  public static let also = named("also")
  /// Dialogue, talks: what rounds are of.
  public static let talks = named("talks")
  /// «سابق», «أسبق».
  public static let pastTime = named("past-time")
  /// Parts of ministries' names that follow وزير.
  public static let ministry = named("ministry")
  /// Words of what recurs: دوري, سنوي.
  public static let recurring = named("recurring")
  /// Words before a leader of a body: رئيس, زعيم.
  public static let lead = named("lead")
  /// Assemblies.
  public static let assembly = named("assembly")
  /// Envoys and ambassadors.
  public static let envoy = named("envoy")
  /// Offices that one is appointed to.
  public static let post = named("post")
  /// What begins or ends: انطلاق, اختتام.
  public static let start = named("start")
  /// Whole words that only look like a proclitic and a trigger: «وزارة».
  public static let stop = named("stop")
  /// «خلالها»: in what was told just before.
  public static let therein = named("therein")
  /// Heads of bodies that no table lists: مجلس, لجنة, رؤساء.
  public static let body = named("body")
  /// What is named after persons: جامعة, مطار.
  public static let namesake = named("namesake")
  /// What assemblies vote on: قانون, مشروع.
  public static let law = named("law")
  /// عن.
  public static let about = named("about")
  /// People who are named by their standing alone: نواب, سفراء, عدد من.
  public static let people = named("people")
  /// Papers and channels.
  public static let media = named("media")
  /// العاصمة, عاصمة.
  public static let capital = named("capital")
  /// Parts of personal names: عبد, بن, أبو.
  public static let joint = named("joint")
  /// Words of sport, markets and weather, whose “meetings” are no diplomacy.
  public static let sport = named("sport")
  /// منذ.
  public static let since = named("since")
  /// ضد.
  public static let against = named("against")
}
