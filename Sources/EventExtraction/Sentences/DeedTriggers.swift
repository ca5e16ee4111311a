import ArabicText
import Lexicons
import NewsModel

// Words of killing, shooting and fighting stand in every second sentence of news, and few of them tell an attack of
// their own. One that tells none must not be there when days and verbs are shared out.
extension SentenceReader {
  /// Takes out the words of a deed that make no draft, or whose blow is told beside them: «قُتل ثلاثة في غارة».
  func pruneDeeds() {
    guard triggers.contains(where: { $0.form.deed != .blow }) else { return }
    let all = triggers
    use(all.filter { $0.form.deed == .blow || $0.form.deed == .clash })
    let clashes = drafted { $0.form.deed == .clash }
    use(all.filter { $0.form.deed == .blow || clashes.contains($0.start) })
    let told = drafted { [.blow, .strike].contains($0.form.frame) }
    let rest = all.filter { trigger in
      switch trigger.form.deed {
      case .blow: true
      case .clash: clashes.contains(trigger.start)
      case .killing, .massacre, .shooting, .bursting:
        !told.contains { isOf(trigger, toldAt: $0) }
      }
    }
    guard rest.count > triggers.count else { return }
    use(rest)
    let own = drafted { $0.form.deed != .blow }
    if triggers.contains(where: { $0.form.deed != .blow && !own.contains($0.start) }) {
      use(rest.filter { $0.form.deed == .blow || own.contains($0.start) })
    }
  }

  /// Reads the sentence again with some of its triggers.
  private func use(_ kept: [Trigger]) {
    triggers = kept.map { trigger in
      var bare = trigger
      bare.light = -1
      return bare
    }
    linkLightVerbs()
    shareDates()
  }

  /// Where the triggers stand that make a draft which may be an event.
  private func drafted(where isAsked: (Trigger) -> Bool) -> [Int] {
    let plausibility = Plausibility(sentence: self)
    return triggers.indices.filter { number in
      isAsked(triggers[number])
        && AttackFrame.drafts(number, in: self).contains(where: plausibility.allows)
    }
    .map { triggers[$0].start }
  }

  /// Whether a blow near a word of killing is what killed, and not one that it answers: «رداً على هجوم».
  private func isOf(_ deed: Trigger, toldAt blow: Int) -> Bool {
    guard abs(blow - deed.start) <= (deed.form.deed == .massacre ? 10 : 24) else { return false }
    let between = clamped(min(blow, deed.start) + 1, max(blow, deed.start))
    return blow < deed.start
      || !scan.has(.on, at: blow - 1) && !between.contains { scan.has([.that], at: $0) }
  }
}
