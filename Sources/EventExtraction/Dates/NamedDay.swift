import ArabicText
import Chronology
import NewsModel

/// The day of the news, in a text that stands on its page some days late.
///
/// «أمس» and «اليوم» count from the day of the page, and what is told beside them is of that day. A text that knows
/// neither and tells its days by their names alone («قالت السبت») was written near the latest of them: what it tells
/// without a time is of the day that it named last, not of the day of the page.
struct NamedDay {
  let scan: ArticleScan

  /// How many sentences at the head of a text tell its news, its headline and caption among them.
  private static let lead = 4
  /// How many days back a weekday's name reaches.
  private static let week = 6
  /// The rule that reads «أمس», «أول من أمس».
  private static let deicticDay = "deictic-day"
  private static let space = UInt8(ascii: " ")
  /// The definite article, as UTF-8 writes it.
  private static let definiteArticle: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// Gives that day to what was to have the day of the page.
  func fill(_ mentions: inout [EventMention]) {
    guard mentions.contains(where: { $0.date.basis == .publication }) else { return }
    let named = self.named
    guard !named.isEmpty else { return }
    let inLead = named.first { $0.range.lower < end(ofSentences: Self.lead) }
    for index in mentions.indices where mentions[index].date.basis == .publication {
      let start = mentions[index].sentenceRange.lower
      let before = named.prefix { $0.range.lower < start }
      let latest = before.max { ($0.first ?? .first) < ($1.first ?? .first) }
      let isHead = mentions[index].sentenceIndex <= 1
      guard let told = latest ?? (isHead ? inLead : nil), let day = told.first else { continue }
      mentions[index].date = EventDate(day, basis: .paragraph, told: told, in: scan)
    }
  }

  /// Where so many sentences end in the text.
  private func end(ofSentences count: Int) -> Int {
    guard let last = scan.sentences.prefix(count).last?.last else { return 0 }
    return Int(scan.tokens[last].end)
  }

  /// The days of the week before the page that are told by name; none where the text knows the page's day.
  private var named: [TemporalExpression] {
    guard let published = scan.article.date else { return [] }
    var found: [TemporalExpression] = []
    for expression in scan.expressions {
      guard let day = expression.first, day == expression.last, expression.kind != .duration else {
        continue
      }
      let age = published.days(since: day)
      if age == 0 || expression.rule == Self.deicticDay { return [] }
      guard (1...Self.week).contains(age), expression.basis == .weekday,
        expression.relation == nil, !isMarked(expression)
      else { continue }
      found.append(expression)
    }
    return found
  }

  /// «الخميس الماضي», which its name alone does not tell.
  private func isMarked(_ expression: TemporalExpression) -> Bool {
    guard expression.range.upper <= scan.text.bytes.count else { return false }
    let phrase = scan.text.bytes[expression.range.lower..<expression.range.upper]
    return phrase.split(separator: Self.space).count { $0.starts(with: Self.definiteArticle) } > 1
  }
}
