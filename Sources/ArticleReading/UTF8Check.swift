/// Finds where bytes stop being UTF-8, for messages.
enum UTF8Check {
  /// The index of the first byte that belongs to no well-formed scalar; `nil` when all do.
  static func firstWrongByte(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let width: Int
      // What the second byte may be: overlong forms, surrogates and the end of Unicode narrow it.
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch bytes[index] {
      case 0x00...0x7F: width = 1
      case 0xC2...0xDF: width = 2
      case 0xE0: (width, second) = (3, 0xA0...0xBF)
      case 0xED: (width, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: width = 3
      case 0xF0: (width, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: width = 4
      case 0xF4: (width, second) = (4, 0x80...0x8F)
      default: return index
      }
      for offset in 1..<width {
        guard index + offset < bytes.endIndex,
          (offset == 1 ? second : 0x80...0xBF).contains(bytes[index + offset])
        else { return index }
      }
      index += width
    }
    return nil
  }
}
