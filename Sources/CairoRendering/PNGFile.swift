/// A PNG file's bytes, and what Cairo leaves out of them.
struct PNGFile {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The file with a `pHYs` chunk, so that it prints at its true size.
  func withResolution(ppi: Double) -> [UInt8] {
    // Signature (8) and the IHDR chunk (length 4, name 4, data 13, checksum 4) come first.
    let head = 33
    let perMeter = (ppi / 0.0254).rounded()
    guard bytes.count > head, perMeter > 0, perMeter < 1e9 else { return bytes }
    let dots = UInt32(perMeter)
    var chunk = Array("pHYs".utf8)
    chunk += PNGFile.bigEndian(dots) + PNGFile.bigEndian(dots) + [1]
    let length = PNGFile.bigEndian(UInt32(chunk.count - 4))
    let checksum = PNGFile.bigEndian(PNGFile.checksum(chunk))
    return Array(bytes[..<head]) + length + chunk + checksum + Array(bytes[head...])
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
  }

  /// CRC-32 as the PNG specification asks for.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    return crc ^ 0xFFFF_FFFF
  }
}
