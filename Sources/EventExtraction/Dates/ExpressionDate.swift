import ArabicText
import Chronology
import Lexicons
import NewsModel

/// What a time that the text tells says of when an event was: its span, as the preposition before it bounds it.
extension DateAttachment {
  /// «الليلة الماضية وفجر اليوم»: a second day joined right behind the first.
  func joined(to number: Int32) -> TemporalExpression? {
    let expression = scan.expressions[Int(number)]
    guard expression.relation == nil, expression.grain <= .day, expression.kind != .duration,
      let first = expression.first, first == expression.last,
      let end = sentence.range.last(where: { scan.dateAt[$0] == number }).map({ $0 + 1 }),
      end < sentence.range.upperBound, scan.isJoined(end), scan.dateAt[end] >= 0,
      case let next = scan.expressions[Int(scan.dateAt[end])], next.grain <= .day,
      next.relation == nil, let day = next.first, day == next.last, day.days(since: first) == 1
    else { return nil }
    return next
  }

  func isFollowedByRelative(_ number: Int32, from place: Int) -> Bool {
    let end = (place..<sentence.range.upperBound).first { scan.dateAt[$0] != number }
    return end.map { scan.has(.relative, at: $0) } ?? false
  }

  /// An expression as the date of an event.
  func event(_ number: Int32, basis: EventDateBasis?) -> EventDate? {
    let expression = scan.expressions[Int(number)]
    guard expression.first != nil || expression.last != nil else { return lately(number) }
    // «في نفس اليوم», «اليوم نفسه الذي»: the day of something else.
    if let place = sentence.range.first(where: { scan.dateAt[$0] == number }),
      scan.has(.same, at: place - 1)
        || expression.basis == .narrative && isFollowedByRelative(number, from: place)
    {
      return nil
    }
    // «الأولى منذ خمس سنوات»: since when something has lasted is not when this was, «منذ فجر اليوم» is.
    if expression.relation == .since, expression.first != scan.article.date { return nil }
    // «سلمت خلال شهرين ما كان يسلم خلال عامين»: how long it took is not when it was.
    if expression.relation == .within, expression.kind == .duration, let day = scan.article.date,
      let last = expression.last, last <= day
    {
      return nil
    }
    // «بعد نهاية العام» without an end dates nothing that a chart could show.
    if expression.relation == .after { return nil }
    var earliest = expression.first
    var latest = joined(to: number)?.last ?? expression.last
    var modifier = expression.modifier
    switch expression.relation {
    case .by, .until:
      earliest = nil
    case .within:
      // «خلال الأسبوع المقبل» bounds both ways, «في غضون ثلاث سنوات» only the end.
      if let day = scan.article.date, let last = latest, last > day, expression.kind == .duration {
        earliest = nil
      }
    case .before:
      // «قبل نهاية العام» leaves the whole of the year: its last day is the limit.
      if modifier != .end { latest = expression.first?.adding(days: -1) ?? latest }
      // «قبيل الساعة الرابعة»: on that day, as far as an hour can bound it.
      if expression.grain < .day, let day = expression.first {
        latest = day
      } else {
        earliest = nil
      }
      modifier = .before
    case .since, .after, .from, nil: break
    }
    let span = UncertainDate(
      earliest: earliest,
      latest: latest,
      grain: expression.grain,
      modifier: modifier
    )
    let own: EventDateBasis =
      switch expression.basis {
      case .explicit: .explicit
      case .article: .article
      case .weekday: .weekday
      case .narrative: .narrative
      case .event: .event
      case .holiday: .holiday
      }
    return EventDate(
      span: span,
      edtf: span.eventText,
      basis: basis ?? own,
      phrase: scan.text.text(expression.range.lower..<expression.range.upper),
      rule: expression.rule
    )
  }
}

extension EventDate {
  /// One day, and the expression that told it, if one did.
  init(
    _ day: CivilDate,
    basis: EventDateBasis,
    told expression: TemporalExpression? = nil,
    in scan: ArticleScan? = nil
  ) {
    self.init(
      span: UncertainDate(earliest: day, latest: day, grain: .day),
      edtf: day.description,
      basis: basis,
      phrase: expression.flatMap { scan?.text.text($0.range.lower..<$0.range.upper) },
      rule: expression?.rule
    )
  }
}

extension UncertainDate {
  /// The span in EDTF; empty when nothing is known.
  var eventText: String {
    switch (earliest, latest) {
    case (nil, nil): return ""
    case (nil, let last?): return "../\(last)"
    case (let first?, nil): return "\(first)/.."
    case (let first?, let last?):
      if first == last { return first.description }
      let start = first.fields
      let end = last.fields
      if start.day == 1, start.year == end.year,
        end.day == CivilDate.days(inMonth: end.month, year: end.year)
      {
        if start.month == 1, end.month == 12 { return String(first.description.prefix(4)) }
        if start.month == end.month { return String(first.description.prefix(7)) }
      }
      return "\(first)/\(last)"
    }
  }
}
