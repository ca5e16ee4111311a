import Chronology
import Lexicons
import NewsModel

/// What the sentences of an article leave to those behind them: who was spoken of, and on what day it was.
extension SentenceReader.Memory {
  /// Remembers the two sides of what a sentence told of two.
  mutating func note(_ drafts: [Draft], in sentence: SentenceReader) {
    togetherAge += 1
    if togetherAge > 3 { together = [] }
    guard let two = drafts.reversed().lazy.compactMap({ $0.twoSides(in: sentence) }).first else {
      return
    }
    together = two
    togetherAge = 0
  }

  /// Remembers the day of what a sentence told.
  mutating func note(_ mentions: ArraySlice<EventMention>) {
    let dated = mentions.first {
      $0.status == .occurred && $0.date.span.latest != nil
        && $0.date.span.earliest == $0.date.span.latest
    }
    if let dated {
      told = dated.date
      toldAge = 0
    } else if mentions.isEmpty {
      toldAge += 1
    } else {
      told = nil
    }
  }

  /// Remembers whom a sentence spoke of.
  mutating func note(_ sentence: SentenceReader) {
    for span in sentence.spans where span.kind == .person {
      persons.removeAll { $0.means(span) }
      persons.append(span)
    }
    for span in sentence.spans where span.country >= 0 && span.kind != .person {
      guard span.kind == .state || span.kind == .institution || span.kind == .city else { continue }
      var state = span
      state.kind = .state
      state.entry = span.country
      state.moreCountries = []
      for country in [span.country] + span.moreCountries {
        state.entry = country
        state.country = country
        states.removeAll { $0.entry == state.entry }
        counts[country, default: 0] += 1
        states.append(state)
      }
    }
    age += 1
    if persons.count > 4 { persons.removeFirst(persons.count - 4) }
    if states.count > 4 { states.removeFirst(states.count - 4) }
    let speaking = sentence.triggers.first { $0.form.frame == .speech && $0.isVerb }
    if let speaking {
      let named =
        sentence.subjectBefore(speaking.start).first
        ?? sentence.parties(
          from: speaking.tokens.upperBound,
          to: min(sentence.range.upperBound, speaking.tokens.upperBound + 6)
        ).first
      if let named {
        subject = named
        age = 0
      }
      return
    }
    if let first = sentence.spans.first(where: {
      [.person, .office, .organisation, .institution, .state].contains($0.kind)
        && !sentence.isPlace($0) && !sentence.isAside($0)
    }) {
      subject = first
      age = 0
    }
  }
}

extension Draft {
  /// The two sides of what was told of two; none when it names them no better than «الجانبان».
  func twoSides(in sentence: SentenceReader) -> [PartySpan]? {
    let form = sentence.triggers[trigger].form
    guard
      [.encounter, .discuss, .event, .sign, .agree].contains(form.frame) || form.deed == .clash,
      parties.count == 2,
      parties.allSatisfy({ $0.kind != .pair })
    else { return nil }
    return parties
  }
}
