import Chronology
import Drawing
import NewsModel
import Styles

/// One dated event as the sheet shows it: its look, its words and the numbers of its sources.
struct SheetEntry {
  let event: Event
  let look: EventLook
  /// The name links lead to.
  let destination: String
  /// The date in words, both readings where sources disagree.
  let dateText: String
  /// The same in the Hijri calendar, where the sheet shows it.
  let hijriText: String?
  /// Its place among the dated events.
  let index: Int
  /// Whether the sheet lists it, so that its label can lead there.
  var isListed = true
  /// The numbers of its articles in the list of sources, rising.
  let numbers: [Int]
  /// The words of the label: kind, parties and place where they say what it is, else the sentence.
  let title: String
  /// Whether the label does without the sentence, which then stands elsewhere on the sheet.
  let leavesOutSentence: Bool
  /// Whether it is still to come on the sheet's day.
  let isNext: Bool

  init?(_ event: Event, index: Int, timeline: Timeline, numbers: [String: Int], sheet: Sheet) {
    guard let look = EventLook(event, labels: sheet.labels, style: sheet.style) else { return nil }
    self.event = event
    self.look = look
    destination = "event-\(index + 1)"
    self.index = index
    dateText = sheet.words.date(of: event)
    hijriText = sheet.words.hijri(of: event)
    self.numbers = SheetEntry.numbers(of: event, in: numbers)
    let headline = TextCleaning.cleaned(event.headline, isOutside: true)
    // A sheet in another language says in its own words what it can.
    let isForeign = TextCleaning.direction(of: headline).map { $0 != sheet.direction } ?? false
    let isTold =
      (isForeign || sheet.labels.type(event.type.rawValue).isToldByParties)
      && !event.parties.isEmpty
    leavesOutSentence = isTold && !headline.isEmpty
    title =
      isTold || headline.isEmpty
      ? SheetEntry.description(event, sheet: sheet, withPlace: isTold)
      : SheetEntry.withoutDateline(headline, before: SheetEntry.trigger(of: event))
    if let asOf = timeline.asOf {
      let isAhead = look.isPlanned || (look.fill == .flag && !look.isStruck)
      isNext = isAhead && look.extent.days.upperBound > asOf
    } else {
      isNext = look.isPlanned
    }
  }

  /// The month it begins in, counted from the year 0.
  var month: Int {
    let day = look.extent.days.lowerBound
    return day.year * 12 + day.month
  }

  /// The numbers as a label shows them: so many at most, and how many more there are.
  func briefNumbers(_ most: Int, _ labels: SheetLabels) -> String {
    let shown = numbers.prefix(most).map { "[\(labels.number($0))]" }.joined(separator: " ")
    // The marks keep the plus before its number in right-to-left text; one space is hardly seen there.
    return numbers.count > most
      ? shown + " \u{A0}\u{200E}+" + labels.number(numbers.count - most) + "\u{200E}" : shown
  }

  /// How many words behind its verb make a sentence tell something.
  private static let tellingWords = 2

  /// The kind, the parties and the place, where what is shown of the sentence ends before its news: before
  /// the word that tells what happened, or right behind it.
  func brief(for shown: String, sheet: Sheet) -> String? {
    guard !leavesOutSentence, !event.parties.isEmpty || event.place != nil else { return nil }
    let trigger = SheetEntry.trigger(of: event)
    guard !trigger.isEmpty else { return nil }
    if let end = shown.utf8.end(of: trigger.utf8) {
      let behind = shown.utf8[end...].split(separator: UInt8(ascii: " "))
      // The rest of the verb's own word and the dots are none.
      let isWhole = shown.utf8[end...].first == UInt8(ascii: " ")
      if behind.count - 1 - (isWhole ? 0 : 1) >= SheetEntry.tellingWords { return nil }
    }
    return SheetEntry.description(event, sheet: sheet, withPlace: true)
  }

  /// The word of the headline that tells what happened; empty for what no article tells.
  private static func trigger(of event: Event) -> String {
    let chief = event.mentions.first { $0.mention.id == event.headlineMention }
    return TextCleaning.cleaned(chief?.mention.trigger ?? "", isOutside: true)
  }

  /// The sentence without where it was written and by whom, which a label has little room for:
  /// «بغداد – », «كابول، أفغانستان (CNN)-- ».
  static func withoutDateline(_ sentence: String, before trigger: String) -> String {
    guard !trigger.isEmpty else { return sentence }
    var words = 0
    var rest = sentence[...]
    while words < 6, let space = rest.firstIndex(of: " ") {
      let word = rest[..<space]
      rest = rest[rest.index(after: space)...]
      words += 1
      let sign = word.reversed().prefix { "-\u{2013}\u{2014}".contains($0) }.count
      guard sign > 0 else { continue }
      let name = word.dropLast(sign)
      let before = sentence[..<word.startIndex]
      let isAgency = name.last == ")" || name.isEmpty && before.hasSuffix(") ")
      let isPlace = name.isEmpty && words > 1 && words <= 3
      guard isAgency || isPlace, rest.utf8.end(of: trigger.utf8) != nil else { return sentence }
      return String(rest)
    }
    return sentence
  }

  static func numbers(of event: Event, in numbers: [String: Int]) -> [Int] {
    Set(event.mentions.compactMap { numbers[$0.mention.article] }).sorted()
  }

  /// Type and parties: «meeting: A, B (place)».
  static func description(_ event: Event, sheet: Sheet, withPlace: Bool = false) -> String {
    var text = kind(event, sheet: sheet)
    let names = names(of: event, sheet: sheet)
    // Names in another script than the sheet's say little in a label; the list has them.
    let own = names.filter { TextCleaning.direction(of: $0) ?? sheet.direction == sheet.direction }
    let parties = sheet.joined(sheet.labels.language == "ar" || own.isEmpty ? names : own)
    if !parties.isEmpty { text += ": " + parties }
    if withPlace, let place = event.place {
      let name = sheet.name(of: place)
      // An Arabic name says little in an English label.
      let isForeign = TextCleaning.direction(of: name).map { $0 != sheet.direction } ?? false
      if sheet.labels.language == "ar" || !isForeign { text += " (\(name))" }
    }
    return text
  }

  /// What kind of event it is, the number of a round with it.
  static func kind(_ event: Event, sheet: Sheet) -> String {
    let name = sheet.labels.type(event.type.rawValue).name
    guard let ordinal = event.ordinal, event.type.rawValue == "round" else { return name }
    return "\(name) (\(sheet.labels.number(ordinal)))"
  }

  /// The parties by name, in one line of words.
  static func partyNames(_ event: Event, sheet: Sheet) -> String {
    sheet.joined(names(of: event, sheet: sheet))
  }

  /// The names of the parties, each once, and none beside a longer form of it, be that the place's.
  static func names(of event: Event, sheet: Sheet) -> [String] {
    var names: [String] = []
    let parties = event.parties
    for party in parties {
      let longer = parties.map(\.name) + (parties.count > 1 ? [event.place?.name ?? ""] : [])
      let isShort = party.id == nil && longer.contains { $0.hasPrefix(party.name + " ") }
      if isShort { continue }
      let english = sheet.labels.language == "en" ? party.englishName : nil
      let name = sheet.inset(english ?? party.name)
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Collection<UInt8> {
  /// Where the first copy of some bytes ends; `nil` where there is none.
  fileprivate func end(of other: String.UTF8View) -> Index? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.starts(with: other) { return rest.index(rest.startIndex, offsetBy: other.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
