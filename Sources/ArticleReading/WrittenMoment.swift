import Chronology

/// A day and a time as an input writes them, with how far they say they are ahead of UTC.
///
/// The day that stands there is the outlet's own, which «أمس» counts from: nothing moves it unless
/// the user names the outlet's time zone. Then an instant that tells its offset is of the day that
/// the outlet's calendar showed, whatever clock the publishing system wrote it by.
struct WrittenMoment: Hashable, Sendable {
  /// The day as written.
  let day: CivilDate
  /// The minutes since midnight; `nil` for a day alone.
  var minutes: Int?
  /// The minutes that the time is ahead of UTC; `nil` where it tells none, and is the outlet's own.
  var offset: Int?

  /// The outlet's day.
  ///
  /// - Parameter clock: the clock where the outlet is; `nil` when it is not known.
  func day(by clock: ZoneClock?) -> CivilDate {
    guard let clock, let minutes, let offset else { return day }
    return clock.day(at: (Int(day.dayNumber) * 1440 + minutes - offset) * 60) ?? day
  }
}
