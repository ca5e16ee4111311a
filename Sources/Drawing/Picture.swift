/// A picture made of pixels, as the file that holds it.
public struct Picture: Hashable, Sendable {
  /// How a file tells its picture.
  public enum Format: Hashable, Sendable {
    /// Pixels.
    case png
    /// Lines and areas, which stay sharp at any size.
    case svg
  }

  /// How the file tells it.
  public var format: Format
  /// The bytes of the file.
  public var bytes: [UInt8]
  /// Its extent in pixels; only their ratio matters to a sheet.
  public var size: Size
  /// What it shows, for those who cannot see it.
  public var words: String

  /// A picture of a file.
  public init(_ format: Format, _ bytes: [UInt8], size: Size, words: String = "") {
    self.format = format
    self.bytes = bytes
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
