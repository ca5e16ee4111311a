import ArgumentParser
import Reporting

/// `tarikh doctor`: what the tool found around it, and what is missing.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Shows versions, data folders, libraries and fonts, and what is missing."
  )

  func run() throws {
    let findings = Doctor().findings()
    var output = ByteWriter.standardOutput()
    for finding in findings {
      let state = finding.isWell ? "ok     " : "MISSING"
      try output.write("\(state) \(finding.subject): \(finding.found)\n")
    }
    try output.flush()
    guard let missing = findings.first(where: { !$0.isWell }) else { return }
    throw Fault(.unavailable, "\(missing.subject): \(missing.found)", remedy: "")
  }
}
