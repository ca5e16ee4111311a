import Chronology
import Lexicons
import NewsModel

/// Resolves phrases against a reference date: a pure function of phrase, day and context.
public struct Grounding: Sendable {
  /// The day that relative phrases count from; `nil` leaves them unresolved.
  public var reference: CivilDate?
  /// Where the clause looks.
  public var outlook: Outlook
  /// A year said in the same clause, which a date without one takes over.
  public var clauseYear: Int?
  /// The last date the text told, for «في اليوم التالي» and «ذلك الحين».
  public var antecedent: GroundedDate?
  /// The last one of a month or less, for «الشهر نفسه».
  public var antecedentMonth: GroundedDate?
  /// The last one of a day, for «اليوم نفسه».
  public var antecedentDay: GroundedDate?
  /// The last day told in the same sentence, for a clock time that stands apart from its day.
  public var sentenceDay: CivilDate?
  /// The settings.
  public var settings: DateSettings

  /// A grounding.
  public init(
    reference: CivilDate?,
    outlook: Outlook = .open,
    clauseYear: Int? = nil,
    antecedent: GroundedDate? = nil,
    antecedentMonth: GroundedDate? = nil,
    antecedentDay: GroundedDate? = nil,
    sentenceDay: CivilDate? = nil,
    settings: DateSettings = DateSettings()
  ) {
    self.reference = reference
    self.outlook = outlook
    self.clauseYear = clauseYear
    self.antecedent = antecedent
    self.antecedentMonth = antecedentMonth
    self.antecedentDay = antecedentDay
    self.sentenceDay = sentenceDay
    self.settings = settings
  }

  static let needsReference = "relative phrase; needs a reference date (--on)"

  /// What a phrase means here.
  public func resolve(_ phrase: DatePhrase) -> GroundedDate {
    switch phrase {
    case .day(let day): self.day(day)
    case .fields(let fields): self.fields(fields)
    case .relative(let unit, let offset): relative(unit, offset)
    case .dayOfMonth(let day, let offset): dayOfMonth(day, offset)
    case .rolling(let count, let unit, let direction): rolling(count, unit, direction)
    case .offset(0, let unit, let direction):
      direction > 0 && outlook == .past
        ? anchored(unit, PhraseReader.vagueISO(unit)) : vague(direction)
    // «بعد 21 عاما، ترسل الصين»: so long after something that has been.
    case .offset(let count, .year, let direction)
    where direction > 0 && count >= Self.longAfter && outlook != .future && outlook != .past:
      anchored(.year, PhraseReader.iso(count, .year))
    case .offset(let count, let unit, let direction) where direction > 0 && outlook == .past:
      narrated(count, unit)
    case .offset(let count, let unit, let direction): self.offset(count, unit, direction)
    case .offsets(let amounts, let grain, let direction): offsets(amounts, grain, direction)
    case .offsetFrom(let amounts, let grain, let direction, let anchor):
      offset(amounts, grain, direction, from: anchor)
    case .anchored(let unit, let iso, _): anchored(unit, iso)
    case .anaphor: anaphor()
    case .slice(let slice, let whole): self.slice(slice, of: whole)
    case .season(let season, let year): self.season(season, year)
    case .decade(let year): decade(year)
    case .century(let number): century(number)
    case .range(let first, let last): range(first, last)
    case .duration(_, let unit, let iso): duration(unit, iso)
    case .set(let iso): set(iso)
    case .vague(let direction): vague(direction)
    case .later: later()
    case .occasion(let occasion, let year): self.occasion(occasion, year)
    case .narrative(let unit, let offset): narrative(unit, offset)
    case .sameMonth(let year): sameMonth(year)
    case .part(let part, let inner): self.part(part, of: inner)
    case .modified(let modifier, let inner): modified(modifier, inner)
    case .rest(let inner): rest(of: inner)
    case .nthWeekday(let number, let weekday, let whole): nthWeekday(number, weekday, of: whole)
    case .nthDay(let number, let whole): nthDay(number, of: whole)
    case .dayOfSameMonth(let number): dayOfSameMonth(number)
    case .numberedDay(let number, let direction): numberedDay(number, direction)
    case .weekend(let offset): weekend(offset)
    case .millennium(let number): millennium(number)
    case .occasionDay(let number, let occasion, let year): feastDay(number, occasion, year)
    }
  }

  func grain(of unit: TimeUnit) -> Grain {
    switch unit {
    case .second, .minute: .minute
    case .hour: .hour
    case .night: .part
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }

  private func duration(_ unit: TimeUnit, _ iso: String) -> GroundedDate {
    var date = GroundedDate(grain: grain(of: unit), basis: .explicit)
    date.kind = .duration
    date.value = iso
    return date
  }

  /// Told by its distance from another event: only the distance is known.
  private func anchored(_ unit: TimeUnit, _ iso: String) -> GroundedDate {
    var date = duration(unit, iso)
    date.basis = .event
    return date
  }

  /// «وعاد بعد يومين»: told of the past, it counts from what the sentence tells, never from the article.
  private func narrated(_ count: Int, _ unit: TimeUnit) -> GroundedDate {
    guard unit >= .day, let sentenceDay else {
      return anchored(unit, PhraseReader.iso(count, unit))
    }
    var there = self
    there.reference = sentenceDay
    var date = there.offset(count, unit, 1)
    date.basis = .narrative
    date.certain = false
    return date
  }

  /// How many years ahead nobody speaks of without saying that they lie ahead.
  private static let longAfter = 15

  private func anaphor() -> GroundedDate {
    guard var date = antecedent else {
      return .unresolved(.day, "points to another time of the text", basis: .narrative)
    }
    date.basis = .narrative
    date.certain = false
    return date
  }

  private func set(_ iso: String) -> GroundedDate {
    let grain: Grain =
      switch iso.utf8.last {
      case UInt8(ascii: "W"): .week
      case UInt8(ascii: "M"): .month
      case UInt8(ascii: "Y"): .year
      default: .day
      }
    var date = GroundedDate(grain: grain, basis: .explicit)
    date.kind = .set
    date.value = iso
    return date
  }

  /// «وأعلن لاحقا» tells of the past, «يعلن لاحقا» of what is to come.
  private func later() -> GroundedDate {
    guard outlook == .past else { return vague(1) }
    var date = vague(-1)
    date.basis = .narrative
    date.certain = false
    return date
  }

  private func vague(_ direction: Int) -> GroundedDate {
    var date = GroundedDate(grain: .day, basis: .article)
    date.value = direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF"
    date.modifier = direction == 0 ? nil : .approx
    return date
  }
}
