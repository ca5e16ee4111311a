import ArabicText
import Lexicons
import NewsModel

// «كلّف الرئيس التونسي الحبيب الصيد بتشكيل الحكومة»: a title and, right behind it, the name of a man who never had
// it are two: who gives the office, and who gets it.
extension SentenceReader {
  /// The two whom a title and a name right behind a verb of appointment mean; `nil` when they are one man.
  func titleAndAppointee(of span: PartySpan) -> (giver: PartySpan, appointee: PartySpan)? {
    guard span.entry >= 0, span.office >= 0, span.country >= 0 else { return nil }
    let own = scan.actors.roles.filter { $0.person == span.entry }
    guard !own.isEmpty, !own.contains(where: { $0.office == span.office }),
      let name = span.tokens.first(where: { scan.actors.bears(span.entry, scan.words[$0].hash(0)) }
      ),
      name > span.tokens.lowerBound
    else { return nil }
    var giver = PartySpan(tokens: span.tokens.lowerBound..<name, kind: .office)
    (giver.country, giver.office, giver.how) = (span.country, span.office, .office)
    let holder = scan.actors.holder(of: span.office, in: span.country, on: scan.article.date)
    if holder >= 0 { (giver.entry, giver.kind) = (holder, .person) }
    var appointee = span
    appointee.tokens = name..<span.tokens.upperBound
    appointee.office = -1
    return (giver, appointee)
  }
}
