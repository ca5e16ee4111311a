/// What a word near a trigger says for or against an event of public affairs.
///
/// Cues are asked only where a frame has proposed an event, so they live apart from ``WordClass``,
/// which every word of an article is looked up in.
public struct EventCue: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt128

  /// Cues from their bits.
  public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// The cues, by the names that the table `cues.tsv` uses.
  static let names: [String] = [
    "private", "theme", "any", "unreal", "sought", "agreed", "ongoing", "homograph", "mild",
    "press", "crowd", "facility", "thing", "verbal", "routine", "tenet", "reception",
    "tentative", "past-note", "motion", "host", "amount", "suffered", "venue", "poll", "masdar",
    "successor", "host-verb", "weapon", "crewless", "draft", "fighters", "fighter", "victim",
    "object", "takes", "pointing", "manner", "struck", "kept", "ceremony", "revival", "explosion",
    "bomb", "many", "received", "given-name", "trilateral", "lasting", "lately",
    "discussed", "entrusted", "now", "charge", "collective", "besides", "rank",
    "troops", "people", "lodging", "loyal", "adverbial", "figurative", "reporting", "reached",
    "record", "days", "hours", "network", "gathering", "footage", "protest", "occupied", "issue",
    "outcome", "going-on", "in-a-row-day", "in-a-row-month", "then",
    "day-after",
    "casualty", "result", "unit", "drill", "warrant", "acts-by",
    "site", "settlement", "direction", "part", "hit", "agency", "somebody", "latter", "kind",
    "claim", "resumed", "aim", "enter", "hour", "aiming", "adoption", "joining",
    "backdrop", "sides", "likewise", "own-state", "attended", "leading", "member", "raid", "ethnic",
    "eve", "condemned", "meanwhile", "conditional", "adding", "nay", "counted-day", "reports",
    "halted", "came",
    "blamed", "by-means", "lying", "near", "fleet",
  ]

  /// The cue of a name, or `nil` when there is none.
  public init?(name: String) {
    // A cue that no bit is left for would match nothing, silently.
    guard let bit = Self.names.firstIndex(of: name), bit < UInt128.bitWidth else { return nil }
    self.init(rawValue: 1 << UInt128(bit))
  }

  private static func named(_ name: String) -> EventCue { EventCue(name: name) ?? [] }

  /// Companies, courts, sport, stage, school: not public affairs.
  public static let privateSphere = named("private")
  /// Nouns that make what follows their theme: «سياسة», «ضحايا», «فكرة».
  public static let theme = named("theme")
  /// «أي»: any at all, so none.
  public static let any = named("any")
  /// What follows is wished for, refused or awaited, not told: «القدرة على», «حتى», «كي».
  public static let unreal = named("unreal")
  /// What follows is worked for: «تسعى إلى», «تدرس», «إمكانية».
  public static let sought = named("sought")
  /// What follows was agreed to or ordered, and is to come: «وافق على», «فوّض».
  public static let agreed = named("agreed")
  /// Past verbs of what a meeting spoke of: «ناقش الاجتماع», «تناول اللقاء».
  public static let discussed = named("discussed")
  /// Who is charged with a task, or with an office: «كلف», «تكليف».
  public static let entrusted = named("entrusted")
  /// What an office-holder is charged with: «بتشكيل», «بأعمال», «بقيادة».
  public static let charge = named("charge")
  /// Many of one kind, which no table lists: «الحكومات», «الدول», «الأحزاب».
  public static let collective = named("collective")
  /// Of what rank something is: «أول زيارة», «أرفع مسؤول».
  public static let rank = named("rank")
  /// What is more than ever before: «أعنف قصف منذ», «الأسوأ».
  public static let record = named("record")
  /// Days that nobody counted: «أيام».
  public static let days = named("days")
  /// Hours that nobody counted: «ساعات».
  public static let hours = named("hours")
  /// «تنظيم», as the head of a name.
  public static let network = named("network")
  /// «تجمع», a gathering of soldiers, which is written like a verb.
  public static let gathering = named("gathering")
  /// What shows an event on some later day: «مشاهد», «لقطات».
  public static let footage = named("footage")
  /// What an attack is condemned with on some later day: «تنديدا بـ», «ضد», «بالتزامن مع».
  public static let protest = named("protest")
  /// What «لم» before it says goes on: «لم تتوقف الغارات».
  public static let halted = named("halted")
  /// What opens a sentence that goes back to the one before: «جاء الإعلان خلال», «يأتي القرار غداة».
  public static let came = named("came")
  /// «المحتلة», before a year of its own.
  public static let occupied = named("occupied")
  /// «في عدد», «الصادر», before the day of a newspaper.
  public static let issue = named("issue")
  /// Verbs of what came of an event: «أسفر», «خلف».
  public static let outcome = named("outcome")
  /// Past verbs of what went on: «واصل», «تصاعد».
  public static let goingOn = named("going-on")
  /// «لليوم», before the number of a day that something has lasted to.
  public static let inARowDay = named("in-a-row-day")
  /// «للشهر», likewise.
  public static let inARowMonth = named("in-a-row-month")
  /// «ثم»: what is next.
  public static let then = named("then")
  /// «غداة»: on the day after.
  public static let dayAfter = named("day-after")
  /// Words that add to a list: «إضافة إلى», «فضلا عن».
  public static let besides = named("besides")
  /// What is under way as the text is written: «حاليا», «الآن».
  public static let now = named("now")
  /// What goes on: «تواصل», «المستمر».
  public static let ongoing = named("ongoing")
  /// Forms that mean something else unless their object stands close by: «توقع», «أمضى».
  public static let homograph = named("homograph")
  /// Restraints that are sanctions only when a state is under them: «قيود», «حظر».
  public static let mild = named("mild")
  /// صحفي beside مؤتمر.
  public static let press = named("press")
  /// Guests that are no guests of state: pilgrims, applicants, tourists.
  public static let crowd = named("crowd")
  /// Hosts that are no hosts of state: airports, hospitals.
  public static let facility = named("facility")
  /// Things that arrive or are withdrawn where a person would have to.
  public static let thing = named("thing")
  /// What is attacked in words only: «سياسة», «تصريحات».
  public static let verbal = named("verbal")
  /// «الأسبوعي»: what is held anyway.
  public static let routine = named("routine")
  /// Heads of lists of aims: «أساس», «مطالب».
  public static let tenet = named("tenet")
  /// «استقبال» and its verb.
  public static let reception = named("reception")
  /// Adjectives of what may come: «محتملة», «مقترح».
  public static let tentative = named("tentative")
  /// What dates a sentence before the article: «سبق», «آنذاك».
  public static let pastNote = named("past-note")
  /// Verbs of going, after which «ل» tells a purpose.
  public static let motion = named("motion")
  /// Numbers of money: a gift only when someone is given it.
  public static let amount = named("amount")
  /// «تعرض»: the subject is struck and does not strike.
  public static let suffered = named("suffered")
  /// Past verbs written as their verbal noun: «قصف», «سحب».
  public static let masdar = named("masdar")
  /// «خلفا لـ»: whom someone follows in his office.
  public static let successor = named("successor")
  /// «استضافت»: the subject is the host, and no party beside two others.
  public static let hostVerb = named("host-verb")
  /// What strikes when nobody says who: «صاروخ», «تفجير».
  public static let weapon = named("weapon")
  /// What makes a craft a weapon: «طائرة مسيرة», «سيارة مفخخة».
  public static let crewless = named("crewless")
  /// «القمة الثلاثية»: of the three named before.
  public static let trilateral = named("trilateral")
  /// First names: behind one a last name is its bearer's, who may be no one that a table knows.
  public static let givenName = named("given-name")
  /// «تلقى», «تسلم»: the subject is given what another sent.
  public static let received = named("received")
  /// «شهدت الدوحة»: the subject is where it happened.
  public static let venue = named("venue")
  /// What of an election is not the election: its results, laws, lists.
  public static let poll = named("poll")
  /// «مشروع», «مسودة»: what follows is not made yet.
  public static let draft = named("draft")
  /// Those who fight under no name that a table has: «مسلحون», «فصائل», «متمردون».
  public static let fighters = named("fighters")
  /// Forces that stand for no state by their name alone: «الجيش», «قوات الأمن».
  public static let troops = named("troops")
  /// People who are struck and never strike: «مدنيين», «عمال».
  public static let people = named("people")
  /// «فيه», «داخلها»: those inside a place follow.
  public static let lodging = named("lodging")
  /// «على طول», «على الأقل»: what stands behind «على» is not struck.
  public static let adverbial = named("adverbial")
  /// «موجعة», «قاصمة»: what a figure of speech is called.
  public static let figurative = named("figurative")
  /// «الموالية», «التابعة»: whom a force serves follows.
  public static let loyal = named("loyal")
  /// One who fights, by a word that is an adjective too: «انتحاري», «مسلح».
  public static let fighter = named("fighter")
  /// «اغتيال»: its possessor is struck and does not strike.
  public static let victim = named("victim")
  /// «استهداف»: what stands right behind it was struck, unless an object follows.
  public static let object = named("object")
  /// «تولى», «تسلم»: the office stands right behind who takes it.
  public static let takes = named("takes")
  /// «هذا», «تلك»: what was told before is meant.
  public static let pointing = named("pointing")
  /// How it struck: «كثيف», «عنيف».
  public static let manner = named("manner")
  /// Nouns whose genitive is struck when the doer is told: «قام بقصف مواقع».
  public static let struck = named("struck")
  /// What is done to an agreement that stands: «خرق», «صمد», «مراجعة».
  public static let kept = named("kept")
  /// «انفجار»: it may be an accident.
  public static let explosion = named("explosion")
  /// What makes an explosion an attack: «عبوة», «انتحاري», «استهدف».
  public static let bomb = named("bomb")
  /// «مئات», «آلاف»: many whom nobody names.
  public static let many = named("many")
  /// «استمر», «استغرق»: how long, and not whether.
  public static let lasting = named("lasting")
  /// «مؤخرا»: some day before the article.
  public static let lately = named("lately")
  /// «إحياء», «إنعاش»: what brings talks back.
  public static let revival = named("revival")
  /// «حفل», «مراسم»: what is held when someone takes his office.
  public static let ceremony = named("ceremony")
  /// «بوساطة», «برعاية»: a host or helper follows, no party.
  public static let host = named("host")
  /// «أفاد», «نقل»: what follows is reported as news.
  public static let reporting = named("reporting")
  /// «التوصل إلى», «تنفيذ»: what follows came about.
  public static let reached = named("reached")
  /// «قتل», «إصابة»: somebody was harmed.
  public static let casualty = named("casualty")
  /// «جراء», «نتيجة»: what did it follows.
  public static let result = named("result")
  /// Spans that an event's course is counted in: «في اليوم الثالث من», «لليوم العاشر».
  public static let unit = named("unit")
  /// «قام»: what was done stands behind «بـ».
  public static let actsBy = named("acts-by")
  /// «على خلفية»: why something was; nobody behind it takes part.
  public static let backdrop = named("backdrop")
  /// «الجانبان»: two that need be no states.
  public static let sides = named("sides")
  /// «أيضا», «كذلك»: whoever did the last thing did this one.
  public static let likewise = named("likewise")
  /// «حضر», «شارك»: who took part follows.
  public static let attended = named("attended")
  /// «على رأسه»: the first of those told of before.
  public static let leading = named("leading")
  /// «بلاده»: the state of the man who was named.
  public static let ownState = named("own-state")
  /// «مناورة», «تدريب»: what is struck there is struck for practice.
  public static let drill = named("drill")
  /// «اعتقال», «توقيف»: what a court's «مذكرة» is of.
  public static let warrant = named("warrant")
  /// What can be struck where it stands: «مسجد», «مقر», «قافلة».
  public static let site = named("site")
  /// «مدينة», «بلدة»: the name of a town follows.
  public static let settlement = named("settlement")
  /// «شمال», «قرب»: where something is, told by a noun that names nothing.
  public static let direction = named("direction")
  /// «مجموعة من», «عدد من»: of what there is so much follows.
  public static let part = named("part")
  /// «ضرب», «طال», «دمر»: what a blow does to what it strikes.
  public static let hit = named("hit")
  /// «من قبل», «على يد», «من جانب»: behind the preposition, whoever did it follows.
  public static let agency = named("agency")
  /// «شخص», «آخرون»: people of whom nothing is told.
  public static let somebody = named("somebody")
  /// «قام به», «تعرضت لها»: a pronoun behind its preposition that takes the noun up again.
  public static let resumed = named("resumed")
  /// «تستهدف تحرير …», «تستهدف تحقيق …»: what is aimed at, and not struck.
  public static let aim = named("aim")
  /// «فجرا», «ليلا»: at what hour.
  public static let hour = named("hour")
  /// «مستهدفا»: what was struck follows.
  public static let aiming = named("aiming")
  /// «تبناه», «مسؤوليته عن»: who takes a blow on himself.
  public static let adoption = named("adoption")
  /// «شارك في», «مشاركة في»: who takes part in it.
  public static let joining = named("joining")
  /// «توغل في»: what is entered stands behind «في».
  public static let enter = named("enter")
  /// «الأخيرة»: whoever was named last.
  public static let latter = named("latter")
  /// «نوع», «طراز», «عيار»: of what make a weapon is.
  public static let kind = named("kind")
  /// «إدانة», «استنكر»: the attack behind it was before.
  public static let condemned = named("condemned")
  /// «بينما», «فيما»: at the same time.
  public static let meanwhile = named("meanwhile")
  /// «إذا», «لو»: only if.
  public static let conditional = named("conditional")
  /// «أضاف», «تابع»: goes on with the same telling.
  public static let adding = named("adding")
  /// «غير»: not what follows.
  public static let nay = named("nay")
  /// «اليوم» before a number.
  public static let countedDay = named("counted-day")
  /// «يفيد», «يورد»: says, in the first lines of an article, that something was done.
  public static let reports = named("reports")
  /// «عشية»: on the day before what is still to come.
  public static let eve = named("eve")
  /// «تبنى», «بث»: whoever claims or shows a deed did it.
  public static let claim = named("claim")
  /// One of a body, who alone tells not of which: «جندي», «قيادي».
  public static let member = named("member")
  /// A force that goes in, and nothing that is shot: «اقتحام», «توغل».
  public static let raid = named("raid")
  /// «المتهم بـ», «مسؤول عن», «تقف وراء»: who is said to have done what follows.
  public static let blamed = named("blamed")
  /// «عبر», «من خلال», «بينها»: what follows is how something was done, or one of what was done.
  public static let byMeans = named("by-means")
  /// «طيران», «المقاتلات», «مدفعية»: what flies or shoots for someone.
  public static let fleet = named("fleet")
  /// «قرب», «أمام»: what stands behind it is beside where something was.
  public static let near = named("near")
  /// «الواقعة», «المتجهة»: where something lies or goes stands behind a preposition.
  public static let lying = named("lying")
  /// The plural of a people: «أكراد», «أتراك».
  public static let ethnic = named("ethnic")
}
