import Chronology
import NewsModel

@testable import EventFusion

/// Parties as a gazetteer would give them.
enum People {
  static func person(_ id: String, _ name: String, _ country: String, office: String? = nil)
    -> Party
  {
    Party(id: "p:\(id)", name: name, country: country, office: office, surface: name, how: .alias)
  }

  static func state(_ code: String, _ name: String) -> Party {
    Party(id: code, name: name, country: code, surface: name, how: .alias)
  }

  static func stranger(_ name: String, country: String? = nil) -> Party {
    Party(id: nil, name: name, country: country, surface: name, how: .unlinked)
  }

  static func office(_ office: String, of country: String) -> Party {
    Party(id: nil, name: office, country: country, office: office, surface: office, how: .office)
  }

  static let kadhimi = person("kadhimi", "مصطفى الكاظمي", "IQ", office: "head-of-government")
  static let salih = person("salih", "برهم صالح", "IQ", office: "head-of-state")
  static let biden = person("biden", "جو بايدن", "US", office: "head-of-state")
  static let trump = person("trump", "دونالد ترامب", "US", office: "head-of-state")
  static let pelosi = person("pelosi", "نانسي بيلوسي", "US")
  static let iraq = state("IQ", "العراق")
  static let america = state("US", "الولايات المتحدة")
  static let france = state("FR", "فرنسا")
}

/// Dates as extraction would give them.
enum Dates {
  static func day(_ iso: String, _ basis: EventDateBasis = .explicit) -> EventDate {
    guard let day = CivilDate(iso: iso) else { return .undated }
    return EventDate(span: UncertainDate(day: day), edtf: iso, basis: basis, phrase: iso)
  }

  static func span(
    _ first: String?,
    _ last: String?,
    grain: Grain = .month,
    edtf: String = "",
    basis: EventDateBasis = .explicit
  ) -> EventDate {
    EventDate(
      span: UncertainDate(
        earliest: first.flatMap { CivilDate(iso: $0) },
        latest: last.flatMap { CivilDate(iso: $0) },
        grain: grain
      ),
      edtf: edtf,
      basis: basis
    )
  }
}

/// A mention with only what a test is about; the rest is plausible.
func mention(
  _ id: String,
  _ type: String = "meeting",
  _ date: EventDate = .undated,
  actors: [Party] = [],
  recipients: [Party] = [],
  status: EventStatus = .occurred,
  place: Place? = nil,
  ordinal: Int? = nil,
  document: String? = nil,
  sentence: String = "جملة كتبت لهذا الاختبار وحده ولا تقول شيئاً",
  rule: String = "meeting-verb"
) -> EventMention {
  let parts = id.split(separator: ".")
  let number = parts.last.flatMap { Int($0) } ?? 0
  return EventMention(
    id: id,
    article: String(parts.first ?? ""),
    type: EventType(rawValue: type),
    range: TextRange(number * 100, number * 100 + 8),
    trigger: "التقى",
    sentenceRange: TextRange(number * 100, number * 100 + 80),
    sentence: sentence,
    status: status,
    date: date,
    actors: actors,
    recipients: recipients,
    place: place,
    ordinal: ordinal,
    document: document,
    rule: rule,
    sentenceIndex: number
  )
}

func article(_ id: String, _ date: String, source: String? = nil, text: String? = nil)
  -> ArticleDigest
{
  ArticleDigest(
    id: id,
    source: source,
    date: CivilDate(iso: date),
    sketch: text.map { ShingleSketch(text: $0) }
  )
}

/// A generator with a fixed seed (SplitMix64), so that a failure repeats.
struct FixedGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return ShingleSketch.mix(state)
  }
}
