import NewsModel

/// Where mentions stand, in code points.
///
/// Events are written apart from the articles they are from, so the offsets are turned while the
/// texts are at hand.
public struct MentionOffsets: Sendable {
  /// Where one mention stands, in code points.
  public struct Place: Hashable, Sendable {
    /// The trigger's start.
    public let start: Int
    /// The trigger's end, not included.
    public let end: Int
    /// The sentence's start.
    public let sentenceStart: Int
    /// The sentence's end, not included.
    public let sentenceEnd: Int

    /// A place by its ends.
    public init(start: Int, end: Int, sentenceStart: Int, sentenceEnd: Int) {
      self.start = start
      self.end = end
      self.sentenceStart = sentenceStart
      self.sentenceEnd = sentenceEnd
    }
  }

  private var places: [String: Place] = [:]

  /// No mention yet.
  public init() {}

  /// The offsets of the mentions of one article.
  public init(_ mentions: [EventMention], in text: String) { add(mentions, in: text) }

  /// Adds the mentions of an article.
  public mutating func add(_ mentions: [EventMention], in text: String) {
    let points = CodePointIndex(
      mentions.lazy.flatMap {
        [$0.range.lower, $0.range.upper, $0.sentenceRange.lower, $0.sentenceRange.upper]
      },
      in: text
    )
    for mention in mentions {
      places[mention.id] = Place(
        start: points[mention.range.lower],
        end: points[mention.range.upper],
        sentenceStart: points[mention.sentenceRange.lower],
        sentenceEnd: points[mention.sentenceRange.upper]
      )
    }
  }

  /// Adds the place of a mention that is known already.
  public mutating func set(_ place: Place, of mention: String) { places[mention] = place }

  /// Where a mention stands; its offsets as they are when its article was not added, as for events
  /// that were read from a file and hold code points already.
  public subscript(mention: EventMention) -> Place {
    places[mention.id]
      ?? Place(
        start: mention.range.lower,
        end: mention.range.upper,
        sentenceStart: mention.sentenceRange.lower,
        sentenceEnd: mention.sentenceRange.upper
      )
  }
}
