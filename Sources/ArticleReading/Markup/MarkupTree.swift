import CLibXML2

/// HTML or XML as a list of nodes in document order.
///
/// A list and the end of each subtree are all that reading needs: what a node holds is the run of
/// nodes behind it.
struct MarkupTree: Sendable {
  /// An element or a text.
  struct Node: Sendable {
    /// The element's name in small letters, with the usual prefix of its namespace; empty for text.
    let name: String
    /// Where a text stands in `bytes`.
    let text: Range<Int>
    /// The attributes that are kept.
    fileprivate(set) var attributes: [Attribute]
    /// The index of the element around it; -1 for none.
    let parent: Int
    /// The index after the last node inside.
    fileprivate(set) var end: Int

    /// Whether it is a text.
    var isText: Bool { name.isEmpty }

    /// The value of an attribute.
    func value(of name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    /// Whether `itemprop` has a name among its own.
    func hasProperty(_ name: String) -> Bool {
      value(of: "itemprop")?.split(separator: " ").contains { $0 == name } == true
    }
  }

  /// One attribute.
  struct Attribute: Sendable {
    let name: String
    let value: String
  }

  /// The nodes, each before what it holds.
  private(set) var nodes: [Node] = []
  /// The texts.
  private(set) var bytes: [UInt8] = []
  /// Where XML stopped being well-formed; 0 when the line is not known, `nil` when it is sound.
  private(set) var brokenLine: Int?
  /// The elements that were open where reading stopped, outermost first.
  private(set) var unclosed: [Int] = []

  /// Reads HTML in UTF-8.
  init(html: [UInt8]) throws(ArticleFault.Reason) {
    try self.init(MarkupCleaning.text(html), TARIKH_HTML)
  }

  /// Reads XML in UTF-8; what stands before a fault is there.
  init(xml: [UInt8]) throws(ArticleFault.Reason) {
    try self.init(MarkupCleaning.references(in: MarkupCleaning.text(xml)), TARIKH_XML)
  }

  /// The most of everything.
  ///
  /// Every stray end tag costs a search as deep as the elements are nested.
  private static let limits = tarikh_limits(attributes: 256, tags: 250_000, depth: 512)

  private init(_ source: [UInt8], _ language: tarikh_language) throws(ArticleFault.Reason) {
    let read = source.withUnsafeBufferPointer { buffer in
      tarikh_markup_read(buffer.baseAddress, buffer.count, language, Self.limits)
    }
    guard let read else { throw Self.noMemory }
    defer { tarikh_markup_free(read) }
    let line = Int(tarikh_markup_line(read))
    switch tarikh_markup_outcome(read) {
    case TARIKH_READ: break
    case TARIKH_MALFORMED: brokenLine = line
    case TARIKH_TOO_MANY_ATTRIBUTES: throw Self.tooMuch("a tag of more than 256 attributes", line)
    case TARIKH_TOO_MANY_TAGS: throw Self.tooMuch("more than 250000 tags", line)
    case TARIKH_TOO_DEEP: throw Self.tooMuch("elements more than 512 deep in one another", line)
    case TARIKH_ENTITIES:
      throw .markup("line \(line): it declares entities", remedy: "a feed needs none; check it")
    default: throw Self.noMemory
    }
    bytes = Array(
      UnsafeBufferPointer(start: tarikh_markup_bytes(read), count: tarikh_markup_byte_count(read))
    )
    let events = UnsafeBufferPointer(
      start: tarikh_markup_events(read),
      count: tarikh_markup_event_count(read)
    )
    take(events)
  }

  private static let noMemory =
    ArticleFault.Reason.markup("no memory for its markup", remedy: "split the file")

  private static func tooMuch(_ what: String, _ line: Int) -> ArticleFault.Reason {
    .markup("line \(line): \(what)", remedy: "no article looks so; check the file")
  }

  // MARK: - Building

  private mutating func take(_ events: UnsafeBufferPointer<tarikh_event>) {
    var open: [Int] = []
    var attribute: String?
    for event in events {
      let range = event.start..<(event.start + Int(event.length))
      switch tarikh_event_kind(rawValue: event.kind) {
      case TARIKH_START:
        open.append(nodes.count)
        append(name: string(range).lowercased(), text: 0..<0, parent: open.dropLast().last)
      case TARIKH_NAMESPACE:
        guard let last = nodes.popLast() else { continue }
        append(name: Self.prefix(string(range)) + last.name, text: 0..<0, parent: last.parent)
      case TARIKH_ATTRIBUTE:
        let name = string(range)
        attribute = Self.kept.contains(name) ? name : nil
      case TARIKH_VALUE:
        guard let name = attribute, let index = open.last else { continue }
        nodes[index].attributes.append(Attribute(name: name, value: string(range)))
      case TARIKH_TEXT:
        append(name: "", text: range, parent: open.last)
      default:
        if let index = open.popLast() { nodes[index].end = nodes.count }
      }
    }
    unclosed = open
    for index in open { nodes[index].end = nodes.count }
  }

  private mutating func append(name: String, text: Range<Int>, parent: Int?) {
    nodes.append(
      Node(name: name, text: text, attributes: [], parent: parent ?? -1, end: nodes.count + 1)
    )
  }

  /// The attributes that say something of an article.
  private static let kept: Set<String> = [
    "class", "id", "role", "rel", "href", "type", "name", "property", "itemprop", "content",
    "datetime", "hidden", "style", "aria-hidden", "pubdate", "isPermaLink",
  ]

  /// The prefix that everyone gives a namespace; its own elements stay apart from those of RSS.
  private static func prefix(_ namespace: String) -> String {
    switch namespace {
    case "http://www.w3.org/2005/Atom": "atom:"
    case "http://purl.org/rss/1.0/modules/content/": "content:"
    case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/": "dc:"
    case "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:"
    case "http://www.w3.org/1999/xhtml", "http://purl.org/rss/1.0/",
      "http://backend.userland.com/rss2":
      ""
    default: "other:"
    }
  }

  // MARK: - Reading

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a node, as it stands.
  func text(of node: Node) -> ArraySlice<UInt8> { bytes[node.text] }

  /// The indices of the elements right inside another.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < nodes[index].end {
      if !nodes[next].isText { children.append(next) }
      next = nodes[next].end
    }
    return children
  }

  /// All text inside an element, joined.
  func text(in index: Int) -> String {
    var joined: [UInt8] = []
    for node in nodes[index..<nodes[index].end] where node.isText { joined += bytes[node.text] }
    return String(decoding: joined, as: UTF8.self)
  }
}
