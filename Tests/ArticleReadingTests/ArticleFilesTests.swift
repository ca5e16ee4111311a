import ArticleReading
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Files and folders")
struct ArticleFilesTests {
  @Test("A folder gives its readable files, sorted, each once")
  func walk() {
    TestFolder.temporary { folder in
      for inside in ["/b", "/b/c", "/.hidden"] { mkdir(folder + inside, 0o755) }
      let names = [
        "/z.txt", "/a.md", "/b/d.jsonl", "/b/c/e.TXT", "/b/x.pdf", "/.f.txt", "/.hidden/g.txt",
        "/txt", "/10.txt", "/9.txt", "/b/w.docx",
      ]
      for name in names { TestFolder.write("x".utf8, to: folder + name) }
      // A link back up ends the walk; a link to nowhere is nobody's input.
      symlink(folder, folder + "/b/loop")
      symlink(folder + "/nowhere.txt", folder + "/gone.txt")
      let files = ArticleFiles([folder, folder + "/a.md", folder + "/b/x.pdf"])
      #expect(
        files.paths.map { String($0.dropFirst(folder.count)) } == [
          "/10.txt", "/9.txt", "/a.md", "/b/c/e.TXT", "/b/d.jsonl", "/b/w.docx", "/b/x.pdf",
          "/z.txt",
        ]
      )
      #expect(files.faults.isEmpty)
    }
  }

  @Test("What is missing or unreadable is told")
  func faults() {
    TestFolder.temporary { folder in
      TestFolder.write("x".utf8, to: folder + "/x.pdf")
      let files = ArticleFiles([folder + "/no.txt", folder + "/x.pdf"])
      #expect(files.faults.map(\.reason.code) == ["missing"])
      #expect(
        files.faults.first?.description
          == "\(folder)/no.txt: no such file or folder; check the path"
      )
      #expect(codes(folder + "/no.txt") == ["missing"])
      #expect(codes(folder + "/x.pdf") == ["unknown-format"])
      TestFolder.write("x".utf8, to: folder + "/w.docx")
      #expect(codes(folder + "/w.docx") == ["unknown-format"])
      #expect(codes(folder) == ["unknown-format"])
      mkdir(folder + "/d.txt", 0o755)
      #expect(codes(folder + "/d.txt") == ["unreadable"])
      mkdir(folder + "/d.jsonl", 0o755)
      #expect(codes(folder + "/d.jsonl") == ["unreadable"])
    }
  }

  private func codes(_ path: String) -> [String] {
    var codes: [String] = []
    ArticleReader(furniture: .none).read(path) { record in
      if case .fault(let fault) = record { codes.append(fault.reason.code) }
    }
    return codes
  }
}
