import ArabicText
import Lexicons
import NewsModel

// The states and bodies that an office phrase tells the office of.
extension OfficePhraseReader {
  mutating func adjective(_ word: Word) -> Step? {
    // «المندوب الدائم للسعودية»: the state, though its adjective is spelt alike.
    guard let sense = word.senses.first(where: { $0.kind == .adjective }),
      word.lead != .to || !word.senses.contains(where: { $0.kind == .country })
    else { return nil }
    switch word.lead {
    case []:
      if span.country < 0 {
        span.country = sense.entry
      } else if number != .single {
        span.moreCountries.append(sense.entry)
      } else if span.country != sense.entry {
        return .ends
      }
    case .and where number != .single && span.country >= 0:
      span.moreCountries.append(sense.entry)
    default: return .ends
    }
    return commit(to: word.end)
  }

  mutating func country(_ word: Word) -> Step? {
    if let sense = word.senses.first(where: { $0.kind == .country }) {
      let known = span.country >= 0
      if !known, word.lead.isEmpty || isOfState(word) {
        span.country = sense.entry
      } else if word.lead == .and, number != .single, known {
        span.moreCountries.append(sense.entry)
      } else if word.lead != .to,
        !word.lead.isEmpty || scan.has([.inside, .to, .from], at: next - 1)
          // «زار وزير الخارجية الإيراني العراق»: where he went.
          || committed > head.upperBound && finder.isAdjectiveOfState(committed - 1)
      {
        return .ends
      } else if word.lead == .to, !known {
        span.country = sense.entry
      }
      return commit(to: word.end)
    }
    // «سلطان عمان»: the office tells the state, though a city is spelt alike.
    guard isFirst, word.lead.isEmpty, span.country < 0, let only = finder.onlyState(of: office),
      word.senses.contains(where: { $0.kind == .city })
    else { return nil }
    span.country = only
    return commit(to: word.end)
  }

  /// «وزير الخارجية بدولة قطر», «رئيس الوزراء بمملكة البحرين»: behind ب a state with the word for it is whose
  /// office it is; its bare name may be where he is.
  private func isOfState(_ word: Word) -> Bool {
    word.lead == .by && word.end - next >= 2 && body < 0 && !finder.isEnvoy(office)
  }

  mutating func body(_ word: Word) -> Step? {
    if let sense = word.senses.first(where: { $0.kind == .organisation }),
      word.lead.isDisjoint(with: [.and, .like])
    {
      if body < 0 { body = sense.entry }
      return commit(to: word.end)
    }
    guard word.senses.contains(where: { $0.kind == .city || $0.kind == .place }),
      word.lead == .to || scan.has(.at, at: next - 1)
        // «رئيس برلمان طرابلس»
        || word.lead.isEmpty && isFirst && !isOneWord
          && !finder.startsWithArticle(head.upperBound - 1, [])
    else { return nil }
    return commit(to: word.end)
  }
}
