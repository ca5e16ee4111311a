/// Finds what may not be decoded at all.
enum YAMLGuard {
  /// The line, counted from 1, of the first anchor (`&name`) or alias (`*name`) outside quotes.
  ///
  /// Done on the bytes, before any parser sees them: a file of a few hundred bytes can name the
  /// same list over and over until it is billions long.
  static func lineOfAlias(in bytes: [UInt8]) -> Int? {
    var line = 1
    var quote: UInt8 = 0
    var previous = UInt8(ascii: "\n")
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if quote == UInt8(ascii: "#") {
        if byte == UInt8(ascii: "\n") { quote = 0 }
      } else if quote != 0 {
        if byte == quote, previous != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") { quote = 0 }
      } else if startsToken(after: previous) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"): quote = byte
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
          if next > UInt8(ascii: " ") { return line }
        default: break
        }
      }
      previous = byte
    }
    return nil
  }

  private static func startsToken(after byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

/// How many letters must be added, dropped, changed or swapped to turn one word into the other.
func editDistance(_ first: String, _ second: String) -> Int {
  let left = Array(first.utf8)
  let right = Array(second.utf8)
  guard left.count <= 64, right.count <= 64 else { return max(left.count, right.count) }
  var earlier: [Int] = []
  var above = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
        cost = min(cost, earlier[j - 1] + 1)
      }
      row.append(cost)
    }
    earlier = above
    above = row
  }
  return above[right.count]
}
