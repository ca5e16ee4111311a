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

  @Test("SVG is refused with the way to a PNG")
  func vector() throws {
    let fault = try #require(try fault(of: Array("<svg xmlns='x'/>".utf8), name: "logo.svg"))
    #expect(fault.remedy.contains("rsvg-convert"))
  }

  @Test("A report without a logo has none")
  func none() throws {
    let plain = Report(name: "a", file: "a.yaml")
    #expect(try LogoFile(report: plain).picture() == nil)
  }
}
