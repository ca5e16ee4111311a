import ArabicText

/// Makes the written forms of Arabic words, on folded letters.
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

  /// The forms of a past verb from its third person masculine singular (التقى, زار, دعا).
  static func past(_ word: [UInt8]) -> [VerbForm] {
    guard let last = word.last, word.count > 1 else { return [] }
    var forms = [VerbForm(letters: word, tense: .past)]
    func add(_ letters: [UInt8], _ number: WordNumber = .single, feminine: Bool = false) {
      forms.append(VerbForm(letters: letters, tense: .past, number: number, feminine: feminine))
    }
    let stem = Array(word.dropLast())
    var feminine = word + [teh]
    var objectBase = word
    if last == yeh || last == alef {
      let weak = last == yeh ? yeh : waw
      feminine = stem + [teh]
      objectBase = stem + [alef]
      add(stem + [weak, alef], .dual)
      add(stem + [waw, alef], .plural)
      add(stem + [weak, noon, alef], .first)
    } else {
      add(word + [alef], .dual)
      add(word + [waw, alef], .plural)
      add(word + [noon, alef], .first)
    }
    add(feminine, feminine: true)
    add(feminine + [alef], .dual, feminine: true)
    for suffix in suffixes {
      forms.append(VerbForm(letters: objectBase + suffix, tense: .past, hasObject: true))
      forms.append(
        VerbForm(letters: feminine + suffix, tense: .past, feminine: true, hasObject: true)
      )
    }
    return forms
  }

  /// The forms of an imperfect verb from its third person masculine singular (يلتقي, يزور).
  static func imperfect(_ word: [UInt8]) -> [VerbForm] {
    guard word.first == yeh, word.count > 2, let last = word.last else { return [] }
    let core = Array(word.dropFirst())
    let stem = last == yeh || last == waw ? Array(core.dropLast()) : core
    var forms: [VerbForm] = []
    func add(
      _ letters: [UInt8],
      _ number: WordNumber = .single,
      feminine: Bool = false,
      hasObject: Bool = false
    ) {
      for (prefix, tense) in [([UInt8](), WordTense.imperfect), ([LetterCode.seen], .future)] {
        forms.append(
          VerbForm(
            letters: prefix + letters,
            tense: tense,
            number: number,
            feminine: feminine,
            hasObject: hasObject
          )
        )
      }
    }
    for (prefix, feminine) in [(yeh, false), (teh, true)] {
      add([prefix] + core, feminine: feminine)
      add([prefix] + core + [alef, noon], .dual, feminine: feminine)
      add([prefix] + core + [alef], .dual, feminine: feminine)
      add([prefix] + stem + [waw, noon], .plural, feminine: feminine)
      add([prefix] + stem + [waw, alef], .plural, feminine: feminine)
      for suffix in suffixes {
        add([prefix] + core + suffix, feminine: feminine, hasObject: true)
      }
    }
    add([noon] + core, .first)
    // The jussive of a defective verb loses its last letter: «لم يلتقِ».
    if last == yeh {
      add([yeh] + stem)
      add([teh] + stem, feminine: true)
    }
    return forms
  }

  /// هم, هما and هن say that the owners are several.
  private static func owner(_ suffix: [UInt8]) -> NounShape {
    suffix.count > 1 && suffix[0] == heh && suffix[1] != alef ? .shared : .possessed
  }

  /// The forms of a noun from its indefinite singular, or plural when `number` says so.
  static func noun(_ word: [UInt8], number: WordNumber = .single) -> [NounForm] {
    guard let last = word.last, word.count > 1 else { return [] }
    var forms: [NounForm] = []
    func add(_ letters: [UInt8], _ number: WordNumber, _ shape: NounShape) {
      forms.append(NounForm(letters: letters, number: number, shape: shape))
    }
    let isFeminine = last == heh
    let joined = isFeminine ? Array(word.dropLast()) + [teh] : word
    add(word, number, .indefinite)
    add(article + word, number, .definite)
    if !isFeminine { add(word + [alef], number, .indefinite) }
    for suffix in suffixes { add(joined + suffix, number, owner(suffix)) }
    // «لقائه», «لقاؤه»: hamza takes a seat before a suffix.
    if last == hamza {
      for seat in [yeh, waw] {
        for suffix in suffixes {
          add(Array(word.dropLast()) + [seat] + suffix, number, owner(suffix))
        }
      }
    }
    guard number == .single else { return forms }
    for ending in [[alef, noon], [yeh, noon]] {
      add(joined + ending, .dual, .indefinite)
      add(article + joined + ending, .dual, .definite)
    }
    add(joined + [yeh], .dual, .indefinite)
    add(joined + [alef], .dual, .indefinite)
    return forms
  }

  /// The forms of a nationality adjective from its masculine singular (عراقي).
  static func nationality(_ word: [UInt8]) -> [NounForm] {
    guard word.count > 1 else { return [] }
    let ending = word.last
    let feminine = ending == heh ? word : word + [heh]
    let joined = ending == heh ? Array(word.dropLast()) + [teh] : word + [teh]
    var bare: [([UInt8], WordNumber)] = [(word, .single), (feminine, .single)]
    if ending == yeh {
      bare += [
        (word + [yeh, noon], .plural), (word + [yeh, waw, noon], .plural),
        (word + [waw, noon], .plural), (word + [noon], .plural), (word + [alef, noon], .dual),
        (word + [alef, teh], .plural),
      ]
    }
    bare += [
      (word + [yeh, noon], .plural), (joined + [alef, noon], .dual),
      (joined + [yeh, noon], .dual),
    ]
    var forms: [NounForm] = []
    for (letters, number) in bare {
      forms.append(NounForm(letters: letters, number: number, shape: .indefinite))
      forms.append(NounForm(letters: article + letters, number: number, shape: .definite))
    }
    if ending != heh {
      forms.append(NounForm(letters: word + [alef], number: .single, shape: .indefinite))
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
  var letters: [UInt8]
  var tense: WordTense
  var number: WordNumber = .single
  var feminine = false
  var hasObject = false
}

/// A written form of a noun.
struct NounForm {
  var letters: [UInt8]
  var number: WordNumber
  var shape: NounShape
}
