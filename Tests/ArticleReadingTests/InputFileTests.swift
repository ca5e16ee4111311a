import ArticleReading
import NewsModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What an operand can name beside a file.
@Suite("What is opened")
struct InputFileTests {
  /// The texts of what a path gives, or the codes of its faults.
  private func read(_ path: String) -> [String] {
    var found: [String] = []
    ArticleReader(furniture: .none).read(path) { record in
      switch record {
      case .article(let article, _): found.append(article.text)
      case .fault(let fault): found.append(fault.reason.code)
      case .event: found.append("event")
      }
    }
    return found
  }

  @Test("A pipe that nobody writes to and a device without end are told at once")
  func endless() {
    TestFolder.temporary { folder in
      for name in ["a.txt", "a.jsonl"] {
        #expect(mkfifo("\(folder)/\(name)", 0o600) == 0)
        #expect(symlink("/dev/zero", "\(folder)/zero-\(name)") == 0)
        #expect(read("\(folder)/\(name)") == ["not-a-file"])
        #expect(read("\(folder)/zero-\(name)") == ["not-a-file"])
      }
      #expect(read("/dev/zero") == ["not-a-file"])
      #expect(read(folder) == ["unknown-format"])
    }
  }

  @Test("A pipe with a writer is read to its end, however late the words come")
  func pipe() throws {
    try TestFolder.temporary { folder in
      let path = "\(folder)/a.jsonl"
      #expect(mkfifo(path, 0o600) == 0)
      let script =
        "(sleep 0.2; printf '{\"text\":\"a\"}\\n'; sleep 0.2; printf '{\"text\":\"b\"}\\n')"
      let writer = try #require(popen("\(script) >'\(path)'", "w"))
      #expect(read(path) == ["a", "b"])
      #expect(pclose(writer) == 0)
    }
  }

  @Test("A file of nothing is told, whatever its kind", arguments: ["a.txt", "a.md", "a.html"])
  func empty(_ name: String) {
    TestFolder.temporary { folder in
      for text in ["", " \r\n\t\n"] {
        TestFolder.write(text.utf8, to: "\(folder)/\(name)")
        #expect(read("\(folder)/\(name)") == ["no-text"])
      }
      TestFolder.write("---\ntitle: t\n---\n".utf8, to: "\(folder)/titled.txt")
      #expect(read("\(folder)/titled.txt") == [""])
    }
  }

  // MARK: - Offsets

  /// The line, the offset and the code of each fault of a file.
  private func faults(_ path: String, limit: Int) -> [String] {
    var found: [String] = []
    ArticleReader(furniture: .none, limit: limit).read(path) { record in
      guard case .fault(let fault) = record else { return }
      found.append("\(fault.line ?? 0) \(fault.offset ?? -1) \(fault.reason.code)")
    }
    return found
  }

  @Test("A fault tells where its line begins, behind lines that were not kept too")
  func offsets() {
    TestFolder.temporary { folder in
      let path = "\(folder)/a.jsonl"
      let good = "{\"text\":\"a\"}"
      let long = "{\"text\":\"\(String(repeating: "x", count: 1 << 20))\"}"
      let lines = [
        "\u{FEFF}\(good)", "bad", "", "", "\(good)\r", "[]", long, "bad", good, "\r", "bad",
      ]
      TestFolder.write(lines.joined(separator: "\n").utf8, to: path)
      var starts = [0]
      for line in lines { starts.append(starts[starts.count - 1] + line.utf8.count + 1) }
      #expect(
        faults(path, limit: 100) == [
          "2 \(starts[1]) bad-json", "3 \(starts[2]) blank-line", "4 \(starts[3]) blank-line",
          "6 \(starts[5]) not-an-object", "7 \(starts[6]) too-large", "8 \(starts[7]) bad-json",
          "10 \(starts[9]) blank-line", "11 \(starts[10]) bad-json",
        ]
      )
    }
  }

  @Test(
    "Empty lines are told one by one; where line ends are mixed no offset is told, or the right one"
  )
  func blanks() {
    TestFolder.temporary { folder in
      let path = "\(folder)/a.jsonl"
      TestFolder.write("x\n\(String(repeating: "\n", count: 300_000))y\n".utf8, to: path)
      let found = faults(path, limit: 100)
      #expect(found.count == 300_002)
      #expect(
        found.suffix(3) == [
          "300000 300000 blank-line", "300001 300001 blank-line", "300002 300002 bad-json",
        ]
      )
      TestFolder.write("x\n\n\r\n\ny\n".utf8, to: path)
      #expect(
        faults(path, limit: 100) == [
          "1 0 bad-json", "2 2 blank-line", "3 3 blank-line", "4 5 blank-line", "5 6 bad-json",
        ]
      )
      let pair = "\n\r\n"
      TestFolder.write("x\n\(String(repeating: pair, count: 200_000))y\n".utf8, to: path)
      let mixed = faults(path, limit: 100)
      #expect(mixed.count == 400_002)
      #expect(mixed.last == "400002 600002 bad-json")
      for (index, fault) in mixed.enumerated().dropFirst().dropLast() {
        let start = 2 + (index - 1) / 2 * 3 + (index - 1) % 2
        #expect(
          fault == "\(index + 1) \(start) blank-line" || fault == "\(index + 1) -1 blank-line"
        )
      }
    }
  }
}
