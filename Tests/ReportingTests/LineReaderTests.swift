import Testing

@testable import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Lines of a stream")
struct LineReaderTests {
  /// The lines of a text that comes through a pipe.
  private func lines(of text: String, limit: Int = 1 << 20) throws -> [LineReader.Line] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let bytes = Array(text.utf8)
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    var reader = LineReader(descriptor: ends[0], name: "pipe", limit: limit)
    var all: [LineReader.Line] = []
    while true {
      let next = try reader.next(bytes: 1)
      if next.isEmpty { return all }
      all += next
    }
  }

  @Test("Lines are numbered; ends of either kind fall away; the last needs none")
  func ends() throws {
    let lines = try lines(of: "a\r\n\nb\nc")
    #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "", "b", "c"])
    #expect(lines.map(\.number) == [1, 2, 3, 4])
    #expect(try self.lines(of: "a\n").count == 1)
    #expect(try self.lines(of: "").isEmpty)
  }

  @Test("A line over the limit is told and the next is read")
  func limit() throws {
    let lines = try lines(of: "abc\nabcd\nab\nabcdef", limit: 3)
    #expect(lines.map(\.isTooLong) == [false, true, false, true])
    #expect(lines.map(\.bytes.count) == [3, 0, 2, 0])
  }

  @Test("Threads keep the order", arguments: [1, 2, 7])
  func order(_ count: Int) {
    let threads = OrderedThreads(count: count)
    #expect(threads.map(Array(0..<1000)) { $0 * 2 } == (0..<1000).map { $0 * 2 })
    #expect(threads.map([Int]()) { $0 }.isEmpty)
  }
}
