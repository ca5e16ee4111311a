import CLibRSVG
import Drawing

/// An SVG file as librsvg reads it; owns the reading.
struct SVGDrawing: ~Copyable {
  /// Its extent in pixels of CSS.
  let size: Size
  private let drawing: OpaquePointer

  init(_ bytes: [UInt8]) throws(CairoError) {
    var fault = TARIKH_DRAWING_READ
    let opened = bytes.withUnsafeBytes {
      tarikh_drawing_open($0.baseAddress, $0.count, &fault)
    }
    guard let opened else { throw .pictureUnreadable(reason: Self.reason(fault)) }
    var size = Size(width: 0, height: 0)
    tarikh_drawing_extent(opened, &size.width, &size.height)
    drawing = opened
    self.size = size
  }

  deinit { tarikh_drawing_close(drawing) }

  /// Draws it into a rectangle, as large as fits.
  func draw(on context: OpaquePointer, in rect: Rect) {
    _ = tarikh_drawing_draw(
      drawing,
      UnsafeMutableRawPointer(context),
      rect.x,
      rect.y,
      rect.width,
      rect.height
    )
  }

  private static func reason(_ fault: tarikh_drawing_fault) -> String {
    switch fault {
    case TARIKH_DRAWING_NO_LIBRARY:
      "SVG is drawn by librsvg, which is not installed; install it with ‘apt-get install librsvg2-2’"
    case TARIKH_DRAWING_NO_EXTENT: "it tells no width and height, and no viewBox either"
    default: "the file is broken or cut short"
    }
  }
}
