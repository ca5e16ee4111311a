import FoundationEssentials
import NewsModel

/// Reads `events.jsonl` back: every line with the key `schema` is an event.
///
/// Offsets of mentions come back as they were written, in code points: their articles are not at
/// hand. What the format does not hold (the parties and dates of single mentions) is empty.
public struct EventFile: Sendable {
  /// The events, in the file's order.
  public private(set) var events: [Event] = []
  /// The lines that could not be read.
  public private(set) var faults: [FaultLine] = []
  /// The numbers of the lines that are no events (articles, perhaps), counted from 1.
  public private(set) var others: [Int] = []

  /// Reads the bytes of a file; never fails as a whole.
  public init(_ bytes: [UInt8]) {
    var number = 0
    var start = 0
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { start = mark.count }
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      number += 1
      let line = bytes[start..<end]
      start = end + 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      read(line, number: number)
    }
  }

  /// Whether a line is an event: an object with the key `schema`.
  public static func isEvent(_ line: some Sequence<UInt8>) -> Bool {
    let bytes = Array(line)
    guard holdsKey(bytes) else { return false }
    return (try? JSONDecoder().decode(SchemaProbe.self, from: Data(bytes)))?.schema != nil
  }

  private mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
    if let event = EventScan.event(line) {
      events.append(event)
      return
    }
    let bytes = Array(line)
    // The probe reads all of the JSON, so articles are passed over by a look at the bytes first.
    guard EventFile.holdsKey(bytes) else {
      others.append(number)
      return
    }
    let data = Data(bytes)
    let decoder = JSONDecoder()
    var id: String?
    do {
      let probe = try decoder.decode(SchemaProbe.self, from: data)
      id = probe.id
      guard let schema = probe.schema else {
        others.append(number)
        return
      }
      guard schema == "event/1" else {
        faults.append(
          FaultLine(
            id: id,
            line: number,
            code: "schema",
            message: "schema ‘\(schema)’ is not known; this version reads event/1"
          )
        )
        return
      }
      events.append(try decoder.decode(EventRecord.self, from: data).event)
    } catch {
      faults.append(
        FaultLine(id: id, line: number, code: "json", message: EventFile.message(for: error))
      )
    }
  }

  private static func holdsKey(_ bytes: [UInt8]) -> Bool {
    let key = Array("\"schema\"".utf8)
    guard bytes.count >= key.count else { return false }
    var index = 0
    while let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
      if bytes[quote...].starts(with: key) { return true }
      index = quote + 1
    }
    return false
  }

  /// One line of what is wrong; the decoder's own words are several and differ by platform.
  private static func message(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not readable as an event" }
    func path(_ context: DecodingError.Context) -> String {
      let keys = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      return keys.isEmpty ? "the line" : keys.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      let place = context.codingPath.isEmpty ? "" : " in \(path(context))"
      return "key ‘\(key.stringValue)’ is missing\(place)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(path(context)) holds a value of another kind"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "not JSON; each line must be one whole object"
        : "\(path(context)): \(context.debugDescription)"
    @unknown default: return "not readable as an event"
    }
  }
}

/// The keys that tell what a line is.
private struct SchemaProbe: Decodable {
  var schema: String?
  var id: String?
}
