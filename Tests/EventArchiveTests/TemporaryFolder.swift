#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that goes with the test.
final class TemporaryFolder {
  private let folder: String

  init() {
    var template = Array("/tmp/tarikh-archive-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "/nonexistent"
    }
  }

  deinit { _ = "rm -rf -- '\(folder)'".withCString { system($0) } }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ text: String, to name: String) -> String {
    if let file = fopen(path(name), "wb") {
      fputs(text, file)
      fclose(file)
    }
    return path(name)
  }

  func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen(path(name), "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }

  func read(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }
}
