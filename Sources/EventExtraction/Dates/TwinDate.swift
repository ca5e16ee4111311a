import Chronology
import NewsModel

/// Gives an undated telling the day that the same article tells of the same event elsewhere.
///
/// A headline and its lead tell one event, and so do «الاجتماع», «الهجوم» and the sentence that told it
/// first. Two tellings are one event here when they are of one family of types and of the same two
/// sides; a definite noun near by, or one that goes back to the lead, needs one side only. A headline
/// that no other telling dates is of the day of its lead, or else of the article.
struct TwinDate {
  /// How many sentences off another telling may stand.
  private static let reach = 12
  /// How many sentences behind a sentence that tells the day of «اللقاء» what it means may stand.
  private static let pointing = 3

  /// The events told without a day, by their index.
  let open: [Int: OpenEvent]
  /// The days told of «اللقاء», «الهجوم» where no event was told beside.
  let pointed: [PointedDay]
  /// The days told in sentences that yield no event of them.
  let days: [ToldDay]
  /// The days that the lead tells.
  let leads: [ToldDay]
  /// The sentences that go on with the telling of the one before: «كما», «وأضاف».
  let continuing: Set<Int>
  /// The events that the first line of the article tells.
  let headlines: Set<Int>
  /// The day of the lead.
  let lead: EventDate?
  /// The day of the article.
  let published: CivilDate?

  func fill(_ mentions: inout [EventMention]) {
    for index in mentions.indices
    where open[index] == nil || mentions[index].date.basis == .publication {
      if let day = betterDay(of: index, in: mentions) { mentions[index].date = day.inParagraph }
    }
    for index in mentions.indices {
      guard let narrower = narrower(index, in: mentions) else { continue }
      mentions[index].date = narrower.date.inParagraph
      if narrower.status == .planned { mentions[index].status = .planned }
    }
    for index in mentions.indices {
      guard let telling = open[index] else { continue }
      defer {
        // «سيجتمع خلال زيارته»: what is to come is the meeting; the visit has begun.
        if mentions[index].status == .planned, mentions[index].family == "journey",
          let last = mentions[index].date.span.latest, let published, last < published
        {
          mentions[index].status = .ongoing
        }
      }
      if let day = dayOfSaying(telling, index: index, in: mentions) {
        mentions[index].date = day
      } else if mentions[index].date.basis == .none, telling.isElsewhere,
        let day = pointedDay(of: mentions[index], within: 1)
      {
        // «وحدث الانفجاران صباح الاثنين», whatever else the sentence before spoke of.
        mentions[index].date = day.inParagraph
      } else if mentions[index].date.basis == .none, !telling.isElsewhere {
        if let twin = twin(of: index, telling: telling, in: mentions) {
          mentions[index].date =
            twin.basis != .publication
            ? twin.inParagraph : headlines.contains(index) ? lead ?? twin : twin
        } else if let day = pointedDay(of: mentions[index]) {
          mentions[index].date = day.inParagraph
        } else if mentions[index].status == .occurred, mentions[index].rule == "attack",
          let day = dayOfRun(mentions[index])
        {
          mentions[index].date = day.inParagraph
        } else if telling.isInTalks, let day = dayOfLastTalks(before: mentions[index], in: mentions)
        {
          mentions[index].date = day.inParagraph
        } else if let day = dayOfTalks(on: mentions[index], telling: telling, in: mentions) {
          mentions[index].date = day.inParagraph
        } else if telling.mayHaveBeen(mentions[index]),
          let day = telling.day(of: mentions[index], among: days, published: published)
        {
          mentions[index].date = day.inParagraph
        } else if mentions[index].status == .occurred,
          let day = telling.dayOfStay(of: mentions[index], among: leads)
        {
          mentions[index].date = day.inParagraph
        } else if mentions[index].status == .occurred, telling.isHeadline || telling.isCaption {
          mentions[index].date = lead ?? (telling.isHeadline ? dayOfArticle : nil) ?? .undated
        }
      }
    }
    for index in mentions.indices
    where mentions[index].status == .occurred && mentions[index].date.basis == .paragraph {
      // «انتقادات لزيارة الرئيس» of a visit that the text sets on a day to come.
      if let published, let first = mentions[index].date.span.earliest, first > published {
        mentions[index].status = .planned
      }
    }
    for index in mentions.indices {
      if let date = beforeLead(mentions[index], in: mentions) { mentions[index].date = date }
    }
  }

  /// «انتخابات عام 2024» and close behind «ستجرى في الخامس من تشرين الثاني»: the day within the month or year.
  private func narrower(_ index: Int, in mentions: [EventMention]) -> EventMention? {
    let mention = mentions[index]
    guard mention.family == "election" || mention.family == "attack",
      let first = mention.date.span.earliest, let last = mention.date.span.latest,
      (3...366).contains(last.days(since: first)), mention.status != .ongoing
    else { return nil }
    let others = mentions.filter { other in
      guard other.type == mention.type, mention.distance(to: other) <= 2,
        let start = other.date.span.earliest, let end = other.date.span.latest
      else { return false }
      return start >= first && end <= last && start == end && other.date.basis != .publication
        && other.status != .ongoing
    }
    guard let one = others.first, others.allSatisfy({ $0.date.span == one.date.span }),
      mention.family == "election"
        ? mention.hasSide(of: one) : mention.place != nil && mention.place == one.place
    else { return nil }
    return one
  }

  /// When the words that told it got a better day than the article's, so does the event.
  private func dayOfSaying(_ telling: OpenEvent, index: Int, in mentions: [EventMention])
    -> EventDate?
  {
    guard mentions[index].date.basis == .publication, let verb = telling.verb,
      let day = mentions.first(where: { $0.rule == "speech" && $0.range.lower == verb })?.date,
      ![.none, .publication].contains(day.basis)
    else { return nil }
    return day.inParagraph
  }

  /// A day of its own for what has the day of the article: «جرى اللقاء أمس» behind «التقى الوفدان».
  private func betterDay(of index: Int, in mentions: [EventMention]) -> EventDate? {
    let mention = mentions[index]
    guard mention.date.basis == .publication, mention.status == .occurred else { return nil }
    if headlines.contains(index), let lead { return lead }
    if let day = pointedDay(of: mention) ?? dayOfRun(mention) { return day }
    guard mention.sentenceIndex <= 1 else { return nil }
    return mentions.first { other in
      other.sentenceIndex > mention.sentenceIndex && other.type == mention.type
        && other.status == .occurred && other.isDated && other.date.basis != .publication
        && mention.isSame(as: other, isKnown: false)
    }?.date
  }

  /// The day of the attack that the sentence before tells: «تعرض الموقع أمس لغارات» and then «كما شنت».
  private func dayOfRun(_ mention: EventMention) -> EventDate? {
    guard mention.family == "attack", continuing.contains(mention.sentenceIndex) else { return nil }
    let before = days.filter {
      $0.type.family == "attack" && $0.sentence == mention.sentenceIndex - 1
    }
    guard let first = before.first, before.allSatisfy({ $0.date.span == first.date.span }) else {
      return nil
    }
    return first.date
  }

  /// «التقى الأمير أمس الملك» and then «بمناسبة زيارة الأمير للأردن»: the talks that the visitor held with
  /// those of the land are of his visit, as long as the text tells one day of them.
  private func dayOfTalks(on mention: EventMention, telling: OpenEvent, in mentions: [EventMention])
    -> EventDate?
  {
    guard mention.type.rawValue == "visit", telling.isKnown, mention.status == .occurred,
      let land = mention.place?.country, let visitor = mention.actors.first
    else { return nil }
    let talks = mentions.filter { other in
      other.family == "talks" && other.status == .occurred && other.isDated
        && other.date.basis != .publication
        && other.parties.contains { $0.name == visitor.name }
        && (other.place?.country == land
          || other.parties.contains { $0.name != visitor.name && $0.country == land })
    }
    guard let first = talks.first, talks.allSatisfy({ $0.date.span == first.date.span }) else {
      return nil
    }
    return first.date
  }

  /// «تم الاتفاق خلال المباحثات»: of the day of the talks told last.
  private func dayOfLastTalks(before mention: EventMention, in mentions: [EventMention])
    -> EventDate?
  {
    mentions.last { other in
      other.family == "talks"
        && (1...Self.pointing).contains(mention.sentenceIndex - other.sentenceIndex)
        && other.status == .occurred && other.isDated && other.hasSide(of: mention)
    }?.date
  }

  /// «وكانت قد وصلت مساء الثلاثاء» in a text whose lead tells Wednesday's news: the Tuesday before that, even where
  /// the text stands on its page since a later one.
  ///
  /// And where the lead tells Wednesday's news, «سيلتقي الأربعاء» in it is of that Wednesday and no later one.
  private func beforeLead(_ mention: EventMention, in mentions: [EventMention]) -> EventDate? {
    guard [.occurred, .planned].contains(mention.status), let lead, lead.rule == Self.weekday,
      mention.date.rule == Self.weekday, let told = lead.span.latest,
      let day = mention.date.span.earliest, day == mention.date.span.latest, day > told,
      let published, let before = day.adding(days: -7),
      mention.status == .planned
        ? day > published && before >= told && before < published && isNews(lead, in: mentions)
          // «الأربعاء المقبل» is marked.
          && mention.date.phrase?.contains(" ") == false
        // A day or two behind the lead the story has gone on.
        : published.days(since: told) > 2 && day.days(since: told) > 2
    else { return nil }
    var date = mention.date
    date.span.earliest = before
    date.span.latest = before
    date.edtf = before.description
    return date
  }

  /// Whether something is told to have happened on the day of the lead, by the words of a sentence of its own.
  private func isNews(_ lead: EventDate, in mentions: [EventMention]) -> Bool {
    mentions.contains {
      $0.status == .occurred && $0.date.span == lead.span && $0.date.basis == .weekday
        && $0.sentenceIndex <= Self.pointing
    }
  }

  /// The rule that reads the name of a day.
  private static let weekday = "weekday"

  private func pointedDay(of mention: EventMention, within reach: Int = pointing) -> EventDate? {
    pointed.first { told in
      told.family == mention.family && mention.status == .occurred
        && (1...reach).contains(told.sentence - mention.sentenceIndex)
    }?.date
  }

  private var dayOfArticle: EventDate? {
    published.map { EventDate($0, basis: .publication) }
  }

  private func twin(of index: Int, telling: OpenEvent, in mentions: [EventMention]) -> EventDate? {
    let mention = mentions[index]
    let others = mentions.indices.filter { other in
      other != index && mentions[other].family == mention.family
        && mention.hasStatus(like: mentions[other], isKnown: telling.isKnown)
        && mentions[other].isDated
        && isTwin(mention, of: mentions[other], telling: telling)
        // «وقبيل وصوله» on a visit that goes on: on one of its days.
        && (mention.type == mentions[other].type || mentions[other].isOfOneDay)
        // The article's day is for a headline, which tells what its news tells.
        && (mentions[other].date.basis != .publication || mention.isHeadline(of: mentions[other]))
    }
    let nearest = others.min { one, other in
      mention.distance(to: mentions[one]) < mention.distance(to: mentions[other])
    }
    guard let nearest else { return nil }
    let date = mentions[nearest].date
    // Two meetings of the same two on two days: the text does not say which is meant.
    let isSplit = others.contains { mentions[$0].date.span != date.span }
    if isSplit, mention.distance(to: mentions[nearest]) > 1 { return nil }
    return date
  }

  private func isTwin(_ mention: EventMention, of other: EventMention, telling: OpenEvent) -> Bool {
    if mention.type == other.type, mention.distance(to: other) <= Self.reach,
      mention.isSame(as: other, isKnown: telling.isKnown)
    {
      return true
    }
    guard !mention.clashes(with: other) else { return false }
    let offset = mention.sentenceIndex - other.sentenceIndex
    // A headline or caption and the lead behind it.
    if mention.sentenceIndex <= 1, (-2...(-1)).contains(offset) {
      return mention.hasSide(of: other)
    }
    guard telling.isKnown else { return false }
    if mention.hasSide(of: other) {
      return abs(offset) <= 3 || other.sentenceIndex <= 2
        || mention.family == "attack" && offset > 0
    }
    // «التقى الوفدان. … وقال إن اللقاء»: whoever is named beside it.
    return (1...2).contains(offset) && mention.family == "talks"
  }
}

/// A day told of an event that is only pointed at: «اللقاء جرى أمس».
struct PointedDay {
  /// The family of its type.
  var family: String
  /// The sentence that tells it.
  var sentence: Int
  /// The day.
  var date: EventDate
}

extension EventDate {
  /// The same, as told in another sentence.
  fileprivate var inParagraph: EventDate {
    var copy = self
    copy.basis = .paragraph
    return copy
  }
}
