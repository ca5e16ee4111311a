/// One byte a folded letter: ASCII for digits and Latin, a page of our own for Arabic.
///
/// Arabic news spells one word in many ways (أمس, امس). Folding maps the spellings that readers take
/// for the same onto one code, so that a word is a short run of bytes: cheap to hash and compare.
public enum LetterCode {
  /// The code of a letter of any script but Arabic and Latin.
  public static let foreign: UInt8 = 0xFF

  /// The code of an Arabic letter U+0621–U+064A, before folding.
  @inlinable
  static func plain(_ scalar: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: scalar &- 0x0621 &+ 0x80)
  }

  /// The letter ء.
  public static let hamza = plain(0x0621)
  /// The letter ا.
  public static let alef = plain(0x0627)
  /// The letter ب.
  public static let beh = plain(0x0628)
  /// The letter ت.
  public static let teh = plain(0x062A)
  /// The letter د.
  public static let dal = plain(0x062F)
  /// The letter س.
  public static let seen = plain(0x0633)
  /// The letter ع.
  public static let ain = plain(0x0639)
  /// The letter ف.
  public static let feh = plain(0x0641)
  /// The letter ك.
  public static let kaf = plain(0x0643)
  /// The letter ل.
  public static let lam = plain(0x0644)
  /// The letter م.
  public static let meem = plain(0x0645)
  /// The letter ن.
  public static let noon = plain(0x0646)
  /// The letter ه.
  public static let heh = plain(0x0647)
  /// The letter و.
  public static let waw = plain(0x0648)
  /// The letter ي.
  public static let yeh = plain(0x064A)

  /// Whether the code is an Arabic letter.
  @inlinable
  public static func isArabic(_ code: UInt8) -> Bool { code >= 0x80 && code != foreign }

  /// What the fold does with a scalar of the Arabic block (U+0600–U+06FF), by its low byte.
  ///
  /// A letter's code, an ASCII digit, ``skipped`` for marks that stand inside words, or
  /// ``separator`` for anything else.
  static let arabicBlock: [UInt8] = {
    var table = [UInt8](repeating: separator, count: 256)
    for low in 0x21...0x4A { table[low] = plain(0x0600 + UInt32(low)) }
    func fold(_ letters: [Int], to target: UInt8) { for low in letters { table[low] = target } }
    fold([0x22, 0x23, 0x25, 0x71, 0x72, 0x73, 0x75], to: alef)  // آ أ إ ٱ ٲ ٳ ٵ
    fold([0x24, 0x76, 0xC4, 0xC5, 0xC6, 0xC7, 0xC9, 0xCB], to: waw)  // ؤ and its kin
    fold([0x26, 0x49, 0x78, 0xCC, 0xCD, 0xCE, 0xD0, 0xD2], to: yeh)  // ئ ى ی ې
    fold([0x29, 0xBE, 0xC0, 0xC1, 0xC2, 0xC3, 0xD5], to: heh)  // ة ه ھ ہ
    fold([0xA9, 0xAA, 0xAB, 0xAD, 0xAE, 0xAF], to: kaf)  // ک گ
    fold([0x7E], to: beh)  // پ
    fold([0x86], to: plain(0x062C))  // چ
    fold([0x98], to: plain(0x0632))  // ژ
    fold([0xA4], to: feh)  // ڤ
    for digit in 0..<10 {
      table[0x60 + digit] = 0x30 + UInt8(digit)  // ٠–٩
      table[0xF0 + digit] = 0x30 + UInt8(digit)  // ۰–۹
    }
    // Tatweel, vowel signs, superscript alef, Quranic marks, the Arabic letter mark.
    for low in [0x40, 0x70, 0x1C] + Array(0x4B...0x5F) + Array(0x10...0x1A) { table[low] = skipped }
    for low in Array(0xD6...0xDC) + Array(0xDF...0xE8) + Array(0xEA...0xED) { table[low] = skipped }
    return table
  }()

  /// Marks a scalar that stands inside words and says nothing.
  static let skipped: UInt8 = 1
  /// Marks a scalar that ends a word.
  static let separator: UInt8 = 0
}
