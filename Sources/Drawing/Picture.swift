/// A picture made of pixels, as the file that holds it.
public struct Picture: Hashable, Sendable {
  /// The bytes of the PNG file.
  public var png: [UInt8]
  /// Its extent in pixels; only their ratio matters to a sheet.
  public var size: Size
  /// What it shows, for those who cannot see it.
  public var words: String

  /// A picture of a PNG file.
  public init(png: [UInt8], size: Size, words: String = "") {
    self.png = png
    self.size = size
    self.words = words
  }

  /// The largest extent with its aspect inside a room, in points.
  public func fitted(into room: Size) -> Size {
    guard size.width > 0, size.height > 0 else { return Size(width: 0, height: 0) }
    let scale = min(room.width / size.width, room.height / size.height)
    return Size(width: size.width * scale, height: size.height * scale)
  }
}
