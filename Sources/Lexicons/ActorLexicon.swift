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
  public private(set) var phrases = PhraseTable(minimumCapacity: 1 << 15)
  /// The meanings, by the payload of ``phrases``.
  public private(set) var senses: [ActorSenses] = []
  /// The hash of each person's last name, by entry; 0 when none.
  public private(set) var surnames: [UInt64] = []
  /// The capital of a country, by the country's entry.
  public private(set) var capitals: [Int32: Int32] = [:]

  /// Foreign persons by their consonants.
  public private(set) var foreigners = ForeignNames()

  /// The first words of the persons' full names.
  private var givenNames: Set<UInt64> = []
  /// The words of each person's names, mixed with his entry.
  private var nameWords: Set<UInt64> = []

  private var numbers: [String: Int32] = [:]
  /// The id that was asked for last, while the tables are read.
  private var latest: (bytes: ArraySlice<UInt8>, number: Int32)?
  /// The country or organisation that was asked for last.
  private var latestHolder: (bytes: ArraySlice<UInt8>, number: Int32)?
  private var officeNumbers: [String: Int32] = [:]

  /// Reads the tables of a folder.
  ///
  /// - Parameter userTables: the paths of a user's tables, or of folders of them; see
  ///   ``GazetteerRows``.
  public init(folder: DataFolder, userTables: [String] = []) throws(DataFileError) {
    let tables = try GazetteerRows(folder: folder, userTables: userTables)
    entries.reserveCapacity(4096)
    surnames.reserveCapacity(4096)
    roles.reserveCapacity(2048)
    givenNames.reserveCapacity(2048)
    nameWords.reserveCapacity(8192)
    senses.reserveCapacity(1 << 15)
    try readCountries(tables)
    try readOrganisations(tables)
    try readOffices(tables)
    try readPersons(tables)
    try readRoles(tables)
    try readPlaces(tables)
    try readTitles(tables)
    try readBlocs(tables)
    latest = nil
    latestHolder = nil
  }

  /// The entry of an id.
  public func entry(id: String) -> Int32 { numbers[id] ?? -1 }

  /// The office of an id.
  public func office(id: String) -> Int32 { officeNumbers[id] ?? -1 }

  /// Whether a full name of the tables begins with a word.
  public func isGivenName(_ word: UInt64) -> Bool { givenNames.contains(word) }

  /// Whether one of a person's names has a word.
  public func bears(_ person: Int32, _ word: UInt64) -> Bool {
    nameWords.contains(Self.mixed(word, person))
  }

  private static func mixed(_ word: UInt64, _ person: Int32) -> UInt64 {
    word &+ UInt64(UInt32(bitPattern: person)) &* 0x9E37_79B9_7F4A_7C15
  }

  // MARK: - Reading

  private mutating func add(
    _ form: ArraySlice<UInt8>,
    _ kind: ActorSense.Kind,
    _ entry: Int32,
    number: WordNumber = .single,
    definite: Bool = false
  ) {
    add(
      FoldedText.wordHashes(utf8: form),
      ActorSense(kind: kind, entry: entry, number: number, definite: definite)
    )
  }

  /// Adds a meaning of a phrase.
  mutating func add(_ words: [UInt64], _ sense: ActorSense) {
    guard !words.isEmpty else { return }
    let next = Int32(truncatingIfNeeded: senses.count)
    let payload = Int(phrases.insert(words, payload: next))
    if payload == senses.count {
      senses.append(ActorSenses(sense))
    } else if payload >= 0, payload < senses.count {
      senses[payload].add(sense)
    }
  }

  /// The entry of a row's id, made by the id's first row; `name`, `english` and so on are columns.
  private mutating func number(
    of entry: GazetteerRows.Entry,
    kind: ActorKind,
    name: Int,
    english: Int,
    country: Int32 = -1,
    category: Int? = nil
  ) -> Int32 {
    let row = entry.row
    // The rows of an id mostly follow one another.
    let bytes = entry.idBytes
    if let latest, latest.bytes == bytes { return latest.number }
    let id = entry.id
    let known = numbers[id]
    let number = known ?? Int32(truncatingIfNeeded: entries.count)
    latest = (bytes, number)
    guard known == nil else { return number }
    numbers[id] = number
    entries.append(
      ActorEntry(
        id: id,
        kind: kind,
        name: row[name],
        english: row[english],
        country: country,
        category: category.map { row[$0] } ?? ""
      )
    )
    surnames.append(0)
    return number
  }

  /// The entry of a column that names a country or an organisation; -1 when it is empty.
  private mutating func holder(
    _ column: Int,
    of entry: GazetteerRows.Entry
  ) throws(DataFileError) -> Int32 {
    let bytes = entry.row.bytes(of: column)
    if bytes.isEmpty { return -1 }
    if let latestHolder, latestHolder.bytes == bytes { return latestHolder.number }
    guard let number = numbers[entry.row[column]] else {
      // A user may drop a country that shipped rows name.
      guard entry.isOwn else { return -1 }
      throw entry.row.fault(in: column, named: "country", allowed: "an id such as IQ or o:un, or -")
    }
    latestHolder = (bytes, number)
    return number
  }

  /// The kind a row names in a column, by its place among the allowed ones.
  private func kind(
    _ allowed: [StaticString],
    _ column: Int,
    of row: TableFile.Row
  ) throws(DataFileError) -> Int {
    let bytes = row.bytes(of: column)
    let found = allowed.firstIndex { $0.withUTF8Buffer { $0.elementsEqual(bytes) } }
    guard let found else {
      let names = allowed.map(\.description).joined(separator: ", ")
      throw row.fault(in: column, named: "kind", allowed: "one of \(names)")
    }
    return found
  }

  private mutating func readCountries(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .countries) {
      let row = entry.row
      let number = number(of: entry, kind: .country, name: 3, english: 2)
      entries[Int(number)].country = number
      switch try kind(["name", "alias", "adjective"], 1, of: row) {
      case 2: addNationality(row.bytes(of: 3), number, kind: .adjective)
      default: add(row.bytes(of: 3), .country, number)
      }
    }
  }

  private mutating func readOrganisations(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .organisations) {
      let number = number(
        of: entry,
        kind: .organisation,
        name: 5,
        english: 4,
        country: try holder(2, of: entry),
        category: 3
      )
      add(entry.row.bytes(of: 5), .organisation, number)
    }
  }

  private mutating func readOffices(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .offices) {
      let row = entry.row
      let office = officeNumber(entry.id, english: row[4])
      let numbers: [WordNumber] = [.single, .dual, .plural]
      let number = numbers[try kind(["singular", "dual", "plural"], 1, of: row)]
      add(row.bytes(of: 5), .office, office, number: number)
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

  private mutating func readPersons(_ tables: GazetteerRows) throws(DataFileError) {
    let persons = try tables.rows(of: .persons)
    for entry in persons {
      let row = entry.row
      let number = number(
        of: entry,
        kind: .person,
        name: 4,
        english: 3,
        country: try holder(2, of: entry)
      )
      let words = FoldedText.wordHashes(utf8: row.bytes(of: 4))
      if words.count > 1 {
        if surnames[Int(number)] == 0 { surnames[Int(number)] = words.last ?? 0 }
        if let first = words.first { givenNames.insert(first) }
        for word in words { nameWords.insert(Self.mixed(word, number)) }
      }
      let isSurname = try kind(["name", "alias", "surname"], 1, of: row) == 2
      let country = entries[Int(number)].country
      if country >= 0, ForeignNames.isForeign(entries[Int(country)].id) {
        foreigners.add(row.bytes(of: 4), number)
      }
      add(
        words,
        ActorSense(
          kind: isSurname ? .surname : .person,
          entry: number,
          number: .single,
          definite: false
        )
      )
    }
    spellForeignG(of: persons)
  }

  private mutating func readRoles(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .roles) {
      let row = entry.row
      let id = entry.id
      guard let person = numbers[id] else {
        // Whom a user drops loses his offices too.
        if tables.dropped.contains(id) { continue }
        throw row.fault(in: 0, named: "person", allowed: "an id of persons.tsv")
      }
      if entry.isOwn, officeNumbers[row[1]] == nil {
        throw row.fault(in: 1, named: "office", allowed: "an id of offices.tsv")
      }
      roles.append(
        ActorRole(
          person: person,
          office: officeNumber(row[1], english: row[1]),
          holder: try holder(2, of: entry),
          from: try Self.day(3, of: row, isEnd: false) ?? .min,
          until: try Self.day(4, of: row, isEnd: true) ?? .max
        )
      )
    }
  }

  private mutating func readPlaces(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .cities) {
      let country = try holder(1, of: entry)
      let number = number(
        of: entry,
        kind: .city,
        name: 4,
        english: 3,
        country: country,
        category: 2
      )
      if try kind(["yes", "no"], 2, of: entry.row) == 0, capitals[country] == nil {
        capitals[country] = number
      }
      add(entry.row.bytes(of: 4), .city, number)
    }
    for entry in try tables.rows(of: .places) {
      let number = number(
        of: entry,
        kind: .place,
        name: 3,
        english: 2,
        country: try holder(1, of: entry)
      )
      add(entry.row.bytes(of: 3), .place, number)
    }
  }

  private mutating func readBlocs(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .blocs) {
      guard let number = numbers[entry.id] else {
        if tables.dropped.contains(entry.id) { continue }
        throw entry.row.fault(in: 0, named: "id", allowed: "an id of organisations.tsv")
      }
      addNationality(entry.row.bytes(of: 1), number, kind: .bloc)
    }
  }

  private mutating func readTitles(_ tables: GazetteerRows) throws(DataFileError) {
    for entry in try tables.rows(of: .titles) { add(entry.row.bytes(of: 1), .title, -1) }
  }
}
