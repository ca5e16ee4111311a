import Reporting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Faults")
struct FaultTests {
  @Test(
    "A failed write has the exit code of its cause",
    arguments: [
      (ENOSPC, Fault.Status.inputOutput), (EIO, .inputOutput), (EACCES, .notPermitted),
      (EROFS, .notPermitted), (ENOENT, .cannotCreate), (EISDIR, .cannotCreate),
      (EPIPE, .pipeClosed),
    ]
  )
  func writing(_ code: Int32, _ status: Fault.Status) {
    #expect(Fault.writing("out.pdf", errno: code).status == status)
  }

  @Test("A fault is one line, whatever stands in the file's name")
  func oneLine() {
    let fault = Fault.reading("a\nb\u{1b}[31m.txt", errno: ENOENT)
    #expect(fault.description == "a b [31m.txt: no such file or directory; check the path")
  }
}
