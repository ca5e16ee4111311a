import ArabicText

/// Makes the written forms of Arabic words, on folded letters, as hashes of their letters.
///
/// Folding has made ى one with ي and ة one with ه, so a defective verb ends in ي and a feminine
/// noun in ه here.
enum WordForms {
  private static let alef = LetterCode.alef
  private static let teh = LetterCode.teh
  private static let noon = LetterCode.noon
  private static let heh = LetterCode.heh
  private static let waw = LetterCode.waw
  private static let yeh = LetterCode.yeh
  private static let meem = LetterCode.meem
  private static let hamza = LetterCode.hamza
  private static let article = [LetterCode.alef, LetterCode.lam]

  /// The object and possessive suffixes: ه ها هم هما هن نا.
  static let suffixes: [[UInt8]] = [
    [heh], [heh, alef], [heh, meem], [heh, meem, alef], [heh, noon], [noon, alef],
  ]

  /// A form without and with a prefix before it: with the article, or with س of the future.
  private struct Pair {
    var plain = WordHash.seed
    var prefixed: UInt64

    init(prefix: [UInt8]) { prefixed = WordHash.of(prefix) }

    /// Both with more letters behind them.
    static func + (pair: Pair, letters: some Sequence<UInt8>) -> Pair {
      var longer = pair
      for letter in letters {
        longer.plain = WordHash.adding(letter, to: longer.plain)
        longer.prefixed = WordHash.adding(letter, to: longer.prefixed)
      }
      return longer
    }
  }

  /// The hash with more letters behind.
  private static func adding(_ letters: [UInt8], to hash: UInt64) -> UInt64 {
    letters.reduce(hash) { WordHash.adding($1, to: $0) }
  }

  /// The forms of a past verb from its third person masculine singular (التقى, زار, دعا).
  static func past(_ word: ArraySlice<UInt8>) -> [VerbForm] {
    guard let last = word.last, word.count > 1 else { return [] }
    let whole = WordHash.of(word)
    var forms = [VerbForm(hash: whole, tense: .past)]
    forms.reserveCapacity(18)
    func add(_ hash: UInt64, _ number: WordNumber = .single, feminine: Bool = false) {
      forms.append(VerbForm(hash: hash, tense: .past, number: number, feminine: feminine))
    }
    var feminine = adding([teh], to: whole)
    var objectBase = whole
    if last == yeh || last == alef {
      let weak = last == yeh ? yeh : waw
      let stem = WordHash.of(word.dropLast())
      feminine = adding([teh], to: stem)
      objectBase = adding([alef], to: stem)
      add(adding([weak, alef], to: stem), .dual)
      add(adding([waw, alef], to: stem), .plural)
      add(adding([weak, noon, alef], to: stem), .first)
    } else {
      add(adding([alef], to: whole), .dual)
      add(adding([waw, alef], to: whole), .plural)
      add(adding([noon, alef], to: whole), .first)
    }
    // Folding has made أ one with ا: «بدأ» has «بدأت» and «بدأوا».
    if last == alef {
      add(adding([teh], to: whole), feminine: true)
      add(adding([teh, alef], to: whole), .dual, feminine: true)
      add(adding([waw, alef], to: whole), .plural)
    }
    add(feminine, feminine: true)
    add(adding([alef], to: feminine), .dual, feminine: true)
    for suffix in suffixes {
      forms.append(VerbForm(hash: adding(suffix, to: objectBase), tense: .past, hasObject: true))
      forms.append(
        VerbForm(hash: adding(suffix, to: feminine), tense: .past, feminine: true, hasObject: true)
      )
    }
    return forms
  }

  /// The forms of an imperfect verb from its third person masculine singular (يلتقي, يزور).
  static func imperfect(_ word: ArraySlice<UInt8>) -> [VerbForm] {
    guard word.first == yeh, word.count > 2, let last = word.last else { return [] }
    let core = word.dropFirst()
    let stem = last == yeh || last == waw ? core.dropLast() : core
    var forms: [VerbForm] = []
    forms.reserveCapacity(50)
    func add(
      _ pair: Pair,
      _ number: WordNumber = .single,
      feminine: Bool = false,
      hasObject: Bool = false
    ) {
      for (hash, tense) in [(pair.plain, WordTense.imperfect), (pair.prefixed, .future)] {
        forms.append(
          VerbForm(
            hash: hash,
            tense: tense,
            number: number,
            feminine: feminine,
            hasObject: hasObject
          )
        )
      }
    }
    let start = Pair(prefix: [LetterCode.seen])
    for (prefix, feminine) in [(yeh, false), (teh, true)] {
      let whole = start + [prefix] + core
      let short = start + [prefix] + stem
      add(whole, feminine: feminine)
      add(whole + [alef, noon], .dual, feminine: feminine)
      add(whole + [alef], .dual, feminine: feminine)
      add(short + [waw, noon], .plural, feminine: feminine)
      add(short + [waw, alef], .plural, feminine: feminine)
      for suffix in suffixes { add(whole + suffix, feminine: feminine, hasObject: true) }
    }
    add(start + [noon] + core, .first)
    // The jussive of a defective verb loses its last letter: «لم يلتقِ».
    if last == yeh {
      add(start + [yeh] + stem)
      add(start + [teh] + stem, feminine: true)
    }
    return forms
  }

  /// هم, هما and هن say that the owners are several.
  private static func owner(_ suffix: [UInt8]) -> NounShape {
    suffix.count > 1 && suffix[0] == heh && suffix[1] != alef ? .shared : .possessed
  }

  /// The forms of a noun from its indefinite singular, or plural when `number` says so.
  static func noun(_ word: ArraySlice<UInt8>, number: WordNumber = .single) -> [NounForm] {
    guard let last = word.last, word.count > 1 else { return [] }
    var forms: [NounForm] = []
    forms.reserveCapacity(28)
    func add(_ hash: UInt64, _ number: WordNumber, _ shape: NounShape) {
      forms.append(NounForm(hash: hash, number: number, shape: shape))
    }
    let isFeminine = last == heh
    let start = Pair(prefix: article)
    let whole = start + word
    let joined = isFeminine ? start + word.dropLast() + [teh] : whole
    add(whole.plain, number, .indefinite)
    add(whole.prefixed, number, .definite)
    if !isFeminine { add(adding([alef], to: whole.plain), number, .indefinite) }
    for suffix in suffixes { add(adding(suffix, to: joined.plain), number, owner(suffix)) }
    // «لقائه», «لقاؤه»: hamza takes a seat before a suffix.
    if last == hamza {
      let stem = WordHash.of(word.dropLast())
      for seat in [yeh, waw] {
        let seated = WordHash.adding(seat, to: stem)
        for suffix in suffixes { add(adding(suffix, to: seated), number, owner(suffix)) }
      }
    }
    guard number == .single else { return forms }
    for ending in [[alef, noon], [yeh, noon]] {
      let dual = joined + ending
      add(dual.plain, .dual, .indefinite)
      add(dual.prefixed, .dual, .definite)
    }
    add(adding([yeh], to: joined.plain), .dual, .indefinite)
    add(adding([alef], to: joined.plain), .dual, .indefinite)
    return forms
  }

  /// The forms of a nationality adjective from its masculine singular (عراقي).
  static func nationality(_ word: ArraySlice<UInt8>) -> [NounForm] {
    guard word.count > 1 else { return [] }
    let ending = word.last
    let whole = Pair(prefix: article) + word
    let feminine = ending == heh ? whole : whole + [heh]
    let joined = ending == heh ? Pair(prefix: article) + word.dropLast() + [teh] : whole + [teh]
    var bare: [(Pair, WordNumber)] = [(whole, .single), (feminine, .single)]
    if ending == yeh {
      bare += [
        (whole + [yeh, noon], .plural), (whole + [yeh, waw, noon], .plural),
        (whole + [waw, noon], .plural), (whole + [noon], .plural), (whole + [alef, noon], .dual),
        (whole + [alef, teh], .plural),
      ]
    }
    bare += [
      (whole + [yeh, noon], .plural), (joined + [alef, noon], .dual),
      (joined + [yeh, noon], .dual),
    ]
    var forms: [NounForm] = []
    forms.reserveCapacity(24)
    for (pair, number) in bare {
      forms.append(NounForm(hash: pair.plain, number: number, shape: .indefinite))
      forms.append(NounForm(hash: pair.prefixed, number: number, shape: .definite))
    }
    if ending != heh {
      forms.append(
        NounForm(hash: adding([alef], to: whole.plain), number: .single, shape: .indefinite)
      )
    }
    return forms
  }
}

/// When a verb form puts its action.
public enum WordTense: UInt8, Sendable {
  case past
  case imperfect
  case future
  /// A verbal noun: it says no time.
  case noun
  /// A past verb whose doer is not named: «عُقد».
  case passive
}

/// How many a form speaks of; `first` is “we”.
public enum WordNumber: UInt8, Sendable {
  case single
  case dual
  case plural
  case first
}

/// How a noun is determined.
public enum NounShape: UInt8, Sendable {
  case indefinite
  case definite
  case possessed
  /// With the suffix of several owners: «لقائهم», «محادثاتهما».
  case shared
}

/// A written form of a verb.
struct VerbForm {
  /// The hash of its folded letters.
  var hash: UInt64
  var tense: WordTense
  var number: WordNumber = .single
  var feminine = false
  var hasObject = false
}

/// A written form of a noun.
struct NounForm {
  /// The hash of its folded letters.
  var hash: UInt64
  var number: WordNumber
  var shape: NounShape
}
