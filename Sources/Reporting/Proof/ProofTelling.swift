import ArabicText
import Chronology
import DateResolution
import NewsModel

/// A telling whose date phrase can pin the article it stands in.
///
/// In an undated article the phrase means another day for every day the article may be of; in a
/// dated one it means what it was resolved to.
struct ProofTelling: Sendable {
  /// The telling.
  let mention: EventMention
  /// Its date phrase, word for word.
  let phrase: String
  /// The days it means whatever the article's day; `nil` when that decides.
  let fixed: ClosedRange<CivilDate>?
  /// The ids of those who take part.
  let parties: Set<String>
  /// The words of its sentence, without names and the date phrase: who met whom is told every week.
  let words: Set<UInt64>
  /// The same, and those that follow: a speech goes on behind its first sentence.
  let context: Set<UInt64>

  /// A telling; `nil` when no phrase of its own sentence dates it, or it is of what is to come.
  ///
  /// - Parameter text: the article's text when the article is undated.
  init?(_ mention: EventMention, text: String?) {
    guard let phrase = mention.date.phrase,
      mention.status == .occurred || mention.status == .ongoing
    else { return nil }
    let isFixed = text == nil || mention.date.basis == .explicit
    if isFixed, mention.date.span.days == nil { return nil }
    self.mention = mention
    self.phrase = phrase
    fixed = isFixed ? mention.date.span.days : nil
    parties = Set(mention.parties.compactMap(\.id))
    let names = mention.parties.flatMap { [$0.name, $0.surface] } + [mention.place?.name ?? ""]
    words = Self.words(of: mention.sentence)
      .subtracting(Self.words(of: (names + [phrase]).joined(separator: " ")))
    let end = mention.sentenceRange.upper
    let following = text.map { TextRange(end, min($0.utf8.count, end + 600)).lossyText(in: $0) }
    context = words.union(Self.words(of: following ?? ""))
  }

  /// Whether both plainly tell one event: the same numbered round, or one sentence told twice.
  func isSame(as other: ProofTelling) -> Bool {
    guard mention.type == other.mention.type else { return false }
    let shared = parties.intersection(other.parties).count
    if let ordinal = mention.ordinal, let second = other.mention.ordinal {
      return ordinal == second && shared >= 2
    }
    guard shared >= 1 else { return false }
    return Self.isContained(words, in: other.context) || Self.isContained(other.words, in: context)
  }

  /// Whether both may tell one event: the same kind between the same two or more.
  func mayBeSame(as other: ProofTelling) -> Bool {
    guard mention.type == other.mention.type, parties.intersection(other.parties).count >= 2
    else { return false }
    guard let ordinal = mention.ordinal, let second = other.mention.ordinal else { return true }
    return ordinal == second
  }

  /// The days the phrase means in an article of a day; `nil` when the sentence cannot be of it.
  func days(ifWrittenOn day: CivilDate, by pipeline: Pipeline) -> ClosedRange<CivilDate>? {
    if let fixed { return fixed }
    let sentence = Article(id: "", date: day, text: mention.sentence)
    let dated = pipeline.dated(sentence)
    // «أمس الأربعاء» proves another day than this.
    guard dated.date == day else { return nil }
    for expression in dated.expressions {
      guard expression.range.text(in: sentence.text) == phrase, expression.relation == nil
      else { continue }
      guard expression.conflict == nil, let first = expression.first, let last = expression.last,
        first <= last
      else { return nil }
      return first...last
    }
    return nil
  }

  /// Whether most words of one sentence, and enough of them, stand in the other text.
  private static func isContained(_ words: Set<UInt64>, in other: Set<UInt64>) -> Bool {
    let shared = words.intersection(other).count
    return shared >= 8 && shared * 10 >= words.count * 6
  }

  /// The words of three letters and more, folded.
  private static func words(of text: String) -> Set<UInt64> {
    Set(FoldedText(text).tokens.lazy.filter { $0.kind == .word && $0.letterCount >= 3 }.map(\.hash))
  }
}

extension TextRange {
  /// The text in this range, whatever its ends cut.
  fileprivate func lossyText(in whole: String) -> String {
    let bytes = Array(whole.utf8)
    guard lower >= 0, upper <= bytes.count, lower < upper else { return "" }
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}
