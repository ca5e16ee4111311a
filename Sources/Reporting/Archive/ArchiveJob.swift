import ArticleReading
import DataFiles
import EventArchive
import Exporting
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `tarikh archive`: looks after the archive itself.
public struct ArchiveJob: Sendable {
  private let path: String

  /// A job on an archive.
  public init(_ choice: ArchiveChoice) throws(Fault) { path = try choice.path() }

  /// Looks for damage.
  ///
  /// - Returns: what the archive holds, a line each.
  public func check() throws(Fault) -> [String] {
    let archive = try open()
    defer { archive.close() }
    let faults = try catching { () throws(ArchiveError) in try archive.faults() }
    guard faults.isEmpty else {
      throw Fault(
        .noData,
        "\(path): \(faults.joined(separator: "; "))",
        remedy: "restore a dump or a backup, or move it away and run ‘tarikh build’"
      )
    }
    let counts = try catching { () throws(ArchiveError) in try archive.counts() }
    let builds = try catching { () throws(ArchiveError) in try archive.builds(limit: 5) }
    return counts.map { "\($0.count) \($0.name)s" }
      + builds.map { build in
        "build \(build.number), \(build.day ?? "no day"): \(build.events) events, "
          + "\(build.added) new, \(build.changed) changed, \(build.dropped) dropped"
      }
  }

  /// Copies the archive as it is, while builds may go on.
  public func backUp(to copy: String, isForced: Bool) throws(Fault) {
    try refuse(copy, unless: isForced)
    let archive = try open()
    defer { archive.close() }
    try catching { () throws(ArchiveError) in try archive.backUp(to: copy) }
  }

  /// Writes the archive as lines of JSON.
  public func dump(into output: inout ByteWriter) throws(Fault) {
    let archive = try open()
    defer { archive.close() }
    // The lines are handed on inside a read, which takes every fault for the archive's own.
    var failure: Fault?
    do throws(ArchiveError) {
      try archive.dump { line in
        do throws(Fault) {
          try output.write(line)
        } catch {
          failure = error
          throw error
        }
      }
    } catch {
      throw failure ?? Fault(error)
    }
    try output.flush()
  }

  /// Makes the archive anew from the lines of a dump.
  public func restore(from dump: String, isForced: Bool) throws(Fault) {
    try refuse(path, unless: isForced)
    let descriptor = dump == "-" ? STDIN_FILENO : Glibc.open(dump, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .reading(dump, errno: errno) }
    defer { if dump != "-" { close(descriptor) } }
    var lock = BuildLock(patience: 0)
    if FileBytes.exists(path) { try lock.take(file: path) }
    let draft = "\(path).tarikh-draft"
    for name in [draft, "\(draft)-wal", "\(draft)-shm"] { unlink(name) }
    do throws(Fault) {
      try fill(draft, from: descriptor)
    } catch {
      for name in [draft, "\(draft)-wal", "\(draft)-shm"] { unlink(name) }
      throw error
    }
    // The log of the old archive must not be read into the new one.
    for name in ["\(path)-wal", "\(path)-shm"] { unlink(name) }
    guard rename(draft, path) == 0 else { throw .writing(path, errno: errno) }
  }

  private func fill(_ draft: String, from descriptor: Int32) throws(Fault) {
    let archive = try catching { () throws(ArchiveError) in
      try Archive(path: draft, for: .writing)
    }
    defer { archive.close() }
    var source = LineSource(descriptor: descriptor, limit: 1 << 31)
    try catching { () throws(ArchiveError) in
      var block: LineBlock.Lines?
      func next() -> [UInt8]? {
        while true {
          if let line = block?.next() { return line.bytes }
          guard let more = source.next() else { return nil }
          block = more.lines
        }
      }
      try archive.restore(from: next, words: FoldedWords.index) { line in
        EventFile(Array(line.utf8)).events.first.map(EventChanges.words) ?? ""
      }
    }
  }

  /// Forgets articles that no file holds any more.
  public func forget(_ ids: [String]) throws(Fault) -> Int {
    var lock = BuildLock(patience: 0)
    try lock.take(file: path)
    let archive = try catching { () throws(ArchiveError) in try Archive(path: path, for: .writing) }
    defer { archive.close() }
    var count = 0
    for id in ids { count += try catching { () throws(ArchiveError) in try archive.forget(id) } }
    try catching { () throws(ArchiveError) in try archive.set(BuildState.setting, to: "") }
    return count
  }

  private func open() throws(Fault) -> Archive {
    try catching { () throws(ArchiveError) in try Archive(path: path, for: .reading) }
  }

  private func refuse(_ file: String, unless isForced: Bool) throws(Fault) {
    guard !isForced, FileBytes.exists(file) else { return }
    throw Fault(.cannotCreate, "\(file): is there already", remedy: "move it away or use --force")
  }
}
