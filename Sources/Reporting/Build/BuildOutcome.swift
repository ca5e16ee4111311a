/// What a build did.
public struct BuildOutcome: Sendable {
  /// What was counted.
  public var tally: Tally
  /// How many articles were read now; the others were read before.
  public var read = 0
  /// How many articles are in the archive alone.
  public var keptAlone = 0
  /// How many events were found.
  public var events: Int
  /// Whether there was a build before, to compare with.
  public var isFirst = true
  /// The events that are new, changed or gone since the last build; empty for the first.
  public var changes: [EventChange] = []
  /// How many sheets were written.
  public var written: Int
  /// How many sheets are as they were.
  public var unchanged: Int
  /// The settings it ran under, for ``Tally/check(_:)``.
  public var settings: RunSettings

  /// How many events changed in a way.
  func count(_ kind: EventChange.Kind) -> Int { changes.count { $0.kind == kind } }

  /// All of it in one message, whose counts add up.
  public func summary(isDryRun: Bool) -> LogLine {
    var text =
      "\(tally.good) articles, \(tally.bad) set aside; \(events) events; "
      + "\(written) sheets \(isDryRun ? "to write" : "written"), \(unchanged) unchanged"
    if read > 0, read != tally.good { text += "; \(read) articles read now" }
    if keptAlone > 0 { text += "; \(keptAlone) articles more that no file holds any longer" }
    if !isFirst, !changes.isEmpty {
      text +=
        "; since the last build \(count(.new)) events new, \(count(.changed)) changed, "
        + "\(count(.dropped)) dropped"
    }
    return LogLine(
      .summary,
      text,
      fields: [
        ("articles", .number(tally.good)), ("read", .number(read)),
        ("kept", .number(keptAlone)), ("set_aside", .number(tally.bad)),
        ("unreadable", .number(tally.unreadable)), ("warnings", .number(tally.warnings)),
        ("events", .number(events)), ("new", .number(isFirst ? nil : count(.new))),
        ("changed", .number(isFirst ? nil : count(.changed))),
        ("dropped", .number(isFirst ? nil : count(.dropped))),
        ("written", .number(written)), ("unchanged", .number(unchanged)),
      ]
    )
  }
}
