/// What each exit code says, for the help and the manual page.
enum ExitCodes {
  /// The codes in their order.
  static let meanings: [(code: String, meaning: String)] = [
    ("0", "done or nothing to do"),
    ("3", "done, but more bad input than --max-bad allows, or warnings under --strict"),
    ("64", "the command line is wrong"),
    ("65", "no usable data, or an archive that is damaged or newer"),
    ("66", "an input is missing or unreadable"),
    ("69", "a font or library is missing"),
    ("70", "a bug"),
    ("73", "an output cannot be created"),
    ("74", "I/O error or full disk"),
    ("75", "another build holds the lock"),
    ("77", "not permitted"),
    ("78", "a report, style or table is wrong; the message has file and line"),
    ("130, 143", "interrupted"),
    ("141", "the reader of the output went away"),
  ]

  /// All of it in one paragraph.
  static let paragraph =
    "Exit codes: " + meanings.map { "\($0.code) \($0.meaning)" }.joined(separator: "; ") + "."
}
