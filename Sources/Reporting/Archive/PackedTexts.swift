/// Many short texts, one behind the other: a string for each would take two or three times the room.
struct PackedTexts {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isASCII = true

  /// How many there are.
  var count: Int { ends.count }

  /// Adds a text.
  mutating func append(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if isASCII { isASCII = bytes[start...].allSatisfy { $0 < 0x80 } }
    ends.append(bytes.count)
  }

  /// The bytes of a text.
  func bytes(of place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  /// A text.
  subscript(place: Int) -> String { String(decoding: bytes(of: place), as: UTF8.self) }

  /// Whether one text goes before another, as strings do.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    // Strings of one spelling in several forms are equal, which is a question of letters beyond ASCII.
    isASCII
      ? bytes(of: one).lexicographicallyPrecedes(bytes(of: other)) : self[one] < self[other]
  }
}
