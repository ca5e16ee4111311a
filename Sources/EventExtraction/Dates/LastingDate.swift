import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The span of what has lasted up to the day of the article: «القصف المتواصل منذ السابع من أكتوبر»,
/// «يواصل للشهر السابع عدوانه», «أرسلت منذ بدء الحرب في السابع من أكتوبر أسلحة».
///
/// An attack, aid and what goes on last; for what happens at one blow («قتل في غارة منذ ثلاثة أشهر»)
/// a counted «منذ» means “ago”. «أول لقاء منذ» and «لم يزر منذ» date something else.
struct LastingDate {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  /// How many tokens behind a counted day what it is one of may stand: «في اليوم الـ65 من استئناف الاحتلال عدوانه».
  private static let countReach = 9
  /// How many tokens off «منذ» may stand.
  private static let reach = 20
  /// How many tokens behind a verb it may, for what was given can be told at length.
  private static let verbReach = 36
  /// How many tokens behind «منذ» its day may stand: «منذ انطلاق العملية العسكرية في 24 فبراير».
  private static let eventReach = 14

  func date(of draft: Draft) -> EventDate? {
    let trigger = sentence.triggers[draft.trigger]
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    guard let published = scan.article.date else { return nil }
    if let date = ofCountedVisit(trigger, published: published) { return date }
    guard lasts(trigger, verb: verb, type: draft.type) else { return nil }
    for index in sentence.range {
      if let first = sentence.beginning(countedAt: index) {
        guard belongs(index, to: trigger, verb: verb) else { continue }
        return date(
          UncertainDate(earliest: first, latest: published, grain: .day),
          index: index,
          words: scan.text.text(Int(scan.tokens[index].start)..<Int(scan.tokens[index + 1].end))
        )
      }
      if let date = over(index, trigger: trigger, verb: verb) { return date }
      if let first = sentence.beginning(countedOf: index),
        (1...Self.countReach).contains(trigger.start - index),
        !(index..<trigger.start).contains(where: { scan.tokens[$0].mark == .comma })
      {
        return date(
          UncertainDate(earliest: first, latest: published, grain: .day),
          index: index,
          words: scan.text.text(Int(scan.tokens[index].start)..<Int(scan.tokens[index + 1].end))
        )
      }
      guard scan.has(.since, at: index), belongs(index, to: trigger, verb: verb),
        let number = expression(behind: index),
        case let told = scan.expressions[Int(number)], told.basis != .narrative,
        let first = told.first, first <= published,
        // «منذ هجومه في آذار», «منذ بدء العدوان في 7 أكتوبر»: the day that it began on.
        index > trigger.start || scan.dateAt[index..<trigger.start].contains(number)
      else { continue }
      let isAgo = told.kind == .duration && !isLong(trigger, verb: verb)
      let opening = told.kind == .duration ? unit(of: first, told.grain) : first...first
      let span = UncertainDate(
        earliest: opening.lowerBound,
        latest: isAgo ? opening.upperBound : published,
        grain: isAgo ? told.grain : .day
      )
      return date(
        span,
        index: index,
        words: scan.text.text(told.range.lower..<told.range.upper),
        told: told
      )
    }
    return nil
  }

  /// «استهدفوا 196 سفينة خلال 11 شهرا»: so many blows were struck over the time up to now.
  private func over(_ index: Int, trigger: Trigger, verb: Trigger) -> EventDate? {
    let number = scan.dateAt[index]
    guard number >= 0, [.strike, .blow].contains(trigger.form.frame),
      [.past, .passive].contains(verb.form.tense), isLong(trigger, verb: verb),
      case let told = scan.expressions[Int(number)], told.relation == .within,
      told.kind == .duration, let published = scan.article.date, let last = told.last,
      last > published, case let end = max(trigger.tokens.upperBound, verb.tokens.upperBound),
      index >= end, index - end <= Self.verbReach,
      !sentence.crossesClause(from: end, to: index), !isFirst(start: verb.start, until: index)
    else { return nil }
    let (from, to) = (published.fields, last.fields)
    let months = (to.year - from.year) * 12 + to.month - from.month
    let first =
      told.grain >= .month
      ? published.adding(months: -months) : published.adding(days: -last.days(since: published))
    guard let first else { return nil }
    return date(
      UncertainDate(earliest: first, latest: published, grain: told.grain),
      index: index,
      words: scan.text.text(told.range.lower..<told.range.upper),
      told: told
    )
  }

  /// «اليوم الثلاثاء، وهو اليوم الثالث لزيارة الوزير»: since the day before yesterday.
  private func ofCountedVisit(_ trigger: Trigger, published: CivilDate) -> EventDate? {
    guard trigger.form.frame == .journey, !trigger.isVerb, trigger.clitics.contains(.to),
      let count = scan.ordinal(at: trigger.start - 1), (2...30).contains(count),
      sentence.has(.countedDay, at: trigger.start - 2),
      // The day that is counted is the article's, as far as the text says so.
      sentence.clamped(sentence.range.lowerBound, trigger.start - 2).contains(where: {
        scan.dateAt[$0] >= 0 && scan.expressions[Int(scan.dateAt[$0])].first == published
      }),
      let first = published.adding(days: 1 - count)
    else { return nil }
    return date(
      UncertainDate(earliest: first, latest: published, grain: .day),
      index: trigger.start - 2,
      words: scan.text.text(
        Int(scan.tokens[trigger.start - 2].start)..<Int(scan.tokens[trigger.start - 1].end)
      )
    )
  }

  /// What may last: a bombardment, aid, a conference or a visit that goes on.
  private func lasts(_ trigger: Trigger, verb: Trigger, type: Int16) -> Bool {
    let id = scan.events.types.indices.contains(Int(type)) ? scan.events.types[Int(type)].id : ""
    switch trigger.form.frame {
    case _ where id == "election": return false
    case .blow, .strike: return true
    case .object: return id == "aid"
    case .event, .journey:
      return verb.isVerb && verb.form.tense == .imperfect && trigger.light >= 0
        && verb.start < trigger.start
    default: return false
    }
  }

  /// «القصف», «غارات», «عدوانه»: more than one blow.
  private func isLong(_ trigger: Trigger, verb: Trigger) -> Bool {
    if trigger.form.frame == .object { return true }
    return trigger.isVerb || trigger.form.number != .single || trigger.form.shape != .indefinite
      || verb.isVerb && verb.form.tense == .imperfect
  }

  private func date(
    _ span: UncertainDate,
    index: Int,
    words: String,
    told: TemporalExpression? = nil
  ) -> EventDate {
    EventDate(
      span: span,
      edtf: span.eventText,
      basis: told?.basis == .explicit ? .explicit : .article,
      phrase: words,
      rule: told?.rule ?? "counted-since"
    )
  }

  /// The time that «منذ» or the event behind it tells.
  private func expression(behind index: Int) -> Int32? {
    for next in sentence.clamped(index, index + 1 + Self.eventReach) {
      if scan.dateAt[next] >= 0 {
        let told = scan.expressions[Int(scan.dateAt[next])]
        let isDay = told.first != nil && [.date, .time, .period].contains(told.kind)
        return told.relation == .since && told.first != nil || isDay && told.relation == nil
          ? scan.dateAt[next] : nil
      }
      if next > index,
        scan.isVerb(at: next) || scan.has([.that, .subordinate, .relative], at: next)
          || scan.tokens[next].kind == .mark
            && ![.quote, .openQuote, .closeQuote].contains(scan.tokens[next].mark)
      {
        return nil
      }
    }
    return nil
  }

  /// Whether «منذ» tells since when this has lasted.
  private func belongs(_ index: Int, to trigger: Trigger, verb: Trigger) -> Bool {
    let start = min(trigger.start, verb.start)
    let end = max(trigger.tokens.upperBound, verb.tokens.upperBound)
    if isFirst(start: start, until: max(index, end)) { return false }
    // «منذ اندلاع الحرب قبل عام، تسبب القصف»
    let isOpening =
      index == SentenceReader.bodyStart(of: sentence.range, in: scan)
      || (1...2).contains(index - sentence.range.lowerBound)
        && scan.tokens[index - 1].mark == .comma
    if isOpening, index < start {
      return [.blow, .strike].contains(trigger.form.frame)
        && !sentence.crossesClause(from: index + 1, to: start)
    }
    if index >= end {
      // «قدمت مساعدات، وذلك منذ»
      let opener = scan.has(.subordinate, at: index - 1) ? index - 1 : index
      return index - end <= (trigger.isVerb ? Self.verbReach : Self.reach)
        && !sentence.crossesClause(from: end, to: opener)
        && !isOfOther(index, trigger: trigger)
        // «هجومان في القطاع الذي تشن عليه منذ عامين حرب»
        && !sentence.clamped(end + 3, index).contains {
          // «بما في ذلك»
          scan.has(.relative, at: $0) && scan.words[$0].classClitics.isEmpty
        }
        && !(end..<index).contains { next in
          scan.isVerb(at: next) && !scan.has(.relative, at: next - 1) || hasBlow(at: next)
        }
    }
    // «واصل الطيران منذ فجر اليوم قصف»
    guard index < trigger.start else { return index >= verb.tokens.upperBound }
    // «استمر الانقطاع لليوم الثالث بعد قصف المحطة»
    if scan.has([.after, .before, .during], at: trigger.start - 1) { return false }
    let isObject = sentence.clamped(index - Self.reach, index).contains {
      $0 == verb.start || scan.isVerb(at: $0) && sentence.has([.ongoing, .goingOn], at: $0)
    }
    guard isObject else { return false }
    return trigger.start - index <= Self.reach
      && !sentence.crossesClause(from: index, to: trigger.start)
      && !(index..<trigger.start).contains { scan.isVerb(at: $0) && $0 != verb.start }
  }

  /// «يجرون محادثات لإنهاء الحرب المستمرة منذ أشهر»: the war has lasted, and not the talks.
  private func isOfOther(_ index: Int, trigger: Trigger) -> Bool {
    [.event, .journey, .object].contains(trigger.form.frame)
      && sentence.has(.ongoing, at: index - 1) && index - 2 > trigger.tokens.upperBound
  }

  private func hasBlow(at index: Int) -> Bool {
    scan.triggerForms(at: index).contains { $0.frame == .blow && $0.tense == .noun }
  }

  /// «أول لقاء منذ», «أعنف قصف منذ», «لم تقصف منذ»: that is not when this was; «لم تتوقف منذ» is.
  private func isFirst(start: Int, until end: Int) -> Bool {
    sentence.clamped(start - 4, end).contains { index in
      scan.has(.not, at: index) && !sentence.has(.halted, at: index + 1)
        || sentence.has(.rank, at: index)
        // «أكثر من ألف قنبلة»
        || sentence.has(.record, at: index) && !scan.has(.from, at: index + 1)
        || scan.has(.ordinal, at: index) && scan.dateAt[index] < 0
          && sentence.beginning(countedAt: index - 1) == nil
    }
  }

  /// The calendar unit that a day counted back lies in.
  private func unit(of day: CivilDate, _ grain: Grain) -> ClosedRange<CivilDate> {
    let fields = day.fields
    switch grain {
    case .month:
      let last = CivilDate.days(inMonth: fields.month, year: fields.year)
      return day.moved(days: 1 - fields.day)...day.moved(days: last - fields.day)
    case .year:
      let first = CivilDate(year: fields.year, month: 1, day: 1) ?? day
      return first...(CivilDate(year: fields.year, month: 12, day: 31) ?? day)
    default: return day...day
    }
  }
}
