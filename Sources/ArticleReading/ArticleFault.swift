/// Why a file or a line gave no article: the place, the fault and the remedy.
///
/// The run goes on; a fault takes the place of the article.
public struct ArticleFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The article's id, when it could be read.
  public let id: String?
  /// The file's path, `-` for standard input.
  public let file: String
  /// The line, counted from 1; `nil` when the fault is the file's.
  public let line: Int?
  /// Where in the file the line begins, in bytes from 0; `nil` when that is not known.
  public let offset: Int?
  /// What is wrong.
  public let reason: Reason

  /// A fault at a place.
  public init(id: String? = nil, file: String, line: Int? = nil, reason: Reason) {
    self.id = id
    self.file = file
    self.line = line
    self.offset = nil
    self.reason = reason
  }

  /// A fault of a line of many.
  public init(id: String? = nil, file: String, line: NumberedLine, reason: Reason) {
    self.id = id
    self.file = file
    self.line = line.number
    self.offset = line.offset
    self.reason = reason
  }

  /// The place, the fault and the remedy in one line.
  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }

  /// What can be wrong.
  public enum Reason: Error, Hashable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The system refuses to read it, in its words.
    case unreadable(String)
    /// It is no file that can be read to its end, but what is said here.
    case notAFile(String)
    /// The file's name ends in nothing that is known.
    case format(known: [String])
    /// A folder holds no file whose name ends in what is known.
    case emptyFolder(known: [String])
    /// The text is not UTF-8, nor surely in an encoding that is known; the offset of the first wrong
    /// byte, when it is known.
    case encoding(offset: Int?)
    /// The text was decoded wrongly before it was saved.
    case garbled
    /// Markup that is not taken apart, in a few words, and the remedy.
    case markup(String, remedy: String)
    /// An article, or its line, is larger than the limit in bytes.
    case tooLarge(limit: Int)
    /// A line is empty.
    case blankLine
    /// A line is no JSON; the column, in bytes from 1, and what belongs there.
    case json(column: Int, expected: String)
    /// A line is JSON but no object.
    case notAnObject
    /// There is no text.
    case noText
    /// There is no text under the key that the user told.
    case noTextUnder(String)
    /// A value is not of the kind it must be.
    case type(key: String, expected: String)
    /// A date is none.
    case date(String)
    /// A line of the front matter is not understood.
    case frontMatter(String, remedy: String)
  }
}

extension ArticleFault.Reason: CustomStringConvertible {
  /// A short name that programs can rely on.
  public var code: String {
    switch self {
    case .missing: "missing"
    case .unreadable: "unreadable"
    case .notAFile: "not-a-file"
    case .format: "unknown-format"
    case .emptyFolder: "empty-folder"
    case .encoding: "not-utf8"
    case .garbled: "garbled-text"
    case .markup: "bad-markup"
    case .tooLarge: "too-large"
    case .blankLine: "blank-line"
    case .json: "bad-json"
    case .notAnObject: "not-an-object"
    case .noText, .noTextUnder: "no-text"
    case .type: "wrong-type"
    case .date: "bad-date"
    case .frontMatter: "bad-front-matter"
    }
  }

  /// The fault and the remedy.
  public var description: String {
    switch self {
    case .missing: "no such file or folder; check the path"
    case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
    case .notAFile(let kind): "\(kind), which is not read; name a file"
    case .format(let known): "unknown kind of file; use \(known.joined(separator: ", "))"
    case .emptyFolder(let known):
      "a folder without articles; put files there that end in \(known.joined(separator: ", "))"
    case .encoding(let offset):
      "not UTF-8\(offset.map { " at byte \($0)" } ?? ""), and no other encoding is sure; "
        + "convert it, for example with iconv"
    case .garbled:
      "letters that were decoded wrongly before they were saved; get the text from its source again"
    case .markup(let fault, let remedy): "\(fault); \(remedy)"
    case .tooLarge(let limit):
      "larger than \(limit) bytes; split it or raise --max-article (limits: article in a report)"
    case .blankLine: "an empty line; write one JSON object a line"
    case .json(let column, let expected): "not JSON at column \(column); \(expected) belongs there"
    case .notAnObject: "not a JSON object; write {\"id\": …, \"text\": …}"
    case .noText: "no text found; a JSON line has it under the key text, a page in its body"
    case .noTextUnder(let key):
      "no text under the key ‘\(key)’; correct the line, or ‘text:’ under ‘fields:’ in the report"
    case .type(let key, let expected):
      "\(key) is not \(expected); write \(expected) or leave it out"
    case .date(let text): "‘\(text)’ is no date; write YYYY-MM-DD, or RFC 3339 with the local day"
    case .frontMatter(let fault, let remedy): "front matter: \(fault); \(remedy)"
    }
  }
}
