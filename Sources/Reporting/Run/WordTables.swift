import DataFiles
import Dispatch
public import Lexicons

/// The word tables of the stages, read once.
public struct WordTables: Sendable {
  /// The words of dates; `nil` when nothing is to be read.
  public let dates: DateLexicon?
  /// When weeks and fiscal years begin, by the country of a source; `nil` without words of dates.
  public let customs: SourceCustoms?
  /// The triggers of events and the gazetteer; `nil` when only dates are wanted.
  public let events: (triggers: EventLexicon, actors: ActorLexicon)?

  /// The tables of dates: a tenth of all, read in a fraction of the time.
  public static func ofDates() throws(Fault) -> WordTables { try WordTables(withEvents: false) }

  /// All tables.
  ///
  /// - Parameter userTables: the paths of a user's tables of actors, or of folders of them.
  public static func ofEvents(userTables: [String] = []) throws(Fault) -> WordTables {
    try WordTables(withEvents: true, userTables: userTables)
  }

  /// No words at all: for events that were found before.
  public static var none: WordTables { WordTables() }

  private init() {
    dates = nil
    customs = nil
    events = nil
  }

  private init(withEvents: Bool, userTables: [String] = []) throws(Fault) {
    do throws(DataFileError) {
      let folder = try LexiconFolder.arabic()
      customs = try SourceCustoms(folder: folder)
      guard withEvents else {
        dates = try DateLexicon(folder: folder)
        events = nil
        return
      }
      let read = Reading.ofAll(folder, userTables: userTables)
      dates = try read.dates?.get()
      let triggers = try read.triggers?.get()
      let actors = try read.actors?.get()
      events = triggers.flatMap { triggers in actors.map { (triggers, $0) } }
    } catch {
      if !userTables.isEmpty { throw Fault(ofUserTable: error) }
      throw Fault(error)
    }
  }

  /// The names of states by their codes, for lanes and headings; on an English sheet, those of other
  /// places by their ids too, for events have them in Arabic.
  func placeNames(language: String) -> [String: String] {
    var names: [String: String] = [:]
    let isEnglish = language == "en"
    for entry in events?.actors.entries ?? [] {
      switch entry.kind {
      case .country: names[entry.id] = isEnglish ? entry.english : entry.name
      case .city, .place:
        if isEnglish, !entry.english.isEmpty { names[entry.id] = entry.english }
      case .organisation, .person: break
      }
    }
    return names
  }

  /// The codes of the countries that sources may be from.
  var sourceCountries: [String]? { customs?.countries }

  /// The names that filters choose by; `nil` when only dates are wanted.
  var vocabulary: Vocabulary? {
    events.map { Vocabulary(events: $0.triggers, actors: $0.actors) }
  }
}

/// The three great tables, each read by a thread of its own: every run of a filter waits for them.
private struct Reading: Sendable {
  var dates: Result<DateLexicon, DataFileError>?
  var triggers: Result<EventLexicon, DataFileError>?
  var actors: Result<ActorLexicon, DataFileError>?

  static func ofAll(_ folder: DataFolder, userTables: [String]) -> Reading {
    let reading = Guarded(Reading())
    DispatchQueue.concurrentPerform(iterations: 3) { part in
      switch part {
      case 0:
        let actors = Result { () throws(DataFileError) in
          let actors = DataFolder(path: "\(folder.path)/actors")
          return try ActorLexicon(folder: actors, userTables: userTables)
        }
        reading.withLock { $0.actors = actors }
      case 1:
        let triggers = Result { () throws(DataFileError) in
          try EventLexicon(folder: DataFolder(path: "\(folder.path)/events"))
        }
        reading.withLock { $0.triggers = triggers }
      default:
        let dates = Result { () throws(DataFileError) in try DateLexicon(folder: folder) }
        reading.withLock { $0.dates = dates }
      }
    }
    return reading.withLock { $0 }
  }
}

extension Fault {
  /// The fault of a data file that ships with the tool.
  init(_ error: DataFileError) {
    switch error {
    case .folderMissing, .unreadable: self.init(.unavailable, error.description, remedy: "")
    case .columns, .value: self.init(.configuration, error.description, remedy: "")
    }
  }
}
