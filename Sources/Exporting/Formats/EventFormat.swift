public import Chronology
public import DataFiles
public import NewsModel

/// A way to write events as data for other programs: one file a format, one line in the list.
public protocol EventFormat: Sendable {
  /// What the command line and reports call it.
  var name: String { get }
  /// How the names of its files end, without the dot.
  var fileExtension: String { get }

  /// Writes the events in their order; the same events give the same bytes.
  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile
}

/// What is written: the events of one sheet.
public struct ExportedSheet: Sendable {
  /// The title over them.
  public var title: String
  /// The day they are true of.
  public var asOf: CivilDate?
  /// The events, in the order to write them in.
  public var events: [Event]
  /// Where their tellings stand in code points.
  public var offsets: MentionOffsets

  /// A sheet of events.
  public init(
    title: String = "",
    asOf: CivilDate? = nil,
    events: [Event],
    offsets: MentionOffsets = MentionOffsets()
  ) {
    self.title = title
    self.asOf = asOf
    self.events = events
    self.offsets = offsets
  }
}

/// The bytes of a file, and what could not be said in its format.
public struct ExportedFile: Sendable {
  /// The bytes.
  public var bytes: [UInt8]
  /// The events that the format has no room for, such as those without a date.
  public var leftOut: [Event]

  /// A file.
  public init(bytes: [UInt8], leftOut: [Event] = []) {
    self.bytes = bytes
    self.leftOut = leftOut
  }
}

/// The formats there are.
public struct EventFormatList: Sendable {
  /// The formats; where two share an extension, the first is meant by it.
  public let formats: [any EventFormat]

  /// All formats; a new one is a line here.
  ///
  /// - Parameters:
  ///   - line: writes the events of `.jsonl`.
  ///   - types: the types of events that `event.schema.json` knows.
  public init(line: EventLine, types: Set<EventType>) throws(DataFileError) {
    let folder = try DataFolder.resources(of: "Exporting")
    formats = [
      TimelineCSV(), PlainCSV(), EventLinesFormat(line: line, types: types), ICalendar(),
      TimelineJSON(), try HTMLPage(in: folder), Markwhen(), SchemaOrg(),
    ]
  }

  /// The names, in the list's order.
  public var names: [String] { formats.map(\.name) }

  /// The format of a name.
  public func named(_ name: String) -> (any EventFormat)? { formats.first { $0.name == name } }

  /// The format that a file's name ends in.
  public func of(path: String) -> (any EventFormat)? {
    let path = path.lowercased()
    return formats.first { format in
      let end = ".\(format.fileExtension)"
      let stem = path.dropLast(end.utf8.count)
      return path.hasSuffix(end) && !stem.isEmpty && !stem.hasSuffix("/")
    }
  }
}

/// The words that exports use, in one language; the sheets' own, handed in.
public protocol ExportWords: Sendable {
  /// The language as BCP 47 writes it.
  var language: String { get }
  /// Whether the language reads from right to left.
  var isRightToLeft: Bool { get }

  /// The word of a key, with its blanks filled in.
  func word(_ key: String, _ blanks: [String: String]) -> String
  /// A count in words.
  func count(_ key: String, _ number: Int) -> String
  /// A whole number in the chosen digits.
  func number(_ number: Int) -> String
  /// What a type of event is called.
  func typeName(_ type: EventType) -> String
  /// The date of an event in words, doubt included.
  func date(of event: Event) -> String
  /// One source's reading of a date, given in EDTF, in words.
  func reading(_ edtf: String) -> String
  /// A day in words.
  func day(_ day: CivilDate) -> String
}

extension ExportWords {
  /// The word of a key that has no blanks.
  func word(_ key: String) -> String { word(key, [:]) }

  /// What joins the words of a list.
  var listSeparator: String { word("list") + " " }
}
