import Chronology
import NewsModel

/// What resolution found in one article.
public struct DatedArticle: Sendable {
  /// The day that relative phrases count from; `nil` when nothing tells it.
  public let date: CivilDate?
  /// Where that day comes from: the input, or proof in the text.
  public let basis: DateBasis
  /// The phrase that proves the day, where the text does.
  public let proof: TextRange?
  /// The phrase of the latest day that the text tells of and is not dated before; only where its
  /// own day is not known.
  public let bound: TextRange?
  /// The phrases that tell a time, in order and disjoint.
  public let expressions: [TemporalExpression]

  init(
    date: CivilDate?,
    basis: DateBasis,
    proof: TextRange?,
    bound: TextRange? = nil,
    expressions: [TemporalExpression]
  ) {
    self.date = date
    self.basis = basis
    self.proof = proof
    self.bound = bound
    self.expressions = expressions
  }

  /// An article as it came, with nothing looked for in it.
  public init(_ article: Article) {
    self.init(date: article.date, basis: article.dateBasis, proof: nil, expressions: [])
  }
}
