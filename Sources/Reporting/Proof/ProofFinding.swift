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
    /// Why, in a sentence; empty when nothing is proved.
    var proof: String

    /// The one day that is proved.
    var day: CivilDate? { days.count == 1 ? days.first : nil }

    /// The finding as the manifest keeps it.
    var dating: Manifest.Dating {
      Manifest.Dating(
        article: article,
        day: day?.description,
        first: (days.first ?? notBefore)?.description,
        last: days.last?.description,
        proof: proof
      )
    }

    /// The finding in a line, with the question to ask where no day is proved.
    var description: String {
      let question = "on which day was it published? (‘date:’ in the article, or --on)"
      if let day { return "\(article): of \(day), \(proof)" }
      if let first = days.first, let last = days.last {
        return "\(article): between \(first) and \(last), \(proof); \(question)"
      }
      let bound = notBefore.map { ", not before \($0)" } ?? ""
      return "\(article): undated\(bound); \(question)"
    }
  }
}
