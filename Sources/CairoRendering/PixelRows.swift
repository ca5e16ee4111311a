import CPangoCairo

extension Surface {
  /// How dark each pixel is, 0 for white to 255 for black, row by row; for tests of small drawings.
  func darkness(width: Int, height: Int) -> [[UInt8]] {
    cairo_surface_flush(pointer)
    guard let data = cairo_image_surface_get_data(pointer) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(pointer))
    return (0..<height).map { row in
      (0..<width).map { column in
        // Blue, green, red and an unused byte, as little-endian machines keep them.
        let place = row * stride + column * 4
        let sum = (0..<3).reduce(0) { $0 + Int(data[place + $1]) }
        return UInt8(clamping: 255 - sum / 3)
      }
    }
  }
}
