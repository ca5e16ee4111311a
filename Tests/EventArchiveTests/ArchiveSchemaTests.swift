import EventArchive
import Testing

@Suite("Archive")
struct ArchiveSchemaTests {
  @Test("A file that is not there cannot be read")
  func missing() {
    #expect(throws: ArchiveError.missing(path: "/nonexistent/a.sqlite")) {
      _ = try Archive(path: "/nonexistent/a.sqlite", for: .reading)
    }
  }
}
