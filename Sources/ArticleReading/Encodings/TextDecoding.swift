/// Turns the bytes of a file into UTF-8, whatever Arabic encoding they are in.
///
/// What a file says of its own encoding is often wrong (a page moved to another server, a template
/// of twenty years ago), so that the bytes decide and the declaration counts only where they are
/// too few. What is not sure is a fault: letters turned into other letters would be dated and
/// printed like any text.
enum TextDecoding {
  /// The text in UTF-8 without a byte order mark.
  ///
  /// - Parameter declared: the name of the encoding as a header or the text itself gives it.
  static func utf8(
    _ bytes: [UInt8],
    declared: String? = nil
  ) throws(ArticleFault.Reason) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      if let wrong = UTF8Check.firstWrongByte(in: bytes[...]) { throw .encoding(offset: wrong) }
      return try checked(Array(bytes[3...]))
    }
    // The mark of UTF-32 begins as that of UTF-16 does.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { throw .encoding(offset: 0) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes[2...], isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes[2...], isBigEndian: true) }
    let zeros = bytes.prefix(sample).count { $0 == 0 }
    if zeros > 0 {
      if let text = markless16(bytes) { return text }
      // One may stray into a page; many are in no text.
      if zeros * 100 > min(bytes.count, sample) { throw .encoding(offset: bytes.firstIndex(of: 0)) }
    }
    guard let wrong = UTF8Check.firstWrongByte(in: bytes[...]) else { return try checked(bytes) }
    guard let encoding = singleByte(bytes, declared: declared) else {
      throw .encoding(offset: wrong)
    }
    return encoding.utf8(bytes)
  }

  /// How many bytes are looked at to guess.
  private static let sample = 1 << 18

  // MARK: - UTF-8

  /// The text, unless it was decoded wrongly and saved again.
  private static func checked(_ bytes: [UInt8]) throws(ArticleFault.Reason) -> [UInt8] {
    var statistics = LetterStatistics()
    var latin = 0
    var others = 0
    let head = bytes.prefix(sample)
    guard head.contains(where: { $0 >= 0x80 }) else { return bytes }
    for scalar in String(decoding: head, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      statistics.add(scalar.value)
      // The first bytes of Arabic letters in UTF-8, read as Windows-1252.
      if scalar.value == 0xD8 || scalar.value == 0xD9 { latin += 1 } else { others += 1 }
    }
    let isArabic = statistics.letters >= 40
    let isGarbled =
      isArabic ? statistics.surpriseOfLetter > 6.3 && statistics.foreignShare > 0.3 : latin >= 40
    if isGarbled, isArabic || latin * 2 > others { throw .garbled }
    return bytes
  }

  // MARK: - UTF-16

  private static func utf16(
    _ bytes: ArraySlice<UInt8>,
    isBigEndian: Bool
  ) throws(ArticleFault.Reason) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw .encoding(offset: bytes.endIndex - 1) }
    let units = Self.units(bytes, isBigEndian: isBigEndian)
    guard let text = String(validating: units, as: UTF16.self) else { throw .encoding(offset: nil) }
    return Array(text.utf8)
  }

  private static func units(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt16] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
  }

  /// UTF-16 without a mark: of the two byte orders, the one whose units are nearly all plausible.
  private static func markless16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    for isBigEndian in [false, true] {
      let head = bytes.prefix(sample)
      let units = Self.units(head, isBigEndian: isBigEndian)
      let good = units.count { unit in
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x600...0x6FF, 0x2000...0x20CF,
          0xFB50...0xFDFF, 0xFE70...0xFEFF:
          true
        default: false
        }
      }
      if good * 20 >= units.count * 19 { return try? utf16(bytes[...], isBigEndian: isBigEndian) }
    }
    return nil
  }

  // MARK: - One byte a letter

  /// The one encoding whose letters are Arabic; `nil` when none is or two could be.
  private static func singleByte(_ bytes: [UInt8], declared: String?) -> SingleByteEncoding? {
    let name = declared.map(plainName)
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes.prefix(sample) { counts[Int(byte)] += 1 }
    let tried = SingleByteEncoding.all.map { encoding in
      var statistics = LetterStatistics()
      for (index, value) in encoding.upper.enumerated() {
        let scalar = value == 0 ? 0xFFFD : UInt32(value)
        statistics.add(scalar, times: counts[index + 0x80])
      }
      return (encoding: encoding, statistics: statistics)
    }.sorted { $0.statistics.strangeness < $1.statistics.strangeness }
    guard let best = tried.first, let next = tried.last else { return nil }
    let isDeclared = best.encoding.names.contains { $0 == name }
    guard best.statistics.strangeness < 5.3, best.statistics.letters >= (isDeclared ? 6 : 20) else {
      return nil
    }
    // Bytes that mean the same in both leave nothing to choose.
    let isSame = counts.indices.dropFirst(0x80).allSatisfy { byte in
      counts[byte] == 0 || best.encoding.upper[byte - 0x80] == next.encoding.upper[byte - 0x80]
    }
    let margin = next.statistics.strangeness - best.statistics.strangeness
    return isSame || margin > 0.3 || (isDeclared && margin > 0.1) ? best.encoding : nil
  }

  /// A name without hyphens, underscores and case: `Windows-1256` is `windows1256`.
  private static func plainName(_ name: String) -> String {
    let kept = name.utf8.filter { byte in
      switch byte | 0x20 {
      case 0x61...0x7A: true
      default: (0x30...0x39).contains(byte)
      }
    }
    return String(decoding: kept, as: UTF8.self).lowercased()
  }
}
