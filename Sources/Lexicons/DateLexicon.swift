public import ArabicText
public import DataFiles

/// The words that dates are made of, with every proclitic they can carry.
///
/// A word of a text is looked up once, by the hash of its folded letters: the table holds each form
/// with و ف ب ل ك ال already before it. Forms of several words are found through their first.
public struct DateLexicon: Sendable {
  /// A form of several words: its first, its second, where the hashes of all but the first stand,
  /// and what it is.
  private struct Compound: Sendable {
    let entry: Int
    let second: UInt64
    let rest: Range<Int>
    let word: DateWord
  }

  /// Everything that begins with one written word; plain numbers, for each word of a text is read here.
  private struct Entry: Sendable {
    /// What the word is alone; `none` where it only begins longer forms.
    var word = DateWord.none
    /// Its forms of several words, the longest first.
    var compounds = 0..<0
  }

  @usableFromInline var index: WordTable
  private var entries: [Entry] = []
  private var compounds: [Compound] = []
  /// The hashes of the further words of all forms of several words.
  private var restHashes: [UInt64] = []
  /// The calendar day and length of each occasion, in the order of the table.
  public private(set) var occasions: [Occasion] = []
  /// Beginnings of words that look like a future verb («سياسة») and are none, folded.
  public private(set) var stemsNotFuture: [[UInt8]] = []
  /// The ISO 8601 lengths of the recurrence words, in the order of the table.
  public private(set) var recurrences: [String] = []

  /// Reads all tables of dates of a language folder.
  ///
  /// - Throws: ``DataFileError`` with file and line at the first row that is not understood.
  public init(folder: DataFolder) throws(DataFileError) {
    index = WordTable(minimumCapacity: 20_000)
    entries.reserveCapacity(20_000)
    for name in try folder.files(in: "dates") {
      for row in try TableFile("dates/\(name)", in: folder, columns: 4).rows {
        try add(row)
      }
    }
    arrangeCompounds()
  }

  /// Puts the forms of several words in the order of their first words, the longest first.
  private mutating func arrangeCompounds() {
    compounds.sort {
      ($0.entry, $1.rest.count, $0.rest.lowerBound) < ($1.entry, $0.rest.count, $1.rest.lowerBound)
    }
    var start = 0
    while start < compounds.count {
      let entry = compounds[start].entry
      let end = compounds[start...].firstIndex { $0.entry != entry } ?? compounds.count
      entries[entry].compounds = start..<end
      start = end
    }
  }

  /// What the tables say of the word at a token; its `length` tells how many tokens it takes.
  @inlinable
  public func word(at position: Int, in tokens: UnsafeBufferPointer<Token>) -> DateWord {
    let found = index.value(of: tokens[position].hash)
    if found < 0 { return .none }
    return word(entry: Int(found), at: position, in: tokens)
  }

  /// Whether these letters alone name a month, and nothing else.
  public func isMonth(_ hash: UInt64) -> Bool {
    let found = index.value(of: hash)
    return found >= 0 && entries[Int(found)].word.role == .month
  }

  /// Whether no table begins with this word.
  public func isUnknown(_ hash: UInt64) -> Bool { index.value(of: hash) < 0 }

  @usableFromInline
  func word(
    entry: Int,
    at position: Int,
    in tokens: UnsafeBufferPointer<Token>
  ) -> DateWord {
    let entry = entries[entry]
    guard !entry.compounds.isEmpty, position + 1 < tokens.count else { return entry.word }
    let second = tokens[position + 1].hash
    for compound in entry.compounds where compounds[compound].second == second {
      let rest = compounds[compound].rest
      guard position + rest.count < tokens.count else { continue }
      var next = position
      let matches = rest.allSatisfy { hash in
        next += 1
        return tokens[next].hash == restHashes[hash] && tokens[next].gap < .wide
      }
      if matches { return compounds[compound].word }
    }
    return entry.word
  }
}

// MARK: - Reading the tables

extension DateLexicon {
  /// A feast with a date of its own.
  public struct Occasion: Hashable, Sendable {
    /// Whether month and day are of the Hijri calendar.
    public let isHijri: Bool
    /// The month.
    public let month: Int
    /// The day of the month.
    public let day: Int
    /// How many days it lasts.
    public let length: Int

    /// A feast on a day of a calendar; month 0 is the nearer of the two great feasts.
    public init(isHijri: Bool, month: Int, day: Int, length: Int) {
      self.isHijri = isHijri
      self.month = month
      self.day = day
      self.length = length
    }
  }

  private mutating func add(_ row: TableFile.Row) throws(DataFileError) {
    if row[0] == "stem-not-future" {
      stemsNotFuture.append(FoldedText.fold(row[3]))
      return
    }
    let (role, value) = try meaning(of: row)
    var flags: DateWordFlags = []
    var takesArticle = false
    for flag in row[2].utf8 {
      switch flag {
      case UInt8(ascii: "s"): break
      case UInt8(ascii: "d"): flags.insert(.dual)
      case UInt8(ascii: "p"): flags.insert(.plural)
      case UInt8(ascii: "f"): flags.insert(.feminine)
      case UInt8(ascii: "a"): takesArticle = true
      case UInt8(ascii: "?"): flags.insert(.ambiguous)
      default: throw row.fault(in: 2, named: "flags", allowed: "s d p f a ? or -")
      }
    }
    let folded = FoldedText(row[3])
    guard let first = folded.tokens.first else {
      throw row.fault(in: 3, named: "form", allowed: "an Arabic word")
    }
    // «قبل الماضي» is definite by its last word.
    if role == .direction, let last = folded.tokens.last,
      folded.letters(of: last).starts(with: [LetterCode.alef, LetterCode.lam])
    {
      flags.insert(.definite)
    }
    let word = DateWord(
      role: role,
      value: value,
      flags: flags,
      length: UInt8(truncatingIfNeeded: folded.tokens.count)
    )
    let restStart = restHashes.count
    for token in folded.tokens.dropFirst() { restHashes.append(token.hash) }
    let rest = restStart..<restHashes.count
    let letters = Array(folded.letters(of: first))
    for form in Self.forms(of: letters, word: word, takesArticle: takesArticle) {
      let hash = form.hash
      var position = Int(index.value(of: hash))
      if position < 0 {
        position = entries.count
        entries.append(Entry())
        index.insert(hash, Int32(truncatingIfNeeded: position))
      }
      guard let second = restHashes[rest].first else {
        // Where a form is two words, the one that tells a time wins over the one that only cues.
        let known = entries[position].word.role
        if known != .none, known.rank <= form.word.role.rank { continue }
        entries[position].word = form.word
        continue
      }
      compounds.append(Compound(entry: position, second: second, rest: rest, word: form.word))
    }
  }

  /// A row's first two columns as role and value.
  private mutating func meaning(
    of row: TableFile.Row
  ) throws(DataFileError) -> (DateWordClass, Int32) {
    let name = row[0]
    if name.hasPrefix("month-"), let family = MonthFamily(rawValue: String(name.dropFirst(6))) {
      let month = try row.integer(1, named: "month")
      let order = MonthFamily.allCases.firstIndex(of: family) ?? 0
      return (.month, Int32(truncatingIfNeeded: month + 100 * order))
    }
    if name.hasPrefix("daypart-"), let part = DayPart(rawValue: String(name.dropFirst(8))) {
      return (.dayPart, Int32(DayPart.allCases.firstIndex(of: part) ?? 0))
    }
    if name.hasPrefix("season-") {
      guard let season = ["SP", "SU", "FA", "WI"].firstIndex(of: String(name.dropFirst(7))) else {
        throw row.fault(in: 0, named: "class", allowed: "season-SP, -SU, -FA or -WI")
      }
      return (.season, Int32(season))
    }
    if name.hasPrefix("set-") {
      recurrences.append(String(name.dropFirst(4)))
      return (.recurrence, Int32(truncatingIfNeeded: recurrences.count - 1))
    }
    if name == Self.occasionName {
      occasions.append(try occasion(of: row))
      return (.occasion, Int32(truncatingIfNeeded: occasions.count - 1))
    }
    if name.hasPrefix("unit-"), name != Self.weekendName {
      guard let unit = TimeUnit.byTableName[name] else {
        throw row.fault(in: 0, named: "class", allowed: "unit-second … unit-century")
      }
      return (.unit, Int32(unit.rawValue))
    }
    guard let role = DateWordClass(tableName: name), role != .none else {
      throw row.fault(in: 0, named: "class", allowed: "a class of DateWordClass")
    }
    return (role, Int32(truncatingIfNeeded: try row.integer(1, named: "value")))
  }

  // The names are made by reflection, which is too slow for every row.
  private static let occasionName = DateWordClass.occasion.tableName
  private static let weekendName = DateWordClass.weekend.tableName

  private func occasion(of row: TableFile.Row) throws(DataFileError) -> Occasion {
    let parts = row[1].split(separator: "-").map(String.init)
    guard parts.count == 4, parts[0] == "h" || parts[0] == "g", let month = Int(parts[1]),
      let day = Int(parts[2]), let length = Int(parts[3])
    else { throw row.fault(in: 1, named: "value", allowed: "h|g-month-day-length") }
    return Occasion(isHijri: parts[0] == "h", month: month, day: day, length: length)
  }

  /// The hash of a form with every proclitic that can stand before it.
  ///
  /// ل and the article melt into لل. Short words that are also ordinary ones take no preposition
  /// letter: «باب» is a door, not “in August”. Only hashes are made: there are tens of thousands.
  private static func forms(
    of letters: [UInt8],
    word: DateWord,
    takesArticle: Bool
  ) -> [(hash: UInt64, word: DateWord)] {
    guard letters.count > 1 else { return [(WordHash.of(letters), word)] }
    var result: [(hash: UInt64, word: DateWord)] = []
    result.reserveCapacity(24)
    let isWrittenDefinite =
      letters.count > 4 && letters[0] == LetterCode.alef && letters[1] == LetterCode.lam
    let isDefinite = isWrittenDefinite || word.flags.contains(.definite)
    let prepositions = takesPrepositions(word, length: letters.count) ? 4 : 1
    for conjunction in conjunctions {
      let start = conjunction == 0 ? WordHash.seed : WordHash.adding(conjunction, to: WordHash.seed)
      for (preposition, letter) in Self.prepositions.prefix(prepositions) {
        for definite in 0...(takesArticle ? 1 : 0) {
          var hash = letter == 0 ? start : WordHash.adding(letter, to: start)
          var dropped = 0
          if definite == 1 {
            if preposition != .lam { hash = WordHash.adding(LetterCode.alef, to: hash) }
            hash = WordHash.adding(LetterCode.lam, to: hash)
          } else if preposition == .lam, isWrittenDefinite {
            dropped = 1
          }
          for index in dropped..<letters.count { hash = WordHash.adding(letters[index], to: hash) }
          var form = word
          form.procliticLetters = (conjunction == 0 ? 0 : 1) + (letter == 0 ? 0 : 1)
          form.preposition = preposition
          if definite == 1 || isDefinite { form.flags.insert(.definite) }
          if conjunction != 0 { form.flags.insert(.conjoined) }
          result.append((hash, form))
        }
      }
    }
    // «نشرته», «أجراها»: a past verb may carry its object.
    if word.role == .pastCue, word.length == 1, letters.count > 3 {
      // ى before a suffix is ا: أجرى، أجراها.
      let stem = letters.last == LetterCode.yeh ? letters.dropLast() + [LetterCode.alef] : letters
      let hash = WordHash.adding(LetterCode.heh, to: WordHash.of(stem))
      result.append((hash, word))
      result.append((WordHash.adding(LetterCode.alef, to: hash), word))
    }
    return result
  }

  /// The conjunctions that are written before a word; 0 for none.
  private static let conjunctions: [UInt8] = [0, LetterCode.waw, LetterCode.feh]

  /// The prepositions that are written before a word; 0 for none.
  private static let prepositions: [(ProcliticPreposition, UInt8)] = [
    (.none, 0), (.beh, LetterCode.beh), (.lam, LetterCode.lam), (.kaf, LetterCode.kaf),
  ]

  private static func takesPrepositions(_ word: DateWord, length: Int) -> Bool {
    switch word.role {
    case .futureCue, .pastCue, .countedNoun, .clauseStart: false
    case .unit: true
    default: !word.flags.contains(.ambiguous) || length > 3
    }
  }
}
