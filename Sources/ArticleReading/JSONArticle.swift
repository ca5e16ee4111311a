import Chronology
import NewsModel

/// Reads one line of JSON Lines: `{"id","date"?,"title"?,"text","source"?,"url"?}`.
///
/// `content` and `body` stand for `text` and `published` for `date`, as feeds and exports name them;
/// the contract's own key wins. Other keys are passed over. A file of other keys is read by the
/// ``ArticleFields`` that the user tells.
struct JSONArticle {
  /// The file's path, for faults.
  let file: String
  /// What the id of an article without one begins with.
  let stem: String
  /// The most bytes a text may have.
  let limit: Int
  /// Finds the furniture.
  let furniture: PageFurniture
  /// The clock where the outlets are; `nil` when it is not known.
  var clock: ZoneClock?
  /// The keys, where they are not the contract's.
  var fields: ArticleFields?

  /// The article of a line, or why there is none.
  func record(of line: NumberedLine) -> ArticleRecord {
    var values = Values(told: fields)
    do throws(ArticleFault.Reason) {
      try line.bytes.withUnsafeBufferPointer { bytes throws(ArticleFault.Reason) in
        try values.read(bytes)
      }
      if values.isEvent { return .event(line.bytes, line: line.number) }
      return .article(try article(values, number: line.number), line: line.number)
    } catch {
      return .fault(ArticleFault(id: values.id, file: file, line: line, reason: error))
    }
  }

  private func article(_ values: Values, number: Int) throws(ArticleFault.Reason) -> Article {
    guard let text = values.text ?? values.content ?? values.body else {
      throw fields?.key(of: .text).map { .noTextUnder($0) } ?? .noText
    }
    guard text.utf8.count <= limit else { throw .tooLarge(limit: limit) }
    return Article(
      id: values.id ?? "\(stem)-\(number)",
      date: try (values.date ?? values.published).map(day),
      title: values.title,
      text: text,
      source: values.source,
      url: values.url,
      furniture: furniture.ranges(in: text)
    )
  }

  /// The day of a written date; exports with keys of their own write dates their own way, too.
  private func day(_ written: String) throws(ArticleFault.Reason) -> CivilDate {
    if let day = ArticleDate.day(written, by: clock) { return day }
    if fields?.key(of: .date) != nil, let date = WebDate(written) { return date.day(by: clock) }
    throw .date(written)
  }
}

/// The values of a line that an article needs.
private struct Values {
  /// The keys, where they are not the contract's.
  let told: ArticleFields?
  var id: String?
  var date: String?
  var published: String?
  var title: String?
  var text: String?
  var content: String?
  var body: String?
  var source: String?
  var url: String?
  var isEvent = false
  /// The first key whose value is no string; an event may have what an article may not.
  private var keyOfWrongType: String?

  init(told: ArticleFields?) { self.told = told }

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(ArticleFault.Reason) {
    var cursor = JSONCursor(line)
    if cursor.isAtEnd() { throw .blankLine }
    guard cursor.next() == UInt8(ascii: "{") else {
      try cursor.skipValue()
      try Self.end(of: &cursor)
      throw .notAnObject
    }
    if let told {
      try members(of: &cursor) { values, key, cursor throws(ArticleFault.Reason) in
        try values.value(at: [key], told, &cursor)
      }
    } else {
      try members(of: &cursor) { values, key, cursor throws(ArticleFault.Reason) in
        try values.value(of: key, &cursor)
      }
    }
    try Self.end(of: &cursor)
    if let keyOfWrongType, !isEvent { throw .type(key: keyOfWrongType, expected: "a string") }
  }

  /// Reads an object, member by member.
  private mutating func members(
    of cursor: inout JSONCursor,
    _ read: (inout Values, String, inout JSONCursor) throws(ArticleFault.Reason) -> Void
  ) throws(ArticleFault.Reason) {
    try cursor.take(UInt8(ascii: "{"), "an object")
    if cursor.next() != UInt8(ascii: "}") {
      while true {
        let key = try cursor.string()
        try cursor.take(UInt8(ascii: ":"), "a colon")
        try read(&self, key, &cursor)
        if cursor.next() == UInt8(ascii: "}") { break }
        try cursor.take(UInt8(ascii: ","), "a comma or a closing brace")
      }
    }
    try cursor.take(UInt8(ascii: "}"), "a closing brace")
  }

  private static func end(of cursor: inout JSONCursor) throws(ArticleFault.Reason) {
    guard cursor.isAtEnd() else {
      throw cursor.wrong(at: cursor.offset, expected: "the end of the line")
    }
  }

  private mutating func value(
    of key: String,
    _ cursor: inout JSONCursor
  ) throws(ArticleFault.Reason) {
    switch key {
    case "id": id = try identifier(&cursor)
    case "text": text = try string(key, &cursor)
    case "content": content = try string(key, &cursor)
    case "body": body = try string(key, &cursor)
    // Tables turned into JSON write an empty string for an empty cell.
    case "date": date = try string(key, &cursor).flatMap { $0.isEmpty ? nil : $0 }
    case "published": published = try string(key, &cursor).flatMap { $0.isEmpty ? nil : $0 }
    case "title": title = try string(key, &cursor).flatMap { $0.isEmpty ? nil : $0 }
    case "source": source = try string(key, &cursor).flatMap { $0.isEmpty ? nil : $0 }
    case "url": url = try string(key, &cursor).flatMap { $0.isEmpty ? nil : $0 }
    case "schema":
      isEvent = true
      try cursor.skipValue()
    default: try cursor.skipValue()
    }
  }

  /// The value at the end of a way of keys that the user may have told.
  private mutating func value(
    at way: [String],
    _ told: ArticleFields,
    _ cursor: inout JSONCursor
  ) throws(ArticleFault.Reason) {
    let names = told.names(at: way)
    if !names.isEmpty {
      let key = way.joined(separator: ".")
      let text = names.contains(.id) ? try identifier(&cursor) : try string(key, &cursor)
      // One key may stand for two things, an address that is the id as well.
      for name in names { set(name, to: text) }
    } else if told.leadsOn(from: way), cursor.next() == UInt8(ascii: "{") {
      try members(of: &cursor) { values, key, cursor throws(ArticleFault.Reason) in
        try values.value(at: way + [key], told, &cursor)
      }
    } else if way.count == 1, let name = Self.meanings[way[0]], told.key(of: name) != nil {
      // The contract's own key, which means something else in this file.
      try cursor.skipValue()
    } else if way.count == 1 {
      try value(of: way[0], &cursor)
    } else {
      try cursor.skipValue()
    }
  }

  /// What the contract's own keys stand for.
  private static let meanings: [String: ArticleFields.Name] = [
    "id": .id, "text": .text, "content": .text, "body": .text, "date": .date, "published": .date,
    "title": .title, "source": .source, "url": .url,
  ]

  private mutating func set(_ name: ArticleFields.Name, to text: String?) {
    let told = text?.isEmpty == true ? nil : text
    switch name {
    case .id: id = told
    case .date: date = told
    case .title: title = told
    case .text: self.text = text
    case .source: source = told
    case .url: url = told
    }
  }

  private mutating func string(
    _ key: String,
    _ cursor: inout JSONCursor
  ) throws(ArticleFault.Reason) -> String? {
    if cursor.next() == UInt8(ascii: "\"") { return try cursor.string() }
    if try cursor.takeNull() { return nil }
    // The line may still be an event, or no JSON at all, which is the better thing to say.
    try cursor.skipValue()
    keyOfWrongType = keyOfWrongType ?? key
    return nil
  }

  private mutating func identifier(
    _ cursor: inout JSONCursor
  ) throws(ArticleFault.Reason) -> String? {
    if let number = try cursor.takeInteger() { return number }
    let text = try string("id", &cursor)
    return text?.isEmpty == true ? nil : text
  }
}
