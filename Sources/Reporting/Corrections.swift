/// What people corrected by hand: `corrections.yaml` beside the report.
struct Corrections: Sendable {
  /// The bytes of the file; `nil` when there is none.
  var bytes: [UInt8]?

  init(of report: Report) throws(Fault) {}
}
