#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A buffered writer to an open file descriptor; standard output has one.
///
/// Writing goes on in the buffer after a failed write, and the failure is thrown by the next flush:
/// the writer of a line need not know where its line goes.
public struct ByteWriter: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private let limit: Int
  private var buffer: [UInt8] = []

  /// A writer to a descriptor that the caller closes.
  ///
  /// - Parameter name: what messages call it.
  public init(descriptor: Int32, name: String, limit: Int = 1 << 18) {
    self.descriptor = descriptor
    self.name = name
    self.limit = limit
    buffer.reserveCapacity(limit + 4096)
  }

  /// Standard output.
  public static func standardOutput() -> ByteWriter {
    ByteWriter(descriptor: STDOUT_FILENO, name: "standard output")
  }

  /// Appends a text.
  public mutating func write(_ text: String) throws(Fault) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= limit { try flush() }
  }

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) throws(Fault) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= limit { try flush() }
  }

  /// Writes out what the buffer holds.
  public mutating func flush() throws(Fault) {
    var written = 0
    while written < buffer.count {
      let result = buffer.withUnsafeBytes { bytes in
        bytes.baseAddress.map { systemWrite(descriptor, $0 + written, bytes.count - written) } ?? 0
      }
      if result < 0 {
        let code = errno
        if code == EINTR { continue }
        buffer.removeAll()
        throw .writing(name, errno: code)
      }
      written += result
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The system's `write`, whose name the writer's own methods hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
