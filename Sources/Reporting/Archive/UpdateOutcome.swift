import EventArchive

extension ArchiveUpdate {
  /// What an update found.
  struct Outcome: Sendable {
    /// What was counted, of all files whether they were read now or before.
    var tally = Tally()
    /// The records that were set aside now, which nobody was told of yet.
    var newlySetAside: [SetAside] = []
    /// All records that are set aside.
    var setAside: [SetAside] = []
    /// What the manifest says of the files, sorted by path.
    var inputs: [Manifest.Input] = []
    /// How many articles were read now.
    var read = 0
    /// The files that hold events, which the archive does not keep.
    var eventFiles: [String] = []
  }
}

extension ArchiveUpdate.Outcome {
  /// Counts a file, read now or before.
  mutating func count(_ file: ArchivedFile, as path: String) {
    tally.good += file.good
    tally.bad += file.setAside.count
    setAside += file.setAside.map {
      SetAside(
        file: path,
        line: $0.line,
        offset: $0.offset,
        code: $0.code,
        message: $0.message
      )
    }
    if file.holdsEvents { eventFiles.append(path) }
    guard !file.digest.isEmpty else { return }
    inputs.append(
      Manifest.Input(
        path: file.path,
        sha256: ReadingKey.unmarked(file.digest),
        articles: file.good,
        bad: file.setAside.count
      )
    )
  }

  /// Counts what could not be read at all.
  mutating func fail(_ record: SetAside) {
    tally.unreadable += 1
    newlySetAside.append(record)
    setAside.append(record)
  }
}
