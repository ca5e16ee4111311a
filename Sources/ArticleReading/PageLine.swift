import ArabicText
import NewsModel

/// One line of a scraped page, without the spaces around it.
struct PageLine: Sendable {
  /// Where it stands.
  let range: TextRange
  /// Whether a single full stop ends it, quotation marks and brackets apart.
  let endsInStop: Bool
  /// Whether a colon ends it.
  private let endsInColon: Bool

  /// At most two lines of a telephone screen: 400 bytes, some 220 Arabic letters.
  var isShort: Bool { range.count <= 400 }

  /// Long enough that only a paragraph of reporting can be it.
  var isProse: Bool { range.count > 240 || (range.count > 100 && endsInStop) }

  /// Whether it can be the headline of another article: short, and ending without a full stop.
  func isHeadline(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count <= 240 && !endsInStop && !endsInColon
  }

  /// The lines of a text; runs of four spaces and more part lines too.
  static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [PageLine] {
    var lines: [PageLine] = []
    var start = 0
    // The end of what is not space, and the spaces since.
    var end = 0
    var spaces = 0
    var index = 0
    func close() {
      if end > start { lines.append(PageLine(start, end, bytes)) }
    }
    while index < bytes.count {
      let byte = bytes[index]
      let width: Int
      switch byte {
      case 0x0A:
        close()
        index += 1
        start = index
        end = index
        spaces = 0
        continue
      case 0x20, 0x0D: width = 1
      case 0x09:
        width = 1
        spaces += 3
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: width = 2
      default:
        if spaces >= 4 {
          close()
          start = index
        }
        if end <= start { start = index }
        spaces = 0
        index += 1
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0xC2 { index += 1 }
        end = index
        continue
      }
      spaces += 1
      index += width
    }
    close()
    return lines
  }

  private init(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    range = TextRange(start, end)
    var last = end - 1
    // Closing quotes and brackets: " ' ) ] } » ” ’ ›
    skipping: while last > start {
      switch bytes[last] {
      case 0x22, 0x27, 0x29, 0x5D, 0x7D: last -= 1
      case 0xBB where bytes[last - 1] == 0xC2: last -= 2
      case 0x99, 0x9D, 0xBA:
        guard last - 2 >= start, bytes[last - 2] == 0xE2, bytes[last - 1] == 0x80 else {
          break skipping
        }
        last -= 3
      default: break skipping
      }
    }
    let isDot = last >= start && bytes[last] == UInt8(ascii: ".")
    endsInStop = isDot && !(last > start && bytes[last - 1] == UInt8(ascii: "."))
    endsInColon = last >= start && bytes[last] == UInt8(ascii: ":")
  }

  /// The offset after the first sentence of a long line, looked for in its first 400 bytes.
  func sentenceEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let head = range.lower..<min(range.upper, range.lower + 400)
    return LineWords(bytes, head, isWhole: false).sentenceEnd
  }

  /// The words of the line: of a long one those of its head, and of its last bytes when it ends the
  /// text, where pages hang their invitations.
  func words(in bytes: UnsafeBufferPointer<UInt8>) -> LineWords {
    let isLast = bytes.count - range.upper <= PageFurniture.footBytes
    if isShort || (isLast && range.count <= 900) {
      return LineWords(bytes, range.lower..<range.upper, isWhole: true)
    }
    // Long enough for the longest form.
    var words = LineWords(bytes, range.lower..<(range.lower + 120), isWhole: false)
    if isLast { words.append(bytes, (range.upper - 500)..<range.upper) }
    return words
  }
}
