import EventArchive

extension Fault {
  /// The fault of an archive.
  init(_ error: ArchiveError) {
    let status: Status =
      switch error {
      case .missing: .noInput
      case .foreign, .newer, .damaged, .dump: .noData
      case .full, .inputOutput: .inputOutput
      case .notPermitted: .notPermitted
      case .busy: .locked
      }
    self.init(status, error.description, remedy: "")
  }
}

/// Turns the archive's faults into those of a run.
func catching<Value>(
  _ body: () throws(ArchiveError) -> Value
) throws(Fault) -> Value {
  do throws(ArchiveError) {
    return try body()
  } catch {
    throw Fault(error)
  }
}
