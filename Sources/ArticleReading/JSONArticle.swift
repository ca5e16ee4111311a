import Chronology
import NewsModel

/// Reads one line of JSON Lines: `{"id","date"?,"title"?,"text","source"?,"url"?}`.
///
/// `content` and `body` stand for `text` and `published` for `date`, as feeds and exports name them;
/// the contract's own key wins. Other keys are passed over.
struct JSONArticle {
  /// The file's path, for faults.
  let file: String
  /// What the id of an article without one begins with.
  let stem: String
  /// The most bytes a text may have.
  let limit: Int
  /// Finds the furniture.
  let furniture: PageFurniture

  /// The article of a line, or why there is none.
  func record(_ line: UnsafeBufferPointer<UInt8>, number: Int) -> ArticleRecord {
    var fields = Fields()
    do {
      try fields.read(line)
      if fields.isEvent { return .event(Array(line), line: number) }
      return .article(try article(fields, number: number), line: number)
    } catch {
      return .fault(ArticleFault(id: fields.id, file: file, line: number, reason: error))
    }
  }

  private func article(_ fields: Fields, number: Int) throws(ArticleFault.Reason) -> Article {
    guard let text = fields.text ?? fields.content ?? fields.body else { throw .noText }
    guard text.utf8.count <= limit else { throw .tooLarge(limit: limit) }
    var date: CivilDate?
    if let written = fields.date ?? fields.published {
      guard let day = ArticleDate.day(written) else { throw .date(written) }
      date = day
    }
    return Article(
      id: fields.id ?? "\(stem)-\(number)",
      date: date,
      title: fields.title,
      text: text,
      source: fields.source,
      url: fields.url,
      furniture: furniture.ranges(in: text)
    )
  }
}

/// The values of a line that an article needs.
private struct Fields {
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

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(ArticleFault.Reason) {
    var cursor = JSONCursor(line)
    if cursor.isAtEnd() { throw .blankLine }
    guard cursor.next() == UInt8(ascii: "{") else {
      try cursor.skipValue()
      try Self.end(of: &cursor)
      throw .notAnObject
    }
    try cursor.take(UInt8(ascii: "{"), "an object")
    if cursor.next() != UInt8(ascii: "}") {
      while true {
        let key = try cursor.string()
        try cursor.take(UInt8(ascii: ":"), "a colon")
        try value(of: key, &cursor)
        if cursor.next() == UInt8(ascii: "}") { break }
        try cursor.take(UInt8(ascii: ","), "a comma or a closing brace")
      }
    }
    try cursor.take(UInt8(ascii: "}"), "a closing brace")
    try Self.end(of: &cursor)
    if let keyOfWrongType, !isEvent { throw .type(key: keyOfWrongType, expected: "a string") }
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
