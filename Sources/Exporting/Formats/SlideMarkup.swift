import Chronology

/// Reads the HTML of a TimelineJS cell: its words, and the sources that ``TimelineSlide`` wrote.
struct SlideMarkup {
  /// An article that the cell names.
  struct Source: Hashable {
    var outlet = ""
    var address: String?
    var published: CivilDate?
  }

  /// The words without markup.
  private(set) var text = ""
  /// The sources of the paragraph that is marked as theirs.
  private(set) var sources: [Source] = []

  private var words: [UInt8] = []
  private var isInSources = false
  private var isInName = false
  private var name: [UInt8] = []

  /// Reads a cell; what looks like no tag is text.
  init(_ html: String) {
    let bytes = Array(html.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let end = Self.tagEnd(in: bytes, from: index) {
        read(tag: bytes[(index + 1)..<end])
        index = end + 1
      } else if byte == UInt8(ascii: "&"), let entity = Self.entity(in: bytes, from: index) {
        append(entity.bytes)
        index = entity.end
      } else {
        append([byte])
        index += 1
      }
    }
    text = ExportText.plain(String(decoding: words, as: UTF8.self))
    for index in sources.indices { sources[index].outlet = ExportText.plain(sources[index].outlet) }
  }

  private mutating func append(_ bytes: [UInt8]) {
    if !isInSources {
      words.append(contentsOf: bytes)
    } else if isInName {
      name.append(contentsOf: bytes)
    }
  }

  private mutating func read(tag: ArraySlice<UInt8>) {
    let text = String(decoding: tag, as: UTF8.self)
    if text == "p class=\"sources\"" {
      isInSources = true
    } else if text == "/p" {
      isInSources = false
      isInName = false
      words.append(0x20)
    } else if isInSources {
      readSource(text)
    } else {
      // A tag may stand between two words, as in `<br>`.
      words.append(0x20)
    }
  }

  private mutating func readSource(_ tag: String) {
    if tag == "cite" || tag.hasPrefix("a href=\"") {
      let address = tag == "cite" ? nil : SlideMarkup(quotedValue: tag).text
      sources.append(Source(address: ExportText.address(address)))
      isInName = true
      name = []
    } else if tag == "/cite" || tag == "/a" {
      isInName = false
      guard let last = sources.indices.last else { return }
      sources[last].outlet = String(decoding: name, as: UTF8.self)
    } else if tag.hasPrefix("time datetime=\""), let last = sources.indices.last {
      sources[last].published = CivilDate(iso: SlideMarkup(quotedValue: tag).text)
    }
  }

  /// What stands between the quotation marks of an attribute.
  private init(quotedValue tag: String) {
    let bytes = Array(tag.utf8)
    let quote = UInt8(ascii: "\"")
    let start = bytes.firstIndex(of: quote).map { $0 + 1 } ?? bytes.count
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    // Tags have been told apart already; what is left are entities.
    self.init(String(decoding: bytes[start..<end].filter { $0 != 0x3C }, as: UTF8.self))
  }

  /// Where a tag ends: `<`, a letter or slash, and `>` before the next `<`.
  private static func tagEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    let isName = (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) || next == UInt8(ascii: "/")
    guard isName else { return nil }
    var index = start + 2
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: ">") { return index }
      index += 1
    }
    return nil
  }

  /// One of the five entities that ``ExportText/html(_:)`` writes, or a blank.
  private static func entity(in bytes: [UInt8], from start: Int) -> (bytes: [UInt8], end: Int)? {
    let entities: [(String, UInt8)] = [
      ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
      ("&nbsp;", 0x20),
    ]
    for (name, byte) in entities where bytes[start...].starts(with: name.utf8) {
      return ([byte], start + name.utf8.count)
    }
    return nil
  }
}
