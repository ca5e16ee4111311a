/// The consonants of a foreign name, by which its Arabic spellings are one: «ديفيد» and «دايفيد».
///
/// Arabic newsrooms agree on the consonants of a foreign name and not on its vowels, on g (غ ج ق ك),
/// t (ت ط ث), s (س ص), d (د ض ذ) and h (ه ح), nor on doubled letters.
public struct NameSkeleton: Hashable, Sendable {
  /// A hash of the consonants.
  public let hash: UInt64
  /// How many consonants there are.
  public let count: Int

  /// The skeleton of a folded word.
  public init(_ letters: ArraySlice<UInt8>) {
    let consonants = Self.consonants
    var hash = WordHash.seed
    var count = 0
    var last: UInt8 = 0
    for index in letters.indices {
      let consonant = consonants[Int(letters[index])]
      // ة and a silent ه end a name; between vowels ه sounds.
      guard consonant != 0, !(consonant == LetterCode.heh && index + 1 == letters.endIndex),
        consonant != last
      else { continue }
      last = consonant
      hash = WordHash.adding(consonant, to: hash)
      count += 1
    }
    self.hash = hash
    self.count = count
  }

  /// The skeletons of the words of a name.
  public static func words(of name: ArraySlice<UInt8>) -> [NameSkeleton] {
    let text = FoldedText(utf8: Array(name))
    return text.tokens.map { NameSkeleton(text.letters(of: $0)) }
  }

  /// What a letter counts as; 0 for vowels and hamza.
  private static let consonants: [UInt8] = {
    var table = [UInt8](0...255)
    for vowel in [LetterCode.alef, LetterCode.waw, LetterCode.yeh, LetterCode.hamza] {
      table[Int(vowel)] = 0
    }
    func count(_ scalars: [UInt32], as letter: UInt8) {
      for scalar in scalars { table[Int(LetterCode.plain(scalar))] = letter }
    }
    count([0x063A, 0x062C, 0x0642], as: LetterCode.kaf)  // غ ج ق
    count([0x0637, 0x062B], as: LetterCode.teh)  // ط ث
    count([0x0635], as: LetterCode.seen)  // ص
    count([0x0636, 0x0630], as: LetterCode.plain(0x062F))  // ض ذ as د
    count([0x0638], as: LetterCode.plain(0x0632))  // ظ as ز
    count([0x062D], as: LetterCode.heh)  // ح
    return table
  }()
}
