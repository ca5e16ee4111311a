public import ArabicText
import Chronology
public import Lexicons
public import NewsModel

/// Finds the events that an article tells: what, who, when, where, and how far it has come.
///
/// Triggers propose, frames decide: a trigger makes an event only when parties, places or objects
/// stand around it as its frame asks.
public struct EventExtractor: Sendable {
  private let events: EventLexicon
  private let actors: ActorLexicon

  /// An extractor with its word tables and gazetteer.
  public init(events: EventLexicon, actors: ActorLexicon) {
    self.events = events
    self.actors = actors
  }

  /// The events of an article, in the order of their triggers.
  ///
  /// - Parameters:
  ///   - article: the article; nothing is found in its furniture.
  ///   - text: its folded text.
  ///   - sentences: its sentences, as ranges of token indices.
  ///   - expressions: its dates.
  public func mentions(
    in article: Article,
    text: FoldedText,
    sentences: [Range<Int>],
    expressions: [TemporalExpression]
  ) -> [EventMention] {
    let scan = self.scan(
      article,
      text: text,
      sentences: sentences,
      expressions: expressions
    )
    if isPlain(scan) { return [] }
    let finder = ActorFinder(scan)
    var mentions: [EventMention] = []
    var memory = SentenceReader.Memory()
    // The events told without a day.
    var open: [Int: OpenEvent] = [:]
    var pointed: [PointedDay] = []
    var days: [ToldDay] = []
    var leads: [ToldDay] = []
    var continuing: Set<Int> = []
    var headlines: Set<Int> = []
    // Whether only headlines and captions have been read.
    var isTop = true
    var nextSpan = 0
    var told: Set<UInt64> = []
    for (number, range) in scan.sentences.enumerated() {
      var spans: [PartySpan] = []
      while nextSpan < finder.spans.count,
        finder.spans[nextSpan].tokens.lowerBound < range.upperBound
      {
        spans.append(finder.spans[nextSpan])
        nextSpan += 1
      }
      // Pages repeat their headline under the text: what it tells was told.
      if range.count >= 6 {
        let print = range.reduce(WordHash.seed) {
          ($0 ^ scan.tokens[$1].hash) &* 0x0000_0100_0000_01B3
        }
        guard told.insert(print).inserted else { continue }
      }
      let sentence = SentenceReader(scan: scan, range: range, spans: spans, memory: memory)
      let plausibility = Plausibility(sentence: sentence)
      let drafts = Deduplication.best(
        of: self.drafts(in: sentence).filter(plausibility.allows),
        in: sentence
      )
      let known = mentions.count
      var together = memory.together
      for draft in drafts {
        let maker = PartyMaker(
          scan: scan,
          memory: memory,
          together: together,
          sentenceSpans: sentence.spans
        )
        var mention = mention(
          draft,
          in: sentence,
          maker: maker,
          number: number,
          ordinal: mentions.count
        )
        together = draft.twoSides(in: sentence) ?? together
        var telling: OpenEvent?
        if mention.date.basis == .none, [.occurred, .ongoing, .planned].contains(mention.status) {
          let carried = CarriedDate(sentence: sentence)
          telling = carried.telling(of: draft, status: mention.status)
          if mention.status == .occurred, let found = carried.day(of: draft) {
            mention.date = found.date
            telling?.verb = found.verb
          }
        }
        // «بين البلدين» before any state was named tells of nobody.
        if mention.parties.isEmpty, mention.rule.hasPrefix("attack") == false { continue }
        if mention.isIdle { continue }
        open[mentions.count] = telling
        mentions.append(mention)
      }
      let carried = CarriedDate(sentence: sentence)
      pointed += carried.pointedDays(beside: drafts, number: number)
      days += carried.toldDays(beside: drafts, number: number)
      if let day = carried.dayOfLead(number: number) { leads.append(day) }
      if carried.goesOn { continuing.insert(number) }
      isTop = isTop && range.count <= Self.longestHeadline && sentence.endsLine(gap: .wide)
      if isTop { headlines.formUnion(known..<mentions.count) }
      memory.note(sentence)
      memory.note(mentions[known...])
      memory.note(drafts, in: sentence)
    }
    StandingDate.fill(&mentions)
    TwinDate(
      open: open,
      pointed: pointed,
      days: days,
      leads: leads,
      continuing: continuing,
      headlines: headlines,
      lead: scan.dayOfLead,
      published: scan.article.date
    )
    .fill(&mentions)
    Retelling(scan: scan, spans: finder.spans, open: open, days: days).fill(&mentions)
    NamedDay(scan: scan).fill(&mentions)
    return mentions
  }

  /// How many words a headline has at the most.
  private static let longestHeadline = 16

  /// The article, looked up word by word.
  func scan(
    _ article: Article,
    text: FoldedText,
    sentences: [Range<Int>],
    expressions: [TemporalExpression]
  ) -> ArticleScan {
    let glued = GluedWords(in: text, events: events, actors: actors).words
    return ArticleScan(
      article: article,
      text: glued.places.isEmpty ? text : glued.parted(text),
      sentences: glued.places.isEmpty ? sentences : glued.shifted(sentences),
      expressions: expressions,
      events: events,
      actors: actors
    )
  }

  /// Whether an article is of sport, markets or weather: what is told there is no diplomacy.
  private func isPlain(_ scan: ArticleScan) -> Bool {
    var words = 0
    var plain = 0
    for index in scan.tokens.indices where scan.tokens[index].kind == .word {
      words += 1
      if scan.has(.sport, at: index) { plain += 1 }
    }
    return plain >= 4 && plain * 45 > words
  }

  private func drafts(in sentence: SentenceReader) -> [Draft] {
    var drafts: [Draft] = []
    for number in sentence.triggers.indices {
      switch sentence.triggers[number].form.frame {
      case .encounter, .discuss: drafts += EncounterFrame.drafts(number, in: sentence)
      case .event:
        drafts +=
          ReceptionFrame.drafts(number, in: sentence) ?? EventNounFrame.drafts(number, in: sentence)
      case .travel, .go, .journey: drafts += JourneyFrame.drafts(number, in: sentence)
      case .sign, .agree, .document: drafts += DocumentFrame.drafts(number, in: sentence)
      case .withdraw: drafts += WithdrawalFrame.drafts(number, in: sentence)
      case .strike, .blow: drafts += AttackFrame.drafts(number, in: sentence)
      case .object: drafts += ObjectFrame.drafts(number, in: sentence)
      case .speech, .word: drafts += SpeechFrame.drafts(number, in: sentence)
      case .light, .happen: break
      }
    }
    return drafts
  }

  private func mention(
    _ draft: Draft,
    in sentence: SentenceReader,
    maker: PartyMaker,
    number: Int,
    ordinal: Int
  ) -> EventMention {
    let scan = sentence.scan
    let draft = PartyCheck(sentence: sentence).cleaned(draft)
    let found = DateAttachment(sentence: sentence).date(of: draft)
    let told = StatusReader(sentence: sentence).status(of: draft, date: found)
    let status = Reality(sentence: sentence).status(told, of: draft, date: found)
    let date = DateGuard(sentence: sentence).date(found, of: draft, status: status)
    let actors = maker.parties(draft.actors)
    let recipients = maker.parties(draft.recipients).filter { party in
      !actors.contains { $0.name == party.name }
    }
    let words =
      scan.tokens[draft.tokens.lowerBound]
      .start..<scan.tokens[
        draft.tokens.upperBound - 1
      ].end
    let whole =
      scan.tokens[sentence.range.lowerBound]
      .start..<scan.tokens[
        sentence.range.upperBound - 1
      ].end
    let attribution = attribution(of: draft, in: sentence, maker: maker)
    return EventMention(
      id: "\(scan.article.id).\(ordinal)",
      article: scan.article.id,
      type: EventType(rawValue: events.types[Int(draft.type)].id),
      range: TextRange(Int(words.lowerBound), Int(words.upperBound)),
      trigger: scan.surface(draft.tokens),
      sentenceRange: TextRange(Int(whole.lowerBound), Int(whole.upperBound)),
      sentence: scan.surface(sentence.range),
      status: status,
      date: date,
      actors: actors,
      recipients: recipients,
      place: draft.place.flatMap { maker.place($0) },
      ordinal: draft.ordinal,
      document: DocumentName(sentence: sentence).name(of: draft),
      attribution: attribution,
      rule: draft.rule,
      sentenceIndex: number
    )
  }

  /// Who is quoted as telling an event: the subject of the verb of saying before it.
  private func attribution(
    of draft: Draft,
    in sentence: SentenceReader,
    maker: PartyMaker
  ) -> String? {
    let start = sentence.triggers[draft.trigger].start
    guard sentence.triggers[draft.trigger].form.frame != .speech else { return nil }
    guard
      let verb = sentence.triggers.last(where: {
        $0.start < start && $0.form.frame == .speech && $0.isVerb
      }),
      (verb.start..<start).contains(where: { sentence.scan.has(.that, at: $0) })
        || sentence.scan.quoted[start]
    else { return nil }
    let after = sentence.parties(from: verb.tokens.upperBound, to: start)
    guard let speaker = sentence.subjectBefore(verb.start).first ?? after.first else { return nil }
    return maker.parties([speaker]).first?.name
  }
}

extension EventMention {
  /// What is only thought of counts when it is told of two known sides: else it is talk.
  fileprivate var isIdle: Bool {
    guard rule != "speech" else { return false }
    let isBlow = rule.hasPrefix("attack-") || rule.hasPrefix("document")
    switch status {
    case .hypothetical: break
    case .planned where date.span.earliest == nil && date.span.latest == nil:
      // «بهدف عقد صفقة», «خشية هجوم»: no day, so no plan.
      if isBlow { return true }
      guard rule.hasPrefix("event-noun") else { return false }
      return parties.filter { $0.id != nil }.count < 2
    case .denied:
      if rule == "event-noun-light" { break }
      return isBlow || rule == "withdrawal-noun" || rule == "object"
    case .cancelled, .postponed: return rule.hasPrefix("attack-")
    default: return false
    }
    return parties.filter { $0.id != nil && $0.how != .pronoun }.count < 2
  }
}
