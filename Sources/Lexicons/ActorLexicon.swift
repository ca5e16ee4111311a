import ArabicText
import Chronology
public import DataFiles

/// The gazetteer: states, organisations, persons with dated roles, offices, cities, titles.
///
/// Read from plain tables that a person can edit in a spreadsheet; see each table's first lines.
public struct ActorLexicon: Sendable {
  /// The actors and places.
  public private(set) var entries: [ActorEntry] = []
  /// The ids of the offices (`head-of-state`), by number.
  public private(set) var offices: [String] = []
  /// The English names of the offices, by number.
  public private(set) var officeNames: [String] = []
  /// Who held what when.
  public private(set) var roles: [ActorRole] = []
  /// The phrases and, for each, what it can mean.
  public private(set) var phrases = PhraseTable(minimumCapacity: 1 << 14)
  /// The meanings, by the payload of ``phrases``.
  public private(set) var senses: [[ActorSense]] = []
  /// The hash of each person's last name, by entry; 0 when none.
  public private(set) var surnames: [UInt64] = []
  /// The capital of a country, by the country's entry.
  public private(set) var capitals: [Int32: Int32] = [:]

  /// The forces of states, by entry: bodies under arms whose name ends in their state's adjective.
  public private(set) var stateForces: Set<Int32> = []

  private var numbers: [String: Int32] = [:]
  private var officeNumbers: [String: Int32] = [:]

  /// Reads the tables of a folder.
  public init(folder: DataFolder) throws(DataFileError) {
    try readCountries(folder)
    try readOrganisations(folder)
    try readOffices(folder)
    try readPersons(folder)
    try readPlaces(folder)
    try readTitles(folder)
    try readBlocs(folder)
  }

  /// The entry of an id.
  public func entry(id: String) -> Int32 { numbers[id] ?? -1 }

  /// The office of an id.
  public func office(id: String) -> Int32 { officeNumbers[id] ?? -1 }

  /// Who held an office of a country or organisation on a day, if exactly one role fits.
  ///
  /// Without a day the last holder is meant.
  public func holder(of office: Int32, in holder: Int32, on day: CivilDate?) -> Int32 {
    var found: ActorRole?
    for role in roles where role.office == office && role.holder == holder {
      if let day {
        guard role.from <= day.dayNumber, day.dayNumber <= role.until else { continue }
      }
      if let known = found, known.from >= role.from { continue }
      found = role
    }
    return found?.person ?? -1
  }

  // MARK: - Reading

  private mutating func add(
    _ form: String,
    _ kind: ActorSense.Kind,
    _ entry: Int32,
    number: WordNumber = .single,
    definite: Bool = false
  ) {
    add(
      FoldedText.wordHashes(of: form),
      ActorSense(kind: kind, entry: entry, number: number, definite: definite)
    )
  }

  private mutating func add(_ words: [UInt64], _ sense: ActorSense) {
    guard !words.isEmpty else { return }
    let next = Int32(truncatingIfNeeded: senses.count)
    let payload = Int(phrases.insert(words, payload: next))
    if payload == senses.count { senses.append([]) }
    guard payload >= 0, payload < senses.count else { return }
    let isKnown = senses[payload].contains { $0.kind == sense.kind && $0.entry == sense.entry }
    if !isKnown { senses[payload].append(sense) }
  }

  private mutating func number(
    of id: String,
    kind: ActorKind,
    name: String,
    english: String,
    country: Int32 = -1,
    category: String = ""
  ) -> Int32 {
    if let known = numbers[id] { return known }
    let number = Int32(truncatingIfNeeded: entries.count)
    numbers[id] = number
    entries.append(
      ActorEntry(
        id: id,
        kind: kind,
        name: name,
        english: english,
        country: country,
        category: category
      )
    )
    surnames.append(0)
    return number
  }

  private mutating func readCountries(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("countries.tsv", in: folder, columns: 4).rows {
      let entry = number(of: row[0], kind: .country, name: row[3], english: row[2])
      entries[Int(entry)].country = entry
      switch row[1] {
      case "name", "alias": add(row[3], .country, entry)
      case "adjective": addNationality(row[3], entry, kind: .adjective)
      default: throw row.fault(in: 1, named: "kind", allowed: "name, alias or adjective")
      }
    }
  }

  /// Each word of the adjective is inflected alike: «كوري جنوبي», «الكورية الجنوبية».
  private mutating func addNationality(_ form: String, _ entry: Int32, kind: ActorSense.Kind) {
    let text = FoldedText(form)
    let words = text.tokens.map { WordForms.nationality(Array(text.letters(of: $0))) }
    guard let first = words.first else { return }
    for (index, form) in first.enumerated() {
      let parallel = words.allSatisfy { index < $0.count }
      guard parallel else { continue }
      add(
        words.map { WordHash.of($0[index].letters) },
        ActorSense(
          kind: kind,
          entry: entry,
          number: form.number,
          definite: form.shape == .definite
        )
      )
    }
  }

  private mutating func readOrganisations(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("organisations.tsv", in: folder, columns: 6).rows {
      let entry = number(
        of: row[0],
        kind: .organisation,
        name: row[5],
        english: row[4],
        country: numbers[row[2]] ?? -1,
        category: row[3]
      )
      if row[3] == "armed", let last = FoldedText.wordHashes(of: row[5]).last {
        let payload = Int(phrases.payload(of: last))
        let country = entries[Int(entry)].country
        if country >= 0, payload >= 0, row[1] == "name",
          senses[payload].contains(where: { $0.kind == .adjective && $0.entry == country })
        {
          stateForces.insert(entry)
        }
      }
      add(row[5], .organisation, entry)
    }
  }

  private mutating func readOffices(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("offices.tsv", in: folder, columns: 6).rows {
      let office = officeNumber(row[0], english: row[4])
      let number: WordNumber
      switch row[1] {
      case "singular": number = .single
      case "dual": number = .dual
      case "plural": number = .plural
      default: throw row.fault(in: 1, named: "number", allowed: "singular, dual or plural")
      }
      add(row[5], .office, office, number: number)
    }
  }

  private mutating func officeNumber(_ id: String, english: String) -> Int32 {
    if let known = officeNumbers[id] { return known }
    let number = Int32(truncatingIfNeeded: offices.count)
    officeNumbers[id] = number
    offices.append(id)
    officeNames.append(english)
    return number
  }

  private mutating func readPersons(_ folder: DataFolder) throws(DataFileError) {
    let rows = try TableFile("persons.tsv", in: folder, columns: 5).rows
    for row in rows {
      let entry = number(
        of: row[0],
        kind: .person,
        name: row[4],
        english: row[3],
        country: numbers[row[2]] ?? -1
      )
      let words = FoldedText.wordHashes(of: row[4])
      if surnames[Int(entry)] == 0, words.count > 1 { surnames[Int(entry)] = words.last ?? 0 }
      switch row[1] {
      case "name", "alias": add(row[4], .person, entry)
      case "surname": add(row[4], .surname, entry)
      default: throw row.fault(in: 1, named: "kind", allowed: "name, alias or surname")
      }
    }
    spellForeignG(of: rows)
    for row in try TableFile("roles.tsv", in: folder, columns: 6).rows {
      roles.append(
        ActorRole(
          person: numbers[row[0]] ?? -1,
          office: officeNumber(row[1], english: row[1]),
          holder: numbers[row[2]] ?? -1,
          from: Self.day(row[3], isEnd: false) ?? .min,
          until: Self.day(row[4], isEnd: true) ?? .max
        )
      )
    }
  }

  /// Newsrooms write a foreign g as غ, ج, ق or ك: «أردوغان», «أردوجان».
  ///
  /// A spelling that is already someone's stays his.
  private mutating func spellForeignG(of rows: [TableFile.Row]) {
    let ghain: Character = "\u{063A}"
    for row in rows where row[4].contains(ghain) && row[3].lowercased().contains("g") {
      guard let entry = numbers[row[0]] else { continue }
      let kind: ActorSense.Kind = row[1] == "surname" ? .surname : .person
      for letter: Character in ["\u{062C}", "\u{0642}", "\u{0643}"] {
        let words = FoldedText.wordHashes(of: String(row[4].map { $0 == ghain ? letter : $0 }))
        let isTaken = words.count == 1 && words.allSatisfy { phrases.payload(of: $0) >= 0 }
        if !isTaken {
          add(words, ActorSense(kind: kind, entry: entry, number: .single, definite: false))
        }
      }
    }
  }

  /// The day number of `2021-07-26`, `2021-07` or `2021`; their last day at an end.
  private static func day(_ text: String, isEnd: Bool) -> Int32? {
    if let day = CivilDate(iso: text) { return day.dayNumber }
    let parts = text.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil else { return nil }
    let month = parts.count > 1 ? parts[1] ?? 1 : isEnd ? 12 : 1
    let day = isEnd ? max(1, CivilDate.days(inMonth: month, year: year)) : 1
    return CivilDate(year: year, month: month, day: day)?.dayNumber
  }

  private mutating func readPlaces(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("cities.tsv", in: folder, columns: 5).rows {
      let country = numbers[row[1]] ?? -1
      let entry = number(
        of: row[0],
        kind: .city,
        name: row[4],
        english: row[3],
        country: country,
        category: row[2]
      )
      if row[2] == "yes", capitals[country] == nil { capitals[country] = entry }
      add(row[4], .city, entry)
    }
    for row in try TableFile("places.tsv", in: folder, columns: 4).rows {
      let entry = number(
        of: row[0],
        kind: .place,
        name: row[3],
        english: row[2],
        country: numbers[row[1]] ?? -1
      )
      add(row[3], .place, entry)
    }
  }

  private mutating func readBlocs(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("blocs.tsv", in: folder, columns: 2).rows {
      guard let entry = numbers[row[0]] else {
        throw row.fault(in: 0, named: "id", allowed: "an id of organisations.tsv")
      }
      addNationality(row[1], entry, kind: .bloc)
    }
  }

  private mutating func readTitles(_ folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("titles.tsv", in: folder, columns: 2).rows {
      add(row[1], .title, -1)
    }
  }
}
