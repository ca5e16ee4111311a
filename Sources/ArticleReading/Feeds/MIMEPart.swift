/// One part of a MIME message: headers, an empty line, a body (RFC 2045).
struct MIMEPart: Sendable {
  /// The headers by their names in small letters; the first of a name counts.
  private(set) var headers: [String: String] = [:]
  private let body: ArraySlice<UInt8>

  /// Splits a message or part.
  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var name = ""
    var seen: Set<String> = []
    while !rest.isEmpty {
      let line = Self.takeLine(&rest)
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        // A long header goes on after white space.
        if !name.isEmpty { headers[name]? += " " + Self.trimmed(line) }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      name = seen.insert(key).inserted ? key : ""
      if !name.isEmpty { headers[name] = Self.trimmed(line[(colon + 1)...]) }
    }
    body = rest
  }

  /// The value of `name=value` in a header.
  func parameter(_ name: String, of header: String) -> String? {
    guard let value = headers[header] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = Self.trimmed(Array(part[..<equals].utf8)[...]).lowercased()
      guard key == name else { continue }
      let raw = Self.trimmed(Array(part[part.index(after: equals)...].utf8)[...])
      return raw.hasPrefix("\"") && raw.hasSuffix("\"") && raw.utf8.count >= 2
        ? String(raw.dropFirst().dropLast()) : raw
    }
    return nil
  }

  /// The part that is the page: the first of HTML, parts inside parts looked through.
  func page(depth: Int) -> MIMEPart? {
    let kind = headers["content-type"]?.lowercased() ?? ""
    if kind.hasPrefix("text/html") || kind.hasPrefix("application/xhtml") { return self }
    guard depth < 8, kind.hasPrefix("multipart/"),
      let boundary = parameter("boundary", of: "content-type"), !boundary.isEmpty
    else { return nil }
    for part in Self.parts(body, boundary: boundary) {
      if let page = MIMEPart(part).page(depth: depth + 1) { return page }
    }
    return nil
  }

  /// The body, its transfer encoding taken off.
  var content: [UInt8] {
    switch headers["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": Self.quotedPrintable(body)
    case "base64": Self.base64(body)
    default: Array(body)
    }
  }

  // MARK: - Lines and parts

  private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[rest.startIndex..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between the lines of a boundary.
  private static func parts(_ body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let fence = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var rest = body
    while !rest.isEmpty {
      let begin = rest.startIndex
      let line = takeLine(&rest)
      guard line.starts(with: fence) else { continue }
      if let start { parts.append(body[start..<begin]) }
      start = rest.startIndex
      if line.dropFirst(fence.count).starts(with: Array("--".utf8)) { return parts }
    }
    // A file cut short has no last boundary.
    if let start { parts.append(body[start...]) }
    return parts
  }

  // MARK: - Transfer encodings

  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      let rest = body[index...].prefix(2)
      if rest.first == 0x0A {
        index += 1
      } else if rest.elementsEqual([0x0D, 0x0A]) {
        index += 2
      } else if rest.count == 2, let high = hex(rest[rest.startIndex]),
        let low = hex(rest[rest.startIndex + 1])
      {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
