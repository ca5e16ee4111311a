import ArabicText
import Lexicons
import NewsModel

// A last name that another man bears: «روعي شارون», «ميشال أوباما».
extension ActorFinder {
  /// A first name and behind it a last name of the tables whose own bearer is called otherwise.
  func otherMan(at index: Int) -> PartySpan? {
    let next = index + 1
    guard next < scan.tokens.count, scan.actorPayloads[next] >= 0, scan.actorPayloads[index] < 0,
      scan.actorClitics[next].isEmpty,
      scan.senses(at: next).contains(where: { $0.kind == .surname }),
      !scan.senses(at: next).contains(where: { $0.kind != .surname }), followsOtherName(next)
    else { return nil }
    var span = PartySpan(tokens: index..<Int(scan.actorEnds[next]), kind: .person)
    (span.name, span.how) = (span.tokens, .unlinked)
    return span
  }

  /// Whether the word before a last name is a first name that none of its bearers in the tables has.
  func followsOtherName(_ index: Int) -> Bool {
    let before = index - 1
    guard before >= 0, scan.tokens[index].gap == .space, scan.tokens[before].kind == .word,
      scan.dateAt[before] < 0, scan.words[before].classes.isEmpty, !scan.isVerb(at: before),
      !hasTanween(scan.tokens[before])
    else { return false }
    let bearers = scan.senses(at: index).filter { $0.kind == .surname }.map(\.entry)
    if bearers.contains(where: { bears($0, nameAt: before) }) { return false }
    if isGivenName(before) { return true }
    // A word that nobody knows is a first name, unless the last name is one that needs none.
    guard scan.triggerPayloads[before] < 0, scan.actorPayloads[before] < 0,
      !scan.isCommon(at: before), !startsWithArticle(before, []), scan.words[before].count == 1,
      scan.tokens[before].gap != .glued, scan.tokens[before].letterCount >= 3,
      taughtName(at: index) == nil, let day = scan.article.date
    else { return false }
    return !bearers.contains { scan.actors.leads($0, on: day) }
  }

  /// Whether a word is a first name: one that many bear, or that a person of the tables has; `asWritten`: with
  /// all its letters, «وليد» and not «وفارس».
  func isGivenName(_ index: Int, asWritten: Bool = false) -> Bool {
    let word = scan.words[index]
    if (0..<(asWritten ? min(word.count, 1) : word.count)).contains(where: {
      scan.events.cues.cues(of: word.hash($0)).contains(.givenName)
    }) {
      return true
    }
    return !scan.isCommon(at: index) && scan.triggerPayloads[index] < 0
      && scan.actors.isGivenName(word.hash(0))
  }

  /// Whether a person's name has a word, in this spelling or with these consonants.
  private func bears(_ person: Int32, nameAt index: Int) -> Bool {
    guard person >= 0 else { return false }
    let word = scan.words[index]
    if (0..<word.count).contains(where: { scan.actors.bears(person, word.hash($0)) }) {
      return true
    }
    let own = NameSkeleton.words(of: Array(scan.actors.entries[Int(person)].name.utf8)[...])
    return own.contains(NameSkeleton(scan.text.letters(of: scan.tokens[index])))
  }
}
