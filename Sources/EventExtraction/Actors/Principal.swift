import ArabicText
import Chronology
import Lexicons
import NewsModel

// Whose man an aide is: «مبعوث ترامب», «زوجة الرئيس», «مساعد وزيرة الخارجية فلان».
//
// The office or name behind such a head is another's, and a table that knows who holds it must not
// put the principal in the place of his man.
extension ActorFinder {
  /// Whether a word tells that someone is another's man: «نائب», not «نائبه» nor a name, «ابن مساعد».
  func isAide(_ index: Int) -> Bool {
    guard scan.has(.aide, at: index), index == 0 || !isJoint(index - 1) else { return false }
    let end = Int(scan.tokens[index].end)
    return end > scan.text.bytes.count || end < 2 || scan.text.bytes[end - 1] != 0x87
      || scan.text.bytes[end - 2] != 0xD9
  }

  /// The offices inside the words of an aide's own: of «مساعد وزير الخارجية», the minister's.
  func principalOffices(from start: Int, end: Int, clitics: Clitics) -> [Int32] {
    guard end - start > 1, isAide(start), !startsWithArticle(start, clitics) else {
      return []
    }
    return scan.senses(at: start + 1).filter { $0.kind == .office }.map(\.entry)
  }

  /// Whether a man holds one of the principals' offices on the article's day and never the aide's.
  func serves(_ person: Int32, in principals: [Int32], not office: Int32) -> Bool {
    guard !principals.isEmpty, person >= 0 else { return false }
    // A deputy may have held the office himself once; an envoy of a man who did is his at any time.
    let day = office >= 0 && !isEnvoy(office) ? scan.article.date?.dayNumber : nil
    let roles = scan.actors.roles.filter { $0.person == person }
    if office >= 0, roles.contains(where: { $0.office == office }) { return false }
    return roles.contains { role in
      principals.contains(role.office) && (day.map { role.from <= $0 && $0 <= role.until } ?? true)
    }
  }

  /// «مستشار الرئيس التركي فلان»: the name behind the principal's office is the aide's, unless the
  /// principal bears it.
  func ownName(of inner: PartySpan, from start: Int, _ office: Int32, _ clitics: Clitics)
    -> PartySpan?
  {
    guard inner.kind == .person, inner.how == .alias || inner.how == .unlinked else { return nil }
    let holds = scan.actors.roles.contains { $0.person == inner.entry && $0.office == inner.office }
    if inner.entry >= 0, holds { return nil }
    if inner.entry < 0, inner.name == nil { return nil }
    var whole = inner
    whole.tokens = start..<inner.tokens.upperBound
    whole.office = office
    whole.clitics = clitics
    whole.isFormer = false
    return whole
  }

  /// «مساعد وزيرة الخارجية»: an aide whom no state's office makes a party; the minister is none either.
  func isUntoldAide(_ head: Range<Int>, _ office: Int32, committed: Int, _ clitics: Clitics) -> Bool
  {
    head.count > 1 && committed == head.upperBound && isAide(head.lowerBound)
      && !startsWithArticle(head.lowerBound, clitics) && !standsAlone(office)
      && scan.senses(at: head.lowerBound + 1).contains { $0.kind == .office }
  }
}
