#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The built tool, run as a user runs it.
struct ToolProcess {
  /// What a run left behind.
  struct Outcome {
    /// The exit code, or 128 and the signal.
    var status: Int32
    var output: String
    var messages: String
  }

  /// The binary beside the test bundle.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let executable = String(
      decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    return executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/tarikh"
  }()

  /// Runs the tool to its end through a shell, so that redirections can be tried as users write them.
  ///
  /// - Parameter script: a line of shell in which `tarikh` is the tool.
  static func run(_ script: String, input: String = "") -> Outcome {
    let folder = temporaryFolder()
    defer { remove(folder) }
    write(input, to: "\(folder)/in")
    let line = """
      tarikh() { \(quoted(path)) "$@"; }
      cd \(quoted(folder)) && { \(script)
      } <in >out 2>err
      """
    let result = line.withCString { system($0) }
    let status = result & 0x7f == 0 ? (result >> 8) & 0xff : 128 + (result & 0x7f)
    return Outcome(
      status: status,
      output: read("\(folder)/out"),
      messages: read("\(folder)/err")
    )
  }

  private static func quoted(_ path: String) -> String { "'\(path)'" }

  private static func temporaryFolder() -> String {
    var template = Array("/tmp/tarikh-test-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "/nonexistent"
    }
  }

  private static func remove(_ folder: String) {
    _ = "rm -rf -- \(quoted(folder))".withCString { system($0) }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "rb") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
