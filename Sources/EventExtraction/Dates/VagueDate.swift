import ArabicText
import Chronology
import Lexicons
import NewsModel

/// A time without a measure, as far as its plural bounds it: «قبل أيام», «في الأيام القليلة الماضية», «قبل ساعات»,
/// «خلال الأيام المقبلة», «في الأسابيع الأخيرة».
///
/// The plural of days counts from three to ten, and hours are of the same day as far as a text without
/// its hour can tell. Weeks and months that have just passed, or come next, are three of them. Years stay open, and
/// so does «مؤخرا».
extension SentenceReader {
  /// What a plural of days can mean at the most.
  private static let daysAgo = 10
  /// What «الأيام الماضية» spans.
  private static let lastDays = 7
  /// How many weeks or months a plural of them spans.
  private static let few = 3

  /// The days that a vague time just before or behind the article can mean; `nil` for any other time.
  func vagueDays(_ number: Int32) -> ClosedRange<CivilDate>? {
    let expression = scan.expressions[Int(number)]
    let isAhead = expression.value == "FUTURE_REF"
    guard isAhead || expression.value == "PAST_REF", let published = scan.article.date,
      let start = range.first(where: { scan.dateAt[$0] == number })
    else { return nil }
    let words =
      start..<((start..<range.upperBound).first { scan.dateAt[$0] != number } ?? range.upperBound)
    // «في الأيام الأخيرة من الحرب»: counted from its end.
    if scan.has(.from, at: words.upperBound) { return nil }
    if has(.hours, in: words) {
      return expression.kind == .date ? published...published : nil
    }
    guard expression.kind == .period else {
      return has(.days, in: words) && !isAhead
        ? published.moved(days: -Self.daysAgo)...published.moved(days: -1) : nil
    }
    let sign = isAhead ? 1 : -1
    let other: CivilDate
    switch expression.grain {
    case .day: other = published.moved(days: sign * Self.lastDays)
    case .week: other = published.moved(days: sign * 7 * Self.few)
    case .month: other = published.adding(months: sign * Self.few) ?? published
    default: return nil
    }
    return min(published, other)...max(published, other)
  }
}

extension DateAttachment {
  /// A vague time just before the article as a date.
  func lately(_ number: Int32) -> EventDate? {
    guard let days = sentence.vagueDays(number) else { return nil }
    let expression = scan.expressions[Int(number)]
    let span = UncertainDate(
      earliest: days.lowerBound,
      latest: days.upperBound,
      grain: .day,
      modifier: .approx
    )
    return EventDate(
      span: span,
      edtf: span.eventText,
      basis: .article,
      phrase: scan.text.text(expression.range.lower..<expression.range.upper),
      rule: expression.rule
    )
  }
}
