import CPangoCairo
import Drawing

/// Draws scenes as PDF, PNG and SVG.
///
/// Everything is written into memory: Cairo's own file output tells of success on a full disk.
public struct SceneRenderer {
  private let painter: TextPainter

  /// A renderer that draws text with the painter the scene was measured with.
  public init(painter: TextPainter) { self.painter = painter }

  /// The whole scene as one PDF; the same scene gives the same bytes.
  ///
  /// Of a scene that nobody else needs, each page is given up once it is drawn.
  public func pdf(_ scene: consuming Scene) throws(CairoError) -> [UInt8] {
    let sink = ByteSink()
    let size = scene.pages.first?.size ?? .a4
    let surface = try Surface(pdf: sink, size: size)
    do {
      let canvas = try Canvas(surface: surface.pointer)
      surface.describe(scene)
      var isOpen = false
      let count = scene.pages.count
      for index in 0..<count {
        let page = scene.pages[index]
        scene.pages[index].items = []
        cairo_pdf_surface_set_size(surface.pointer, page.size.width, page.size.height)
        cairo_pdf_surface_set_page_label(surface.pointer, String(index + 1))
        canvas.paintGround(of: page, isTagged: true)
        if !isOpen {
          cairo_tag_begin(canvas.context, "Document", nil)
          isOpen = true
        }
        draw(page, on: canvas, isTagged: true)
        if index == count - 1 { cairo_tag_end(canvas.context, "Document") }
        cairo_show_page(canvas.context)
        try canvas.check("page \(index + 1)")
      }
      surface.addOutline(scene.outline)
    }
    try surface.finish("PDF")
    guard let update = PDFUpdate(sink.take(room: 1 << 16)) else {
      throw .refused(step: "PDF", reason: "the file’s table of objects is not as expected")
    }
    return update.described(by: scene.metadata)
  }

  /// One page, counted from 0, as PNG.
  ///
  /// - Parameter ppi: pixels an inch; a point is 1/72 inch.
  public func png(_ scene: Scene, page index: Int, ppi: Double) throws(CairoError) -> [UInt8] {
    try image(of: scene, page: index, ppi: ppi).png(ppi: ppi)
  }

  /// One page, counted from 0, as pixels.
  ///
  /// - Parameter ppi: pixels an inch; a point is 1/72 inch.
  public func pixels(_ scene: Scene, page index: Int, ppi: Double) throws(CairoError) -> Pixels {
    try image(of: scene, page: index, ppi: ppi).pixels()
  }

  private func image(
    of scene: Scene,
    page index: Int,
    ppi: Double
  ) throws(CairoError) -> Surface {
    guard scene.pages.indices.contains(index) else { throw .noSuchPage(index) }
    let page = scene.pages[index]
    let scale = ppi / 72
    let width = Int((page.size.width * scale).rounded())
    let height = Int((page.size.height * scale).rounded())
    guard width > 0, height > 0, width <= 32_000, height <= 32_000 else {
      throw .tooLarge(width: width, height: height)
    }
    let surface = try Surface(pixelsWide: width, high: height)
    do {
      let canvas = try Canvas(surface: surface.pointer)
      cairo_scale(canvas.context, scale, scale)
      canvas.paintGround(of: page, isTagged: false)
      draw(page, on: canvas, isTagged: false)
      try canvas.check("page \(index + 1)")
    }
    return surface
  }

  /// One page, counted from 0, as SVG.
  public func svg(_ scene: Scene, page index: Int) throws(CairoError) -> [UInt8] {
    guard scene.pages.indices.contains(index) else { throw .noSuchPage(index) }
    let page = scene.pages[index]
    let sink = ByteSink()
    let surface = try Surface(svg: sink, size: page.size)
    do {
      let canvas = try Canvas(surface: surface.pointer)
      canvas.paintGround(of: page, isTagged: false)
      draw(page, on: canvas, isTagged: false)
      try canvas.check("page \(index + 1)")
    }
    try surface.finish("SVG")
    var words = SVGWords()
    for item in page.items {
      guard case .text(let text) = item.content else { continue }
      words.add(text, lines: painter.words(of: text), group: item.group)
    }
    return words.file(sink.take(), metadata: scene.metadata, page: index, of: scene.pages.count)
  }

  private func draw(_ page: Page, on canvas: borrowing Canvas, isTagged: Bool) {
    var tags = OpenTags(context: canvas.context)
    for item in page.items {
      switch item.content {
      case .text(let text):
        guard isTagged, let attributes = text.link?.attributes else {
          painter.paint(text, on: canvas)
          continue
        }
        cairo_tag_begin(canvas.context, CAIRO_TAG_LINK, attributes)
        painter.paint(text, on: canvas)
        cairo_tag_end(canvas.context, CAIRO_TAG_LINK)
      case .line(let from, let to, let stroke):
        cairo_move_to(canvas.context, from.x, from.y)
        cairo_line_to(canvas.context, to.x, to.y)
        canvas.stroke(stroke)
      case .curve(let path, let stroke, let fill):
        if let fill {
          canvas.trace(path)
          canvas.fill(fill)
        }
        if let stroke {
          canvas.trace(path)
          canvas.stroke(stroke)
        }
      case .box(let rect, let fill, let stroke, let radius):
        if let fill {
          canvas.trace(rect, radius: radius)
          canvas.fill(fill)
        }
        if let stroke {
          canvas.trace(rect, radius: radius)
          canvas.stroke(stroke)
        }
      case .mark(let mark):
        guard isTagged, let attributes = mark.link?.attributes else {
          canvas.draw(mark)
          continue
        }
        let reach = mark.radius + 2
        let place =
          "rect=[\(mark.center.x - reach) \(mark.center.y - reach) \(2 * reach) \(2 * reach)]"
        cairo_tag_begin(canvas.context, CAIRO_TAG_LINK, "\(attributes) \(place)")
        canvas.draw(mark)
        cairo_tag_end(canvas.context, CAIRO_TAG_LINK)
      case .hatch(let hatch): canvas.draw(hatch)
      case .picture(let picture, let rect): canvas.draw(picture, in: rect)
      case .destination(let name, let point):
        guard isTagged else { continue }
        let place = "name='\(escaped(name))' x=\(point.x) y=\(point.y)"
        cairo_tag_begin(canvas.context, CAIRO_TAG_DEST, place)
        cairo_tag_end(canvas.context, CAIRO_TAG_DEST)
      case .open(let tag):
        guard isTagged else { continue }
        tags.begin(tag)
      case .close: if isTagged { tags.end() }
      }
    }
    if isTagged { tags.endAll() }
  }
}

/// The parts of the document's structure that are open on a page.
private struct OpenTags {
  let context: OpaquePointer
  private var open: [(tag: StructureTag, isAdded: Bool)] = []

  init(context: OpaquePointer) { self.context = context }

  /// Begins a part; items that follow each other get a list around them.
  mutating func begin(_ tag: StructureTag) {
    if tag == .listItem {
      if open.last?.tag != .list { push(.list, isAdded: true) }
    } else {
      endAddedList()
    }
    push(tag, isAdded: false)
  }

  mutating func end() {
    endAddedList()
    pop()
  }

  mutating func endAll() { while !open.isEmpty { pop() } }

  private mutating func endAddedList() { if open.last?.isAdded == true { pop() } }

  private mutating func push(_ tag: StructureTag, isAdded: Bool) {
    open.append((tag, isAdded))
    cairo_tag_begin(context, tag.rawValue, nil)
  }

  private mutating func pop() {
    guard let last = open.popLast() else { return }
    cairo_tag_end(context, last.tag.rawValue)
  }
}

extension Canvas {
  /// Paints the paper.
  ///
  /// In a tagged document in two overlapping parts: one rectangle over a whole page makes Cairo
  /// forget the tags that are open. White paper is painted as well: with the page covered, Cairo
  /// need not keep account of every place that something was drawn on.
  fileprivate func paintGround(of page: Page, isTagged: Bool) {
    guard isTagged else {
      setColor(page.ground)
      cairo_paint(context)
      return
    }
    for y in [0, page.size.height / 3] {
      cairo_rectangle(context, 0, y, page.size.width, page.size.height * 2 / 3)
      fill(page.ground)
    }
  }
}

extension Link {
  /// The link as Cairo's attribute string; `nil` for an address no reader should follow.
  fileprivate var attributes: String? {
    switch self {
    case .destination(let name): return "dest='\(escaped(name))'"
    case .address(let address):
      let lower = address.lowercased()
      guard ["http://", "https://", "mailto:"].contains(where: { lower.hasPrefix($0) }) else {
        return nil
      }
      return "uri='\(escaped(percentEncoded(address)))'"
    }
  }
}

/// Backslashes and quotes escaped for Cairo's attribute strings.
private func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'") { bytes.append(UInt8(ascii: "\\")) }
    bytes.append(byte)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// An address in ASCII: PDF holds no other.
///
/// Cairo writes it between round brackets as it is, so that one of its own, or a backslash before
/// the last, would end it there and have the rest read as PDF.
private func percentEncoded(_ address: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in address.utf8 {
    if byte > 0x20, byte < 0x7F, !"()\\".utf8.contains(byte) {
      bytes.append(byte)
    } else {
      bytes.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
