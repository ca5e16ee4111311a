import Testing

@testable import Chronology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Clocks of time zones")
struct ZoneClockTests {
  private static let folder = "/usr/share/zoneinfo"

  private func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }

  @Test(
    "Offsets and days are those of date(1)",
    .enabled(if: access(folder + "/Asia/Baghdad", R_OK) == 0, "tzdata is not installed")
  )
  func system() throws {
    var clocks: [Substring: ZoneClock] = [:]
    var compared = 0
    for line in TestFile.lines("Golden/zones.txt") {
      let columns = line.split(separator: "\t")
      try #require(columns.count == 4)
      if clocks[columns[0]] == nil {
        clocks[columns[0]] = ZoneClock(tzif: bytes("\(Self.folder)/\(columns[0])"))
      }
      let clock = try #require(clocks[columns[0]])
      let instant = try #require(Int(columns[1]))
      let written = try #require(ZoneClock(offset: String(columns[2])))
      #expect(clock.secondsEast(at: instant) == written.secondsEast(at: instant), "\(line)")
      #expect(clock.day(at: instant)?.description == String(columns[3]), "\(line)")
      compared += 1
    }
    #expect(compared == 585)
  }

  /// A file of two changes and a footer, as RFC 9636 lays it out.
  private func file(footer: String, changes: [Int64] = [0, 1_000_000]) -> [UInt8] {
    func number(_ value: Int64, _ width: Int) -> [UInt8] {
      (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    func head(times: Int, types: Int) -> [UInt8] {
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        + [0, 0, 0, times, types, 4].flatMap { number(Int64($0), 4) }
    }
    let types = number(7200, 4) + [0, 0] + number(10_800, 4) + [1, 0]
    let first = head(times: 0, types: 1) + number(0, 4) + [0, 0] + Array("UTC\0".utf8)
    let second =
      head(times: changes.count, types: 2) + changes.flatMap { number($0, 8) }
      + changes.indices.map { UInt8($0 % 2 == 0 ? 1 : 0) } + types + Array("EET\0".utf8)
    return first + second + Array("\n\(footer)\n".utf8)
  }

  @Test("Before the first change, between changes, and by the rule of the last line")
  func parts() throws {
    let clock = try #require(ZoneClock(tzif: file(footer: "EET-2EEST,M4.5.5/0,M10.5.4/24")))
    #expect(clock.secondsEast(at: -1) == 7200)
    #expect(clock.secondsEast(at: 0) == 10_800)
    #expect(clock.secondsEast(at: 999_999) == 10_800)
    #expect(clock.secondsEast(at: 1_000_000) == 7200)
    // Cairo, 2050: from the last Friday of April to the last Thursday of October, at its end.
    let april = try #require(CivilDate(iso: "2050-04-29")?.dayNumber)
    #expect(clock.secondsEast(at: Int(april) * 86_400 - 7201) == 7200)
    #expect(clock.secondsEast(at: Int(april) * 86_400 - 7200) == 10_800)
    let october = try #require(CivilDate(iso: "2050-10-28")?.dayNumber)
    #expect(clock.secondsEast(at: Int(october) * 86_400 - 10_801) == 10_800)
    #expect(clock.secondsEast(at: Int(october) * 86_400 - 10_800) == 7200)
    #expect(clock.day(at: Int(april) * 86_400 - 7200) == CivilDate(iso: "2050-04-29"))
  }

  @Test(
    "Rules as POSIX writes them",
    arguments: [
      ("<+03>-3", 10_800), ("UTC0", 0), ("<-0330>3:30", -12_600),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600),
      ("X", nil), ("EET", nil), ("EET-2EEST", nil), ("EET-2EEST,M13.1.1,M1.1.1", nil), ("", nil),
      ("<+03-3", nil), ("EET-999", nil), ("EET-2EEST,M4.5.5/0", nil),
    ] as [(String, Int?)]
  )
  func rules(_ text: String, _ seconds: Int?) {
    // An instant in July.
    #expect(ZoneRule(text)?.secondsEast(at: 1_626_000_000) == seconds)
  }

  @Test("Files cut anywhere, and bytes changed, never trap")
  func damaged() {
    let whole = file(footer: "EET-2EEST,M4.5.5/0,M10.5.4/24")
    for count in 0...whole.count {
      var bytes = Array(whole[..<count])
      _ = ZoneClock(tzif: bytes)
      for index in stride(from: count % 7, to: bytes.count, by: 7) { bytes[index] ^= 0xFF }
      let clock = ZoneClock(tzif: bytes)
      for instant in [Int.min, -1, 0, 1 << 40, Int.max] { _ = clock?.day(at: instant) }
    }
    #expect(ZoneClock(tzif: whole.reversed()) == nil)
    #expect(ZoneClock(tzif: file(footer: "", changes: [5, 5])) == nil, "changes go forward")
  }

  @Test(
    "Offsets by hand",
    arguments: [
      ("+03:00", 180), ("-0330", -210), ("Z", 0), ("UTC", 0), ("+3", nil), ("03:00", nil),
      ("+25:00", nil), ("+03:60", nil), ("+03-00", nil), ("", nil), ("+٠٣:٠٠", nil),
    ] as [(String, Int?)]
  )
  func offsets(_ text: String, _ minutes: Int?) {
    #expect(ZoneClock(offset: text)?.secondsEast(at: 0) == minutes.map { $0 * 60 })
  }
}
