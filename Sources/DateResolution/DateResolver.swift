public import ArabicText
import Chronology
public import Lexicons
public import NewsModel

/// Finds every phrase of an article that tells a time, and the time it tells.
///
/// Words are looked up once; rules read phrases around the hits; refiners look at the words about
/// them; grounding resolves each against the article's date. No step knows the next.
public struct DateResolver: Sendable {
  private let lexicon: DateLexicon
  private let settings: DateSettings
  private let customs: SourceCustoms?
  private let rules = RuleList()
  /// How many tokens behind a day «وفي المساء» may stand and be that day's.
  private static let clauseReach = 6
  private let refiners: [any Refiner] = [
    LookalikeRefiner(), RelationRefiner(), OutlookRefiner(), YearRefiner(), QuotationRefiner(),
    FeastRefiner(),
  ]

  /// A resolver with its words and settings.
  ///
  /// - Parameter customs: tells when weeks and fiscal years begin in the country of a source, for
  ///   settings that are automatic.
  public init(
    lexicon: DateLexicon,
    settings: DateSettings = DateSettings(),
    customs: SourceCustoms? = nil
  ) {
    self.lexicon = lexicon
    self.settings = settings
    self.customs = customs
  }

  /// The expressions of an article, in order and disjoint.
  public func expressions(in article: Article) -> [TemporalExpression] {
    resolve(article).expressions
  }

  /// The expressions of an article, with the day that its relative phrases count from.
  public func resolve(_ article: Article) -> DatedArticle {
    let text = FoldedText(article.text)
    return dated(article, text: text, sentences: SentenceSplitter().sentences(of: text))
  }

  /// The expressions of an article that is already folded and cut into sentences, with the day
  /// that its relative phrases count from.
  public func dated(
    _ article: Article,
    text: FoldedText,
    sentences: [Range<Int>]
  ) -> DatedArticle {
    let glued = GluedMonths(in: text, lexicon: lexicon).words
    if !glued.places.isEmpty {
      return read(article, text: glued.parted(text), sentences: glued.shifted(sentences))
    }
    return read(article, text: text, sentences: sentences)
  }

  private func read(
    _ article: Article,
    text: FoldedText,
    sentences: [Range<Int>]
  ) -> DatedArticle {
    text.tokens.withUnsafeBufferPointer { tokens in
      text.letters.withUnsafeBufferPointer { letters in
        let words = [DateWord](unsafeUninitializedCapacity: tokens.count) { buffer, count in
          for index in tokens.indices {
            buffer.initializeElement(at: index, to: lexicon.word(at: index, in: tokens))
          }
          count = tokens.count
        }
        return words.withUnsafeBufferPointer { words in
          let reader = PhraseReader(
            tokens: tokens,
            words: words,
            folded: letters,
            bytes: text.bytes,
            lexicon: lexicon
          )
          return dated(article, text: text, sentences: sentences, reader: reader)
        }
      }
    }
  }

  private func dated(
    _ article: Article,
    text: FoldedText,
    sentences: [Range<Int>],
    reader: borrowing PhraseReader
  ) -> DatedArticle {
    var candidates: [[Candidate]] = []
    var end = 0
    for sentence in sentences {
      // A phrase may run over the end of its sentence; the next one begins behind it.
      let start = min(max(sentence.lowerBound, end), sentence.upperBound)
      var found = read(start..<sentence.upperBound, in: reader)
      guard let last = found.last else { continue }
      end = last.reading.end
      for refiner in refiners { refiner.refine(&found, sentence: sentence, in: reader) }
      candidates.append(found)
    }
    let all = Array(candidates.joined())
    let published = article.date == nil ? PublicationDate(of: all, in: reader) : nil
    let ownDay = OwnDay(given: article.date, phrases: all)
    let ownMonth = OwnMonth(given: article.date, phrases: all)
    let proved = published?.day ?? ownDay.day ?? ownMonth.day
    let reference = proved ?? article.date
    let settings = settings(for: article)
    var grounding = Grounding(reference: reference, settings: settings)
    let toldYears = ToldYears(of: all)
    var bound: (day: CivilDate, range: TextRange)?
    var expressions: [TemporalExpression] = []
    expressions.reserveCapacity(all.count)
    for sentence in candidates {
      grounding.sentenceDay = nil
      var dayEnd = 0
      for var candidate in sentence where !candidate.isLookalike {
        if case .day(let day) = candidate.reading.phrase, day.isOfSentence, !day.tellsDay,
          day.minute == nil,
          grounding.sentenceDay == nil || candidate.reading.start - dayEnd > Self.clauseReach
        {
          continue
        }
        if candidate.clauseYear == nil, !candidate.looksAhead {
          candidate.clauseYear = toldYears.year(for: candidate.reading.phrase)
        }
        let date = resolve(candidate, reference: reference, with: &grounding)
        if date.grain <= .day, date.days != nil { dayEnd = candidate.reading.end }
        if isFurniture(candidate, date, of: article, in: reader) { continue }
        var expression = expression(
          of: candidate,
          date,
          text: text,
          reader: reader,
          reference: reference,
          settings: settings
        )
        if ownDay.day != nil && candidate.provesDay
          || ownMonth.proof?.start == candidate.reading.start, let given = article.date
        {
          expression.conflict = "the article is dated \(given)"
        }
        if reference == nil, !candidate.looksAhead, candidate.outlook != .present,
          candidate.relation == nil, expression.basis == .explicit, expression.kind != .duration,
          let day = expression.first, day > bound?.day ?? .first
        {
          bound = (day, expression.range)
        }
        if ownDay.isMixed, expression.basis == .article { expression.certain = false }
        expressions.append(expression)
      }
    }
    let proof = published?.proof ?? ownDay.proof ?? ownMonth.proof
    return DatedArticle(
      date: reference,
      basis: proved != nil ? .text : article.dateBasis,
      proof: proof.map { range(of: $0, in: text, reader: reader) },
      bound: bound?.range,
      expressions: expressions
    )
  }

  /// The settings with what the article's outlet takes for granted.
  private func settings(for article: Article) -> DateSettings {
    guard let customs, settings.weekStarts == nil || settings.fiscalYear == .auto else {
      return settings
    }
    let country = article.country ?? customs.country(source: article.source, url: article.url)
    return settings.settled(by: country.flatMap(customs.customs))
  }

  /// Grounds one phrase and remembers what later ones may point back to.
  private func resolve(
    _ candidate: Candidate,
    reference: CivilDate?,
    with grounding: inout Grounding
  ) -> GroundedDate {
    grounding.outlook = candidate.outlook
    grounding.clauseYear = candidate.clauseYear
    grounding.reference = reference
    if candidate.isQuotedDeictic, let speechDay = grounding.sentenceDay {
      grounding.reference = speechDay
    }
    var date = grounding.resolve(candidate.reading.phrase)
    if let feast = candidate.feast, case .day(let day) = candidate.reading.phrase,
      let weekday = day.weekday, let told = grounding.weekday(weekday, of: feast)
    {
      date = told
    }
    guard let days = date.days, date.kind != .duration else { return date }
    if date.grain <= .day { grounding.sentenceDay = days.lowerBound }
    // A deadline and a day ahead name their month all the same.
    if candidate.namesMonth { grounding.antecedentMonth = date }
    if isTold(candidate, days, reference) {
      grounding.antecedent = date
      if date.grain <= .month { grounding.antecedentMonth = date }
      if date.grain <= .day { grounding.antecedentDay = date }
    }
    return date
  }

  /// Whether a time is one that the text tells of, and so one that «اليوم نفسه» can mean.
  ///
  /// A deadline and a day ahead are only spoken of: the story goes on where it was before them.
  private func isTold(
    _ candidate: Candidate,
    _ days: ClosedRange<CivilDate>,
    _ reference: CivilDate?
  ) -> Bool {
    switch candidate.relation {
    case .by, .until, .before, .after: return false
    default: break
    }
    guard let reference, !candidate.looksAhead else { return reference == nil }
    return days.lowerBound <= reference
  }

  /// Whether a vague «الآن» stands in a menu or an advertisement of the page.
  private func isFurniture(
    _ candidate: Candidate,
    _ date: GroundedDate,
    of article: Article,
    in reader: borrowing PhraseReader
  ) -> Bool {
    guard date.value?.hasSuffix("_REF") == true else { return false }
    let start = Int(reader.tokens[candidate.reading.start].start)
    return article.furniture.contains { $0.lower <= start && start < $0.upper }
  }

  /// The phrases of one sentence, left to right, none inside another.
  private func read(_ sentence: Range<Int>, in reader: borrowing PhraseReader) -> [Candidate] {
    var candidates: [Candidate] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard
        reader.role(index) != .none || reader.isNumber(index)
          || reader.mark(index) == .openBracket,
        let found = rules.read(at: index, in: reader)
      else {
        index += 1
        continue
      }
      let reading = reader.recurringYearly(found)
      candidates.append(Candidate(reading: withArticle(reading, from: sentence.lowerBound, reader)))
      index = max(index + 1, reading.end)
    }
    return candidates
  }

  /// «الـ14 يوما»: the article before digits is a word of its own, and part of the phrase.
  private func withArticle(
    _ reading: Reading,
    from lowest: Int,
    _ reader: borrowing PhraseReader
  ) -> Reading {
    var reading = reading
    let before = reading.start - 1
    if before >= lowest, reader.isNumber(reading.start), reader.isBareArticle(before) {
      reading.start = before
    }
    return reading
  }

  private func expression(
    of candidate: Candidate,
    _ date: GroundedDate,
    text: FoldedText,
    reader: borrowing PhraseReader,
    reference: CivilDate?,
    settings: DateSettings
  ) -> TemporalExpression {
    let reading = candidate.reading
    var days = date.days
    if date.kind == .duration, let reference {
      days = DurationAnchor(settings: settings)
        .days(
          of: reading.phrase,
          relation: candidate.relation,
          isBehind: candidate.outlook == .past && reader.word(reading.start - 1).value == 1,
          reference: reference
        )
    }
    return TemporalExpression(
      range: range(of: reading, in: text, reader: reader),
      kind: date.kind,
      value: date.value,
      modifier: date.modifier,
      first: days?.lowerBound ?? date.opens,
      last: days?.upperBound,
      minutes: date.minutes,
      grain: date.grain,
      relation: candidate.relation,
      basis: date.basis,
      certain: date.certain,
      edtf: date.edtf,
      alternatives: date.alternatives,
      conflict: date.conflict,
      rule: reading.rule
    )
  }

  /// Where a phrase stands, without the letters of prepositions before it.
  private func range(
    of reading: Reading,
    in text: FoldedText,
    reader: borrowing PhraseReader
  ) -> TextRange {
    let first = reader.tokens[reading.start]
    let proclitics = Int(reader.word(reading.start).procliticLetters)
    return TextRange(
      proclitics > 0 ? text.offset(afterLetters: proclitics, of: first) : Int(first.start),
      Int(reader.tokens[max(reading.start, reading.end - 1)].end)
    )
  }
}
