import ArabicText
import Lexicons
import NewsModel

extension ActorFinder {
  /// «… فلان الفلاني وعلان العلاني»: a second name after و, when a person stands right before.
  func joinedName(at index: Int) -> PartySpan? {
    guard let last = spans.last, last.kind == .person, last.tokens.upperBound == index,
      scan.words[index].count > 1, scan.words[index].clitics(1) == .and,
      !scan.isCommon(at: index), scan.words[index].classes.isEmpty,
      !scan.actors.isGivenName(scan.words[index].hash(0)),
      scan.tokens[index].gap == .space, !scan.isVerb(at: index),
      scan.actorPayloads[index] < 0, isUnknownName(at: index + 1)
    else { return nil }
    let more = nameRun(at: index + 1)
    guard more > 0 else { return nil }
    var span = PartySpan(tokens: index..<index + 1 + more, kind: .person)
    span.name = span.tokens
    span.clitics = .and
    span.how = .unlinked
    return span
  }

  /// Whether a person's name begins at a token: known, or a run of at least so many unknown words.
  func beginsName(at index: Int, min: Int) -> Bool {
    guard index < scan.tokens.count else { return false }
    var next = index
    if scan.tokens[next].mark == .hash { next += 1 }
    guard next < scan.tokens.count, scan.tokens[next].kind == .word else { return false }
    if scan.actorClitics[next].isEmpty,
      scan.senses(at: next).contains(where: {
        $0.kind == .person || $0.kind == .surname || $0.kind == .title
      })
    {
      return true
    }
    // «المندوب الدائم لدى الأمم المتحدة، السفير فلان الفلاني»: an ambassador bears it as a title.
    if scan.actorClitics[next].isEmpty, startsWithArticle(next, []),
      scan.senses(at: next).contains(where: { $0.kind == .office && isAmbassador($0.entry) })
    {
      return nameRun(at: Int(scan.actorEnds[next])) >= 2
        || scan.senses(at: Int(scan.actorEnds[next])).contains { $0.kind == .person }
    }
    return nameRun(at: next) >= min
  }

  /// Whether a name begins at a token that a man of a state can bear: one that no table has, or that of
  /// a man of that state.
  func beginsOwnName(at index: Int, of country: Int32) -> Bool {
    guard index < scan.tokens.count, scan.tokens[index].kind == .word,
      scan.tokens[index].gap == .space, scan.dateAt[index] < 0, scan.actorClitics[index].isEmpty
    else { return false }
    let senses = scan.senses(at: index)
    if let known = senses.first(where: { $0.kind == .person }) {
      return country >= 0 && scan.actors.entries[Int(known.entry)].country == country
    }
    return senses.isEmpty && nameRun(at: index) >= 2
  }

  /// Whether a title and a name stand at a token: «الدكتور فلان الفلاني».
  func isTitledName(at index: Int) -> Bool {
    guard index < scan.tokens.count, scan.tokens[index].gap == .space,
      scan.actorPayloads[index] >= 0, scan.actorClitics[index].isEmpty,
      scan.senses(at: index).contains(where: { $0.kind == .title })
    else { return false }
    return beginsName(at: Int(scan.actorEnds[index]), min: 1)
  }

  /// How many words from a token on make a personal name that no table knows.
  func nameRun(at index: Int) -> Int {
    var next = index
    var names = 0
    while next < scan.tokens.count, names < 4, next - index < 6 {
      let token = scan.tokens[next]
      if token.mark == .underscore, names > 0 {
        next += 1
        continue
      }
      let isTag = next > 0 && scan.tokens[next - 1].mark == .underscore
      guard token.kind == .word, token.gap <= .space, scan.dateAt[next] < 0,
        token.gap != .glued || next == index || isTag, token.letterCount >= 2
      else { break }
      let letters = scan.text.letters(of: token)
      guard let first = letters.first, LetterCode.isArabic(first) else { break }
      let word = scan.words[next]
      // «وجون كيري» is another, whom the table knows; ً ends no name.
      if names == 0, !scan.actorClitics[next].isEmpty,
        scan.senses(at: next).contains(where: { $0.kind == .person || $0.kind == .surname })
      {
        break
      }
      if hasTanween(token) { break }
      // «غاضبا»: how he did it, «داخليتها»: hers; «فيديريكا غويدي» is a name.
      if names == 0, letters.last == LetterCode.alef, letters.count >= 6,
        startsWithArticle(next, []) || !isUnknownName(at: next + 1)
          || letters.dropLast().last == LetterCode.heh
      {
        break
      }
      if first == LetterCode.meem, letters.last == LetterCode.alef, letters.count >= 5,
        // «ماريا مالمر» is a name.
        letters[letters.startIndex + 1] != LetterCode.alef || !isUnknownName(at: next + 1)
      {
        break
      }
      // «بأطيب»: ب before أ is the preposition.
      if names == 0, first == LetterCode.beh, startsWithHamza(token, after: 2) { break }
      // «والملحقيات», «وصهره»: و joins something else.
      if first == LetterCode.waw, letters.count >= 4,
        names > 0 || letters.count >= 5, !isGivenName(next, asWritten: true)
      {
        break
      }
      if !word.classes.isSubset(of: names > 0 ? [.joint, .ordinal] : .joint), !isAli(at: next) {
        break
      }
      if scan.isVerb(at: next) { break }
      let senses = scan.senses(at: next)
      if senses.contains(where: { $0.kind != .surname && $0.kind != .person && $0.kind != .city }),
        names == 0 || scan.actorEnds[next] > 0, !isHouse(next - 1, of: names)
      {
        break
      }
      let hasArticle =
        letters.count > 3 && first == LetterCode.alef
        && letters[letters.startIndex + 1] == LetterCode.lam && isPlainAlef(token)
      if scan.isCommon(at: next), !isAli(at: next), next == index || !isServant(next - 1) {
        // «عبد», «بن», «أبو» join names; «…ي» with the article is a last name after a first.
        guard
          isJoint(next) || word.classes.contains(.ordinal) || names == 0 && opensNameOften(next)
            || names > 0 && hasArticle && letters.last == LetterCode.yeh
            || names > 0 && !hasArticle && isUnknownName(at: next + 1)
        else { break }
        if isJoint(next) {
          next += 1
          continue
        }
      } else if hasArticle, names == 0, !isUnknownName(at: next + 1) {
        break
      }
      names += 1
      next += 1
    }
    while next > index, isJoint(next - 1) { next -= 1 }
    return names == 0 ? 0 : next - index
  }

  /// «آل الشيخ»: behind a name, what follows is the house it is of.
  private func isHouse(_ index: Int, of names: Int) -> Bool {
    names > 0
      && scan.text.letters(of: scan.tokens[index]).elementsEqual([LetterCode.alef, LetterCode.lam])
  }

  /// «عبد»: what follows is the rest of the name, «عبد الله», «عبد العزيز».
  private func isServant(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).elementsEqual(Self.servant)
  }

  private static let servant = [LetterCode.ain, LetterCode.beh, LetterCode.dal]

  /// «وليد», «ليلى», «فيصل»: a common word that many bear, before a word that can only be a name.
  private func opensNameOften(_ index: Int) -> Bool {
    scan.events.cues.cues(of: scan.words[index].hash(0)).contains(.givenName)
      && (isUnknownName(at: index + 1) || isJoint(index + 1))
  }

  /// «علي» before another name, written with its two dots: no «على».
  private func isAli(at index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    let bytes = scan.text.bytes
    let end = Int(scan.tokens[index].end)
    guard letters.elementsEqual([LetterCode.ain, LetterCode.lam, LetterCode.yeh]),
      end >= 2, end <= bytes.count, bytes[(end - 2)..<end].elementsEqual([0xD9, 0x8A]),
      index + 1 < scan.tokens.count, scan.tokens[index + 1].gap == .space
    else { return false }
    let word = scan.words[index + 1]
    return isUnknownName(at: index + 1)
      || scan.events.cues.cues(of: word.hash(0)).contains(.givenName)
  }

  /// Whether the sign ً stands on a word.
  func hasTanween(_ token: Token) -> Bool {
    let range = token.offsets
    guard range.upperBound <= scan.text.bytes.count, range.count > 3 else { return false }
    return (range.lowerBound + 1..<range.upperBound).contains {
      scan.text.bytes[$0] == 0x8B && scan.text.bytes[$0 - 1] == 0xD9
    }
  }

  /// Whether أ stands so many bytes into a word.
  func startsWithHamza(_ token: Token, after bytes: Int) -> Bool {
    let start = Int(token.start) + bytes
    guard start + 1 < scan.text.bytes.count else { return false }
    return scan.text.bytes[start] == 0xD8 && scan.text.bytes[start + 1] == 0xA3
  }

  /// ا of the article, not إ of a foreign name.
  func isPlainAlef(_ token: Token) -> Bool {
    let start = Int(token.start)
    guard start + 1 < scan.text.bytes.count else { return false }
    return scan.text.bytes[start] == 0xD8 && scan.text.bytes[start + 1] == 0xA7
  }

  /// A word that can only be part of a name: «رجب طيب أردوغان» has a common word inside.
  func isUnknownName(at index: Int) -> Bool {
    guard index < scan.tokens.count else { return false }
    let token = scan.tokens[index]
    let word = scan.words[index]
    return token.kind == .word && token.gap == .space && token.letterCount >= 4
      && !scan.isCommon(at: index)
      && word.classes.isEmpty && !scan.isVerb(at: index) && scan.dateAt[index] < 0
      && scan.actorPayloads[index] < 0
  }

  /// عبد, بن, أبو, آل: parts of names that are none alone.
  func isJoint(_ index: Int) -> Bool { scan.has(.joint, at: index) }
}
