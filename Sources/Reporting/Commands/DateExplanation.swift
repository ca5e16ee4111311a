import Chronology
import DataFiles
import DateResolution
import Lexicons
import NewsModel

/// Tells of each phrase what it says, what was inferred, from which day and by which rule.
///
/// Short lines for an editor who checks a date before it is printed, not for a programmer.
struct DateExplanation: Sendable {
  private let words: ExplanationWords
  private let lexicon: DateLexicon

  /// An explanation in a language, `ar` or `en`.
  init(language: String) throws(Fault) {
    do throws(DataFileError) {
      words = try ExplanationWords(language: language)
      lexicon = try DateLexicon(folder: try LexiconFolder.arabic())
    } catch {
      throw Fault(error)
    }
  }

  /// The explanation of every phrase of a text, a blank line between two.
  func text(of dated: DatedArticle, in article: Article) -> String {
    guard !dated.expressions.isEmpty else {
      return words.text("none", ["phrase": plain(String(article.text.prefix(60)))]) + "\n"
    }
    let phrases = dated.expressions.indices.map { index in
      lines(of: index, in: dated, article).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
    guard let day = ownDay(of: dated, in: article) else { return phrases }
    return "\(day)\n\n\(phrases)"
  }

  /// The article's own day where the text proves it, or what is known and the question to ask.
  private func ownDay(of dated: DatedArticle, in article: Article) -> String? {
    if let day = dated.date {
      if let late = LateStamp(article, dated: dated) {
        return words.text(
          "day.moved",
          [
            "day": day.description, "given": late.given.description, "phrase": plain(late.phrase),
          ]
        )
      }
      guard article.date == nil, dated.basis == .text, let proof = dated.proof else { return nil }
      return words.text(
        "day.proved",
        ["day": day.description, "phrase": plain(proof.text(in: article.text))]
      )
    }
    guard dated.expressions.contains(where: { $0.basis != .explicit && $0.first == nil }) else {
      return nil
    }
    if let range = dated.bound,
      let first = dated.expressions.first(where: { $0.range == range })?.first
    {
      return words.text(
        "day.bound",
        ["day": first.description, "phrase": plain(range.text(in: article.text))]
      )
    }
    // A phrase asked alone has no day of its own.
    return article.text.utf8.count > Self.article ? words.text("day.unknown") : nil
  }

  /// What is longer, in bytes, is an article and no phrase.
  private static let article = 400

  private func lines(of index: Int, in dated: DatedArticle, _ article: Article) -> [String] {
    let expression = dated.expressions[index]
    let phrase = expression.range.text(in: article.text)
    let said = SaidFields(phrase, grain: expression.grain, lexicon: lexicon)
    var lines = [words.text("phrase", ["phrase": plain(phrase)])]
    func add(_ key: String, _ fact: String) {
      let line = words.text("label", ["name": words.text(key), "fact": fact])
      lines.append("  \(line)")
    }
    add("meaning", meaning(of: expression))
    if let value = expression.value, expression.first != nil, value != expression.first?.description
    {
      add("value", value)
    }
    add("said", list(said.fields.map { words.text("said.\($0.key)", ["phrase": plain($0.words)]) }))
    let inferred = inferred(from: expression, said)
    if !inferred.isEmpty { add("inferred", list(inferred)) }
    add("reference", reference(of: index, in: dated, article, said))
    if let choice = choice(of: expression, said, dated.date) { add("choice", words.text(choice)) }
    add("rule", rule(expression.rule))
    if let relation = expression.relation {
      add("relation", words.text("relation.\(relation.rawValue)"))
    }
    if let modifier = expression.modifier {
      add("modifier", words.text("modifier.\(modifier.rawValue)"))
    }
    add("certain", words.text(expression.certain ? "certain.yes" : "certain.no"))
    if !expression.alternatives.isEmpty { add("alternatives", list(expression.alternatives)) }
    if let conflict = expression.conflict { add("conflict", words.message(conflict)) }
    return lines
  }

  // MARK: The facts

  private func meaning(of expression: TemporalExpression) -> String {
    let value = expression.value ?? ""
    switch expression.kind {
    case .duration: return words.text("meaning.duration", ["value": value])
    case .set: return words.text("meaning.set", ["value": value])
    case .date, .time, .period: break
    }
    if value.hasSuffix("_REF") { return words.text("meaning.vague", ["value": value]) }
    switch (expression.first, expression.last) {
    case (nil, nil):
      let isImpossible = expression.basis == .explicit && expression.conflict != nil
      return words.text(isImpossible ? "meaning.impossible" : "meaning.none")
    case (let first?, nil): return words.text("meaning.open", ["first": first.description])
    case (nil, let last?): return words.text("meaning.until", ["last": last.description])
    case (let first?, let last?):
      var blanks = ["first": first.description, "last": last.description]
      guard first == last else { return words.text("meaning.span", blanks) }
      blanks["weekday"] = words.word("\(first.weekday)")
      if let minute = expression.minutes?.lowerBound, (0..<1440).contains(minute) {
        blanks["time"] = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
        return words.text("meaning.time", blanks)
      }
      if let part = value.split(separator: "T").dropFirst().first,
        let name = words.form("daypart.\(part)")
      {
        blanks["daypart"] = name
        return words.text("meaning.daypart", blanks)
      }
      return words.text("meaning.day", blanks)
    }
  }

  private func inferred(from expression: TemporalExpression, _ said: SaidFields) -> [String] {
    guard expression.kind == .date || expression.kind == .time, let first = expression.first,
      let last = expression.last
    else { return [] }
    if said.isOtherCalendar { return [words.text("inferred.converted")] }
    var fields: [(String, Int)] = []
    if !said.says("year"), first.year == last.year { fields.append(("year", first.year)) }
    if !said.says("month"), first.month == last.month, expression.grain <= .month {
      fields.append(("month", first.month))
    }
    if !said.says("day"), first == last, expression.grain <= .day {
      fields.append(("day", first.day))
    }
    if fields.count == 3 { return [words.text("inferred.date")] }
    return fields.map { words.text("inferred.\($0.0)", ["number": String($0.1)]) }
  }

  private func reference(
    of index: Int,
    in dated: DatedArticle,
    _ article: Article,
    _ said: SaidFields
  ) -> String {
    let expression = dated.expressions[index]
    switch expression.basis {
    case .explicit: return words.text("reference.needless")
    case .event: return words.text("reference.event")
    case .holiday: return words.text("reference.holiday")
    case .narrative:
      let before = dated.expressions[..<index].last { $0.first != nil && $0.kind != .duration }
      guard let before, let day = before.first else { return words.text("reference.unmet") }
      return words.text(
        "reference.earlier",
        ["day": day.description, "phrase": plain(before.range.text(in: article.text))]
      )
    case .article, .weekday:
      guard let day = dated.date else { return words.text("reference.missing") }
      if let deictic = said.deictic, expression.grain <= .day, let first = expression.first,
        first == expression.last, let spoken = first.adding(days: -deictic), spoken != day
      {
        return words.text("reference.speech", ["day": spoken.description])
      }
      var blanks = ["day": day.description]
      guard dated.basis == .text, let proof = dated.proof else {
        return words.text("reference.\(dated.basis.rawValue)", blanks)
      }
      blanks["phrase"] = plain(proof.text(in: article.text))
      return words.text("reference.proved", blanks)
    }
  }

  /// On which side of the reference lies what could lie on either.
  private func choice(
    of expression: TemporalExpression,
    _ said: SaidFields,
    _ reference: CivilDate?
  ) -> String? {
    guard let reference, let first = expression.first, let last = expression.last,
      expression.basis == .weekday || expression.basis == .article, said.deictic == nil,
      said.says("weekday") || said.says("typo") || said.says("month"), !said.says("year")
    else { return nil }
    if last < reference { return "choice.past" }
    return first > reference ? "choice.future" : "choice.same"
  }

  private func rule(_ name: String) -> String {
    guard let title = words.form("rule.\(name)") else { return name }
    return words.text("rule.form", ["title": title, "name": name])
  }

  private func list(_ facts: [String]) -> String { facts.joined(separator: words.text("list")) }

  /// The words on one line.
  private func plain(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
