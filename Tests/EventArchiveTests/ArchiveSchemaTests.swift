import Testing

@testable import EventArchive

@Suite("Archive file")
struct ArchiveSchemaTests {
  @Test("A file that is not there cannot be read")
  func missing() {
    #expect(throws: ArchiveError.missing(path: "/nonexistent/a.sqlite")) {
      _ = try Archive(path: "/nonexistent/a.sqlite", for: .reading)
    }
  }

  @Test("A file of another program is left as it is")
  func foreign() throws {
    let folder = TemporaryFolder()
    let path = folder.write("some notes that are no archive at all", to: "a.sqlite")
    #expect(throws: ArchiveError.foreign(path: path)) {
      _ = try Archive(path: path, for: .writing)
    }
    #expect(folder.read("a.sqlite") == "some notes that are no archive at all")
  }

  @Test("An archive of a newer form is refused untouched")
  func newer() throws {
    let folder = TemporaryFolder()
    let path = folder.path("a.sqlite")
    let newer = ArchiveSchema(steps: ArchiveSchema.current.steps + ["CREATE TABLE news(x)"])
    try Archive(path: path, for: .writing, schema: newer).close()
    let before = folder.bytes("a.sqlite")
    for access in [Archive.Access.reading, .writing] {
      #expect(throws: ArchiveError.newer(path: path, version: newer.version)) {
        _ = try Archive(path: path, for: access)
      }
    }
    #expect(folder.bytes("a.sqlite") == before)
  }

  @Test("An older form is brought up to date, with a copy of it beside")
  func older() throws {
    let folder = TemporaryFolder()
    let path = folder.path("a.sqlite")
    let archive = try Archive(path: path, for: .writing)
    try archive.set("report", to: "daily")
    archive.close()
    let steps = ArchiveSchema.current.steps + ["ALTER TABLE build ADD COLUMN host TEXT"]
    let renewed = try Archive(path: path, for: .writing, schema: ArchiveSchema(steps: steps))
    #expect(try renewed.setting("report") == "daily")
    renewed.close()
    let copy = try Archive(path: "\(path).v\(ArchiveSchema.current.version).backup", for: .reading)
    #expect(try copy.setting("report") == "daily")
  }

  @Test("What an interrupted first build left is no obstacle")
  func empty() throws {
    let folder = TemporaryFolder()
    let path = folder.write("", to: "a.sqlite")
    let archive = try Archive(path: path, for: .writing)
    #expect(try archive.faults().isEmpty)
  }
}
