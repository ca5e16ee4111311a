import Chronology
import NewsModel

/// One mention and one event that use every field.
enum Sample {
  static let biden = Party(
    id: "p:biden",
    name: "جو بايدن",
    englishName: "Joe Biden",
    country: "US",
    office: "head-of-state",
    surface: "بايدن",
    how: .surname
  )

  static func mention(in text: String) -> EventMention {
    let start = text.utf8Range(of: "واجتمعَ")?.lowerBound ?? 0
    let day = CivilDate(iso: "2021-07-26") ?? .first
    return EventMention(
      id: "001.10",
      article: "001",
      type: EventType(rawValue: "meeting"),
      range: TextRange(start, start + "واجتمعَ".utf8.count),
      trigger: "واجتمعَ",
      sentenceRange: TextRange(start, text.utf8.count),
      sentence: "واجتمعَ بايدن والكاظمي في واشنطن.",
      status: .occurred,
      date: EventDate(
        span: UncertainDate(day: day),
        edtf: "2021-07-26",
        basis: .weekday,
        phrase: "الاثنين",
        rule: "bare-weekday"
      ),
      actors: [biden],
      recipients: [Party(id: nil, name: "والكاظمي", surface: "والكاظمي", how: .unlinked)],
      place: Place(name: "واشنطن", id: "geo:4140963", country: "US"),
      ordinal: 4,
      rule: "meeting-verb",
      sentenceIndex: 3
    )
  }

  static func event(in text: String) -> Event {
    var date = mention(in: text).date
    date.edtf = "[2021-07-26,2021-07-27]"
    return Event(
      id: "ev-0a1b2c3d4e5f",
      type: EventType(rawValue: "visit"),
      status: .occurred,
      date: date,
      conflicts: [
        DateConflict(value: "2021-07-26", sources: ["ألف"]),
        DateConflict(
          value: "2021-07-27",
          sources: ["باء"],
          status: .denied,
          event: "ev-000000000001"
        ),
      ],
      actors: [biden],
      document: "بيان",
      headline: "عنوان",
      headlineMention: "001.10",
      mentions: [
        MergedMention(
          mention: mention(in: text),
          source: "ألف",
          url: "https://a.example/1",
          published: CivilDate(iso: "2021-07-27"),
          reason: "same named parties, dates meet",
          score: 0.85
        )
      ],
      sources: 2,
      independent: 1,
      fulfils: "ev-ffffffffffff"
    )
  }
}

extension String {
  /// The UTF-8 offsets of the first occurrence.
  func utf8Range(of part: String) -> Range<Int>? {
    let whole = Array(utf8)
    let sought = Array(part.utf8)
    guard !sought.isEmpty, whole.count >= sought.count else { return nil }
    for start in 0...(whole.count - sought.count)
    where whole[start..<(start + sought.count)].elementsEqual(sought) {
      return start..<(start + sought.count)
    }
    return nil
  }
}
