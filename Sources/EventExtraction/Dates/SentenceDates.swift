import ArabicText
import Chronology
import Lexicons
import NewsModel

extension SentenceReader {
  /// Gives each date to the verb or event noun nearest before it; one that opens the sentence
  /// belongs to the first verb after it.
  func shareDates() {
    dates = [[Int32]](repeating: [], count: triggers.count)
    var seen: Int32 = -1
    for index in range where scan.dateAt[index] >= 0 && scan.dateAt[index] != seen {
      seen = scan.dateAt[index]
      let expression = scan.expressions[Int(seen)]
      guard
        expression.first != nil || expression.last != nil || vagueDays(seen) != nil,
        expression.kind != .duration || expression.relation != nil, expression.kind != .set,
        !isOfThing(at: index)
      else { continue }
      if let owner = owner(of: index) { dates[owner].append(seen) }
    }
    for number in triggers.indices where triggers[number].form.deed == .clash {
      shareDate(ofClash: number)
    }
  }

  /// «تجددت المعارك الخميس إثر هجوم شنه …», «اندلعت أمس اشتباكات خلال اقتحامها البلدة»: what they fought at was that day.
  private func shareDate(ofClash number: Int) {
    let (clash, next) = (triggers[number], number + 1)
    guard next < triggers.count, triggers[next].form.frame == .blow, dates[next].isEmpty,
      triggers[next].start - clash.tokens.upperBound <= 24,
      scan.has([.after, .during, .inside], at: triggers[next].start - 1),
      !crossesClause(from: clash.tokens.upperBound, to: triggers[next].start)
    else { return }
    let own = dates[number] + (clash.light >= 0 ? dates[clash.light] : [])
    dates[next] = own
  }

  func owner(of index: Int) -> Int? {
    var before = triggers.lastIndex { $0.start < index }
    // «الجولة الرابعة من الحوار … الاثنين»: the round's date.
    if let number = before, number > 0, triggers[number].form.frame == .event,
      triggers[number - 1].form.needs.contains(.talks),
      triggers[number].start - triggers[number - 1].tokens.upperBound <= 3
    {
      before = number - 1
    }
    // «وقّع … اتفاقاً في 3 أيار», «توصلت … إلى اتفاق لوقف القتال، في 30 تموز»: the day of the verb whose object it is.
    while let number = before, number > 0, triggers[number].form.frame == .document,
      triggers[number].light < 0,
      [.document, .sign, .agree].contains(triggers[number - 1].form.frame),
      triggers[number].start - triggers[number - 1].tokens.upperBound <= 8,
      triggers[..<number].contains(where: { [.sign, .agree].contains($0.form.frame) }),
      !crossesClause(from: triggers[number - 1].tokens.upperBound, to: index),
      !(triggers[number - 1].tokens.upperBound..<index).contains(where: {
        scan.has([.relative, .on], at: $0)
      })
    {
      before = number - 1
    }
    // A plain verb between takes the date to itself.
    if let number = before {
      let blocked = (triggers[number].tokens.upperBound..<index).contains {
        scan.words[$0].classes.contains(.verb) && !scan.has(.relative, at: $0 - 1)
          // «باعتداء أسفر عن مقتل اثنين الصيف الماضي»
          && !has(.outcome, at: $0)
      }
      if blocked { return nil }
      // «أول لقاء … منذ تشكيل الحكومة قبل ثلاثة أشهر»: the date of what has been since.
      let isOfWhatFollows = (triggers[number].tokens.upperBound..<index).dropLast().contains {
        scan.has(.since, at: $0)
      }
      if isOfWhatFollows { return nil }
      if isOfLaterClause(index, behind: triggers[number]) { return nil }
      if isOfPluperfect(index, behind: triggers[number]) { return nil }
      // «هجوم على المدينة التي ضمتها موسكو عام 2014»: a year of what a clause tells of a place.
      if isOfRelative(index, behind: triggers[number]) { return nil }
      if isOfContent(index, behind: triggers[number]) { return nil }
      // «الاتفاقية التي تم التوصل إليها …، حيث كانت الحدود قد أغلقت عام 1993»
      if [.light, .happen].contains(triggers[number].form.frame),
        (triggers[number].tokens.upperBound..<index).contains(where: {
          scan.has(.therein, at: $0) && scan.has(.subordinate, at: $0)
        })
      {
        return nil
      }
      let form = triggers[number].form
      // «أعلن أن … سيزور … غداً»: what is said has its own date.
      if form.frame == .speech,
        (triggers[number].tokens.upperBound..<index).contains(where: {
          scan.has(.that, at: $0) || scan.tokens[$0].mark == .colon || opensQuote($0)
        })
      {
        return triggers.indices.first { $0 > number && triggers[$0].isVerb }
      }
      if isOfWhatIsSaid(index, behind: triggers[number]) { return nil }
      // «اتفقا على … موعداً»: a date after «على» is of what they agreed on.
      if form.frame == .agree,
        (triggers[number].tokens.upperBound..<index).contains(where: { scan.has(.on, at: $0) })
      {
        return nil
      }
      // A noun's own date stands close by; «بنهاية العام» far off is of something else.
      if form.tense == .noun {
        let distance = index - triggers[number].tokens.upperBound
        let relation = scan.expressions[Int(scan.dateAt[index])].relation
        let reach = relation == .by || relation == .until || relation == .within ? 6 : 18
        if distance > reach, triggers[number].light < 0 { return nil }
        let between =
          triggers[number].tokens.upperBound..<max(triggers[number].tokens.upperBound, index - 1)
        // «تجري مباحثات وأن تشارك الخميس في عشاء»
        if between.contains(where: {
          scan.has(.that, at: $0) && scan.words[$0].classClitics == .and
        }) {
          return nil
        }
        // «لجولة جديدة … بعد جولتين في حزيران»: the date of what was before.
        if between.contains(where: { scan.has(.after, at: $0) }) { return nil }
        // «الجولة الرابعة …، الذي حدد 31 كانون الأول»: a clause of its own.
        if between.contains(where: {
          scan.has(.relative, at: $0) && scan.tokens[$0 - 1].mark == .comma
        }) {
          return nil
        }
        // Behind «، وهي أول جولة … بعد جولة يونيو» a far date is of what that clause tells.
        if distance > 6, crossesClause(from: triggers[number].tokens.upperBound, to: index) {
          return nil
        }
      }
      return number
    }
    // «ونفى أمس في تصريح لقناة»: the day of the saying, whatever verb opens it.
    if let vehicle = triggers.firstIndex(where: { $0.start > index }),
      triggers[vehicle].form.frame == .word,
      scan.has([.inside, .during], at: triggers[vehicle].start - 1),
      !crossesClause(from: index, to: triggers[vehicle].start)
    {
      return vehicle
    }
    let hasVerbBefore = (range.lowerBound..<index).contains {
      scan.words[$0].classes.contains(.verb)
    }
    if hasVerbBefore { return nil }
    // «وافقت في تموز على توجيه ضربات»: the day of the consent.
    if clamped(index - 4, index).contains(where: { has([.agreed, .sought], at: $0) }) {
      return nil
    }
    // «وفجر اليوم، دمر القصف حيا»: the noun is the doer of the verb that the day opens.
    if let blow = triggers.firstIndex(where: { $0.start > index }), !triggers[blow].isVerb,
      triggers[blow].form.frame == .blow, triggers[blow].form.shape == .definite,
      triggers[blow].start - index <= 6, isPlainVerb(triggers[blow].start - 1)
    {
      return blow
    }
    let next = triggers.firstIndex { $0.isVerb } ?? triggers.indices.first
    // «تعهدت … الثلاثاء …، التي تواصل اقتحام»: a relative clause has its own time.
    if let next, next < triggers.count,
      (index..<triggers[next].start).contains(where: { scan.has(.relative, at: $0) })
    {
      return nil
    }
    return next
  }

  /// «فرضت عقوبات بعد أن أعلن الانقلاب الشهر الماضي», «اجتمع … خلال الهدنة التي تبدأ الأحد»: the time of what is
  /// told in a clause of its own, whose verb no table may know.
  func isOfLaterClause(_ index: Int, behind trigger: Trigger) -> Bool {
    guard trigger.isVerb else { return false }
    let between = trigger.tokens.upperBound..<index
    return between.contains { next in
      scan.has(.that, at: next) && scan.has([.after, .before], at: next - 1) && index - next > 1
        || scan.has(.relative, at: next) && scan.tokens[next].letterCount > 2
          && (1...3).contains(index - next) && scan.isVerb(at: next + 1)
          && next > trigger.tokens.upperBound
    }
  }

  /// «هاجم المتظاهرون الرتل، وكان الجيش أنشأ قاعدة في 2019»: the time of what had been before.
  func isOfPluperfect(_ index: Int, behind trigger: Trigger) -> Bool {
    (trigger.tokens.upperBound..<index).contains { next in
      scan.has(.be, at: next) && scan.isJoined(next) && scan.tokens[next - 1].mark == .comma
        && index - next > 1
    }
  }

  /// «الوزير الذي سافر إلى بكين، مضيفا أنه يتوقع أن تنمو الصادرات هذا العام»: the time of what is said, which no trigger
  /// tells.
  private func isOfWhatIsSaid(_ index: Int, behind trigger: Trigger) -> Bool {
    guard trigger.form.frame != .speech,
      let opener = (trigger.tokens.upperBound..<index).last(where: { scan.has(.that, at: $0) })
    else { return false }
    // «زيارة من المقرر أن تبدأ الاثنين», «بعد أن اجتمع»
    return !scan.has([.planned, .after, .before, .be, .to, .from, .condition], at: opener - 1)
      && !has([.sought, .unreal, .agreed], at: opener - 1) && index - opener > 1
  }

  /// «كشف الوزير في اجتماع للحركة عن الانطلاق بعد أسبوعين»: the time of what he disclosed.
  func isOfContent(_ index: Int, behind trigger: Trigger) -> Bool {
    guard !trigger.isVerb, scan.has([.inside, .during], at: trigger.start - 1),
      let verb = triggers.last(where: { $0.start < trigger.start && $0.isVerb }),
      verb.form.frame == .speech
    else { return false }
    return (trigger.tokens.upperBound..<index).contains {
      scan.has(.about, at: $0) && index - $0 > 1
    }
  }

  /// A word between a comma or a time and a definite noun, which can only be a verb: «، دمر القصف».
  private func isPlainVerb(_ index: Int) -> Bool {
    index > range.lowerBound && scan.tokens[index].kind == .word
      && (scan.tokens[index - 1].mark == .comma || scan.dateAt[index - 1] >= 0)
  }

  private func isOfRelative(_ index: Int, behind trigger: Trigger) -> Bool {
    let expression = scan.expressions[Int(scan.dateAt[index])]
    guard expression.grain >= .year, expression.basis == .explicit, let last = expression.last,
      let published = scan.article.date, published.days(since: last) > 366,
      let relative = (trigger.tokens.upperBound..<index).last(where: {
        scan.has(.relative, at: $0) && scan.tokens[$0].letterCount > 2
      })
    else { return false }
    let isOfPlace = (trigger.tokens.upperBound..<relative).contains {
      scan.has([.on, .inside, .to, .from], at: $0)
    }
    return (isOfPlace || !triggers.contains { $0.start == relative + 1 }) && index - relative <= 6
  }

  /// «الأراضي المحتلة عام 1967», «في عددها الصادر الأربعاء»: the time of a land or a newspaper.
  func isOfThing(at index: Int) -> Bool {
    if has(.issue, at: index - 1) || isOfHolder(at: index) { return true }
    guard has(.occupied, in: clamped(index - 2, index)) else { return false }
    return scan.expressions[Int(scan.dateAt[index])].grain == .year
  }

  /// «قائد المنطقة آنذاك العقيد فلان»: when he held the office.
  private func isOfHolder(at index: Int) -> Bool {
    guard index + 1 < range.upperBound, scan.dateAt[index + 1] != scan.dateAt[index],
      scan.tokens[index].gap == .space,
      scan.tokens[index + 1].kind == .word, has(.pastNote, at: index)
    else { return false }
    return spans.contains {
      $0.tokens.lowerBound == index + 1 && $0.clitics.isEmpty
        && [.office, .person].contains($0.kind)
    }
  }

  func opensQuote(_ index: Int) -> Bool {
    let mark = scan.tokens[index].mark
    return (mark == .openQuote || mark == .quote && scan.quoted[index]) && !isShortQuote(index)
  }
}
