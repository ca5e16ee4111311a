/// A paragraph that is the beginning of another one and dots: «… في بغداد …».
///
/// Labels are cut to fit, and each try is a paragraph. All of it but the last word was itemised with
/// the longer paragraph; where nothing behind a word can change how it reads, it need not be again.
struct CutText {
  /// A space and the dots.
  private static let dots: [UInt8] = [0x20, 0xE2, 0x80, 0xA6]

  /// How many pieces of the longer paragraph it begins with.
  let kept: Int
  /// The first byte of what must be shaped: a word and the dots.
  let start: Int

  /// What a text shares with a longer paragraph; `nil` when it is no such beginning of it, or when
  /// the words might read otherwise.
  init?(_ bytes: [UInt8], of whole: ShapedText) {
    let end = bytes.count - CutText.dots.count
    guard whole.base == 1, end > 0, whole.bytes.count > end,
      bytes[end...].elementsEqual(CutText.dots),
      bytes.withUnsafeBytes({ bytes in
        whole.bytes.withUnsafeBytes { bytes[..<end].elementsEqual($0[..<end]) }
      })
    else { return nil }
    var index = whole.pieces.count - 1
    var isOneWay = true
    // Back to the beginning of a word of Arabic letters that run the way of the paragraph: what
    // stands before it ends there for the rules of direction and script.
    while index > 0 {
      let piece = whole.pieces[index]
      if piece.start < end {
        isOneWay = isOneWay && piece.level == whole.base
        let before = whole.pieces[index - 1]
        if isOneWay, piece.canBegin, before.isBlank, before.level == whole.base,
          CutText.isLetter(bytes, at: piece.start)
        {
          break
        }
      }
      index -= 1
    }
    guard index > 0 else { return nil }
    kept = index
    start = whole.pieces[index].start
    let isMixed = whole.pieces[..<index].contains { $0.level != whole.base }
    // Marks that set text apart, and brackets in mixed text, reach over what comes behind them.
    for byte in bytes[..<start] {
      switch byte {
      case 0xE2: return nil
      case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0xE3, 0xEF: if isMixed { return nil }
      default: break
      }
    }
  }

  /// Whether an Arabic letter of the common ones stands there, U+0620 to U+064A.
  private static func isLetter(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let scalar = UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
    return bytes[index] & 0xE0 == 0xC0 && (0x620...0x64A).contains(scalar)
  }
}
