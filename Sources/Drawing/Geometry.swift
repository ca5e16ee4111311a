/// A place on a page, in points from its upper left corner; y grows downwards.
public struct Point: Hashable, Codable, Sendable {
  /// Points from the left edge.
  public var x: Double
  /// Points from the upper edge.
  public var y: Double

  /// A place on a page.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Width and height in points.
public struct Size: Hashable, Codable, Sendable {
  /// The extent from left to right.
  public var width: Double
  /// The extent from top to bottom.
  public var height: Double

  /// A width and a height.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A4 upright.
  public static let a4 = Size(width: 595.28, height: 841.89)
}

/// An upright rectangle in points.
public struct Rect: Hashable, Codable, Sendable {
  /// The left edge.
  public var x: Double
  /// The upper edge.
  public var y: Double
  /// The extent from left to right.
  public var width: Double
  /// The extent from top to bottom.
  public var height: Double

  /// A rectangle by its upper left corner and its extents.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  public var maxX: Double { x + width }
  /// The lower edge.
  public var maxY: Double { y + height }

  /// Whether both share an area; edges that merely touch, within a hundredth of a point, do not.
  public func overlaps(_ other: Rect) -> Bool {
    x + Rect.slack < other.maxX && other.x + Rect.slack < maxX
      && y + Rect.slack < other.maxY && other.y + Rect.slack < maxY
  }

  /// Whether the other lies wholly inside, within a hundredth of a point.
  public func contains(_ other: Rect) -> Bool {
    x <= other.x + Rect.slack && y <= other.y + Rect.slack
      && other.maxX <= maxX + Rect.slack && other.maxY <= maxY + Rect.slack
  }

  private static let slack = 0.01
}

/// An opaque colour by its red, green and blue, each 0 to 255 in sRGB.
///
/// Opaque on purpose: transparency costs PDF viewers and printers much, and a tint of the ground
/// looks the same.
public struct Color: Hashable, Sendable {
  /// Red.
  public var red: UInt8
  /// Green.
  public var green: UInt8
  /// Blue.
  public var blue: UInt8

  /// A colour by its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`; `nil` for anything else.
  public init?(hex text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
    var value = 0
    for byte in bytes.dropFirst() {
      guard let digit = Color.hexDigit(byte) else { return nil }
      value = value << 4 | digit
    }
    red = UInt8(truncatingIfNeeded: value >> 16)
    green = UInt8(truncatingIfNeeded: value >> 8)
    blue = UInt8(truncatingIfNeeded: value)
  }

  /// The colour as `#rrggbb`.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes = [UInt8(ascii: "#")]
    for part in [red, green, blue] {
      bytes.append(digits[Int(part >> 4)])
      bytes.append(digits[Int(part & 15)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// This colour mixed into another: share 1 is this colour, share 0 the other.
  public func mixed(into ground: Color, share: Double) -> Color {
    let part = min(1, max(0, share))
    func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
      UInt8(min(255, max(0, (Double(own) * part + Double(other) * (1 - part)).rounded())))
    }
    return Color(
      red: mix(red, ground.red),
      green: mix(green, ground.green),
      blue: mix(blue, ground.blue)
    )
  }

  private static func hexDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 55
    default: nil
    }
  }
}

extension Color: Codable {
  /// Decodes `#rrggbb`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let color = Color(hex: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "‘\(text)’ is no colour; write #rrggbb in quotes"
      )
    }
    self = color
  }

  /// Encodes `#rrggbb`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
