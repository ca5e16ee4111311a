import Chronology
import DataFiles

/// Finds the clocks of time zones in the database that the system has (the IANA's, `tzdata`).
enum TimeZones {
  /// Where systems keep it.
  static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]

  /// The folder that is there.
  static var folder: String? { folders.first(where: FileBytes.isFolder) }

  /// The clock that a report names: `Asia/Baghdad`, or `+03:00` for a place that never sets it.
  static func clock(_ node: ConfigurationNode) throws(Fault) -> ZoneClock {
    let name = try node.text(named: "timezone")
    if let clock = ZoneClock(offset: name) { return clock }
    guard let folder else {
      throw node.fault(
        "timezone ‘\(name)’: this system has no time zone database",
        remedy: "install it with ‘apt-get install tzdata’, or write ‘+03:00’"
      )
    }
    // A name is a path inside the folder, and nothing else.
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "/_+-".utf8.contains(byte)
    }
    if isPlain, !name.isEmpty, !name.hasPrefix("/"),
      let bytes = try? FileBytes.read("\(folder)/\(name)", limit: 1 << 20),
      let clock = ZoneClock(tzif: bytes)
    {
      return clock
    }
    let guess = Spelling.nearest(to: name, among: names(in: folder))
    throw node.fault(
      "timezone ‘\(name)’ is not known",
      remedy: guess.map { "did you mean ‘\($0)’?" } ?? "write it like Asia/Baghdad or +03:00"
    )
  }

  /// The names that the database lists, one for each place: for guessing what was meant.
  private static func names(in folder: String) -> [String] {
    for table in ["zone1970.tab", "zone.tab"] {
      guard let bytes = try? FileBytes.read("\(folder)/\(table)", limit: 1 << 20) else { continue }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        let columns = line.split(separator: "\t")
        return line.hasPrefix("#") || columns.count < 3 ? nil : String(columns[2])
      }
    }
    return []
  }
}
