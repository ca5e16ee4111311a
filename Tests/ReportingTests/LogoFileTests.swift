import DataFiles
import Testing

@testable import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("The logo of a report")
struct LogoFileTests {
  private func report(logo: String) throws -> Report {
    try ReportFile(path: "desk/daily.yaml").report(
      yaml: """
        version: 1
        masthead: Desk
        logo: \(logo)
        articles: inbox
        sheets: [{name: a}]
        """
    )
  }

  /// The fault of a logo with these bytes.
  private func fault(of bytes: [UInt8]?, name: String = "logo.png") throws -> Fault? {
    var template = Array("/tmp/tarikh-logo-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    if let bytes { try AtomicFile.write(bytes, to: "\(folder)/\(name)") }
    let report = try report(logo: "\(folder)/\(name)")
    do throws(Fault) {
      _ = try LogoFile(report: report).picture()
      return nil
    } catch {
      return error
    }
  }

  @Test("A missing file is missing input, told with the line that names it")
  func missing() throws {
    let fault = try #require(try fault(of: nil))
    #expect(fault.status == .noInput)
    #expect(fault.what.hasPrefix("desk/daily.yaml:3: logo: "))
  }

  @Test("What cannot be drawn is a fault of the report", arguments: ["GIF89a", "<svg/>", ""])
  func unreadable(_ text: String) throws {
    let fault = try #require(try fault(of: Array(text.utf8)))
    #expect(fault.status == .configuration)
    #expect(fault.what.hasPrefix("desk/daily.yaml:3: logo ‘"))
    #expect(!fault.remedy.isEmpty)
  }

  private func svg(_ inside: String) -> [UInt8] {
    Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 30'>\(inside)</svg>".utf8)
  }

  @Test("SVG of paths is a logo; words and pixels in it are refused")
  func vector() throws {
    let path = "<title>Desk</title><path d='M0 0h60v30H0z'/>"
    #expect(try fault(of: svg(path), name: "logo.svg") == nil)
    for held in ["<text x='1' y='9'>Desk</text>", "<image href='/etc/passwd'/>"] {
      let fault = try #require(try fault(of: svg(path + held), name: "logo.svg"))
      #expect(fault.status == .configuration)
      #expect(fault.what.contains("it holds "))
    }
  }

  @Test("A report without a logo has none")
  func none() throws {
    let plain = Report(name: "a", file: "a.yaml")
    #expect(try LogoFile(report: plain).picture() == nil)
  }
}
