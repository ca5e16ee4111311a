import ArticleReading
import Exporting

/// What a job answers to one item: lines of output, complaints, and how it counts.
struct Answer: Sendable {
  /// The lines of output.
  var bytes: [UInt8] = []
  /// What the user is told.
  var messages: [String] = []
  /// How the item counts.
  var tally = Tally()

  /// Counts a fault, tells of it, and answers it by a line of its own.
  mutating func add(_ fault: ArticleFault, writesLine: Bool, to writer: inout JSONWriter) {
    // A record of a stream is answered in its place; a whole file is told to the user.
    if let line = fault.line {
      tally.bad += 1
      if writesLine {
        FaultLine(
          id: fault.id,
          line: line,
          code: fault.reason.code,
          message: fault.reason.description
        ).write(to: &writer)
      } else {
        messages.append(fault.description)
      }
    } else {
      tally.unreadable += fault.reason.isOfSystem ? 1 : 0
      tally.bad += fault.reason.isOfSystem ? 0 : 1
      messages.append(fault.description)
    }
  }
}

extension ArticleFault.Reason {
  /// Whether the system refused the file, rather than what stands in it being wrong.
  var isOfSystem: Bool {
    switch self {
    case .missing, .unreadable, .notAFile: true
    default: false
    }
  }
}
