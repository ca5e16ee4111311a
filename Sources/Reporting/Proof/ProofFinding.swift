import Chronology

extension DateProof {
  /// What was proved of an article.
  struct Finding: Sendable {
    /// The article's id.
    var article: String
    /// The days it can be of, ascending; one when it is proved.
    var days: [CivilDate]
    /// The day nothing it tells of is later than, when nothing more is known.
    var notBefore: CivilDate?
    /// Why; empty when nothing is proved.
    var reasons: [Reason]

    /// The one day that is proved.
    var day: CivilDate? { days.count == 1 ? days.first : nil }
  }

  /// One thing that a proof rests on.
  enum Reason: Hashable, Sendable {
    /// A phrase means the day of another phrase in another article.
    case same(phrase: String, other: String, article: String)
    /// The article is of the years after the latest date it names.
    case after(latest: String)
    /// A report that begins with a weekday is of that day or the next three.
    case lead(phrase: String)
  }
}
