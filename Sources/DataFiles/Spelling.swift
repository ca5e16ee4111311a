/// Guesses the word that was meant by a misspelt one.
public enum Spelling {
  /// The nearest word within two edits (one for short words), the first among equals.
  public static func nearest(to word: String, among words: [String]) -> String? {
    let allowed = word.utf8.count < 4 ? 1 : 2
    var best: (word: String, distance: Int)?
    for candidate in words {
      let distance = distance(Array(word.utf8.prefix(64)), Array(candidate.utf8))
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The least number of letters to insert, drop, change or swap with a neighbour.
  public static func distance(_ from: [UInt8], _ to: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...to.count)
    for row in from.indices {
      var current = [row + 1]
      for column in to.indices {
        let change = from[row] == to[column] ? 0 : 1
        var least = min(above[column + 1] + 1, current[column] + 1, above[column] + change)
        if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = above
      above = current
    }
    return above[to.count]
  }
}
