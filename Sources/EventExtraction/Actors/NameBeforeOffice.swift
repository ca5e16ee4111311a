import ArabicText
import Lexicons
import NewsModel

// A name that no table knows, told who he is behind it.
extension ActorFinder {
  /// «ويتوجه فلان الفلاني، وزير الاقتصاد الألماني، إلى …», «إن فلان الفلاني وزير الخارجية …»: one man, by his own
  /// name and not by that of whom the table has in the office.
  ///
  /// Behind a verb of meeting the office may be the other side, so nothing is read there.
  func nameBeforeOffice(at index: Int) -> PartySpan? {
    guard index > 0, scan.actorClitics[index].isEmpty, opensName(behind: index - 1),
      !scan.senses(at: index).contains(where: { $0.kind == .person })
    else { return nil }
    let words = nameRun(at: index)
    guard words >= 2 else { return nil }
    let name = index..<index + words
    var next = name.upperBound
    if next < scan.tokens.count, scan.tokens[next].mark == .comma { next += 1 }
    guard next < scan.tokens.count, scan.tokens[next].kind == .word,
      scan.tokens[next].gap == .space,
      scan.actorClitics[next].isEmpty,
      scan.senses(at: next).contains(where: { $0.kind == .office && $0.number == .single }),
      let office = span(at: next), office.office >= 0, office.name == nil,
      office.country >= 0 || scan.has([.that, .with], at: index - 1),
      office.how == .office
    else { return nil }
    var span = PartySpan(tokens: index..<office.tokens.upperBound, kind: .person)
    span.office = office.office
    span.country = office.country
    span.isFormer = office.isFormer
    let foreigner = foreigner(named: name)
    if foreigner >= 0 {
      span.entry = foreigner
      span.how = .alias
    } else {
      span.name = name
      span.how = .unlinked
    }
    return span
  }

  /// Whether a party of its own begins behind a word: a verb that takes no second one, «إن», «مع».
  private func opensName(behind index: Int) -> Bool {
    if scan.has([.that, .with], at: index) { return true }
    return scan.isVerb(at: index)
      && !scan.triggerForms(at: index).contains { [.encounter, .discuss].contains($0.frame) }
  }
}
