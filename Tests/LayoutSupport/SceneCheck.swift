import Drawing

/// Looks for what must never be on a page: texts that meet, texts that leave it, and connectors that
/// cross a text.
public enum SceneCheck {
  /// The first fault, in words; `nil` when there is none.
  public static func fault(in scene: Scene) -> String? {
    for (index, page) in scene.pages.enumerated() {
      let texts = page.items.compactMap { item -> (String, Rect)? in
        guard case .text(let text) = item.content, text.size.width > 0 else { return nil }
        return (item.group, text.box)
      }
      let paper = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
      for (group, box) in texts where !paper.contains(box) {
        return "page \(index + 1): \(group) \(box) leaves the page"
      }
      let sorted = texts.sorted { $0.1.y < $1.1.y }
      for (place, first) in sorted.enumerated() {
        for second in sorted[(place + 1)...] {
          if second.1.y >= first.1.maxY { break }
          if first.1.overlaps(second.1) {
            return "page \(index + 1): \(first.0) \(first.1) meets \(second.0) \(second.1)"
          }
        }
      }
      for item in page.items where item.group == "connector" {
        guard case .curve(let path, _, _) = item.content else { continue }
        for point in points(on: path) {
          for (group, box) in texts
          where box.x < point.x && point.x < box.maxX && box.y < point.y && point.y < box.maxY {
            return "page \(index + 1): a connector crosses \(group) at \(point)"
          }
        }
      }
    }
    return nil
  }

  /// The groups that begin so and hold text, or are there at all for entries.
  public static func groups(in scene: Scene, prefix: String) -> Set<String> {
    var groups: Set<String> = []
    for item in scene.pages.flatMap(\.items) where item.group.hasPrefix(prefix) {
      groups.insert(item.group)
    }
    return groups
  }

  private static func points(on path: Path) -> [Point] {
    var points: [Point] = []
    var last = Point(0, 0)
    for step in path.steps {
      switch step {
      case .move(let point): last = point
      case .line(let end):
        for share in stride(from: 0.05, to: 1, by: 0.1) {
          points.append(Point(last.x + (end.x - last.x) * share, last.y + (end.y - last.y) * share))
        }
        last = end
      case .curve(let first, let second, let end):
        for share in stride(from: 0.05, to: 1, by: 0.1) {
          let rest = 1 - share
          func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
            rest * rest * rest * a + 3 * rest * rest * share * b + 3 * rest * share * share * c
              + share * share * share * d
          }
          points.append(
            Point(mix(last.x, first.x, second.x, end.x), mix(last.y, first.y, second.y, end.y))
          )
        }
        last = end
      case .close: break
      }
    }
    return points
  }
}
