import ArabicText
import Lexicons
import NewsModel

/// Verbs that say of a noun beside them that it happens: «عقد اجتماعا», «الهجوم الذي وقع».
extension SentenceReader {
  /// Ties «عقد», «جرى», «يقوم بـ» to the noun that they say happens.
  func linkLightVerbs() {
    // «غارات أميركية استهدفت»: the noun tells it, the verb says it happened.
    for number in triggers.indices.dropFirst()
    where triggers[number].form.frame == .strike && triggers[number].isVerb
      && triggers[number].form.deed == .blow
      && triggers[number - 1].form.frame == .blow
      && triggers[number].start - triggers[number - 1].tokens.upperBound <= 3
    {
      triggers[number - 1].light = number
    }
    // «وقف إطلاق النار الذي توسطت فيه روسيا», «الهدنة التي أعلنها التحالف»: the clause tells how it came about.
    for number in triggers.indices.dropFirst()
    where triggers[number].isVerb && scan.has(.relative, at: triggers[number].start - 1)
      && typeName(of: triggers[number - 1]) == "ceasefire"
      && ["announcement", "mediation"].contains(typeName(of: triggers[number]))
      && triggers[number].start - triggers[number - 1].tokens.upperBound <= 3
    {
      triggers[number - 1].light = number
    }
    for (number, trigger) in triggers.enumerated()
    where trigger.form.frame == .light || trigger.form.frame == .happen {
      // «أرجأ الرئيس الفرنسي إيمانويل ماكرون زيارته»: only the doer stands between.
      let isTakenBack = scan.has([.postpone, .cancel], at: trigger.start)
      // «تعرضت قافلة للجيش أمس لهجوم»: its subject stands between.
      let isSuffered = has(.suffered, at: trigger.start)
      let isHappening = trigger.form.frame == .happen && !isTakenBack && !isSuffered

      // «اجتماع عقد في», «اللقاء الذي جرى»
      if let before = triggers[..<number].lastIndex(where: { !$0.isVerb && $0.light < 0 }) {
        let distance = trigger.start - triggers[before].tokens.upperBound
        // «حقيقة ما يجري»: ما is what happens, not the noun.
        let isRelative =
          scan.has(.relative, at: trigger.start - 1)
          && scan.tokens[trigger.start - 1].letterCount > 2 || trigger.form.tense == .noun
          || distance <= 6
            && (triggers[before].tokens.upperBound..<trigger.start).contains {
              scan.has(.relative, at: $0)
            }
        // «محادثات بعد الاشتباكات التي شهدتها المدينة»: the verb is of what stands nearer.
        let isOfOther = (triggers[before].tokens.upperBound..<trigger.start).contains {
          scan.has([.after, .before, .since], at: $0) || scan.isVerb(at: $0)
        }
        // «جلسة مباحثات خاصة، جمعت بين الوزيرين»: behind an indefinite noun no relative is written.
        let isBetween =
          triggers[before].form.shape == .indefinite && distance <= 3
          && scan.has(.between, at: trigger.tokens.upperBound)
        // «تفجير انتحاري وقع», «هجوم مسلح نفذه»
        let onlyDescribed =
          distance <= 2 && triggers[before].form.frame == .blow
          && (triggers[before].tokens.upperBound..<trigger.start).allSatisfy {
            isAdjectiveOfBlow($0)
          }
        // «اجتماع طارئ عقد», «قمة مرتقبة ستجمع»
        let isDescribed =
          (1...2).contains(distance) && triggers[before].form.frame == .event
          && triggers[before].form.shape == .indefinite
          && (triggers[before].tokens.upperBound..<trigger.start).allSatisfy(isBareAdjective)
        let adjacent =
          distance == 0 || onlyDescribed || isDescribed || isBetween && !isOfOther
          || isRelative && distance <= 6 && !isOfOther && !isOfAnother(triggers[before], trigger)
        let isPossessed = trigger.form.tense == .noun && trigger.form.isPossessed
        // «زيارة سيعقد خلالها اجتماعات»: what was held stands behind.
        let isOfMeeting =
          triggers[before].form.frame == .journey
          && scan.has(.therein, at: trigger.tokens.upperBound)
        if !isOfMeeting,
          trigger.form.tense == .noun
            ? isPossessed && distance <= 8 : adjacent && trigger.clitics.isEmpty
        {
          triggers[before].light = number
          // «جلسة مباحثات جمعت الوزيرين»: the sitting tells of the talks.
          if before > 0, triggers[before - 1].light < 0, triggers[before - 1].form.frame == .event,
            triggers[before - 1].form.needs.contains(.talks),
            triggers[before].start - triggers[before - 1].tokens.upperBound <= 1
          {
            triggers[before - 1].light = number
          }
          continue
        }
      }
      for next in triggers[(number + 1)...].indices {
        let candidate = triggers[next]
        if candidate.isVerb {
          // «تنتهي الدورة …، وتجرى انتخابات»: the next verb has its own noun.
          if candidate.clitics.contains(.and) { break }
          if candidate.form.frame == .light || candidate.form.frame == .happen { continue }
          break
        }
        // «تم، بعد ظهر الثلاثاء بقصر الحكومة، التوقيع على مذكرة»: when and where it was stand between.
        let reach = !isHappening ? 22 : isSubjectPastAdverbs(candidate, of: trigger) ? 16 : 2
        if candidate.start - trigger.tokens.upperBound > reach { break }
        if crossesClause(from: trigger.tokens.upperBound, to: candidate.start) { break }
        // «بدأت مساعيها لإحياء المحادثات»: the search began, not the talks.
        if has([.sought, .unreal, .result], in: trigger.tokens.upperBound..<candidate.start) {
          break
        }
        if has(.actsBy, at: trigger.start), !isDoneBy(candidate) { break }
        if isSuffered, candidate.start > trigger.tokens.upperBound,
          !candidate.clitics.contains(.to) && !leadsByLam(to: candidate)
            // «منذ اليوم الأول للعدوان»
            || candidate.form.shape == .definite && scan.dateAt[candidate.start - 1] >= 0
        {
          break
        }
        if isTakenBack, !isOnlyDoer(from: trigger.tokens.upperBound, to: candidate.start) { break }
        if (trigger.tokens.upperBound..<candidate.start).contains(where: {
          scan.has(.relative, at: $0)
        }) {
          break
        }
        // «أجرى … خلال لقائه», «يخوض … بعد هجماتها»: the noun is no object of the verb.
        if scan.has([.after, .before, .topic, .about, .during, .source], at: candidate.start - 1) {
          break
        }
        // «دعا خلال انعقاد المجلس إلى هدنة»: behind «إلى» nothing is held.
        if trigger.form.tense == .noun, !trigger.form.isPossessed,
          scan.has([.to, .on], at: candidate.start - 1)
        {
          break
        }
        if candidate.light < 0 { triggers[next].light = number }
        // «استهلت جولتها بزيارة اليابان»: the visit is told by the same verb.
        if scan.has(.tour, at: candidate.start), candidate.form.isPossessed { continue }
        break
      }
    }
  }

  /// Whether only when and where it was can stand between «تم» and a noun of agreement: the noun stands in
  /// no construct and behind no preposition.
  private func isSubjectPastAdverbs(_ candidate: Trigger, of verb: Trigger) -> Bool {
    guard [.sign, .document, .agree].contains(candidate.form.frame), candidate.clitics.isEmpty,
      candidate.form.shape == .definite || scan.has(.on, at: candidate.tokens.upperBound),
      !(verb.tokens.upperBound..<candidate.start).contains(where: { scan.isVerb(at: $0) })
    else { return false }
    let before = candidate.start - 1
    return scan.dateAt[before] >= 0 || scan.tokens[before].mark == .comma
      || spans.contains { $0.tokens.contains(before) }
      || scan.text.letters(of: scan.tokens[before]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// A word that can only describe the indefinite noun before it: no article, no name, no day, no verb.
  private func isBareAdjective(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    guard token.kind == .word, token.gap == .space, scan.dateAt[index] < 0,
      !scan.isVerb(at: index), scan.words[index].classClitics.isEmpty,
      scan.words[index].classes.isSubset(of: [.planned, .talks, .ordinal, .side, .phone]),
      !spans.contains(where: { $0.tokens.contains(index) })
    else { return false }
    let letters = scan.text.letters(of: token)
    return letters.count >= 3 && !letters.starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «تعرض لسلسلة هجمات»: ل stands at a word right before.
  private func leadsByLam(to candidate: Trigger) -> Bool {
    clamped(candidate.start - 2, candidate.start).contains { hasClitic(.to, at: $0) }
  }

  /// «قام بزيارة», «قامت بسلسلة غارات»; not «يقوم بدور في المحادثات».
  private func isDoneBy(_ candidate: Trigger) -> Bool {
    if candidate.clitics.contains(.by) { return true }
    let before = candidate.start - 1
    return before >= range.lowerBound && scan.tokens[before].kind == .word
      && scan.text.letters(of: scan.tokens[before]).first == LetterCode.beh
  }

  /// «هجوم على الجزيرة التي ضمتها»: «التي» means no masculine noun, and no relative of one means two.
  func isOfAnother(_ noun: Trigger, _ verb: Trigger) -> Bool {
    guard noun.form.number != .plural,
      let relative = (noun.tokens.upperBound..<verb.start).last(where: {
        scan.has(.relative, at: $0)
      }),
      noun.form.number == .single || scan.tokens[relative].letterCount == 4,
      noun.form.number == .dual
        || scan.text.letters(of: scan.tokens[relative]).elementsEqual(Self.feminineRelative),
      let last = scan.text.letters(of: scan.tokens[noun.tokens.upperBound - 1]).last
    else { return false }
    return ![LetterCode.heh, LetterCode.teh, LetterCode.alef].contains(last)
  }

  /// التي.
  private static let feminineRelative = [
    LetterCode.alef, LetterCode.lam, LetterCode.teh, LetterCode.yeh,
  ]

  /// Whether nothing but parties and dates, and at most two words more, stands between two tokens.
  private func isOnlyDoer(from start: Int, to end: Int) -> Bool {
    let strange = (start..<max(start, end)).filter { index in
      scan.dateAt[index] < 0 && !spans.contains { $0.tokens.contains(index) }
    }
    return strange.count <= 2
  }

  /// «تنظيم "القاعدة"», «استهداف تجمع لجنود»: the head of a body, or what was struck; nothing is held.
  func isNameHead(_ form: TriggerForm, at index: Int) -> Bool {
    if form.tense == .noun {
      let next = index + 1
      return next < range.upperBound && has(.network, at: index)
        && ([.quote, .openQuote].contains(scan.tokens[next].mark)
          || spans.contains { $0.tokens.lowerBound == next && $0.kind == .organisation })
    }
    return has(.gathering, at: index)
      && scan.triggerForms(at: index - 1).contains {
        $0.tense == .noun && [.strike, .blow].contains($0.frame)
      }
  }
}
