import ArgumentParser
import Reporting

/// `tarikh doctor`: what the tool found around it, or what it makes of a file.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Shows versions, data, libraries and fonts, or why a file was refused.",
    discussion: """
      With files it tells what is read of each: articles with their dates and furniture, signs that \
      turn the order of letters, and every refusal with its reason; of an archive its state, of a \
      report, style or table its faults.
      """
  )

  @Argument(
    help: ArgumentHelp("Articles, an archive, a report, a style or a table.", valueName: "file")
  )
  var files: [String] = []

  func run() throws {
    var findings: [Doctor.Finding] = []
    if files.isEmpty { findings = Doctor().findings() }
    for file in files { findings += try FileDoctor(path: file).findings() }
    let bad = files.isEmpty ? "MISSING" : "REFUSED"
    var output = ByteWriter.standardOutput()
    for finding in findings {
      try output.write("\(finding.isWell ? "ok     " : bad) \(finding.subject): \(finding.found)\n")
    }
    try output.flush()
    guard let fault = findings.first(where: { !$0.isWell }) else { return }
    let status: Fault.Status = files.isEmpty ? .unavailable : .noData
    throw Fault(status, "\(fault.subject): \(fault.found)", remedy: "")
  }
}
