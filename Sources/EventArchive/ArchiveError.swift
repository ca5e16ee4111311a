import GRDB

/// Why an archive cannot be used; every message gives place, fault and remedy.
public enum ArchiveError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The file is no archive of this tool.
  case foreign(path: String)
  /// A newer version of the tool wrote it; it is left as it is.
  case newer(path: String, version: Int)
  /// Its pages or rows are damaged.
  case damaged(path: String, detail: String)
  /// The disk is full.
  case full(path: String)
  /// The system may not read or write it.
  case notPermitted(path: String, detail: String)
  /// Reading or writing failed.
  case inputOutput(path: String, detail: String)
  /// Another program holds it.
  case busy(path: String)
  /// A line of a dump cannot be read.
  case dump(line: Int, detail: String)
}

extension ArchiveError: CustomStringConvertible {
  /// Place, fault and remedy in one line.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such archive; run ‘tarikh build’ first, or correct the path"
    case .foreign(let path):
      "\(path): is no archive of tarikh; name another file, or move it away"
    case .newer(let path, let version):
      "\(path): was written by a newer tarikh (form \(version)); update tarikh, the archive is untouched"
    case .damaged(let path, let detail):
      "\(path): is damaged (\(detail)); move it away and run ‘tarikh build’, "
        + "or ‘tarikh archive restore’ a dump"
    case .full(let path): "\(path): the disk is full; free some space and run again"
    case .notPermitted(let path, let detail):
      "\(path): \(detail); ask for the right to write there"
    case .inputOutput(let path, let detail): "\(path): \(detail); check the disk and run again"
    case .busy(let path): "\(path): another program holds it; run again later"
    case .dump(let line, let detail): "line \(line) of the dump: \(detail); dump the archive again"
    }
  }

  /// The error that SQLite's own amounts to.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? ArchiveError ?? .damaged(path: path, detail: "\(error)")
      return
    }
    let detail = error.message ?? "error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      self = .notPermitted(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_IOERR, .SQLITE_NOMEM: self = .inputOutput(path: path, detail: detail)
    default: self = .damaged(path: path, detail: detail)
    }
  }
}
