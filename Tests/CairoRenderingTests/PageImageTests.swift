import CairoRendering
import Drawing
import LayoutSupport
import Testing

/// A page seen from afar: the mean darkness of each field of 6 × 6 points, as one of 16 letters.
///
/// A mean over the page cannot see that one label is missing; a field can.
struct PageFields: Equatable {
  private static let side = 6
  private static let signs = Array("0123456789abcdef".utf8)
  /// How far a field may be from the one found good: another release of FreeType shades otherwise.
  private static let tolerance = 2
  let rows: [[Int]]

  init(_ pixels: Pixels) {
    rows = stride(from: 0, to: pixels.height - PageFields.side + 1, by: PageFields.side).map { y in
      stride(from: 0, to: pixels.width - PageFields.side + 1, by: PageFields.side).map { x in
        var sum = 0
        for down in 0..<PageFields.side {
          for right in 0..<PageFields.side {
            let color = pixels.colors[(y + down) * pixels.width + x + right]
            sum += Int(color & 255) + Int(color >> 8 & 255) + Int(color >> 16 & 255)
          }
        }
        // Text is sparse: darkness is spread so that a line of it counts.
        let dark = 255 * 3 * PageFields.side * PageFields.side - sum
        return min(15, dark * 40 / (255 * 3 * PageFields.side * PageFields.side))
      }
    }
  }

  init(text: String) {
    rows = text.split(separator: "\n").map { line in
      line.utf8.map { PageFields.signs.firstIndex(of: $0) ?? 0 }
    }
  }

  var text: String {
    rows.map { String(decoding: $0.map { PageFields.signs[$0] }, as: UTF8.self) }
      .joined(separator: "\n") + "\n"
  }

  /// The fields that differ by more than the tolerance, in points from the page's corner.
  func difference(from good: PageFields) -> String? {
    guard rows.count == good.rows.count, rows.first?.count == good.rows.first?.count else {
      return "\(rows.count) rows of fields, \(good.rows.count) were found good"
    }
    var places: [String] = []
    for (y, pair) in zip(rows, good.rows).enumerated() {
      for (x, fields) in zip(pair.0, pair.1).enumerated()
      where abs(fields.0 - fields.1) > PageFields.tolerance {
        places.append("\(x * PageFields.side),\(y * PageFields.side)")
      }
    }
    guard let first = places.first else { return nil }
    return "\(places.count) fields differ, the first at \(first)"
  }
}

@Suite("Pages as pictures")
struct PageImageTests {
  private func fields(_ sheet: DrawnSheet, _ scene: Scene? = nil) throws -> PageFields {
    PageFields(try sheet.renderer.pixels(scene ?? sheet.scene, page: 0, ppi: 72))
  }

  @Test("The first page looks as it was found good", arguments: ["briefing", "night"])
  func golden(_ style: String) throws {
    let drawn = try fields(DrawnSheet(style: style))
    guard let good = Golden.text("page-\(style).txt") else {
      #expect(Golden.difference(drawn.text, "page-\(style).txt") == nil)
      return
    }
    let difference = drawn.difference(from: PageFields(text: good))
    if difference != nil { _ = Golden.difference(drawn.text, "page-\(style).txt") }
    #expect(difference == nil)
  }

  @Test("A single label that is missing is seen, and so is each text of the page")
  func missing() throws {
    let sheet = try DrawnSheet()
    let whole = try fields(sheet)
    let texts = sheet.scene.pages[0].items.indices.filter { index in
      guard case .text(let text) = sheet.scene.pages[0].items[index].content else { return false }
      return text.block.text.utf8.count > 6
    }
    #expect(texts.count > 20)
    for index in texts {
      var scene = sheet.scene
      let item = scene.pages[0].items.remove(at: index)
      let seen = try fields(sheet, scene).difference(from: whole)
      #expect(seen != nil, "\(item.group)")
    }
  }

  @Test("The same page twice is the same")
  func same() throws {
    let sheet = try DrawnSheet()
    let first = try fields(sheet)
    let second = try fields(DrawnSheet())
    #expect(first == second)
    #expect(second.difference(from: first) == nil)
  }
}
