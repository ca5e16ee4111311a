/// What a clock does every year, as POSIX writes it: `<+03>-3`, `EET-2EEST,M4.5.5/0,M10.5.4/24`.
///
/// The last line of a TZif file; it holds after the last change that the file lists.
struct ZoneRule: Hashable, Sendable {
  private let standard: Int
  private let summer: Summer?

  /// The other part of the year.
  private struct Summer: Hashable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// A day of the year and a time on it, in seconds of the clock as it was before.
  private struct Change: Hashable {
    enum Day: Hashable {
      /// The weekday (0 is Sunday) of a month, the first to the fourth; the fifth is the last.
      case weekday(month: Int, week: Int, weekday: Int)
      /// The day of the year from 1, never 29 February.
      case dayWithoutLeap(Int)
      /// The day of the year from 0, with 29 February.
      case day(Int)
    }

    var day: Day
    var seconds: Int
  }

  /// Reads the text; `nil` when it is none.
  init?(_ text: String) {
    var reader = Reader(Array(text.utf8)[...])
    guard reader.takeName(), let west = reader.takeTime() else { return nil }
    standard = -west
    guard !reader.isAtEnd else {
      summer = nil
      return
    }
    guard reader.takeName() else { return nil }
    let offset = reader.peek == UInt8(ascii: ",") ? standard + 3600 : reader.takeTime().map { -$0 }
    guard let offset, let start = reader.takeChange(), let end = reader.takeChange(),
      reader.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// How many seconds the clock is ahead of UTC at an instant in seconds since 1970.
  func secondsEast(at instant: Int) -> Int {
    guard let summer, instant > -62_000_000_000, instant < 253_000_000_000,
      let day = ZoneClock(minutesEast: standard / 60).day(at: instant)
    else { return standard }
    let year = day.year
    guard let start = Self.instant(of: summer.start, in: year, ahead: standard),
      let end = Self.instant(of: summer.end, in: year, ahead: summer.offset)
    else { return standard }
    let isSummer =
      start < end ? instant >= start && instant < end : instant >= start || instant < end
    return isSummer ? summer.offset : standard
  }

  private static func instant(of change: Change, in year: Int, ahead: Int) -> Int? {
    let day: CivilDate?
    switch change.day {
    case .weekday(let month, let week, let weekday):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      // Day 0, 1970-01-01, was a Thursday.
      let begins = ((Int(first.dayNumber) + 4) % 7 + 7) % 7
      var number = (weekday - begins + 7) % 7 + (week - 1) * 7
      if number >= CivilDate.days(inMonth: month, year: year) { number -= 7 }
      day = first.adding(days: number)
    case .dayWithoutLeap(let number):
      let leap = number >= 60 && CivilDate.isLeap(year: year) ? 1 : 0
      day = CivilDate(year: year, month: 1, day: 1)?.adding(days: number - 1 + leap)
    case .day(let number):
      day = CivilDate(year: year, month: 1, day: 1)?.adding(days: number)
    }
    return day.map { Int($0.dayNumber) * 86_400 + change.seconds - ahead }
  }

  /// Takes the text apart from its beginning.
  private struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    /// `EET`, `<+03>`.
    mutating func takeName() -> Bool {
      if take(UInt8(ascii: "<")) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    private mutating func takeNumber() -> Int? {
      let digits = rest.prefix(4).prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// `-3`, `2`, `5:30`, `24`, in seconds.
    mutating func takeTime() -> Int? {
      let isNegative = take(UInt8(ascii: "-"))
      if !isNegative { _ = take(UInt8(ascii: "+")) }
      guard let hours = takeNumber(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where take(UInt8(ascii: ":")) {
        guard let number = takeNumber(), number < 60 else { return nil }
        seconds += number * unit
      }
      return isNegative ? -seconds : seconds
    }

    /// `,M4.5.5/0`, `,J60`, `,59/2`.
    mutating func takeChange() -> Change? {
      guard take(UInt8(ascii: ",")) else { return nil }
      let day: Change.Day
      if take(UInt8(ascii: "M")) {
        guard let month = takeNumber(), (1...12).contains(month), take(UInt8(ascii: ".")),
          let week = takeNumber(), (1...5).contains(week), take(UInt8(ascii: ".")),
          let weekday = takeNumber(), (0...6).contains(weekday)
        else { return nil }
        day = .weekday(month: month, week: week, weekday: weekday)
      } else if take(UInt8(ascii: "J")) {
        guard let number = takeNumber(), (1...365).contains(number) else { return nil }
        day = .dayWithoutLeap(number)
      } else {
        guard let number = takeNumber(), (0...365).contains(number) else { return nil }
        day = .day(number)
      }
      guard take(UInt8(ascii: "/")) else { return Change(day: day, seconds: 7200) }
      return takeTime().map { Change(day: day, seconds: $0) }
    }
  }
}
