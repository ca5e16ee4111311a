import Exporting

/// One message for the user: a line of text, or an object of JSON for `--log-format json`.
public struct LogLine: Sendable {
  /// What kind of message it is.
  public enum Kind: String, Sendable {
    /// What was done, or would be.
    case note
    /// Something went wrong and did not end the run.
    case warning
    /// Why the run ended.
    case fault
    /// What changed since the last build.
    case change
    /// What all of it came to.
    case summary
  }

  /// A value beside the message.
  public enum Value: Sendable {
    case number(Int?)
    case text(String?)
  }

  /// The message; empty where only JSON says it.
  public let message: String
  /// What kind of message it is.
  public let kind: Kind
  private let fields: [(name: StaticString, value: Value)]

  /// A message.
  public init(
    _ kind: Kind,
    _ message: String,
    fields: [(name: StaticString, value: Value)] = []
  ) {
    self.kind = kind
    self.message = message
    self.fields = fields
  }

  /// The message as a line of JSON.
  public var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("kind")
    writer.string(kind.rawValue)
    if !message.isEmpty {
      writer.key("message")
      writer.string(message)
    }
    for (name, value) in fields {
      writer.key(name)
      switch value {
      case .number(let number): writer.integer(number)
      case .text(let text): writer.string(text)
      }
    }
    writer.endObject()
    writer.endLine()
    return writer.text
  }
}
