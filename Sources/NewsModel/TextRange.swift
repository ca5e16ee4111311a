/// A half-open range of UTF-8 offsets into an article's text.
///
/// Everything inside the tool counts bytes; only the JSON contracts count Unicode code points, and
/// the code that writes them converts.
@frozen
public struct TextRange: Hashable, Comparable, Codable, Sendable {
  /// The offset of the first byte.
  public var lower: Int
  /// The offset after the last byte.
  public var upper: Int

  /// A range from one offset up to, not including, another.
  @inlinable
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// How many bytes it spans.
  @inlinable
  public var count: Int { upper - lower }

  /// Whether both share at least one byte.
  @inlinable
  public func overlaps(_ other: TextRange) -> Bool { lower < other.upper && other.lower < upper }

  /// Whether the other lies wholly inside.
  @inlinable
  public func contains(_ other: TextRange) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Whether the first begins before the second, or ends before it where both begin alike.
  @inlinable
  public static func < (lhs: TextRange, rhs: TextRange) -> Bool {
    lhs.lower != rhs.lower ? lhs.lower < rhs.lower : lhs.upper < rhs.upper
  }

  /// The text in this range; empty when the range does not fall inside the text.
  public func text(in whole: String) -> String {
    let utf8 = whole.utf8
    guard lower >= 0, upper <= utf8.count,
      let start = utf8.index(utf8.startIndex, offsetBy: lower, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: upper - lower, limitedBy: utf8.endIndex)
    else { return "" }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
