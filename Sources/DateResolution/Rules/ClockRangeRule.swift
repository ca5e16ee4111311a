import ArabicText
import Lexicons

/// From one hour to another: «من 5 إلى 6 مساء», «بين الرابعة والخامسة عصرا», «4 مساء - 5 مساء».
///
/// At least one of the hours must say which half of the day it is in, for two bare numbers count
/// something («من 5 إلى 6 دولارات»); of an hour that does not, the other's holds.
struct ClockRangeRule: DateRule {
  var name: String { "clock-range" }
  var starts: [DateWordClass] { [.from, .between, .ordinal] }
  var startsWithNumber: Bool { true }

  /// An hour with what stands behind it.
  private struct Hour {
    var minute: Int
    var part: DayPart?
    var end: Int
  }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let isBetween = reader.role(index) == .between
    let isGoverned = isBetween || reader.role(index) == .from
    guard !isGoverned || reader.word(index).length == 1 else { return nil }
    let at = isGoverned ? index + 1 : index
    guard !isGoverned || reader.continues(at),
      let first = hour(at: at, in: reader),
      isGoverned || first.part != nil,
      let link = link(at: first.end, isBetween: isBetween, isGoverned: isGoverned, in: reader),
      let second = hour(at: link, in: reader), let part = second.part ?? first.part
    else { return nil }
    // «من 5 إلى 10 مساء الاثنين» may count what happened then.
    let isBare = reader.isNumber(at) && first.part == nil && reader.isNumber(link)
    if isBare, second.part == nil || tellsPast(second.end, in: reader) { return nil }
    var start = DayPhrase()
    start.minute = first.minute
    start.part = first.part ?? part
    var end = DayPhrase()
    end.minute = second.minute
    end.part = second.part ?? later(than: first, second, part)
    var last = second.end
    // «من 5 إلى 6 مساء غد», «… من يوم الجمعة».
    var day = second.end
    if reader.role(day) == .from || reader.role(day) == .inside, reader.word(day).length == 1 {
      day += 1
    }
    if reader.continuesPlain(day), var told = self.day(at: day, in: reader) {
      told.day.minute = end.minute
      told.day.part = end.part
      end = told.day
      last = told.end
    }
    return Reading(
      phrase: .range(.day(start), .day(end)),
      start: index,
      end: reader.timeZone(at: last) ?? last,
      rule: name
    )
  }

  private func hour(at index: Int, in reader: borrowing PhraseReader) -> Hour? {
    guard reader.word(index).procliticLetters == 0 || reader.word(index).flags.contains(.conjoined)
    else { return nil }
    let at = reader.role(index) == .clock ? index + Int(reader.word(index).length) : index
    guard at == index || reader.continues(at), let time = reader.plainHour(at: at) else {
      return nil
    }
    var hour = Hour(
      minute: min(time.hour * 60 + time.minute, 24 * 60 - 1),
      part: nil,
      end: time.end
    )
    let behind = reader.word(hour.end)
    guard reader.continuesPlain(hour.end) else { return hour }
    if behind.role == .dayPart, Int(behind.value) < DayPart.allCases.count {
      hour.part = DayPart.allCases[Int(behind.value)]
      hour.end += Int(behind.length)
    } else if behind.role == .gregorianEra, reader.tokens[hour.end].letterCount == 1 {
      hour.part = .evening
      hour.end += 1
    } else if behind.role == .meridiem {
      hour.part = .morning
      hour.end += 1
    }
    return hour
  }

  private func link(
    at index: Int,
    isBetween: Bool,
    isGoverned: Bool,
    in reader: borrowing PhraseReader
  ) -> Int? {
    guard reader.continues(index) else { return nil }
    if isBetween {
      if reader.isLetter(LetterCode.waw, at: index) { return index + 1 }
      return reader.word(index).flags.contains(.conjoined) ? index : nil
    }
    if reader.role(index) == .to || reader.role(index) == .until { return index + 1 }
    return reader.mark(index) == .dash && reader.continues(index + 1) ? index + 1 : nil
  }

  /// The half of the day of a second hour that does not say it: «من 9 صباحا إلى 5» ends in the
  /// afternoon.
  private func later(than first: Hour, _ second: Hour, _ part: DayPart) -> DayPart {
    part == .morning && second.minute <= first.minute ? .afternoon : part
  }

  /// Whether a day that is not ahead follows.
  private func tellsPast(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continuesPlain(index), let day = day(at: index, in: reader)?.day else {
      return false
    }
    return (day.deictic ?? 0) <= 0 && (day.weekdayDirection ?? 0) <= 0
  }

  private func day(at index: Int, in reader: borrowing PhraseReader) -> (day: DayPhrase, end: Int)?
  {
    guard let reading = DayRule().read(at: index, in: reader),
      case .day(let day) = reading.phrase, day.tellsDay, day.minute == nil, day.part == nil
    else { return nil }
    return (day, reading.end)
  }
}
