import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The day that an event shares with a word beside it: the verb that it is joined to, the document that
/// is signed, the relative clause that tells of it.
extension DateAttachment {
  /// «استهل الوزير الزيارة التي يؤديها يومي …»: the date of the noun's own clause.
  func dateOfRelative(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard !trigger.isVerb else { return nil }
    let verb = sentence.triggers.indices.first { index in
      let other = sentence.triggers[index]
      return other.start > trigger.start && [.light, .happen].contains(other.form.frame)
        && scan.has(.relative, at: other.start - 1) && !sentence.isOfAnother(trigger, other)
        && (other.start - trigger.tokens.upperBound <= 5 || isFarRelative(other, of: number))
    }
    return verb.flatMap { best(of: $0, feasts: false) }
  }

  /// «الاجتماع بين وزراء الدول وممثل الأمين العام، الذي انعقد أمس»: only who met stands between.
  private func isFarRelative(_ verb: Trigger, of number: Int) -> Bool {
    let trigger = sentence.triggers[number]
    let between = trigger.tokens.upperBound..<verb.start - 1
    return trigger.form.shape == .definite
      && verb.start - trigger.tokens.upperBound <= Self.farReach
      && scan.tokens[verb.start - 2].mark == .comma
      && !between.contains {
        scan.isVerb(at: $0) || scan.dateAt[$0] >= 0
          || scan.has([.that, .relative, .subordinate], at: $0)
      }
      && !sentence.triggers.contains { between.contains($0.start) }
  }

  private static let farReach = 24

  /// «توقيع اتفاقية تمويل … اليوم الخميس», «وقعا معاهدة … في 22 أيار»: the day stands behind what was signed.
  func dateOfDocument(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    let next = number + 1
    guard trigger.form.frame == .sign, sentence.triggers.indices.contains(next),
      sentence.triggers[next].form.frame == .document,
      sentence.triggers[next].form.shape != .definite,
      sentence.triggers[next].start - trigger.tokens.upperBound <= 3,
      let date = best(of: next, feasts: false)
    else { return nil }
    return suits(date, trigger) ? date : nil
  }

  /// «اتفقا خلال لقائهما … في 26 تموز»: what was done in an encounter was done then and there.
  func whenTheyMet(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard trigger.form.frame != .speech, trigger.form.frame != .word else { return nil }
    for index in sentence.triggers.indices.dropFirst(number + 1) {
      let encounter = sentence.triggers[index]
      guard !encounter.isVerb, encounter.form.frame != .document,
        scan.has(.during, at: encounter.start - 1)
      else { continue }
      if sentence.crossesClause(from: trigger.tokens.upperBound, to: encounter.start) { return nil }
      let date =
        best(of: index, basis: .sentence)
        ?? (encounter.light >= 0 ? best(of: encounter.light, basis: .sentence) : nil)
      return date.flatMap { suits($0, trigger) ? $0 : nil }
    }
    return nil
  }

  /// The one day of the sentence, when it is of the days before the article.
  ///
  /// «صدر بيان في ختام الجولة، أمس الاثنين»: the day is told of the round, and the statement that
  /// ended it is of that day sooner than of the article's.
  func recentDay(_ trigger: Trigger) -> EventDate? {
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    guard verb.form.tense == .past, let published = scan.article.date else { return nil }
    let numbers = Set(sentence.range.map { scan.dateAt[$0] }.filter { $0 >= 0 })
    guard numbers.count == 1, let only = numbers.first, let date = event(only, basis: .sentence),
      let day = date.span.earliest, day == date.span.latest,
      (0...10).contains(published.days(since: day)),
      !DateGuard(sentence: sentence).isOfSpeech(only, trigger),
      let place = sentence.range.first(where: { scan.dateAt[$0] == only }),
      place > trigger.start, !sentence.crossesClause(from: trigger.tokens.upperBound, to: place),
      !sentence.isOfLaterClause(place, behind: verb), !isBeyond(only, trigger)
    else { return nil }
    return date
  }

  /// «التقى … الاثنين، واتفق الجانبان على …», «كما اجتمع», «بدأ زيارة الجمعة … حيث عقد جلسة مباحثات»:
  /// verbs so joined tell of one time.
  func shared(with number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    let isThere =
      scan.has(.therein, at: verb.start - 1) && scan.has(.subordinate, at: verb.start - 1)
    if !trigger.isVerb, trigger.light < 0 { return joinedNoun(number) }
    // «يجري الاثنين محادثات ثم يتوجه إلى رام الله»
    let isNext =
      sentence.has(.then, at: verb.start - 1) && verb.form.tense == .imperfect
      && [.travel, .go, .encounter, .event].contains(trigger.form.frame)
    guard verb.form.tense == .past || isNext, verb.start <= trigger.start,
      isThere || isNext || scan.isJoined(verb.start) || scan.has(.moreover, at: verb.start - 1)
    else { return nil }
    for earlier in (0..<number).reversed()
    where
      (isThere || sentence.triggers[earlier].form.tense == verb.form.tense
      || isNext && sentence.triggers[earlier].form.tense == .future)
      && earlier != trigger.light
    {
      guard sentence.triggers[earlier].form.frame != .speech else { return nil }
      if let date = best(of: earlier, basis: .sentence) ?? dateOfCarried(by: earlier) {
        return date
      }
    }
    return nil
  }

  /// «قام بزيارة بغداد في مطلع 2000، والتقى»: the day stands behind the noun that the verb carries.
  private func dateOfCarried(by verb: Int) -> EventDate? {
    let noun = sentence.triggers.indices.first { sentence.triggers[$0].light == verb }
    return noun.flatMap { best(of: $0, basis: .sentence) }
  }

  /// «اقتحامات، اليوم الخميس، إذ اقتحمت»، «شاركا في مسيرة في الحادي عشر من شباط، عندما تعرضا لهجوم»: what follows «إذ» or «حين»
  /// was at the time just told; what follows «بعد أن», within the month or year just told.
  func dayWhen(_ trigger: Trigger) -> EventDate? {
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    var opener = verb.start - 1
    let isAfter = scan.has(.that, at: opener) && scan.has(.after, at: opener - 1)
    if isAfter { opener -= 1 }
    guard verb.form.tense == .past, verb.start <= trigger.start,
      isAfter || scan.has(.subordinate, at: opener) && sentence.has(.pastNote, at: opener),
      let place = sentence.clamped(opener - Self.whenReach, opener).last(where: {
        scan.dateAt[$0] >= 0
      }), !sentence.crossesClause(from: place, to: opener),
      !(place..<opener).contains(where: { scan.isVerb(at: $0) }),
      let date = event(scan.dateAt[place], basis: .sentence), date.span.earliest != nil,
      !isAfter || date.span.grain >= .month
    else { return nil }
    return suits(date, trigger) ? date : nil
  }

  /// How many words before «عندما» its time may stand.
  private static let whenReach = 10

  /// «يعقد الرئيس مساء الاثنين اجتماعه …، ويحضر الاجتماع …»: what the sentence has told with its day.
  func toldBefore(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard !trigger.isVerb, isDefinite(trigger), trigger.form.frame == .event else { return nil }
    for earlier in (0..<number).reversed()
    where !sentence.triggers[earlier].isVerb && sentence.triggers[earlier].form.frame == .event {
      let other = sentence.triggers[earlier]
      guard other.form.type == trigger.form.type else { return nil }
      return best(of: earlier, basis: .sentence)
        ?? (other.light >= 0 ? best(of: other.light, basis: .sentence) : nil)
    }
    return nil
  }

  /// «اللقاء», «جلسة المباحثات».
  func isDefinite(_ trigger: Trigger) -> Bool {
    let next = trigger.tokens.upperBound
    return trigger.form.shape == .definite
      || trigger.form.shape == .indefinite && scan.has(.talks, at: next)
        && scan.text.letters(of: scan.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «ويتوجه بعد ذلك إلى»: later than what was told.
  func isLater(_ trigger: Trigger) -> Bool {
    sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 3).contains {
      scan.has(.after, at: $0) && scan.has(.referring, at: $0 + 1)
    }
  }

  /// «قامت بكين العام الماضي بتعيين مبعوث، وعقد قمة»: nouns joined under one verb share the day told with it.
  func sharedUnderVerb(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard !trigger.isVerb,
      let verb = sentence.triggers[..<number].lastIndex(where: { $0.isVerb }),
      sentence.triggers[verb].form.frame == .light, sentence.triggers[verb].form.tense == .past,
      case let head = trigger.light > verb ? sentence.triggers[trigger.light].start : trigger.start,
      scan.isJoined(head), !sentence.crossesClause(from: sentence.triggers[verb].start, to: head),
      !(sentence.triggers[verb].tokens.upperBound..<head).contains(where: { scan.isVerb(at: $0) }),
      let place = sentence.clamped(
        sentence.triggers[verb].tokens.upperBound,
        sentence.triggers[verb].tokens.upperBound + 4
      ).first(where: { scan.dateAt[$0] >= 0 }),
      let date = event(scan.dateAt[place], basis: .sentence)
    else { return nil }
    return suits(date, trigger) ? date : nil
  }

  /// «العدوان على لبنان عام 2006 وزيارة الوفد»: joined right behind the time of the noun before it.
  func joinedBehind(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard number > 0, !trigger.isVerb, trigger.clitics == .and, scan.dateAt[trigger.start - 1] >= 0,
      !sentence.triggers[number - 1].isVerb
    else { return nil }
    return best(of: number - 1, basis: .sentence)
  }

  /// «زيارة الوزير إلى الأردن أمس، ولقاؤه الملك»: a noun joined to the one that the day stands with.
  func joinedNoun(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard number > 0, trigger.clitics == .and, trigger.form.isPossessed,
      case let earlier = sentence.triggers[number - 1], !earlier.isVerb,
      [.event, .journey].contains(earlier.form.frame), !sentence.dates[number - 1].isEmpty,
      !sentence.crossesClause(from: earlier.tokens.upperBound, to: trigger.start)
    else { return nil }
    return best(of: number - 1, basis: .sentence)
  }

  /// «سيزور واشنطن ويلتقي الرئيس في أيلول»: the day of the verb joined right behind is of both.
  func sharedAhead(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    let next = number + 1
    let frames: [EventFrame] = [.encounter, .discuss, .travel, .go]
    guard trigger.isVerb, frames.contains(trigger.form.frame),
      sentence.triggers.indices.contains(next),
      case let other = sentence.triggers[next], other.isVerb, frames.contains(other.form.frame),
      other.clitics == .and,
      other.form.tense == trigger.form.tense
        || trigger.form.tense == .future && other.form.tense == .imperfect,
      !sentence.crossesClause(from: trigger.tokens.upperBound, to: other.start),
      let date = best(of: next, basis: .sentence), date.span.grain <= .month
    else { return nil }
    return suits(date, trigger) ? date : nil
  }

  /// «في زيارته لندن أمس، وقبيل لقائه رئيس الوزراء»: talks in a visit of one day.
  func onVisit(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard !trigger.isVerb, trigger.form.frame == .event,
      isDefinite(trigger) || trigger.form.isPossessed,
      let visit = sentence.triggers.indices.first(where: {
        sentence.triggers[$0].form.frame == .journey && sentence.triggers[$0].start < trigger.start
      }),
      !sentence.range.contains(where: { scan.has(.be, at: $0) && $0 < trigger.start }),
      let date = best(of: visit, basis: .sentence), date.span.earliest == date.span.latest,
      let day = date.span.latest, let published = scan.article.date, day <= published
    else { return nil }
    return date
  }

  /// «وجاء الإعلان خلال زيارة الوزير», «ويأتي القرار غداة محادثة»: on the day of what the sentence before tells, or the
  /// day before it.
  func cameWith(_ trigger: Trigger) -> EventDate? {
    let first = sentence.range.lowerBound
    guard !trigger.isVerb, sentence.has(.came, at: first), trigger.start - first > 2,
      !scan.has([.from, .that, .inside, .after, .before], at: first + 1),
      sentence.memory.toldAge == 0, var told = sentence.memory.told, let day = told.span.latest,
      let opener = sentence.clamped(trigger.start - Self.cameReach, trigger.start).last(where: {
        scan.has(.during, at: $0) || sentence.has(.dayAfter, at: $0)
      }),
      !(first + 1..<trigger.start).contains(where: {
        scan.isVerb(at: $0) || scan.has([.that, .relative], at: $0)
      })
    else { return nil }
    told.basis = .paragraph
    // ``DateGuard`` counts back from what stands right behind «غداة».
    if opener == trigger.start - 1 { return told }
    guard sentence.has(.dayAfter, at: opener) else { return nil }
    return day.adding(days: -1).map { EventDate($0, basis: .paragraph) }
  }

  /// How many words before an event «غداة» may stand: «غداة مشاركة الرئيس في قمة».
  private static let cameReach = 6

  /// What a verb of two goes on telling: «كان البلدان اتفقا في آذار على …» and then «وأكدا في بيان».
  ///
  /// Joined to the sentence before it and without a doer of its own, it tells of that day.
  func continued(_ draft: Draft) -> EventDate? {
    let trigger = sentence.triggers[draft.trigger]
    if let told = goingOn(trigger) { return told }
    let verb = trigger.isVerb ? draft.trigger : sentence.sayingVerb(before: draft.trigger)
    guard let verb, let told = sentence.memory.told, sentence.memory.toldAge == 0,
      told.basis != .publication, sentence.triggers[verb].start == sentence.range.lowerBound,
      sentence.triggers[verb].form.number == .dual, sentence.triggers[verb].form.tense == .past,
      scan.tokens[sentence.range.lowerBound].gap < .line,
      draft.actors.allSatisfy({ $0.how == .pronoun })
    else { return nil }
    var date = told
    date.basis = .paragraph
    return suits(date, trigger) ? date : nil
  }

  /// A sentence that opens with «حيث» or «إذ» tells the one before it more closely.
  private func goingOn(_ trigger: Trigger) -> EventDate? {
    let opener = sentence.range.lowerBound
    guard trigger.isVerb, trigger.start == opener + 1, trigger.form.tense == .past,
      scan.has(.therein, at: opener) || sentence.has(.pastNote, at: opener),
      scan.has(.subordinate, at: opener), sentence.memory.toldAge == 0,
      var told = sentence.memory.told, told.basis != .publication
    else { return nil }
    told.basis = .paragraph
    return suits(told, trigger) ? told : nil
  }
}
