public import ArabicText
public import DataFiles

/// The triggers of all event types, and the words that frames look for.
///
/// One file a type lies in `events/`; `words.tsv` holds the word classes and `common.txt` the words
/// that no personal name contains.
public struct EventLexicon: Sendable {
  /// The types, in the order of their files.
  public private(set) var types: [EventTypeInfo] = []
  /// The triggers' phrases; a payload is an index of ``forms``.
  public private(set) var triggers = PhraseTable(minimumCapacity: 1 << 14)
  /// What a trigger's phrase can be: one form or more.
  public private(set) var forms: [[TriggerForm]] = []

  /// The cues that words near a trigger give.
  public let cues: CueTable

  @usableFromInline var classes = WordTable(minimumCapacity: 1 << 10)
  @usableFromInline var classBits: [WordClass] = []
  private var ordinals: [UInt64: Int] = [:]
  @usableFromInline var common = WordTable(minimumCapacity: 1 << 14)

  /// Reads the tables of a folder.
  public init(folder: DataFolder) throws(DataFileError) {
    cues = try CueTable(folder: folder)
    try readWords(folder)
    try readCommon(folder)
    for file in try folder.files(in: ".") where file.hasSuffix(".txt") && file != "common.txt" {
      try readType(file, in: folder)
    }
  }

  /// The classes of a word.
  @inlinable
  public func classes(of hash: UInt64) -> WordClass {
    let index = classes.value(of: hash)
    return index < 0 ? [] : classBits[Int(index)]
  }

  /// Whether a word is of general use, so that it belongs to no name.
  @inlinable
  public func isCommon(_ hash: UInt64) -> Bool { common.value(of: hash) >= 0 }

  /// The value of an ordinal: 3 for «الثالثة».
  public func ordinal(of hash: UInt64) -> Int? { ordinals[hash] }

  /// The type of an id, or -1.
  public func type(id: String) -> Int16 {
    Int16(truncatingIfNeeded: types.firstIndex { $0.id == id } ?? -1)
  }

  // MARK: - Reading

  private mutating func readWords(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("words.tsv", in: folder, columns: 3).rows {
      guard let wordClass = WordClass(name: row[0]) else {
        throw row.fault(in: 0, named: "class", allowed: "a class of WordClass.swift")
      }
      let ordinal = Int(row[1])
      let shape = ordinal == nil ? row[1] : "word"
      for word in row.words(of: 2) {
        let letters = FoldedText.fold(utf8: word)
        if let ordinal { ordinals[WordHash.of(letters)] = ordinal }
        guard let written = WordForms.written(letters, shape: shape) else {
          throw row.fault(in: 1, named: "shape", allowed: WordForms.shapes)
        }
        for form in written { add(form, wordClass) }
      }
    }
  }

  private mutating func add(_ hash: UInt64, _ wordClass: WordClass) {
    let known = classes.value(of: hash)
    if known >= 0 {
      classBits[Int(known)].insert(wordClass)
    } else {
      classes.insert(hash, Int32(truncatingIfNeeded: classBits.count))
      classBits.append(wordClass)
    }
  }

  private mutating func readCommon(_ folder: DataFolder) throws(DataFileError) {
    let text = FoldedText(utf8: try folder.bytes(of: "common.txt"))
    var isComment = false
    for token in text.tokens {
      if token.gap >= .line { isComment = token.mark == .hash }
      if !isComment, token.kind == .word { common.insert(token.hash, 1) }
    }
  }

  private mutating func readType(_ file: String, in folder: DataFolder) throws(DataFileError) {
    var info = EventTypeInfo(id: String(file.dropLast(4)))
    let isLight = info.id == "light"
    let number: Int16 = isLight ? -1 : Int16(truncatingIfNeeded: types.count)
    for row in try TableFile(file, in: folder, columns: 4).rows {
      switch row[0] {
      case "plover":
        info.plover = row[1]
        info.mode = row[2]
      case "cameo": info.cameo = row[1]
      case "english": info.english = row[1]
      case "arabic": info.arabic = row[3]
      default: try readTrigger(row, type: number)
      }
    }
    if !isLight { types.append(info) }
  }

  private mutating func readTrigger(_ row: TableFile.Row, type: Int16) throws(DataFileError) {
    // A deed stands where the frame of a blow or a strike would: «clash», «killing».
    let deed = Deed(rawValue: row[1]) ?? .blow
    let ofDeed: EventFrame = row[0] == "verb" || row[0] == "passive" ? .strike : .blow
    guard let frame = EventFrame(rawValue: row[1]) ?? (deed == .blow ? nil : ofDeed) else {
      throw row.fault(in: 1, named: "frame", allowed: "a frame or a deed of TriggerForm.swift")
    }
    var needs: WordClass = []
    if !row[2].isEmpty {
      guard let needed = WordClass(name: row[2]) else {
        throw row.fault(in: 2, named: "needs", allowed: "a class of WordClass.swift or -")
      }
      needs = needed
    }
    let words = row.words(of: 3).map { FoldedText.fold(utf8: $0)[...] }
    guard let first = words.first else {
      throw row.fault(in: 3, named: "form", allowed: "an Arabic word")
    }
    func verb(_ form: VerbForm, passive: Bool = false) -> TriggerForm {
      TriggerForm(
        type: type,
        frame: frame,
        tense: passive ? .passive : form.tense,
        number: form.number,
        feminine: form.feminine,
        hasObject: form.hasObject,
        shape: .indefinite,
        needs: needs,
        deed: deed
      )
    }
    func noun(_ number: WordNumber, _ shape: NounShape) -> TriggerForm {
      TriggerForm(
        type: type,
        frame: frame,
        tense: .noun,
        number: number,
        feminine: false,
        hasObject: false,
        shape: shape,
        needs: needs,
        deed: deed
      )
    }
    switch row[0] {
    case "verb":
      for form in WordForms.past(first) { add([form.hash], verb(form)) }
      if words.count > 1 {
        for form in WordForms.imperfect(words[1]) { add([form.hash], verb(form)) }
      }
    case "passive":
      for form in WordForms.past(first) where !form.hasObject {
        add([form.hash], verb(form, passive: true))
      }
    case "possessed":
      for form in WordForms.noun(first) where form.shape == .possessed || form.shape == .shared {
        add([form.hash], noun(form.number, form.shape))
      }
    case "noun", "plural":
      let number: WordNumber = row[0] == "plural" ? .plural : .single
      if words.count == 1 {
        for form in WordForms.noun(first, number: number) {
          add([form.hash], noun(form.number, form.shape))
        }
      } else {
        // A noun with its adjectives: all definite or none.
        let article = [LetterCode.alef, LetterCode.lam]
        add(words.map { WordHash.of($0) }, noun(number, .indefinite))
        add(words.map { WordHash.of(article + $0) }, noun(number, .definite))
      }
    case "phrase":
      add(words.map { WordHash.of($0) }, noun(.single, .indefinite))
    default:
      throw row.fault(
        in: 0,
        named: "kind",
        allowed: "verb, passive, noun, plural, possessed or phrase"
      )
    }
  }

  private mutating func add(_ words: [UInt64], _ form: TriggerForm) {
    let payload = Int(triggers.insert(words, payload: Int32(truncatingIfNeeded: forms.count)))
    guard payload >= 0 else { return }
    if payload == forms.count {
      forms.append([form])
    } else if !forms[payload].contains(where: { $0.type == form.type && $0.frame == form.frame }) {
      forms[payload].append(form)
    }
  }
}
