import ArabicText
import Chronology
import Lexicons

/// What the words of a phrase say, word by word, before anything is inferred.
///
/// The same tables that the resolver reads name each word; a word that no table has is told as it
/// stands.
struct SaidFields: Sendable {
  /// One thing that was said.
  struct Field: Hashable, Sendable {
    /// The key of its label: `month`, `weekday`.
    var key: String
    /// The words that said it.
    var words: String
  }

  /// What was said, in the order of the text.
  private(set) var fields: [Field] = []
  /// The days from the reference that a deictic word says.
  private(set) var deictic: Int?
  /// Whether a calendar other than the Gregorian one was named.
  private(set) var isOtherCalendar = false

  /// Reads the words of a phrase.
  init(_ phrase: String, grain: Grain, lexicon: DateLexicon) {
    let text = FoldedText(phrase)
    var run: (start: Int, end: Int, value: Int)?
    text.tokens.withUnsafeBufferPointer { tokens in
      var index = 0
      while index < tokens.count {
        let word = lexicon.word(at: index, in: tokens)
        let length = max(1, Int(word.length))
        let end = min(tokens.count, index + length)
        if let value = Self.number(word, tokens[index]) {
          // «ثمانية وعشرين» is one number; digits stand for themselves.
          let joins =
            tokens[index].kind == .word && word.flags.contains(.conjoined)
            && run?.end == index
          if joins, let begun = run {
            run = (begun.start, end, begun.value + value)
          } else {
            if let run { add(run, in: text, grain, next: .none) }
            run = (index, end, value)
          }
        } else {
          if let run {
            add(run, in: text, grain, next: tokens[index].kind == .mark ? .none : word.role)
          }
          run = nil
          if tokens[index].kind != .mark {
            let words = text.text(Int(tokens[index].start)..<Int(tokens[end - 1].end))
            add(word, words)
          }
        }
        index = end
      }
    }
    if let run { add(run, in: text, grain, next: .none) }
  }

  /// Whether something of this kind was said.
  func says(_ key: String) -> Bool { fields.contains { $0.key == key } }

  private static func number(_ word: DateWord, _ token: Token) -> Int? {
    if token.kind == .number { return Int(token.number) }
    switch word.role {
    case .cardinal, .ordinal: return Int(word.value)
    case .firstOfMonth: return 1
    default: return nil
    }
  }

  private mutating func add(
    _ run: (start: Int, end: Int, value: Int),
    in text: FoldedText,
    _ grain: Grain,
    next: DateWordClass
  ) {
    let words = text.text(Int(text.tokens[run.start].start)..<Int(text.tokens[run.end - 1].end))
    let key: String
    if run.value >= 1000 {
      key = "year"
    } else if says("unit") || next == .unit || grain > .month {
      key = "count"
    } else if !says("day"), grain < .week, !(says("year") && !says("month")) {
      key = "day"
    } else if !says("month"), next != .month, (1...12).contains(run.value) {
      key = "month"
    } else {
      key = says("day") ? "count" : "day"
    }
    append(key, words)
  }

  private mutating func add(_ word: DateWord, _ words: String) {
    switch word.role {
    case .month: append("month", words)
    case .hijriMonth, .persianMonth, .copticMonth:
      isOtherCalendar = true
      append("month", words)
    case .hijriEra, .solarEra:
      isOtherCalendar = true
      append("calendar", words)
    case .gregorianEra, .beforeChrist: append("calendar", words)
    case .weekday, .weekdayBare: append("weekday", words)
    case .weekdayTypo: append("typo", words)
    case .deictic, .tonight, .lastNight:
      deictic = Int(word.value)
      append("deictic", words)
    case .direction, .directionVerb, .recent, .this, .before, .after: append("direction", words)
    case .following, .same, .that, .anaphor, .ofIt: append("anchor", words)
    case .unit, .weekend: append("unit", words)
    case .half, .quarter, .third, .few, .many: append("count", words)
    case .part, .lastOrdinal, .lastOfMonth: append("part", words)
    case .dayPart, .clock, .clockFraction, .meridiem, .zone, .zoneName: append("time", words)
    case .occasion: append("occasion", words)
    case .season: append("season", words)
    case .decadeName: append("decade", words)
    case .each, .recurrence: append("recurrence", words)
    case .approx: append("approx", words)
    case .equation, .from, .to, .between, .inside, .by, .dateNoun: break
    default: append("words", words)
    }
  }

  /// Adds a field; neighbouring words of one kind are told together.
  private mutating func append(_ key: String, _ words: String) {
    if let last = fields.last, last.key == key, key != "day", key != "count" {
      fields[fields.count - 1].words = "\(last.words) \(words)"
    } else {
      fields.append(Field(key: key, words: words))
    }
  }
}
