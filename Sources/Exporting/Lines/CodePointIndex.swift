/// Turns UTF-8 offsets of one text into code-point offsets, as the JSON contracts count.
///
/// All offsets of a text are turned in one pass over it, eight bytes at a time.
public struct CodePointIndex: Sendable {
  private let offsets: [Int]
  private let points: [Int]

  /// An index of some offsets, in any order; each may come often.
  ///
  /// An offset beyond the text counts as its end, one before it as its start; one inside a
  /// character counts as after it.
  public init(_ offsets: some Sequence<Int>, in text: String) {
    var sorted = Array(offsets)
    sorted.sort()
    var text = text
    self.offsets = sorted
    points = text.withUTF8 { CodePointIndex.points(at: sorted, in: $0) }
  }

  /// The code points before an offset that the index was made with; for another one, those before
  /// the nearest such offset that is not greater.
  public subscript(offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? points[low - 1] : 0
  }

  /// The code points before each of some ascending offsets.
  public static func points(at sorted: [Int], in utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
    var points: [Int] = []
    points.reserveCapacity(sorted.count)
    var offset = 0
    var count = 0
    for target in sorted {
      let end = min(max(target, 0), utf8.count)
      if end > offset {
        count += starts(in: UnsafeBufferPointer(rebasing: utf8[offset..<end]))
        offset = end
      }
      points.append(count)
    }
    return points
  }

  /// How many bytes begin a character: all but those of the form 10xxxxxx.
  private static func starts(in utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var continuations = 0
    var index = 0
    if let base = utf8.baseAddress {
      while utf8.count - index >= 8 {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        let marks = (word >> 7) & (~word >> 6) & 0x0101_0101_0101_0101
        continuations += marks.nonzeroBitCount
        index += 8
      }
    }
    while index < utf8.count {
      if utf8[index] & 0xC0 == 0x80 { continuations += 1 }
      index += 1
    }
    return utf8.count - continuations
  }
}
