import ArabicText
import Chronology
import Lexicons
import NewsModel

/// How an event told as past without a day is told.
struct OpenEvent {
  /// Its sentence says that it was at some other time, or that it goes on: its day is not that of
  /// another telling.
  var isElsewhere: Bool
  /// The first line of the article tells it as its news.
  var isHeadline: Bool
  /// A line of the top of the page tells it, or the first sentences go back to it.
  var isCaption: Bool
  /// One that was told of before: «الهجوم», «زيارته».
  var isKnown: Bool
  /// One that a word points to: «هذا الهجوم».
  var isPointed: Bool
  /// Somebody is told to have told it: «قال إن الطائرات استهدفت».
  var isReported: Bool
  /// Its sides are «الطرفان» and no other.
  var isOfPair: Bool
  /// It was done in talks that were told of before: «تم الاتفاق خلال المباحثات».
  var isInTalks: Bool
  /// Its parties and its place, as other sentences can name them.
  var sides: [KnownSide]
  /// Where the verb of saying begins that it took the article's day from.
  var verb: Int?
}

extension CarriedDate {
  /// How an event without a day is told.
  func telling(of draft: Draft, status: EventStatus) -> OpenEvent {
    let trigger = sentence.triggers[draft.trigger]
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    let last = max(verb.tokens.upperBound, trigger.tokens.upperBound) - 1
    let start = sentence.clauseStart(before: min(verb.start, trigger.start))
    let clause = start..<max(start, sentence.clauseEnd(after: last))
    let isKnown = isKnown(draft.trigger)
    // What goes back to another telling has its time there, whatever else its sentence speaks of.
    let own = trigger.start..<min(clause.upperBound, trigger.tokens.upperBound + Self.ownReach)
    let scope = isKnown ? own : isHeading ? clause : sentence.range
    // «سبق أن وصفت الهجوم بأنه»
    let isBack = isKnown && !trigger.isVerb && isDefinite(trigger)
    // «في اليوم نفسه الذي بدأ فيه وقف إطلاق النار»: that points back as well.
    let isTimed = scope.contains { index in
      (isTold(at: index) || isVague(at: index)) && !isMeasure(at: index)
        && scan.expressions[Int(scan.dateAt[index])].basis != .narrative
    }
    let isElsewhere =
      isTimed || UnderWay(sentence: sentence).runsInRelative(trigger)
      || !isHeading && !isKnown && status != .planned && isPresent(trigger, verb: verb)
      || !isHeading && isNew(trigger)
      || (isKnown ? own : clause).contains {
        sentence.has([.lately, .pastNote], at: $0) && !isMeasure(at: $0)
      }
      || !isHeading && !isKnown && sentence.has(.ongoing, in: clause)
      || !isBack
        && (sentence.range.prefix(4).contains {
          scan.has(isKnown ? .background : [.background, .be], at: $0)
        } || clause.contains { scan.has(.background, at: $0) })
    return OpenEvent(
      isElsewhere: isElsewhere,
      isHeadline: isHeadline(trigger, verb: verb, mayBeCaption: false),
      isCaption: isHeadline(trigger, verb: verb, mayBeCaption: true)
        || isKnown && isHeading && trigger.form.frame != .blow,
      isKnown: isKnown,
      isPointed: !trigger.isVerb
        && (guarding.isPointedAt(trigger)
          || trigger.form.number == .plural && opensWithIt(trigger)),
      isReported: (sentence.range.lowerBound..<trigger.start).contains {
        scan.has(.that, at: $0) || sentence.opensQuote($0)
      },
      isOfPair: !draft.parties.isEmpty && draft.parties.allSatisfy { $0.kind == .pair },
      isInTalks: isInTalks(trigger, end: last + 1),
      sides: sides(of: draft)
    )
  }

  /// «أول زيارة منذ خمس سنوات», «الأكثر دموية منذ بدء الحرب في آذار»: how long there had been none, and no time
  /// of what is told.
  private func isMeasure(at index: Int) -> Bool {
    guard
      let since = sentence.clamped(index - Self.sinceReach, index + 1).last(where: {
        scan.has(.since, at: $0)
      }), !sentence.crossesClause(from: since, to: index)
    else { return false }
    return sentence.clamped(since - Self.measureReach, since).contains {
      scan.tokens[$0].kind == .word
        && (sentence.has([.rank, .record], at: $0)
          || scan.has(.ordinal, at: $0) && scan.dateAt[$0] < 0)
    }
  }

  /// How many words behind «منذ» its time may stand: «منذ اندلاع النزاع في بلاده قبل أربع سنوات».
  private static let sinceReach = 7
  /// How many words before «منذ» what is the first or the worst may stand.
  private static let measureReach = 12

  /// «تم الاتفاق خلال المباحثات على»: right behind it.
  private func isInTalks(_ trigger: Trigger, end: Int) -> Bool {
    sentence.triggers.contains { talks in
      talks.start > end && talks.start - end <= 3 && talks.form.frame == .event
        && talks.form.shape == .definite && scan.has(.during, at: talks.start - 1)
    }
  }

  /// How many words behind a noun can tell its own time.
  private static let ownReach = 12

  /// «الهجوم», «زيارته», «المباحثات», «زيارة الوزير إلى بغداد», «وقع المعاهدة»: what was told of before.
  private func isKnown(_ number: Int) -> Bool {
    let trigger = sentence.triggers[number]
    let next = number + 1
    if trigger.isVerb {
      // «العمل الإرهابي الذي استهدف المسجد»
      if trigger.form.frame == .strike, trigger.form.tense == .past,
        scan.has(.relative, at: trigger.start - 1),
        scan.tokens[trigger.start - 1].letterCount > 2
      {
        return true
      }
      return trigger.form.frame == .sign && sentence.triggers.indices.contains(next)
        && sentence.triggers[next].form.frame == .document
        && sentence.triggers[next].form.shape == .definite
        && sentence.triggers[next].start == trigger.tokens.upperBound
    }
    if isDefinite(trigger) {
      return trigger.form.number != .plural || scan.has(.talks, at: trigger.start)
        || opensWithIt(trigger)
    }
    if isOfKnownTarget(trigger) || isNamedByPlace(trigger) { return true }
    return [.journey, .event].contains(trigger.form.frame) && trigger.form.number == .single
      && trigger.light < 0
      && sentence.spans.contains {
        $0.tokens.lowerBound == trigger.tokens.upperBound && $0.clitics.isEmpty
          && [.person, .office, .city, .state].contains($0.kind)
      }
  }

  /// «وكانت التفجيرات قد استهدفت»: the blows told just before.
  private func opensWithIt(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .blow && trigger.form.shape == .definite
      && trigger.start - sentence.range.lowerBound <= 1
  }

  /// «المجموعة التي نفذت هجمات مومباي»: blows that bear the name of a city.
  private func isNamedByPlace(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .blow && trigger.form.number == .plural
      && trigger.form.shape == .indefinite
      && sentence.spans.contains {
        $0.tokens.lowerBound == trigger.tokens.upperBound && $0.clitics.isEmpty && $0.kind == .city
      }
  }

  /// «خلال اقتحام البلدة القديمة»: a blow at what is known of, in whose course or behind which something was.
  private func isOfKnownTarget(_ trigger: Trigger) -> Bool {
    let next = trigger.tokens.upperBound
    guard trigger.form.frame == .blow, trigger.form.number == .single, trigger.light < 0,
      trigger.form.shape == .indefinite, scan.has([.during, .after], at: trigger.start - 1),
      next < sentence.range.upperBound
    else { return false }
    let letters = scan.text.letters(of: scan.tokens[next])
    return letters.starts(with: [LetterCode.alef, LetterCode.lam])
      || sentence.spans.contains {
        $0.tokens.lowerBound == next && $0.clitics.isEmpty && $0.entry >= 0
      }
  }

  /// «اللقاء», «لقائه», «جلسة المباحثات».
  private func isDefinite(_ trigger: Trigger) -> Bool {
    attachment.isDefinite(trigger) || trigger.form.isPossessed
  }

  /// The days told of «اللقاء», «الهجوم» in a sentence where nobody is named beside: «اللقاء جرى أمس».
  func pointedDays(beside drafts: [Draft], number: Int) -> [PointedDay] {
    sentence.triggers.indices.compactMap { index in
      let trigger = sentence.triggers[index]
      guard !trigger.isVerb, trigger.form.number != .plural, trigger.form.shape == .definite,
        [.event, .journey, .blow].contains(trigger.form.frame), trigger.light >= 0,
        scan.events.types.indices.contains(Int(trigger.form.type)),
        !drafts.contains(where: { $0.trigger == index }),
        let date = attachment.best(of: trigger.light, feasts: false)
          ?? attachment.best(of: index, feasts: false),
        let published = scan.article.date, let first = date.span.earliest,
        let last = date.span.latest, last <= published, last.days(since: first) <= 7
      else { return nil }
      let type = EventType(rawValue: scan.events.types[Int(trigger.form.type)].id)
      return PointedDay(family: type.family, sentence: number, date: date)
    }
  }

  /// «بدء مفاوضات بين البلدين»: without an article it is not what was told of before.
  private func isNew(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .event && trigger.light < 0 && trigger.form.shape == .indefinite
      && scan.has([.between, .with], at: trigger.tokens.upperBound)
  }

  /// «تستمر المقاومة باستهداف …»: what goes on, or is a habit.
  private func isPresent(_ trigger: Trigger, verb: Trigger) -> Bool {
    if verb.isVerb { return verb.form.tense == .imperfect }
    guard let main = (sentence.range.lowerBound..<trigger.start).last(where: isFinite),
      !sentence.crossesClause(from: main, to: trigger.start)
    else { return false }
    return !isPast(main)
  }

  /// «الرئيس يستقبل …», «غارات تستهدف …», «مقتل ثلاثة في غارة»: what the first line of an article tells.
  private func isHeadline(_ trigger: Trigger, verb: Trigger, mayBeCaption: Bool) -> Bool {
    let next = sentence.range.upperBound
    guard sentence.range.lowerBound == scan.sentences.first?.lowerBound,
      next < scan.tokens.count, scan.tokens[next].gap >= (mayBeCaption ? .wide : .line),
      !scan.quoted[trigger.start],
      !sentence.has([.theme, .sought, .unreal, .agreed], at: trigger.start - 1),
      !scan.has([.on, .after, .before, .topic, .about], at: trigger.start - 1)
    else { return false }
    if verb.isVerb {
      return !attachment.isBackground(verb.start)
        && !(sentence.range.lowerBound..<trigger.start).contains {
          scan.has([.that, .relative, .before], at: $0)
        }
    }
    if trigger.form.frame == .blow {
      return trigger.form.number == .single && trigger.form.shape != .definite
        && sentence.has(.casualty, in: sentence.range.lowerBound..<trigger.start)
        && !(sentence.range.lowerBound..<trigger.start).contains {
          sentence.has(.casualty, at: $0) && scan.has(.after, at: $0 - 1)
        }
    }
    return trigger.form.frame == .event && trigger.start - sentence.range.lowerBound <= 1
  }
}

extension ArticleScan {
  /// The day that an article is about, as far as its lead tells it: the first day of its second to
  /// fourth sentence that is of the week before it.
  var dayOfLead: EventDate? {
    guard let published = article.date, sentences.count > 1 else { return nil }
    for range in sentences.dropFirst().prefix(3) {
      var seen: Int32 = -1
      for index in range {
        // «الزلزال الذي ضربها الثلاثاء»: the day of something else.
        if has(.relative, at: index) { break }
        guard dateAt[index] >= 0, dateAt[index] != seen else { continue }
        seen = dateAt[index]
        let expression = expressions[Int(seen)]
        guard let day = expression.first, day == expression.last, expression.relation == nil,
          (0...6).contains(published.days(since: day)), !has([.since, .same], at: index - 1)
        else { continue }
        return EventDate(day, basis: .paragraph, told: expression, in: self)
      }
    }
    return nil
  }
}
