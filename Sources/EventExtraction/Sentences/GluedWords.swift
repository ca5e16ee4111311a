import ArabicText
import Lexicons

/// Words that a page wrote without the blank between them: «المنامةفي», «أنّإيران», «بعدالزيارة».
///
/// Pages lose the blank before and after a link, and links stand on names. Where the spelling itself
/// shows the end of a word (ة and ى stand nowhere else, إ only at its head) it is parted there; else
/// only a word that no table knows, between two that are known.
struct GluedWords {
  private let text: FoldedText
  private let events: EventLexicon
  private let actors: ActorLexicon
  private(set) var words = PartedWords()

  init(in text: FoldedText, events: EventLexicon, actors: ActorLexicon) {
    self.text = text
    self.events = events
    self.actors = actors
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard token.kind == .word, token.letterCount >= 6, isUnknown(token.hash) else { continue }
      if let count = seam(of: token) { words.places.append((index, count)) }
    }
  }

  /// How many letters stand before the seam of two words; `nil` when it is one.
  private func seam(of token: Token) -> Int? {
    let letters = text.letters(of: token)
    if isInflected(letters) { return nil }
    if let count = spelledSeam(of: token, letters) { return count }
    var hash = WordHash.seed
    var count = 0
    for letter in letters.dropLast(2) {
      hash = WordHash.adding(letter, to: hash)
      count += 1
      guard count >= 2, let first = Part(hash, in: self) else { continue }
      let rest = letters.dropFirst(count)
      if isSeam(first, letters.prefix(count), rest) { return count }
    }
    return nil
  }

  /// What a half of a word is.
  private struct Part {
    let classes: WordClass
    let isActor: Bool
    let trigger: Int32

    init?(_ hash: UInt64, in words: GluedWords) {
      classes = words.events.classes(of: hash)
      trigger = words.events.triggers.payload(of: hash)
      isActor = words.actors.phrases.payload(of: hash) >= 0
      if classes.isEmpty, trigger < 0, !isActor { return nil }
    }
  }

  private static let particles: WordClass = [
    .inside, .during, .to, .on, .from, .about, .with, .that, .after, .before, .between, .against,
  ]

  private func isSeam(
    _ first: Part,
    _ head: ArraySlice<UInt8>,
    _ rest: ArraySlice<UInt8>
  ) -> Bool {
    let hash = WordHash.of(rest)
    let isDefinite = rest.count >= 5 && rest.starts(with: [LetterCode.alef, LetterCode.lam])
    // «الجزائرفي»: a name and a particle.
    if first.isActor, head.count >= 5, rest.count <= 3 {
      let classes = events.classes(of: hash)
      return !classes.isDisjoint(with: Self.particles) && !classes.contains(.that)
    }
    // «بعدماشنت»
    if first.classes.contains(.after), head.count >= 5, rest.count >= 3 {
      let verb = events.triggers.payload(of: hash)
      if verb >= 0, events.forms[Int(verb)].contains(where: { $0.tense == .past }) { return true }
    }
    guard rest.count >= 4, !first.classes.contains(.joint) else { return false }
    let isActor = actors.phrases.begins(with: hash)
    let trigger = events.triggers.payload(of: hash)
    let isVerb =
      rest.count >= 5 && trigger >= 0
      && events.forms[Int(trigger)].contains { $0.tense != .noun }
    // «وقدوقّعتا»
    if first.classes.contains(.qad) { return isVerb }
    if !first.classes.isDisjoint(with: Self.particles) {
      // «بعدالزيارة», «أناستدعت»
      return isDefinite && (isActor || trigger >= 0 || !isUnknown(hash))
        || isVerb && first.classes.contains(.that)
        // «خلالزيارة», «بعداندلاع»: too long to be one word that merely begins like the particle.
        || head.count >= 3 && rest.count >= 4
          && (trigger >= 0 || actors.phrases.payload(of: hash) >= 0)
    }
    if isDefinite { return isActor || trigger >= 0 }
    // «أعلنتحالف», «رئيسيسيقوم»
    guard head.count >= 4 else { return false }
    if first.trigger >= 0, events.forms[Int(first.trigger)].contains(where: { $0.tense != .noun }) {
      return isActor && rest.count >= 5 || events.classes(of: hash).contains(.heading)
    }
    // «الأميركيمنطقة»
    if first.isActor, head.count >= 7,
      !events.cues.cues(of: hash).isDisjoint(with: [.site, .settlement])
    {
      return true
    }
    return first.isActor && isVerb
  }

  /// Where the spelling shows the end of the first word.
  private func spelledSeam(of token: Token, _ letters: ArraySlice<UInt8>) -> Int? {
    var offset = Int(token.start)
    let end = Int(token.end)
    var seen = 0
    // Two bytes a letter; whatever else stands in the word, the seam is not looked for.
    guard end - offset >= letters.count * 2, end <= text.bytes.count else { return nil }
    while offset + 1 < end {
      let (high, low) = (text.bytes[offset], text.bytes[offset + 1])
      offset += 2
      // Vowel signs are no letters.
      if high == 0xD9, (0x8B...0x92).contains(low) || low == 0x80 { continue }
      seen += 1
      let isLast = high == 0xD8 && low == 0xA9 || high == 0xD9 && low == 0x89
      if isLast, seen >= 3, letters.count - seen >= 3 { return seen }
      if high == 0xD8, low == 0xA5, seen > 2, letters.count - seen >= 2,
        !letters.prefix(seen - 1).allSatisfy(Self.isProclitic)
      {
        return beforeProclitics(of: letters.prefix(seen - 1))
      }
    }
    return nil
  }

  /// Where a word ends before إ and what leans on it: «أكدالإعلام», «الشمالوإعادة».
  private func beforeProclitics(of head: ArraySlice<UInt8>) -> Int {
    func isKnown(_ letters: ArraySlice<UInt8>) -> Bool {
      letters.count >= 2 && (!isUnknown(WordHash.of(letters)) || isInflected(letters))
    }
    if isKnown(head) { return head.count }
    if head.suffix(2).elementsEqual([LetterCode.alef, LetterCode.lam]), head.count >= 4 {
      return head.count - 2
    }
    let isLed = head.last.map(Self.isProclitic) ?? false
    return isLed && isKnown(head.dropLast()) ? head.count - 1 : head.count
  }

  /// Whether a letter can be one of the proclitics before إ: «وبالإضافة».
  private static func isProclitic(_ letter: UInt8) -> Bool {
    [
      LetterCode.alef, LetterCode.lam, LetterCode.waw, LetterCode.feh, LetterCode.beh,
      LetterCode.kaf, LetterCode.seen,
    ].contains(letter)
  }

  /// Whether a word with its proclitics off is one that the tables know.
  private func isInflected(_ letters: ArraySlice<UInt8>) -> Bool {
    var rest = letters
    for _ in 0..<2 {
      guard let first = rest.first,
        [LetterCode.waw, LetterCode.feh, LetterCode.beh, LetterCode.lam, LetterCode.kaf]
          .contains(first)
      else { return false }
      rest = rest.dropFirst()
      if !isUnknown(WordHash.of(rest)) { return true }
      if rest.starts(with: [LetterCode.lam]),
        !isUnknown(WordHash.of([LetterCode.alef, LetterCode.lam] + rest.dropFirst()))
      {
        return true
      }
    }
    return false
  }

  private func isUnknown(_ hash: UInt64) -> Bool {
    !events.isCommon(hash) && events.classes(of: hash).isEmpty
      && !events.triggers.begins(with: hash) && !actors.phrases.begins(with: hash)
  }
}
