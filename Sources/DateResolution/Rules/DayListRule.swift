import ArabicText
import Lexicons

/// Several days that share one month: «يومي 19 و20 فيفري 2017», «من 7 إلى 13 أفريل 2017»,
/// «بين الأول والثالث من سبتمبر/أيلول المقبل».
///
/// Two days that follow one another, or a range, are one period; days apart are read as the span
/// from the first to the last.
struct DayListRule: DateRule {
  var name: String { "day-range" }
  var starts: [DateWordClass] { [.from, .between, .unit, .ordinal, .cardinal, .month] }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    var position = index
    var wantsLink: DateWordClass?
    let first = reader.word(index)
    switch first.role {
    case .from:
      guard first.length == 1 else { return nil }
      wantsLink = .to
      position += 1
    case .between:
      wantsLink = .between
      position += 1
    case .month: return monthFirst(at: index, in: reader)
    case .unit:
      if reader.word(index).value == TimeUnit.month.rawValue {
        return monthFirst(at: index, in: reader)
      }
      guard first.value == TimeUnit.day.rawValue, !first.flags.contains(.definite) else {
        return nil
      }
      position += 1
    default: break
    }
    if position > index, !reader.continues(position) { return nil }
    guard let start = reader.dayNumber(at: position) else { return nil }
    guard let (last, end) = rest(from: start, wantsLink: wantsLink, in: reader) else { return nil }
    var behind = end
    // «من 4 إلى 23 في الشهر المقبل»; «من 4 إلى 23 في الشهر الماضي» may be a rise.
    if wantsLink == .to, reader.role(end) == .inside, reader.word(end).length == 1,
      let month = reader.relativeMonth(at: end + 1), month.offset > 0
    {
      behind = end + 1
    }
    guard let (tail, tailEnd) = reader.dayTail(last.value, kind: last.kind, at: behind) else {
      return nil
    }
    guard last.value > start.value else { return nil }
    let from: DatePhrase
    switch tail {
    case .day(var day):
      day.date?.day = start.value
      from = .day(day)
    case .dayOfSameMonth: from = .dayOfSameMonth(start.value)
    case .dayOfMonth(_, let offset): from = .dayOfMonth(start.value, monthOffset: offset)
    default: return nil
    }
    return Reading(phrase: .range(from, tail), start: index, end: tailEnd, rule: name)
  }

  /// «أغسطس 13-15 2016», «شهر تموز بين 13 و15»: the month first.
  private func monthFirst(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let month = reader.month(at: index), month.calendar == .gregorian,
      reader.continues(month.end), reader.role(month.end) != .cardinal
    else { return nil }
    var position = month.end
    var link: DateWordClass?
    if reader.role(position) == .between || reader.role(position) == .from {
      link = reader.role(position) == .between ? .between : .to
      position += 1
    }
    guard let first = reader.dayNumber(at: position), first.kind == .digits,
      let (last, end) = rest(from: first, wantsLink: link, in: reader), last.value > first.value,
      last.kind == .digits
    else { return nil }
    var to = DateFields()
    to.month = month.month
    to.otherMonth = month.other
    to.day = last.value
    let tail = reader.yearTail(at: end, into: &to)
    // A number behind the last one would be counted («تموز 13 و15 قتيلا»).
    guard tail > end || !reader.continues(end) || reader.mark(end) != .none else { return nil }
    var from = to
    from.day = first.value
    var start = DayPhrase()
    start.date = from
    var finish = DayPhrase()
    finish.date = to
    return Reading(phrase: .range(.day(start), .day(finish)), start: index, end: tail, rule: name)
  }

  /// The last day of the list and the token after it.
  private func rest(
    from first: NumberReading,
    wantsLink: DateWordClass?,
    in reader: borrowing PhraseReader
  ) -> (NumberReading, end: Int)? {
    var last: NumberReading?
    var position = first.end
    for _ in 0..<8 {
      guard let link = link(at: position, wants: wantsLink, in: reader),
        let next = reader.dayNumber(at: link), next.end > link
      else { break }
      last = next
      position = next.end
    }
    return last.map { ($0, position) }
  }

  /// What ties two days of a list: و، «إلى», a comma, a dash.
  private func link(
    at index: Int,
    wants role: DateWordClass?,
    in reader: borrowing PhraseReader
  ) -> Int? {
    guard reader.continues(index) else { return nil }
    if reader.role(index) == .to || reader.role(index) == .until {
      return role == .between ? nil : index + 1
    }
    if role == .to { return reader.mark(index) == .dash ? index + 1 : nil }
    if reader.mark(index) == .dash || (reader.mark(index) == .comma && role == nil) {
      return index + 1
    }
    // «و20»: the conjunction is a token of its own before digits, a proclitic before words.
    if reader.isLetter(LetterCode.waw, at: index), reader.isNumber(index + 1) { return index + 1 }
    if reader.isJoinedArticle(index) { return index }
    if reader.word(index).flags.contains(.conjoined), reader.word(index).procliticLetters == 1 {
      return index
    }
    return nil
  }
}
