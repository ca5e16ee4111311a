import Chronology
import DateResolution
import NewsModel

/// An article that its own text shows to be written long before the day it was given.
///
/// Archives stamp a page again when they move it. «26 مايو الجاري» under a stamp of June is of May, and so is the day
/// that its weekdays count from. A day or two is the night shift's and is no matter for a note.
struct LateStamp: Sendable {
  /// The article's id.
  let article: String
  /// The day it was given.
  let given: CivilDate
  /// The day that its text proves.
  let day: CivilDate
  /// The words that prove it.
  let phrase: String

  /// How many days off a stamp is late rather than of the same news.
  private static let night = 7

  /// The finding on an article as it came and its day as it was proved; `nil` when the two are near.
  init?(_ article: Article, dated: DatedArticle) {
    guard let given = article.date, let day = dated.date, let proof = dated.proof,
      abs(given.days(since: day)) > Self.night
    else { return nil }
    self.article = article.id
    self.given = given
    self.day = day
    phrase = proof.text(in: article.text)
  }
}
