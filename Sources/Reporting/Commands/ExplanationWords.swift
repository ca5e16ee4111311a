import DataFiles

/// The words of explanations in one language, from a table like `explanation.tsv`.
struct ExplanationWords: Sendable {
  /// A message of the resolver and how it is told in this language.
  private struct Message: Sendable {
    let key: String
    let pattern: String
  }

  private var forms: [String: String] = [:]
  private var messages: [Message] = []
  /// The language, `ar` or `en`.
  let language: String

  /// The words of a language, `ar` or `en`.
  init(
    language: String,
    table: String = "explanation.tsv",
    folder: DataFolder? = nil
  ) throws(DataFileError) {
    let tables: DataFolder
    if let folder { tables = folder } else { tables = try .resources(of: "Reporting") }
    self.language = language
    for row in try TableFile(table, in: tables, columns: 3).rows {
      if row[1] == language { forms[row[0]] = row[2] }
      if row[1] == "en", row[0].hasPrefix("conflict.") || row[0].hasPrefix("reason.") {
        messages.append(Message(key: row[0], pattern: row[2]))
      }
    }
  }

  /// The form of a key; `nil` when the table has none.
  func form(_ key: String) -> String? { forms[key] }

  /// The form of a key with its blanks filled in; the key itself when the table has none.
  func text(_ key: String, _ blanks: [String: String] = [:]) -> String {
    ExplanationWords.filled(forms[key] ?? key, blanks)
  }

  /// A word of a value, such as the name of a weekday; the word itself when the table has none.
  func word(_ word: String) -> String { forms["word.\(word)"] ?? word }

  /// A message of the resolver in this language; as it stands when no pattern fits.
  ///
  /// - Parameter name: what a value in the message is called; ``word(_:)`` if not told.
  func message(_ message: String, name: ((String) -> String)? = nil) -> String {
    for candidate in messages {
      guard let form = forms[candidate.key],
        let parts = ExplanationWords.parts(of: message, in: candidate.pattern)
      else { continue }
      return ExplanationWords.filled(form, parts.mapValues { name?($0) ?? word($0) })
    }
    return message
  }

  /// A form with its blanks filled in, in one pass: what is filled in is not looked at again.
  private static func filled(_ form: String, _ blanks: [String: String]) -> String {
    var result = ""
    var rest = form[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        rest = rest[open...]
        break
      }
      let name = String(rest[rest.index(after: open)..<close])
      result += blanks[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What stands in the blanks of a pattern; `nil` when the message does not fit it.
  private static func parts(of message: String, in pattern: String) -> [String: String]? {
    var parts: [String: String] = [:]
    var rest = message[...]
    var form = pattern[...]
    while let open = form.firstIndex(of: "{"), let close = form[open...].firstIndex(of: "}") {
      let before = form[..<open]
      guard rest.hasPrefix(before) else { return nil }
      rest = rest.dropFirst(before.count)
      let name = String(form[form.index(after: open)..<close])
      form = form[form.index(after: close)...]
      let next = form.prefix { $0 != "{" }
      guard let end = next.isEmpty ? rest.endIndex : start(of: next, in: rest),
        end > rest.startIndex
      else { return nil }
      parts[name] = String(rest[..<end])
      rest = rest[end...]
    }
    return rest == form ? parts : nil
  }

  /// Where a text first stands in another one.
  private static func start(of part: Substring, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(part) }
  }
}
