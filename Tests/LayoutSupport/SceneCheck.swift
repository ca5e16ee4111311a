import Drawing
import NewsModel
import TimelineLayout

/// Looks for what must never be on a page: texts that meet, texts that leave it, and connectors that
/// cross a text.
public enum SceneCheck {
  /// The first fault, in words; `nil` when there is none.
  public static func fault(in scene: Scene) -> String? {
    for (index, page) in scene.pages.enumerated() {
      if let fault = fault(on: page) { return "page \(index + 1): \(fault)" }
    }
    return nil
  }

  private static func fault(on page: Page) -> String? {
    let paper = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
    var texts: [(group: String, box: Rect)] = []
    for item in page.items {
      switch item.content {
      case .text(let text) where text.size.width > 0:
        texts.append((item.group, text.box))
        if !paper.contains(text.box) { return "\(item.group) \(text.box) leaves the page" }
      case .mark(let mark):
        let box = Rect(
          x: mark.center.x - mark.radius,
          y: mark.center.y - mark.radius,
          width: 2 * mark.radius,
          height: 2 * mark.radius
        )
        if !paper.contains(box) { return "a mark leaves the page at \(mark.center)" }
      case .hatch(let hatch):
        if !paper.contains(hatch.rect) { return "a bar leaves the page: \(hatch.rect)" }
      default: break
      }
    }
    texts.sort { $0.box.y < $1.box.y }
    for (place, first) in texts.enumerated() {
      for second in texts[(place + 1)...] {
        if second.box.y >= first.box.maxY { break }
        if first.box.overlaps(second.box) {
          return "\(first.group) \(first.box) meets \(second.group) \(second.box)"
        }
      }
    }
    for item in page.items where item.group == "connector" {
      guard case .curve(let path, _, _) = item.content else { continue }
      for (from, to) in pieces(of: path) {
        for (group, box) in texts where crosses(from, to, box) {
          return "a connector crosses \(group) between \(from) and \(to)"
        }
      }
    }
    return nil
  }

  /// The groups that begin so and hold text, or are there at all for entries.
  public static func groups(in scene: Scene, prefix: String) -> Set<String> {
    var groups: Set<String> = []
    for item in scene.pages.lazy.flatMap(\.items) where item.group.hasPrefix(prefix) {
      groups.insert(item.group)
    }
    return groups
  }

  /// The events whose words are not all on the pages, or that are not there at all.
  ///
  /// A text that may end in dots does not count: its whole words must stand somewhere else.
  public static func losses(of timeline: Timeline, in scene: Scene) -> [String] {
    var words: [Substring: [UInt8]] = [:]
    for item in scene.pages.lazy.flatMap(\.items) {
      guard case .text(let text) = item.content, let slash = item.group.utf8.firstIndex(of: 0x2F)
      else { continue }
      switch item.group[..<slash] {
      case "label", "entry", "undated":
        let id = item.group[item.group.index(after: slash)...]
        words[id, default: []] += text.block.maxLines == nil ? solid(text.block.text) : []
      default: break
      }
    }
    return (timeline.events + timeline.undated).compactMap { event in
      guard let told = words[event.id[...]] else { return event.id }
      return contains(solid(event.headline), in: told) ? nil : event.id
    }
  }

  private static func contains(_ wanted: [UInt8], in told: [UInt8]) -> Bool {
    guard !wanted.isEmpty else { return true }
    guard wanted.count <= told.count else { return false }
    return (0...told.count - wanted.count).contains { start in
      told[start] == wanted[0] && told[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// The letters without spaces and signs that cannot be seen.
  private static func solid(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000, 0x200E, 0x200F, 0x202A...0x202E,
        0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFC:
        continue
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    return bytes
  }

  /// The straight pieces of a path; a curve becomes many.
  private static func pieces(of path: Path) -> [(Point, Point)] {
    var pieces: [(Point, Point)] = []
    var last = Point(0, 0)
    for step in path.steps {
      switch step {
      case .move(let point): last = point
      case .line(let end):
        pieces.append((last, end))
        last = end
      case .curve(let first, let second, let end):
        let start = last
        for index in 1...16 {
          let share = Double(index) / 16
          let rest = 1 - share
          func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
            rest * rest * rest * a + 3 * rest * rest * share * b + 3 * rest * share * share * c
              + share * share * share * d
          }
          let point = Point(
            mix(start.x, first.x, second.x, end.x),
            mix(start.y, first.y, second.y, end.y)
          )
          pieces.append((last, point))
          last = point
        }
      case .close: break
      }
    }
    return pieces
  }

  /// Whether a straight line passes through a box (Liang and Barsky 1984).
  private static func crosses(_ from: Point, _ to: Point, _ box: Rect) -> Bool {
    // Touching an edge is no crossing.
    let slack = 0.05
    let sides = [
      (from.x - to.x, from.x - box.x - slack), (to.x - from.x, box.maxX - slack - from.x),
      (from.y - to.y, from.y - box.y - slack), (to.y - from.y, box.maxY - slack - from.y),
    ]
    if max(from.x, to.x) <= box.x || min(from.x, to.x) >= box.maxX || max(from.y, to.y) <= box.y
      || min(from.y, to.y) >= box.maxY
    {
      return false
    }
    var enter = 0.0
    var leave = 1.0
    for (pace, distance) in sides {
      if abs(pace) < 1e-12 {
        if distance < 0 { return false }
      } else if pace < 0 {
        enter = max(enter, distance / pace)
      } else {
        leave = min(leave, distance / pace)
      }
    }
    return enter < leave
  }
}
