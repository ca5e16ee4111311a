/// A date text of ISO 8601-2, the Extended Date/Time Format, and what it means.
///
/// Reads and writes level 1 and of level 2 what a newsroom's dates need: masked digits
/// (`2021-07-2X`, `198X`), quarters and half years, and sets, which tell that sources disagree
/// (`[2021-07-26,2021-07-27]`).
public struct EDTF: Hashable, Sendable {
  /// How several dates belong together.
  public enum Meaning: Hashable, Sendable {
    /// There is only one.
    case single
    /// One of them holds, written `[a,b]`.
    case oneOf
    /// All of them hold, written `{a,b}`.
    case allOf
  }

  /// How the dates belong together.
  public var meaning: Meaning
  /// The dates, at least one.
  public var dates: [UncertainDate]
  /// Whether nobody doubts them; `false` is written `?`.
  public var certain: Bool

  /// One date.
  public init(_ date: UncertainDate, certain: Bool = true) {
    meaning = .single
    dates = [date]
    self.certain = certain
  }

  /// Several dates of which one or all hold; a single one is just that date.
  public init(_ meaning: Meaning, of dates: [UncertainDate], certain: Bool = true) {
    self.meaning = dates.count > 1 ? meaning : .single
    self.dates = dates
    self.certain = certain
  }
}

extension UncertainDate {
  /// The date as EDTF: `2021-07-26`, `2021-07`, `198X`, `2021-07-01/2021-07-10`, `2003/..`.
  ///
  /// Empty when the bounds contradict each other.
  public var edtf: String { edtf(certain: true) }

  /// The date as EDTF, with `?` when it is doubted.
  public func edtf(certain: Bool) -> String { EDTF(self, certain: certain).text }

  /// Reads an EDTF text that tells one date, not a set; `nil` for anything else.
  public init?(edtf text: some StringProtocol) {
    guard let parsed = EDTF(text), parsed.meaning == .single, let date = parsed.dates.first else {
      return nil
    }
    self = date
  }
}
