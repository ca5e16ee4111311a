/// What stands in the place of a line that could not be read, so that the run goes on.
public struct FaultLine: Hashable, Sendable {
  /// The id, when the line still gave one.
  public let id: String?
  /// The line of the input, counted from 1.
  public let line: Int
  /// The kind of fault, for programs, such as `json` or `text-missing`.
  public let code: String
  /// What is wrong and what to do, for people.
  public let message: String

  /// A fault.
  public init(id: String?, line: Int, code: String, message: String) {
    self.id = id
    self.line = line
    self.code = code
    self.message = message
  }

  /// Writes the line with its line end.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("line")
    writer.integer(line)
    writer.error(code: code, message: message)
    writer.endObject()
    writer.endLine()
  }
}
