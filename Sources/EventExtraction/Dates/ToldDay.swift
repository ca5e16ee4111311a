import ArabicText
import Chronology
import Lexicons
import NewsModel

/// A day that a sentence tells of an event which it does not tell whole: «انفجار وقع الجمعة في سوق».
///
/// Such a sentence yields no event of its own, for its parties stand elsewhere or no table knows them;
/// yet what goes back to it («هذا التفجير», «اللقاء بين الوزيرين») has its day.
struct ToldDay {
  /// The type of the event.
  var type: EventType
  /// The sentence that tells it.
  var sentence: Int
  /// The day.
  var date: EventDate
  /// Whether the sentence yields an event there.
  var isWhole: Bool
  /// What the sentence names.
  var names: SentenceNames
}

extension CarriedDate {
  /// The one day that a sentence of the lead tells, of whomever and whatever it names.
  func dayOfLead(number: Int) -> ToldDay? {
    guard number <= OpenEvent.lead, let published = scan.article.date else { return nil }
    let told = sentence.range.map { scan.dateAt[$0] }.filter {
      $0 >= 0 && scan.expressions[Int($0)].first != nil
    }
    guard let only = told.first, told.allSatisfy({ $0 == only }),
      case let expression = scan.expressions[Int(only)], expression.relation == nil,
      let day = expression.first, day == expression.last,
      (0...3).contains(published.days(since: day)),
      let place = sentence.range.first(where: { scan.dateAt[$0] == only }),
      !(sentence.range.lowerBound..<place).contains(where: { scan.has(.relative, at: $0) }),
      let date = attachment.event(only, basis: nil)
    else { return nil }
    return ToldDay(
      type: EventType(rawValue: "visit"),
      sentence: number,
      date: date,
      isWhole: false,
      names: names(withCountries: true)
    )
  }

  /// The days that a sentence tells, whether it yields events there or not.
  func toldDays(beside drafts: [Draft], number: Int) -> [ToldDay] {
    guard let published = scan.article.date else { return [] }
    var names: SentenceNames?
    return sentence.triggers.indices.compactMap { index in
      let trigger = sentence.triggers[index]
      let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
      guard Self.dated.contains(trigger.form.frame), verb.form.tense != .future,
        scan.events.types.indices.contains(Int(trigger.form.type)),
        let date = told(index), date.basis != .publication,
        !guarding.isShownOrCondemned(trigger, on: date), let first = date.span.earliest,
        let last = date.span.latest, last <= published,
        last.days(since: first) <= 7
      else { return nil }
      let named = names ?? self.names(withCountries: false)
      names = named
      return ToldDay(
        type: EventType(rawValue: scan.events.types[Int(trigger.form.type)].id),
        sentence: number,
        date: date,
        isWhole: drafts.contains { $0.trigger == index },
        names: named
      )
    }
  }

  private func names(withCountries: Bool) -> SentenceNames {
    var names = scan.names(in: sentence.range, spans: sentence.spans)
    if withCountries {
      names.entries.formUnion(sentence.spans.map(\.country).filter { $0 >= 0 })
    }
    return names
  }

  private func told(_ number: Int) -> EventDate? {
    let light = sentence.triggers[number].light
    return attachment.best(of: number, feasts: false)
      ?? (light >= 0 ? attachment.best(of: light, feasts: false) : nil)
      ?? attachment.dateOfRelative(number) ?? day(of: sentence.triggers[number])?.date
  }

  /// Whether the sentence goes on with the telling of the one before: «كما قصفت», «وأضافت الوكالة أن».
  var goesOn: Bool {
    let first = SentenceReader.bodyStart(of: sentence.range, in: scan)
    return scan.has(.moreover, at: first) || sentence.has(.adding, at: first)
  }

  private static let dated: Set<EventFrame> = [
    .encounter, .discuss, .event, .travel, .go, .journey, .sign, .agree, .document, .strike, .blow,
  ]

  /// The parties and the place of a draft, as other sentences can name them.
  func sides(of draft: Draft) -> [KnownSide] {
    let others = draft.recipients + [draft.place].compactMap { $0 }
    return (draft.actors + others).enumerated().map { index, span in
      let told = (span.name ?? span.tokens).filter(isTelling)
      return KnownSide(
        isStruck: index >= draft.actors.count,
        isPlace: index >= draft.actors.count + draft.recipients.count,
        entry: span.entry,
        words: told.map { Set(scan.forms(of: $0)) },
        phrase: (span.name ?? span.tokens).map { Set(scan.forms(of: $0)) }.filter { !$0.isEmpty }
      )
    }
  }

  /// A word that tells one party from another, as titles and numbers do not.
  private func isTelling(_ index: Int) -> Bool {
    scan.tokens[index].kind == .word && scan.tokens[index].letterCount > 2
      && scan.words[index].classes.isEmpty && !scan.isCommon(at: index)
      && !sentence.has([.site, .settlement, .part, .people, .fighters, .direction], at: index)
  }
}

extension OpenEvent {
  /// How many sentences back what is known stands.
  private static let reach = 3
  /// How many sentences at the head of an article tell its own event.
  static let lead = 2
  /// How many days before the article its own event can have been.
  private static let fresh = 10

  /// Whether it is told as past, or is a journey known of before.
  func mayHaveBeen(_ mention: EventMention) -> Bool {
    mention.status == .occurred
      || mention.status == .planned && isKnown && mention.family == "journey"
  }

  /// The day that another sentence tells of this event, which yields no event there.
  func day(of mention: EventMention, among days: [ToldDay], published: CivilDate?) -> EventDate? {
    let family = days.filter { $0.type.family == mention.family }
    let fitting = family.filter { isTold(mention, by: $0) }
    let nearest = fitting.min {
      abs($0.sentence - mention.sentenceIndex) < abs($1.sentence - mention.sentenceIndex)
    }
    if let nearest {
      // Several days: the text does not say which is meant, unless it points to the nearest.
      let isSplit = fitting.contains { $0.date.span != nearest.date.span }
      return isSplit && !isPointed ? nil : nearest.date
    }
    return ownDay(of: mention, among: family, published: published)
  }

  /// «هذا الاعتداء», «لقائه بالوزير» far from the lead: of the event that the article is about, where its
  /// head tells one such event of the last days.
  private func ownDay(of mention: EventMention, among days: [ToldDay], published: CivilDate?)
    -> EventDate?
  {
    guard isKnown, let published,
      let told = days.first(where: { $0.sentence <= Self.lead }),
      told.sentence < mention.sentenceIndex,
      let day = told.date.span.earliest, (0...Self.fresh).contains(published.days(since: day)),
      days.allSatisfy({
        $0.date.span == told.date.span || $0.sentence > mention.sentenceIndex
      }),
      isPointed || sides.contains(where: { $0.isNamed(in: told.names) })
    else { return nil }
    return told.date
  }

  /// «شهد الأمير أمس الحفل في القاهرة» and then «زيارته لمصر»: the lead tells that he was there.
  func dayOfStay(of mention: EventMention, among leads: [ToldDay]) -> EventDate? {
    guard isKnown, mention.type.rawValue == "visit", mention.place != nil, sides.count == 2 else {
      return nil
    }
    return leads.first { lead in
      lead.sentence < mention.sentenceIndex && sides.allSatisfy { $0.isNamed(in: lead.names) }
    }?.date
  }

  private func isTold(_ mention: EventMention, by day: ToldDay) -> Bool {
    let offset = mention.sentenceIndex - day.sentence
    // «هذا التفجير»: the one told just before.
    if isPointed { return (1...2).contains(offset) }
    guard !day.isWhole else { return false }
    let shared = sides.filter { $0.isNamed(in: day.names) }
    if isKnown {
      // Whoever struck may have struck elsewhere too.
      if mention.family == "attack", !mention.recipients.isEmpty,
        !shared.contains(where: { $0.isStruck })
      {
        return false
      }
      return !shared.isEmpty
        && (offset == -1 || offset > 0 && (offset <= Self.reach || day.sentence <= Self.lead))
    }
    // The lead, and the sentence behind it that tells more.
    if day.type == mention.type, offset == -1, mention.sentenceIndex <= 1 {
      return shared.contains { $0.isStruck } || shared.count >= 2
    }
    guard day.type == mention.type, offset > 0, offset <= 2 || day.sentence <= 1 else {
      return false
    }
    return mention.family == "attack" && offset <= 2
      ? shared.contains { $0.isStruck } : shared.count >= 2
  }
}
