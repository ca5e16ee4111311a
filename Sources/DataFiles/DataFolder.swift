#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of data files that ships with the tool.
///
/// SwiftPM's `Bundle.module` traps when the binary moves, so the folder is looked for by hand: in
/// `TARIKH_DATA`, beside the executable, then in `../share/tarikh`.
public struct DataFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// A folder known by its path.
  public init(path: String) { self.path = path }

  /// The resources of one of the tool's modules.
  ///
  /// - Parameter module: the module's name; SwiftPM lays its resources in `tarikh_<module>.resources`.
  /// - Throws: ``DataFileError/folderMissing(module:tried:)`` with every place that was tried.
  public static func resources(of module: String) throws(DataFileError) -> DataFolder {
    var candidates: [String] = []
    if let override = getenv("TARIKH_DATA") {
      candidates.append(String(cString: override) + "/" + module)
    }
    let folder = executableFolder()
    candidates.append("\(folder)/tarikh_\(module).resources")
    candidates.append("\(folder)/../share/tarikh/\(module)")
    for candidate in candidates where access(candidate, R_OK) == 0 {
      return DataFolder(path: candidate)
    }
    throw .folderMissing(module: module, tried: candidates)
  }

  /// The bytes of one file.
  public func bytes(of name: String) throws(DataFileError) -> [UInt8] {
    let file = "\(path)/\(name)"
    guard let handle = fopen(file, "rb") else { throw .unreadable(file: file) }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(fileno(handle), &status) == 0, status.st_size > 0, status.st_size < 1 << 30 {
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, handle)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[0..<count])
    }
    guard ferror(handle) == 0 else { throw .unreadable(file: file) }
    return bytes
  }

  /// The names of the files in a folder inside, sorted.
  public func files(in folder: String) throws(DataFileError) -> [String] {
    let inside = "\(path)/\(folder)"
    guard let directory = opendir(inside) else { throw .unreadable(file: inside) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func executableFolder() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[0..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(path[..<slash])
  }
}
