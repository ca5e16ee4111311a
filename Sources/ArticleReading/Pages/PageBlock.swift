/// A run of text between two ends of block elements: a paragraph, a headline, a line of a menu.
struct PageBlock: Sendable {
  /// The text, its white space made single spaces.
  private(set) var text: [UInt8] = []
  /// How many of its bytes are links and times, which are pointers, not reporting.
  private(set) var pointing = 0
  /// The index of the first node of its text.
  let node: Int
  /// The nearest block element around it.
  let element: String

  /// An empty block at a node.
  init(node: Int, element: String) {
    self.node = node
    self.element = element
  }

  /// Whether most of it is links.
  var isPointing: Bool { pointing * 2 > text.count }

  /// Whether it reads as reporting: as long as a sentence, or ended as one.
  ///
  /// An Arabic letter has two bytes; headlines and captions rarely reach 60 letters with no stop.
  var isProse: Bool {
    !isPointing && (text.count >= 120 || (text.count >= 40 && endsInStop))
  }

  private var endsInStop: Bool {
    // Closing quotation marks and brackets stand behind the stop.
    var rest = text[...]
    let closers: [[UInt8]] = [
      [0x22], [0x27], [0x29], [0x5D], [0xC2, 0xBB], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0x20],
    ]
    while let closer = closers.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(closer.count)
    }
    // . ! ? ؟ …
    let stops: [[UInt8]] = [[0x2E], [0x21], [0x3F], [0xD8, 0x9F], [0xE2, 0x80, 0xA6]]
    return stops.contains { rest.suffix($0.count).elementsEqual($0) }
  }

  /// Appends text; runs of white space become one space.
  mutating func append(_ bytes: ArraySlice<UInt8>, isPointer: Bool) {
    let before = text.count
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let width: Int
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: width = 1
      // The space that does not break: U+00A0.
      case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0: width = 2
      default: width = 0
      }
      if width == 0 {
        text.append(bytes[index])
        index += 1
      } else {
        if let last = text.last, last != 0x20 { text.append(0x20) }
        index += width
      }
    }
    if isPointer { pointing += text.count - before }
  }

  /// The block without the space at its end; `nil` when nothing is left.
  var trimmed: PageBlock? {
    var block = self
    while block.text.last == 0x20 { block.text.removeLast() }
    return block.text.isEmpty ? nil : block
  }
}
