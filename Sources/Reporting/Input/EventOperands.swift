import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells operands that hold events and nothing else: they need none of the word tables, and reading
/// those takes longer than drawing a sheet.
enum EventOperands {
  /// Whether every operand is a table or a file of event lines; one glance at each line's begin.
  static func holdOnlyEvents(_ operands: [String]) -> Bool {
    !operands.isEmpty
      && operands.allSatisfy { TableSource.reads($0) || (isLines($0) && holdsOnlyEvents($0)) }
  }

  private static func isLines(_ file: String) -> Bool {
    let name = file.lowercased()
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
  }

  private static func holdsOnlyEvents(_ file: String) -> Bool {
    guard let bytes = try? FileBytes.read(file, limit: 64 << 20) else { return false }
    let begin = Array("{\"schema\":".utf8)
    return bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        guard let base = bytes.baseAddress else { return false }
        let rest = bytes.count - start
        let end = memchr(base + start, 0x0A, rest).map { base.distance(to: UnsafeRawPointer($0)) }
        let line = bytes[start..<(end ?? bytes.count)]
        if !line.isEmpty, !line.starts(with: begin) { return false }
        start = (end ?? bytes.count) + 1
      }
      return true
    }
  }
}

extension Fault {
  /// Operands that could be read and told of nothing.
  init(noEventsIn operands: [String]) {
    if !operands.isEmpty, operands.allSatisfy(TableSource.reads) {
      let files = operands.joined(separator: ", ")
      self.init(
        .noData,
        "\(files): a table without rows",
        remedy: "write an event in each row below the names of the columns"
      )
    } else {
      self.init(.noData, "no articles and no events", remedy: "name files or a folder of them")
    }
  }
}
