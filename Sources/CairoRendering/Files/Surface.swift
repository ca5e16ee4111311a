import CPangoCairo
import Drawing

/// Collects what Cairo writes, in parts: one array that grows would be copied again and again, and
/// take three times its room.
final class ByteSink {
  private static let part = 1 << 18
  private var full: [[UInt8]] = []
  private var open: [UInt8] = []

  /// Hands out what was written, and keeps no copy.
  ///
  /// - Parameter room: how many bytes are likely to be added.
  func take(room: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(full.count * ByteSink.part + open.count + room)
    for index in full.indices {
      bytes += full[index]
      full[index] = []
    }
    bytes += open
    full = []
    open = []
    return bytes
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    while !rest.isEmpty {
      if open.capacity == 0 { open.reserveCapacity(ByteSink.part) }
      let count = min(rest.count, ByteSink.part - open.count)
      open += rest.prefix(count)
      rest = rest.dropFirst(count)
      if open.count == ByteSink.part {
        full.append(open)
        open = []
      }
    }
  }

  /// What Cairo needs as closure; the sink must outlive the surface.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.add(UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}

/// A Cairo surface; owns it, and the sink it writes into.
struct Surface: ~Copyable {
  let pointer: OpaquePointer
  private let sink: ByteSink?

  init(pdf sink: ByteSink, size: Size) throws(CairoError) {
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write,
      sink.closure,
      size.width,
      size.height
    )
    try self.init(checking: surface, "PDF", sink: sink)
  }

  init(svg sink: ByteSink, size: Size) throws(CairoError) {
    let surface = cairo_svg_surface_create_for_stream(
      ByteSink.write,
      sink.closure,
      size.width,
      size.height
    )
    try self.init(checking: surface, "SVG", sink: sink)
    cairo_svg_surface_set_document_unit(pointer, CAIRO_SVG_UNIT_PT)
  }

  init(pixelsWide width: Int, high height: Int) throws(CairoError) {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24,
      Int32(clamping: width),
      Int32(clamping: height)
    )
    try self.init(checking: surface, "PNG", sink: nil)
  }

  private init(checking surface: OpaquePointer?, _ step: String, sink: ByteSink?) throws(CairoError)
  {
    guard let surface else { throw .refused(step: step, reason: "out of memory") }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw .refused(step: step, reason: String(cString: cairo_status_to_string(status)))
    }
    pointer = surface
    self.sink = sink
  }

  deinit { cairo_surface_destroy(pointer) }

  /// Writes the rest; the only way to a file that is whole.
  consuming func finish(_ step: String) throws(CairoError) {
    cairo_surface_finish(pointer)
    try CairoError.check(cairo_surface_status(pointer), step)
  }

  /// The pixels as a PNG file.
  ///
  /// - Parameter ppi: pixels an inch, for programs that place the picture.
  func png(ppi: Double) throws(CairoError) -> [UInt8] {
    guard let bytes = try rows().file(ppi: ppi) else {
      throw .refused(step: "PNG", reason: "out of memory")
    }
    return bytes
  }

  /// The pixels.
  func pixels() throws(CairoError) -> Pixels { Pixels(try rows()) }

  /// The rows of pixels; they live as long as the surface.
  private func rows() throws(CairoError) -> PNGWriter {
    cairo_surface_flush(pointer)
    try CairoError.check(cairo_surface_status(pointer), "PNG")
    guard let pixels = cairo_image_surface_get_data(pointer) else {
      throw .refused(step: "PNG", reason: "no pixels")
    }
    return PNGWriter(
      pixels: UnsafeRawPointer(pixels),
      stride: Int(cairo_image_surface_get_stride(pointer)),
      width: Int(cairo_image_surface_get_width(pointer)),
      height: Int(cairo_image_surface_get_height(pointer))
    )
  }

  /// Writes what the document says of itself.
  func describe(_ scene: Scene) {
    let metadata = scene.metadata
    cairo_pdf_surface_restrict_to_version(pointer, CAIRO_PDF_VERSION_1_5)
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title),
      (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_CREATOR, "Tarikh"),
      (CAIRO_PDF_METADATA_CREATE_DATE, metadata.created),
      (CAIRO_PDF_METADATA_MOD_DATE, metadata.created),
    ]
    for (key, value) in entries where !value.isEmpty {
      cairo_pdf_surface_set_metadata(pointer, key, value)
    }
  }

  /// Adds the outline; an entry belongs under the last one before it that is less deep.
  func addOutline(_ entries: [OutlineEntry]) {
    var parents: [Int32] = []
    for entry in entries {
      let level = min(max(0, entry.level), parents.count)
      parents.removeSubrange(level...)
      let place = "page=\(entry.page + 1) pos=[0 \(entry.y)]"
      let id = cairo_pdf_surface_add_outline(
        pointer,
        parents.last ?? Int32(CAIRO_PDF_OUTLINE_ROOT),
        entry.title,
        place,
        level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
      )
      parents.append(id)
    }
  }
}
