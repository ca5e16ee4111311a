/// What a run counted: the exit code follows from it.
public struct Tally: Hashable, Sendable {
  /// Records that were read.
  public var good = 0
  /// Records that were set aside.
  public var bad = 0
  /// Files that are missing or cannot be read.
  public var unreadable = 0
  /// What was told the user and is no failure.
  public var warnings = 0

  /// Nothing yet.
  public init() {}

  /// Both together.
  static func + (first: Tally, second: Tally) -> Tally {
    var sum = first
    sum.good += second.good
    sum.bad += second.bad
    sum.unreadable += second.unreadable
    sum.warnings += second.warnings
    return sum
  }

  /// Throws what the counts amount to under the settings; each record was told of already.
  public func check(_ settings: RunSettings) throws(Fault) {
    // Each file was told of when it failed; one more line would say nothing.
    if unreadable > 0 { throw Fault(.noInput, "", remedy: "") }
    if good == 0, bad > 0 {
      throw Fault(.noData, "none of \(bad) records could be read", remedy: "see their errors")
    }
    if let limit = settings.limits.maximumBadPercent, bad > 0 {
      let share = Double(bad) * 100 / Double(good + bad)
      if share > limit {
        throw Fault(
          .tooMuchBadInput,
          "\(bad) of \(good + bad) records are bad, more than \(limit) %",
          remedy: "see their errors, or raise --max-bad"
        )
      }
    }
    if settings.isStrict, warnings + bad > 0 {
      throw Fault(
        .tooMuchBadInput,
        "\(warnings + bad) warnings under --strict",
        remedy: "see the messages above"
      )
    }
  }
}
