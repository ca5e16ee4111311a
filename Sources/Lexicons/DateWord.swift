/// What a word is to the grammar of dates.
///
/// The tables under `ar/dates` write its ``tableName`` in their first column.
@frozen
public enum DateWordClass: UInt8, CaseIterable, Sendable {
  case none
  // Names of calendar units.
  case month
  case hijriMonth
  case persianMonth
  case copticMonth
  case weekday
  case weekdayTypo
  case weekdayBare
  case season
  case decadeName
  case occasion
  // Days by their distance from today.
  case deictic
  case lastNight
  case tonight
  case dateNoun
  // Units and which of them.
  case unit
  case weekend
  case millennium
  case whole
  case rest
  case school
  case fiscal
  case direction
  case directionVerb
  case recent
  case this
  case that
  case same
  case new
  case following
  case ofIt
  case anaphor
  case each
  case recurrence
  // Numbers.
  case cardinal
  case ordinal
  case lastOrdinal
  case firstOfMonth
  case lastOfMonth
  case half
  case quarter
  case third
  case few
  case many
  case approx
  // Parts.
  case part
  case dayPart
  case meridiem
  // Prepositions.
  case since
  case until
  case to
  case from
  case before
  case after
  case within
  case by
  case between
  case inside
  case lasting
  case equation
  case yearNoun
  // Eras and clock.
  case hijriEra
  case gregorianEra
  case beforeChrist
  case solarEra
  case clock
  case clockFraction
  case zone
  case zoneName
  case clockCue
  // Times without a measure.
  case vaguePast
  case vagueFuture
  case vaguePresent
  // Words around a date that decide whether it is one, and which.
  case clauseStart
  case futureCue
  case pastCue
  case vetoBefore
  case vetoAfter
  case countedNoun
}

extension DateWordClass {
  /// The name that the tables under `ar/dates` write in their first column.
  var tableName: String {
    switch self {
    case .hijriMonth: "month-hijri"
    case .persianMonth: "month-persian"
    case .copticMonth: "month-coptic"
    case .weekdayTypo: "weekday-typo"
    case .weekdayBare: "weekday-bare"
    case .decadeName: "decade-name"
    case .lastNight: "deictic-last-night"
    case .dateNoun: "date-noun"
    case .weekend: "unit-weekend"
    case .directionVerb: "direction-verb"
    case .recent: "direction-recent"
    case .new: "direction-new"
    case .ofIt: "of-it"
    case .lastOrdinal: "ordinal-last"
    case .firstOfMonth: "first-of-month"
    case .lastOfMonth: "last-of-month"
    case .half: "fraction-half"
    case .quarter: "fraction-quarter"
    case .third: "fraction-third"
    case .dayPart: "daypart"
    case .meridiem: "meridiem-am"
    case .since: "prep-since"
    case .until: "prep-until"
    case .to: "prep-to"
    case .from: "prep-from"
    case .before: "prep-before"
    case .after: "prep-after"
    case .within: "prep-within"
    case .by: "prep-by"
    case .between: "prep-between"
    case .inside: "prep-in"
    case .lasting: "prep-for"
    case .hijriEra: "era-hijri"
    case .gregorianEra: "era-gregorian"
    case .beforeChrist: "era-bc"
    case .solarEra: "era-solar"
    case .clockFraction: "clock-fraction"
    case .zoneName: "zone-name"
    case .clockCue: "clock-cue"
    case .yearNoun: "year-noun"
    case .vaguePast: "vague-past"
    case .vagueFuture: "vague-future"
    case .vaguePresent: "vague-present"
    case .clauseStart: "clause-start"
    case .futureCue: "cue-future"
    case .pastCue: "cue-past"
    case .vetoBefore: "veto-before"
    case .vetoAfter: "veto-after"
    case .countedNoun: "counted-noun"
    default: "\(self)"
    }
  }

  /// The class of a table's name.
  init?(tableName: String) {
    guard let role = Self.byTableName[tableName] else { return nil }
    self = role
  }

  private static let byTableName: [String: DateWordClass] = Dictionary(
    allCases.map { ($0.tableName, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Which of two meanings of one form wins: the lower.
  var rank: Int {
    switch self {
    case .countedNoun, .new: 4
    case .clauseStart, .futureCue, .pastCue, .vetoBefore, .vetoAfter: 3
    case .yearNoun, .school, .fiscal: 2
    case .recurrence: 2
    case .tonight: 0
    default: 1
    }
  }

  /// Its place among all classes.
  @inlinable
  public var position: Int { Int(rawValue) }
}

/// A unit of time, from the second to the century; the raw value orders them by length.
public enum TimeUnit: Int, CaseIterable, Comparable, Sendable {
  case second
  case minute
  case hour
  case night
  case day
  case week
  case month
  case quarter
  case season
  case year
  case decade
  case century

  /// The names that the tables write, `unit-second` and so on.
  static let byTableName: [String: TimeUnit] = Dictionary(
    allCases.map { ("unit-\($0)", $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Whether the first is the shorter unit.
  public static func < (lhs: TimeUnit, rhs: TimeUnit) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A part of a day; the raw value is TIMEX3's abbreviation.
public enum DayPart: String, CaseIterable, Sendable {
  case dawn = "DN"
  case morning = "MO"
  case noon = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
}

/// A family of month names, by the newsrooms that use them.
public enum MonthFamily: String, CaseIterable, Sendable {
  case levantine
  case gulf
  case maghreb
  case morocco
  case libya
}

/// What the tables say of one word of a text, proclitics included.
@frozen
public struct DateWord: Sendable {
  /// What it is to the grammar.
  public var role: DateWordClass
  /// The number of the month, weekday, offset, ordinal …; its meaning depends on the role.
  public var value: Int32
  /// Whether it is a dual, a plural, definite and so on.
  public var flags: DateWordFlags
  /// How many letters of و ف ب ل ك precede the word proper; a phrase begins behind them.
  public var procliticLetters: UInt8
  /// The proclitic preposition, if there is one.
  public var preposition: ProcliticPreposition
  /// How many tokens it spans; «كانون الثاني» spans two.
  public var length: UInt8

  /// No date word.
  @inlinable
  public static var none: DateWord { DateWord(role: .none, value: 0, flags: [], length: 1) }

  @usableFromInline
  init(role: DateWordClass, value: Int32, flags: DateWordFlags, length: UInt8) {
    self.role = role
    self.value = value
    self.flags = flags
    self.procliticLetters = 0
    self.preposition = .none
    self.length = length
  }
}

/// A preposition written as one letter before its word.
@frozen
public enum ProcliticPreposition: UInt8, Sendable {
  case none
  /// ب: in, by.
  case beh
  /// ل: for, of.
  case lam
  /// ك: as.
  case kaf
}

/// What the form of a word says besides its meaning.
@frozen
public struct DateWordFlags: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Flags from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Written with the article.
  public static let definite = DateWordFlags(rawValue: 1)
  /// A dual: number and noun in one word.
  public static let dual = DateWordFlags(rawValue: 2)
  /// A plural.
  public static let plural = DateWordFlags(rawValue: 4)
  /// Also an ordinary word or a name; it needs a cue.
  public static let ambiguous = DateWordFlags(rawValue: 8)
  /// A feminine form.
  public static let feminine = DateWordFlags(rawValue: 16)
  /// Preceded by و or ف.
  public static let conjoined = DateWordFlags(rawValue: 32)
}
