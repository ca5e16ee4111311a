/// How much a run of letters looks like Arabic.
///
/// Each encoding of Arabic puts the letters elsewhere, so that a wrong one turns common letters into
/// rare ones and into signs that stand in no Arabic word.
struct LetterStatistics {
  /// How many letters of the Arabic alphabet there are.
  private(set) var letters = 0
  private var bits = 0
  private var foreign = 0
  private var high = 0

  /// The surprise of each letter from U+0621 on in hundredths of a bit, 0 for what is no letter.
  ///
  /// Counted for this project over two thousand Arabic news texts.
  private static let surprise: [Int] = [
    824, 997, 570, 959, 673, 756, 270, 489, 493, 443, 762, 616, 576, 697,
    500, 748, 443, 727, 529, 664, 676, 724, 664, 890, 493, 793, 0, 0,
    0, 0, 0, 0, 528, 547, 581, 311, 399, 430, 544, 424, 686, 368,
  ]

  /// Counts a scalar so many times.
  mutating func add(_ value: UInt32, times: Int = 1) {
    guard value >= 0x80 else { return }
    high += times
    switch value {
    case 0x621...0x64A where value != 0x640 && Self.surprise[Int(value) - 0x621] > 0:
      letters += times
      bits += Self.surprise[Int(value) - 0x621] * times
    // Tatweel and vowels, Arabic punctuation and digits, general punctuation, marks and quotes.
    case 0x640, 0x64B...0x652, 0x60C, 0x61B, 0x61F, 0x660...0x66D, 0x2000...0x206F, 0xA0, 0xAB,
      0xBB, 0xAD, 0xFEFF:
      break
    default: foreign += times
    }
  }

  /// The share of what belongs in no Arabic text.
  var foreignShare: Double { high == 0 ? 0 : Double(foreign) / Double(high) }

  /// The mean surprise of a letter in bits; some 4.4 for Arabic, above 5.4 for nearly all else.
  var surpriseOfLetter: Double { letters == 0 ? 0 : Double(bits) / Double(letters) / 100 }

  /// One number for both, small for Arabic.
  ///
  /// Over 1,457 cuttings of 40 letters the right encoding stays below 5.0 in 99 of 100, while
  /// Windows-1256 taken for ISO 8859-6 and the other way round have 5.5 and 6.7 in the middle.
  var strangeness: Double { surpriseOfLetter + 10 * foreignShare }
}
