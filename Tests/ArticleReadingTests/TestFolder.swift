import DataFiles
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Files beside the tests, and a folder of their own to write in.
enum TestFolder {
  /// The lines of a corpus file without its comments.
  static func lines(_ name: String) -> [String] {
    guard let bytes = try? DataFolder(path: folder).bytes(of: "Corpus/\(name)") else {
      Issue.record("cannot read \(folder)/Corpus/\(name)")
      return []
    }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
      .filter { $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// This module's folder among the tests.
  static let folder = String(#filePath.dropLast("/TestFolder.swift".count))

  /// Runs a test in an empty folder, which goes away after it.
  static func temporary(_ body: (String) throws -> Void) rethrows {
    var template = Array("/tmp/tarikh-test-XXXXXX".utf8CString)
    let path = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return nil }
      return String(cString: made)
    }
    guard let path else {
      Issue.record("no temporary folder")
      return
    }
    defer { remove(tree: path) }
    try body(path)
  }

  /// Writes a file.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) {
    guard let file = fopen(path, "wb") else {
      Issue.record("cannot write \(path)")
      return
    }
    let bytes = Array(bytes)
    let written = fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    #expect(written == bytes.count)
  }

  private static func remove(tree path: String) {
    if let directory = opendir(path) {
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      closedir(directory)
      for name in names {
        let inside = path + "/" + name
        // A link is taken away, not what it points to.
        if unlink(inside) != 0 { remove(tree: inside) }
      }
      rmdir(path)
    }
  }
}
