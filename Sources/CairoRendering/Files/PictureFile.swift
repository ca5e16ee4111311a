import CPangoCairo
public import Drawing

/// Reads the pictures that sheets carry.
public enum PictureFile {
  /// The most pixels of a side: a small file can unfold to gigabytes.
  public static let mostPixels = 4096

  /// The picture of a PNG file, read once to the end, so that a broken file is told before any sheet
  /// is drawn.
  public static func picture(png bytes: [UInt8]) throws(CairoError) -> Picture {
    guard let (width, height) = extent(ofPNG: bytes) else {
      throw .pictureUnreadable(reason: "it is no PNG file")
    }
    guard (1...mostPixels).contains(width), (1...mostPixels).contains(height) else {
      throw .pictureUnreadable(
        reason: "\(width) × \(height) pixels, a side may have \(mostPixels) at most"
      )
    }
    _ = try DecodedPicture(png: bytes)
    return Picture(.png, bytes, size: Size(width: Double(width), height: Double(height)))
  }

  /// The picture of an SVG file, drawn once, so that a broken file is told before any sheet is drawn.
  ///
  /// Words and pictures outside the file are refused: they would be drawn by what this machine has
  /// installed, or left out without a word, and a sheet must look the same everywhere.
  public static func picture(svg bytes: [UInt8]) throws(CairoError) -> Picture {
    if holds("text", in: bytes) {
      throw .pictureUnreadable(
        reason: "it holds words, which look otherwise on every machine; turn them into paths"
      )
    }
    if holds("image", in: bytes) {
      throw .pictureUnreadable(
        reason: "it holds a picture of pixels; name that as PNG, or trace it into paths"
      )
    }
    return Picture(.svg, bytes, size: try SVGDrawing(bytes).size)
  }

  /// Whether there is an element of a name, with a prefix or without.
  private static func holds(_ element: String, in svg: [UInt8]) -> Bool {
    let name = Array(element.utf8)
    let ends = Array(" \t\r\n/>".utf8)
    return svg.indices.contains { start in
      guard svg[start] == UInt8(ascii: "<") else { return false }
      let tag = svg[(start + 1)...].prefix { !ends.contains($0) && $0 != UInt8(ascii: "<") }
      return tag.split(separator: UInt8(ascii: ":")).last.map { $0.elementsEqual(name) } ?? false
    }
  }

  /// Width and height as the file's first chunk tells them (PNG, second edition, 11.2.2).
  private static func extent(ofPNG bytes: [UInt8]) -> (width: Int, height: Int)? {
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    guard bytes.count >= 33, bytes.starts(with: head + Array("IHDR".utf8)) else { return nil }
    func number(at start: Int) -> Int {
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return (number(at: 16), number(at: 20))
  }
}

/// A picture unfolded to pixels; owns Cairo's surface.
struct DecodedPicture: ~Copyable {
  let surface: OpaquePointer
  let size: Size

  init(png bytes: [UInt8]) throws(CairoError) {
    let made = bytes.withUnsafeBytes { buffer -> OpaquePointer? in
      var rest = buffer
      return withUnsafeMutablePointer(to: &rest) { rest in
        cairo_image_surface_create_from_png_stream(readBytes, rest)
      }
    }
    guard let made else { throw .pictureUnreadable(reason: "out of memory") }
    let status = cairo_surface_status(made)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(made)
      throw .pictureUnreadable(reason: "the file is broken or cut short")
    }
    surface = made
    size = Size(
      width: Double(cairo_image_surface_get_width(made)),
      height: Double(cairo_image_surface_get_height(made))
    )
  }

  deinit { cairo_surface_destroy(surface) }
}

/// Gives Cairo the next bytes of a buffer.
private func readBytes(
  _ closure: UnsafeMutableRawPointer?,
  _ target: UnsafeMutablePointer<UInt8>?,
  _ count: UInt32
) -> cairo_status_t {
  guard let rest = closure?.assumingMemoryBound(to: UnsafeRawBufferPointer.self), let target,
    rest.pointee.count >= Int(count)
  else { return CAIRO_STATUS_READ_ERROR }
  let wanted = Int(count)
  UnsafeMutableRawBufferPointer(start: target, count: wanted)
    .copyMemory(from: UnsafeRawBufferPointer(rebasing: rest.pointee[..<wanted]))
  rest.pointee = UnsafeRawBufferPointer(rebasing: rest.pointee[wanted...])
  return CAIRO_STATUS_SUCCESS
}

extension Canvas {
  /// Draws a picture into a rectangle; one that cannot be read leaves it empty.
  func draw(_ picture: Picture, in rect: Rect) {
    switch picture.format {
    case .png: draw(png: picture.bytes, in: rect)
    case .svg: draw(svg: picture.bytes, in: rect)
    }
  }

  private func draw(png bytes: [UInt8], in rect: Rect) {
    guard let decoded = try? DecodedPicture(png: bytes), decoded.size.width > 0,
      decoded.size.height > 0
    else { return }
    cairo_save(context)
    cairo_translate(context, rect.x, rect.y)
    cairo_scale(context, rect.width / decoded.size.width, rect.height / decoded.size.height)
    cairo_set_source_surface(context, decoded.surface, 0, 0)
    // Painting without bounds would touch the whole page and with it the open tags.
    cairo_rectangle(context, 0, 0, decoded.size.width, decoded.size.height)
    cairo_fill(context)
    cairo_restore(context)
  }

  private func draw(svg bytes: [UInt8], in rect: Rect) {
    guard let drawing = try? SVGDrawing(bytes) else { return }
    cairo_save(context)
    // What a drawing paints beside its extent must not reach the letters around it.
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    cairo_clip(context)
    drawing.draw(on: context, in: rect)
    cairo_restore(context)
  }
}
