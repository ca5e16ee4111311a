import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folder of a report's sheets: overwrites nothing but what the tool itself wrote there.
struct OutputFolder {
  let path: String
  /// The names of files that may be replaced.
  var own: Set<String>
  /// Whether files of others may be replaced too.
  let isForced: Bool

  /// Makes the folder and those above it, unless they are there.
  ///
  /// A link in the folder's place leads out of the output folder, where nobody asked for sheets.
  func create() throws(Fault) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      if mkdir(part, 0o777) == 0 { continue }
      let code = errno
      var status = stat()
      guard stat(part, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .writing(part, errno: code)
      }
    }
    guard isForced || FileBytes.isOwnFolder(path) else {
      throw Fault(
        .cannotCreate,
        "\(path): a link to elsewhere",
        remedy: "name its target as the report's output, or use --force"
      )
    }
  }

  /// Complains of a file that stands where one is to be written and is not the tool's.
  func check(_ name: String) throws(Fault) {
    guard !isForced, !own.contains(name), FileBytes.exists("\(path)/\(name)") else { return }
    throw Fault(
      .cannotCreate,
      "\(path)/\(name): is there already and was not written by tarikh",
      remedy: "move it away or use --force"
    )
  }

  /// Writes a file whole or not at all; a link in its place is replaced, not followed.
  func write(_ bytes: [UInt8], as name: String) throws(Fault) {
    let target = "\(path)/\(name)"
    do throws(FileWriteError) {
      try AtomicFile.write(bytes, to: target)
    } catch {
      throw .writing(target, errno: error.errno)
    }
  }

  /// Writes a file beside its place, to be moved there when all that belongs with it is written.
  func draft(_ bytes: [UInt8], as name: String) throws(Fault) -> AtomicFile.Draft {
    let target = "\(path)/\(name)"
    do throws(FileWriteError) {
      return try AtomicFile.draft(bytes, of: target)
    } catch {
      throw .writing(target, errno: error.errno)
    }
  }

  /// Moves a file into its place; a link there is replaced, not followed.
  func place(_ draft: AtomicFile.Draft) throws(Fault) {
    do throws(FileWriteError) {
      try draft.place()
    } catch {
      throw .writing(draft.path, errno: error.errno)
    }
  }

  /// Removes a file of the tool's own that no sheet has any more.
  func remove(_ name: String) throws(Fault) {
    // A manifest that others wrote could name any path.
    guard !name.utf8.contains(UInt8(ascii: "/")) else { return }
    guard own.contains(name), unlink("\(path)/\(name)") != 0, errno != ENOENT else { return }
    throw .writing("\(path)/\(name)", errno: errno)
  }
}
