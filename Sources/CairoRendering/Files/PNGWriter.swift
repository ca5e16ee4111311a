import CPangoCairo

/// Writes pixels as PNG: with a palette where few colours make the picture, and packed fast.
///
/// Cairo's own writer packs a page three times as long to save a fifth, and never takes a palette.
struct PNGWriter {
  /// Rows of pixels, each 0x00RRGGBB in 32 bits, as Cairo holds them.
  let pixels: UnsafeRawPointer
  /// From one row to the next, in bytes.
  let stride: Int
  let width: Int
  let height: Int

  /// The file; `nil` when memory is out.
  ///
  /// - Parameter ppi: pixels an inch; PNG wants pixels a metre.
  func file(ppi: Double) -> [UInt8]? {
    let palette = self.palette
    let depth = palette.map { Palette.depth(of: $0.colors.count) } ?? 8
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header =
      big(width) + big(height) + [UInt8(depth), palette == nil ? 2 : 3, 0, 0, 0]
    add("IHDR", header, to: &bytes)
    let perMetre = big(Int((ppi / 0.0254).rounded()))
    add("pHYs", perMetre + perMetre + [1], to: &bytes)
    if let palette {
      let parts = palette.colors.flatMap { color in
        [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) }
      }
      add("PLTE", parts, to: &bytes)
    }
    guard let data = packed(palette, depth: depth) else { return nil }
    add("IDAT", data, to: &bytes)
    add("IEND", [], to: &bytes)
    return bytes
  }

  /// A row of pixels.
  func row(_ y: Int) -> UnsafeBufferPointer<UInt32> {
    let start = (pixels + y * stride).assumingMemoryBound(to: UInt32.self)
    return UnsafeBufferPointer(start: start, count: width)
  }

  /// The colours, if no more than a palette holds.
  private var palette: Palette? {
    var palette = Palette()
    var last: UInt32?
    for y in 0..<height {
      for pixel in row(y) where pixel != last {
        last = pixel
        guard palette.add(pixel & 0xFF_FFFF) else { return nil }
      }
    }
    return palette
  }

  /// The rows, unfiltered: neighbours of flat drawings are alike as they are.
  private func packed(_ palette: Palette?, depth: Int) -> [UInt8]? {
    let length = palette == nil ? 3 * width : (width * depth + 7) / 8
    var line = [UInt8](repeating: 0, count: length + 1)
    let packer = Packer()
    for y in 0..<height {
      line.withUnsafeMutableBufferPointer { line in
        if let palette {
          fill(line, with: row(y), palette, depth: depth)
        } else {
          var place = 1
          for pixel in row(y) {
            line[place] = UInt8(truncatingIfNeeded: pixel >> 16)
            line[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
            line[place + 2] = UInt8(truncatingIfNeeded: pixel)
            place += 3
          }
        }
      }
      packer.add(&line, isLast: y == height - 1)
    }
    return packer.result
  }

  private func fill(
    _ line: UnsafeMutableBufferPointer<UInt8>,
    with row: UnsafeBufferPointer<UInt32>,
    _ palette: Palette,
    depth: Int
  ) {
    for index in 1..<line.count { line[index] = 0 }
    var last = row.first ?? 0
    var number = palette.index(of: last & 0xFF_FFFF)
    for (x, pixel) in row.enumerated() {
      if pixel != last {
        last = pixel
        number = palette.index(of: pixel & 0xFF_FFFF)
      }
      let bit = x * depth
      line[1 + bit / 8] |= number << UInt8(8 - depth - bit % 8)
    }
  }

  private func add(_ name: String, _ data: [UInt8], to bytes: inout [UInt8]) {
    bytes += big(data.count)
    let start = bytes.count
    bytes += name.utf8
    bytes += data
    let sum = bytes[start...].withUnsafeBytes { part in
      crc32(0, part.bindMemory(to: UInt8.self).baseAddress, UInt32(clamping: part.count))
    }
    bytes += big(Int(sum))
  }

  private func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

/// At most 256 colours, each found at once.
private struct Palette {
  private(set) var colors: [UInt32] = []
  private var slots = [Int16](repeating: -1, count: 1024)

  /// How many bits tell one of so many colours.
  static func depth(of count: Int) -> Int { count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8 }

  /// Takes a colour up; `false` when there is no room.
  mutating func add(_ color: UInt32) -> Bool {
    let slot = self.slot(of: color)
    guard slots[slot] < 0 else { return true }
    guard colors.count < 256 else { return false }
    slots[slot] = Int16(colors.count)
    colors.append(color)
    return true
  }

  func index(of color: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: slots[slot(of: color)]) }

  private func slot(of color: UInt32) -> Int {
    var slot = Int((color &* 0x9E37_79B1) >> 22)
    while slots[slot] >= 0, colors[Int(slots[slot])] != color { slot = (slot + 1) & 1023 }
    return slot
  }
}

/// Packs bytes as zlib does, at its fastest.
private final class Packer {
  /// At an address of its own, for zlib keeps it.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var packed: [UInt8] = []
  private var room = [UInt8](repeating: 0, count: 1 << 16)
  private let isReady: Bool

  init() {
    stream.initialize(to: z_stream())
    isReady = tarikh_deflate_begin(stream, 1) == Z_OK
  }

  deinit {
    if isReady { deflateEnd(stream) }
    stream.deallocate()
  }

  /// Packs a row.
  func add(_ line: inout [UInt8], isLast: Bool) {
    guard isReady else { return }
    line.withUnsafeMutableBufferPointer { line in
      stream.pointee.next_in = line.baseAddress
      stream.pointee.avail_in = UInt32(clamping: line.count)
      var isFull = true
      while isFull {
        let written = room.withUnsafeMutableBufferPointer { room in
          stream.pointee.next_out = room.baseAddress
          stream.pointee.avail_out = UInt32(clamping: room.count)
          deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return room.count - Int(stream.pointee.avail_out)
        }
        packed.append(contentsOf: room[..<written])
        isFull = stream.pointee.avail_out == 0
      }
    }
  }

  /// All that was packed; `nil` when there was no memory for it.
  var result: [UInt8]? { isReady ? packed : nil }
}
