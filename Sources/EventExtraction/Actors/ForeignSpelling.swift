import ArabicText
import Lexicons
import NewsModel

/// Foreign persons in a spelling that the gazetteer has no row for: «دايفيد كاميرون».
extension ActorFinder {
  /// The one person whose given and last names have the consonants of some words, or -1.
  func foreigner(named words: Range<Int>) -> Int32 {
    let tokens = words.filter { $0 < scan.tokens.count && scan.tokens[$0].kind == .word }
    guard (2...3).contains(tokens.count) else { return -1 }
    return scan.actors.foreigners.person(
      named: tokens.map { NameSkeleton(scan.text.letters(of: scan.tokens[$0])) }
    )
  }

  /// A last name of five consonants or more in a spelling of its own, its country named here.
  func foreignSurname(at index: Int) -> PartySpan? {
    let token = scan.tokens[index]
    guard token.letterCount >= 6, scan.words[index].classes.isEmpty, scan.actorPayloads[index] < 0,
      scan.triggerPayloads[index] < 0, !startsWithArticle(index, []), !scan.isCommon(at: index)
    else { return nil }
    let person = scan.actors.foreigners.person(
      surname: NameSkeleton(scan.text.letters(of: token))
    )
    guard person >= 0, countries.contains(scan.actors.entries[Int(person)].country) else {
      return nil
    }
    var span = PartySpan(tokens: index..<index + 1, kind: .person, entry: person)
    span.country = scan.actors.entries[Int(person)].country
    span.how = .surname
    return span
  }
}
