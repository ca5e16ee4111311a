/// A page as pixels, for tests and for programs that draw on.
public struct Pixels: Sendable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int
  /// The colours, each 0x00RRGGBB, row by row.
  public let colors: [UInt32]

  /// The pixels of a surface's rows.
  init(_ writer: PNGWriter) {
    width = writer.width
    height = writer.height
    var colors: [UInt32] = []
    colors.reserveCapacity(width * height)
    for y in 0..<height { for pixel in writer.row(y) { colors.append(pixel & 0xFF_FFFF) } }
    self.colors = colors
  }
}
