/// Makes spellings of one name equal: hamza seats, final letters, marks, case.
///
/// The letters are those of the scorer and of every Arabic search: أ إ آ ٱ → ا, ى ی → ي, ة → ه,
/// ک → ك; vowel marks, tatweel and bidi marks are dropped.
enum NameFolding {
  /// The folded name, its words parted by single blanks.
  static func fold(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in name.unicodeScalars {
      guard let folded = fold(scalar.value) else { continue }
      if folded == 0x20 {
        pendingBlank = !text.isEmpty
        continue
      }
      if pendingBlank {
        text.append(" ")
        pendingBlank = false
      }
      if let letter = Unicode.Scalar(folded) { text.append(letter) }
    }
    return String(text)
  }

  /// The folded scalar: a blank for what parts words, `nil` for what is dropped.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0x30...0x39, 0x61...0x7A: scalar
    case 0...0x7F, 0xA0, 0xAB, 0xBB: 0x20
    case 0x622, 0x623, 0x625, 0x671: 0x627
    case 0x649, 0x6CC: 0x64A
    case 0x629: 0x647
    case 0x6A9: 0x643
    case 0x660...0x669: scalar - 0x660 + 0x30
    case 0x6F0...0x6F9: scalar - 0x6F0 + 0x30
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66C, 0x6D4: 0x20
    case 0x640, 0x64B...0x65F, 0x670, 0x61C, 0xFEFF: nil
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069: nil
    case 0x2000...0x206F, 0x3000: 0x20
    default: scalar
    }
  }
}

/// Gives every folded name a number, so that names compare as numbers.
///
/// The number is a hash of the name, the same in every run: what is merged today must meet what was
/// merged last year, whatever else either run read.
struct NameTable {
  private var folded: [String: Int] = [:]
  private var parts: [Int: [Int]] = [:]

  /// The number of a text as it stands; never 0, which means none.
  func number(of text: String) -> Int {
    let number = Int(bitPattern: UInt(ShingleSketch.hash(text.utf8)))
    return number == 0 ? 1 : number
  }

  /// The number of a name, folded first.
  mutating func number(folding name: String) -> Int {
    if let known = folded[name] { return known }
    let text = NameFolding.fold(name)
    let number = number(of: text)
    if parts[number] == nil {
      parts[number] = text.split(separator: " ").map { self.number(of: String($0)) }
    }
    folded[name] = number
    return number
  }

  /// The numbers of a name's words; none of a text that was taken as it stands.
  func words(of number: Int) -> [Int] { parts[number] ?? [] }

  /// Whether one name is the other, or a surname or short form of it.
  func alike(_ first: Int, _ second: Int) -> Bool {
    if first == second { return first != 0 }
    let long = words(of: first)
    let short = words(of: second)
    if long.count < short.count { return alike(second, first) }
    guard let last = short.last, long.count > short.count, long.last == last else { return false }
    return short.allSatisfy(long.contains)
  }
}
