import Drawing
import Testing

@testable import CairoRendering

/// Marks as letters: `#` ink, `.` paper, `+` what lies between.
@Suite("Marks")
struct MarkTests {
  private static let ink = Color(red: 0, green: 0, blue: 0)
  private static let paper = Color(red: 255, green: 255, blue: 255)

  private func letters(_ content: SceneContent, width: Int = 13, height: Int = 13) throws
    -> [String]
  {
    let surface = try Surface(pixelsWide: width, high: height)
    let canvas = try Canvas(surface: surface.pointer)
    let paper = Rect(x: 0, y: 0, width: Double(width), height: Double(height))
    canvas.trace(paper, radius: 0)
    canvas.fill(MarkTests.paper)
    switch content {
    case .mark(let mark): canvas.draw(mark)
    case .hatch(let hatch): canvas.draw(hatch)
    default: break
    }
    return surface.darkness(width: width, height: height).map { row in
      String(row.map { $0 > 170 ? "#" : $0 > 60 ? "+" : "." })
    }
  }

  private func mark(_ shape: MarkShape, _ fill: MarkFill, isStruck: Bool = false) -> SceneContent {
    .mark(
      Mark(
        shape: shape,
        fill: fill,
        center: Point(6.5, 6.5),
        radius: 4,
        color: MarkTests.ink,
        ground: MarkTests.paper,
        isStruck: isStruck
      )
    )
  }

  private func hatch(_ fade: Hatch.Fade) -> SceneContent {
    .hatch(
      Hatch(
        rect: Rect(x: 1, y: 1, width: 30, height: 8),
        color: MarkTests.ink,
        ground: MarkTests.paper,
        spacing: 3.2,
        fade: fade
      )
    )
  }

  @Test("Every shape and fill is told apart in one ink")
  func apart() throws {
    var seen: [[String]: String] = [:]
    for shape in MarkShape.allCases {
      for fill in MarkFill.allCases where fill != .flag || shape == .circle {
        for isStruck in [false, true] {
          let name = "\(shape) \(fill) \(isStruck)"
          let grid = try letters(mark(shape, fill, isStruck: isStruck))
          #expect(grid.joined().contains("#"), "\(name) has ink")
          #expect(seen[grid] == nil, "\(name) looks like \(seen[grid] ?? "")")
          seen[grid] = name
        }
      }
    }
    for fade in [Hatch.Fade.none, .left, .right, .both, .ends] {
      let grid = try letters(hatch(fade), width: 32, height: 10)
      #expect(seen[grid] == nil, "\(fade) looks like \(seen[grid] ?? "")")
      seen[grid] = "\(fade)"
    }
  }

  @Test("Solid is full, hollow is empty, split is full on one side, low on the lower half")
  func fills() throws {
    func row(_ fill: MarkFill, _ index: Int = 6) throws -> String {
      try letters(mark(.circle, fill))[index]
    }
    #expect(try row(.solid).contains("#######"))
    #expect(try row(.hollow).contains("....."))
    #expect(try row(.hollow).dropLast(8).contains { $0 != "." })
    #expect(try row(.hollow).dropFirst(8).contains { $0 != "." })
    #expect(try row(.split).dropFirst(7).contains("##"))
    #expect(try row(.split).dropFirst(4).prefix(3) == "...")
    #expect(try row(.low, 8).contains("######"))
    #expect(try !row(.low, 4).contains("####"))
    #expect(try row(.barred).contains("###"))
    #expect(try row(.ringed, 4).contains("..."))
  }

  @Test("A struck sign is crossed from the lower left to the upper right")
  func struck() throws {
    let plain = try letters(mark(.square, .hollow))
    let struck = try letters(mark(.square, .hollow, isStruck: true))
    #expect(plain != struck)
    #expect(Array(struck[6])[6] != ".")
    #expect(Array(plain[6])[6] == ".")
    // On a solid sign the line shows by the paper beside it.
    let solid = try letters(mark(.square, .solid, isStruck: true))
    #expect(solid[5].dropFirst(2).dropLast(2).contains(".") || solid[5].contains("+"))
  }

  @Test("A bar fades where nothing bounds it")
  func fades() throws {
    func ink(_ grid: [String], _ columns: Range<Int>) -> Int {
      grid.reduce(0) {
        $0 + $1.dropFirst(columns.lowerBound).prefix(columns.count).count { $0 != "." }
      }
    }
    let left = try letters(hatch(.left), width: 32, height: 10)
    #expect(ink(left, 1..<8) < ink(left, 23..<30))
    let right = try letters(hatch(.right), width: 32, height: 10)
    #expect(ink(right, 1..<8) > ink(right, 23..<30))
    let both = try letters(hatch(.both), width: 32, height: 10)
    #expect(ink(both, 1..<6) < ink(both, 13..<18))
    let ends = try letters(hatch(.ends), width: 32, height: 10)
    #expect(ink(ends, 1..<31) > ink(both, 1..<31))
  }
}
