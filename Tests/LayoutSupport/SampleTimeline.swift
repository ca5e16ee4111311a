import Chronology
import NewsModel
import TimelineLayout

/// The US–Iraqi dialogue of 2020 and 2021, in sentences written for these tests: a planned event, a
/// deadline, months and quarters, two disputed days, a denial and an undated event among them.
public enum SampleTimeline {
  /// The sheet.
  public static let dialogue = Timeline(
    title: "بغداد وواشنطن: مسار الحوار الاستراتيجي من الجولة الأولى إلى نهاية المهمة القتالية",
    masthead: "موجز دبلوماسي  ·  العراق والولايات المتحدة",
    issue: "17",
    place: "بغداد",
    asOf: CivilDate(year: 2021, month: 10, day: 15),
    period: day("2020-04-01")...day("2021-12-31"),
    events: events
  )

  private static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .first }

  private static let articles: [(outlet: String, title: String, published: String)] = [
    ("وكالة الرافدين", "واشنطن تقترح حوارًا استراتيجيًا مع بغداد", "2020-04-08"),
    ("صحيفة دجلة", "الجولة الأولى تنطلق عبر دائرة تلفزيونية", "2020-06-12"),
    ("المشرق اليوم", "الكاظمي في البيت الأبيض", "2020-08-21"),
    ("وكالة الرافدين", "تقليص القوات الأميركية إلى 2500 جندي", "2021-01-16"),
    ("نشرة الخليج", "الجولة الثالثة: انتقال إلى التدريب والمشورة", "2021-04-08"),
    ("صحيفة دجلة", "ماكغورك يلتقي الرئاسات في بغداد", "2021-05-05"),
    ("وكالة الرافدين", "بايدن والكاظمي يعلنان نهاية المهمة القتالية", "2021-07-27"),
    ("المشرق اليوم", "قمة بغداد للتعاون والشراكة", "2021-08-29"),
    ("تلفزيون الفرات", "ما بعد الانتخابات: استحقاقات الحوار", "2021-10-14"),
  ]

  private static let people: [String: Party] = [
    "iq": Party(id: "IQ", name: "العراق", englishName: "Iraq", surface: "العراق", how: .alias),
    "us": Party(
      id: "US",
      name: "الولايات المتحدة",
      englishName: "United States",
      surface: "واشنطن",
      how: .metonym
    ),
    "kadhimi": Party(id: "p:kadhimi", name: "مصطفى الكاظمي", surface: "الكاظمي", how: .surname),
    "biden": Party(id: "p:biden", name: "جو بايدن", surface: "بايدن", how: .surname),
    "trump": Party(id: "p:trump", name: "دونالد ترامب", surface: "ترامب", how: .surname),
    "hussein": Party(id: "p:hussein", name: "فؤاد حسين", surface: "حسين", how: .surname),
    "pompeo": Party(id: "p:pompeo", name: "مايك بومبيو", surface: "بومبيو", how: .surname),
    "blinken": Party(id: "p:blinken", name: "أنتوني بلينكن", surface: "بلينكن", how: .surname),
    "mcgurk": Party(id: "p:mcgurk", name: "بريت ماكغورك", surface: "ماكغورك", how: .surname),
    "salih": Party(id: "p:salih", name: "برهم صالح", surface: "صالح", how: .surname),
    "nato": Party(id: "o:nato", name: "حلف شمال الأطلسي", surface: "الناتو", how: .alias),
    "macron": Party(id: "p:macron", name: "إيمانويل ماكرون", surface: "ماكرون", how: .surname),
  ]

  private static func event(
    _ number: Int,
    _ type: String,
    _ from: String?,
    _ to: String? = nil,
    grain: Grain = .day,
    status: EventStatus = .occurred,
    basis: EventDateBasis = .explicit,
    who: [String],
    place: String? = nil,
    ordinal: Int? = nil,
    told: [Int],
    disputed: [(String, [String])] = [],
    _ sentence: String
  ) -> Event {
    let first = from.map { day($0) }
    let last = to.map { day($0) } ?? (grain == .day ? first : nil)
    let span = UncertainDate(earliest: first, latest: last, grain: grain)
    let date = EventDate(span: span, edtf: "", basis: basis)
    let parties = who.compactMap { people[$0] }
    let mentions = told.map { article in
      let source = articles[article - 1]
      return MergedMention(
        mention: EventMention(
          id: "a\(article).\(number)",
          article: "a\(article)",
          type: EventType(rawValue: type),
          range: TextRange(0, 1),
          trigger: "",
          sentenceRange: TextRange(0, sentence.utf8.count),
          sentence: sentence,
          status: status,
          date: date,
          actors: parties,
          recipients: [],
          rule: "test",
          sentenceIndex: 0
        ),
        source: source.outlet,
        url: "https://example.org/\(source.published)/a\(article)?lang=ar",
        articleTitle: source.title,
        published: day(source.published)
      )
    }
    return Event(
      id: "ev-\(number < 10 ? "0" : "")\(number)",
      type: EventType(rawValue: type),
      status: status,
      date: date,
      conflicts: disputed.map { DateConflict(value: $0.0, sources: $0.1) },
      actors: parties,
      place: place.map { Place(name: $0) },
      ordinal: ordinal,
      headline: sentence,
      headlineMention: "a1.\(number)",
      mentions: mentions,
      sources: told.count,
      independent: told.count
    )
  }

  private static let events: [Event] = [
    event(
      1,
      "announcement",
      "2020-04-07",
      who: ["pompeo", "us"],
      place: "واشنطن",
      told: [1],
      "أعلن وزير الخارجية الأميركي مايك بومبيو أن بلاده اقترحت على بغداد حوارًا استراتيجيًا يُعقد في حزيران المقبل."
    ),
    event(
      2,
      "round",
      "2020-06-11",
      who: ["iq", "us"],
      ordinal: 1,
      told: [2, 5],
      "انطلقت الجولة الأولى من الحوار الاستراتيجي بين العراق والولايات المتحدة عبر دائرة تلفزيونية مغلقة."
    ),
    event(
      3,
      "round",
      "2020-08-19",
      who: ["hussein", "pompeo"],
      place: "واشنطن",
      ordinal: 2,
      told: [3],
      "عقد وزيرا الخارجية فؤاد حسين ومايك بومبيو الجولة الثانية من الحوار في واشنطن."
    ),
    event(
      4,
      "meeting",
      "2020-08-20",
      who: ["trump", "kadhimi"],
      place: "البيت الأبيض",
      told: [3, 7],
      "استقبل الرئيس الأميركي دونالد ترامب رئيس الوزراء مصطفى الكاظمي في البيت الأبيض وبحثا مستقبل القوات الأميركية."
    ),
    event(
      5,
      "announcement",
      "2020-09-09",
      who: ["us"],
      told: [4],
      "أعلنت القيادة المركزية خفض عدد الجنود في العراق إلى ثلاثة آلاف خلال أيلول."
    ),
    event(
      6,
      "withdrawal",
      "2021-01-15",
      basis: .publication,
      who: ["us"],
      told: [4],
      "أكملت الولايات المتحدة خفض قواتها في العراق إلى 2500 جندي."
    ),
    event(
      7,
      "deployment",
      "2021-01-01",
      "2021-03-31",
      grain: .quarter,
      who: ["nato"],
      told: [5],
      "وسّع حلف شمال الأطلسي (NATO) مهمته التدريبية في العراق خلال الربع الأول من العام."
    ),
    event(
      8,
      "attack",
      "2021-02-15",
      who: ["us"],
      place: "أربيل",
      told: [4, 5],
      "سقطت صواريخ قرب مطار أربيل الذي يضم قوات للتحالف، فقُتل متعاقد وأُصيب آخرون."
    ),
    event(
      9,
      "message",
      "2021-03-01",
      "2021-03-31",
      grain: .month,
      who: ["iq", "us"],
      told: [5],
      "وجّهت بغداد في آذار رسالة رسمية إلى واشنطن تطلب فيها تحديد موعد جولة جديدة."
    ),
    event(
      10,
      "round",
      "2021-04-07",
      who: ["hussein", "blinken"],
      ordinal: 3,
      told: [5, 6, 7],
      "اتفق الجانبان في ختام الجولة الثالثة على أن مهمة القوات الأميركية انتقلت إلى التدريب والمشورة."
    ),
    event(
      11,
      "visit",
      "2021-05-04",
      basis: .weekday,
      who: ["mcgurk", "salih"],
      place: "بغداد",
      told: [6, 7],
      disputed: [("2021-05-03", ["وكالة الرافدين"]), ("2021-05-04", ["صحيفة دجلة"])],
      "وصل المبعوث الأميركي بريت ماكغورك إلى بغداد والتقى رئيس الجمهورية برهم صالح."
    ),
    event(
      12,
      "attack",
      "2021-06-27",
      who: ["us"],
      told: [7],
      "قصفت طائرات أميركية مواقع لفصائل مسلحة على الحدود العراقية السورية."
    ),
    event(
      13,
      "condemnation",
      "2021-06-28",
      who: ["iq"],
      told: [7],
      "دان رئيس الوزراء القصف وعدّه انتهاكًا سافرًا لسيادة العراق."
    ),
    event(
      14,
      "round",
      "2021-07-23",
      who: ["hussein", "blinken"],
      place: "واشنطن",
      ordinal: 4,
      told: [7],
      "بدأت في واشنطن أعمال الجولة الرابعة من الحوار الاستراتيجي برئاسة وزيري خارجية البلدين."
    ),
    event(
      15,
      "meeting",
      "2021-07-26",
      who: ["biden", "kadhimi"],
      place: "البيت الأبيض",
      told: [7, 8, 9],
      disputed: [
        ("2021-07-26", ["وكالة الرافدين", "المشرق اليوم"]), ("2021-07-27", ["تلفزيون الفرات"]),
      ],
      "التقى الرئيس جو بايدن رئيس الوزراء مصطفى الكاظمي في البيت الأبيض، وأعلنا انتهاء المهمة القتالية مع نهاية العام."
    ),
    event(
      16,
      "agreement",
      "2021-08-03",
      status: .denied,
      who: ["iq", "us"],
      told: [8],
      "نفى المتحدث باسم الحكومة وجود اتفاق يمنح واشنطن قواعد دائمة في العراق."
    ),
    event(
      17,
      "summit",
      "2021-08-28",
      who: ["iq", "macron"],
      place: "بغداد",
      told: [8],
      "استضافت بغداد قمة للتعاون والشراكة حضرها الرئيس الفرنسي وقادة من دول الجوار."
    ),
    event(
      18,
      "election",
      "2021-10-10",
      who: ["iq"],
      told: [9],
      "أجرى العراق انتخابات نيابية مبكرة بإشراف أممي."
    ),
    event(
      19,
      "meeting",
      "2021-11-01",
      "2021-11-30",
      grain: .month,
      status: .planned,
      who: ["iq", "us"],
      told: [9],
      "من المقرر أن تعقد اللجان الفنية العسكرية اجتماعها الأخير في تشرين الثاني."
    ),
    event(
      20,
      "withdrawal",
      nil,
      "2021-12-31",
      grain: .day,
      status: .planned,
      who: ["us", "iq"],
      told: [7, 9],
      "يُفترض أن تغادر آخر القوات ذات المهام القتالية العراق بحلول 31 كانون الأول 2021."
    ),
    event(
      21,
      "statement",
      nil,
      basis: .none,
      who: ["hussein"],
      told: [9],
      "قال وزير الخارجية فؤاد حسين إن الحوار لن يتوقف بتغيّر الحكومات."
    ),
  ]
}
