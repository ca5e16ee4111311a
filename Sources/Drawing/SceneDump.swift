extension Scene {
  /// The scene as text, one item a line, lengths in tenths of a point.
  ///
  /// The words of a text come last on their line, so that right-to-left text disturbs no number.
  public var dump: String {
    var lines: [String] = []
    lines.append("title \(metadata.title)")
    lines.append(
      "document \(metadata.language) \(metadata.direction.rawValue) created=\(metadata.created)"
    )
    for (index, page) in pages.enumerated() {
      lines.append("page \(index + 1) \(page.size.dump) ground=\(page.ground.hex)")
      var depth = 1
      for item in page.items {
        if item.content == .close { depth = max(1, depth - 1) }
        let indent = String(repeating: "  ", count: depth)
        lines.append("\(indent)\(item.group): \(item.content.dump)")
        if case .open = item.content { depth += 1 }
      }
    }
    for entry in outline {
      lines.append(
        "outline \(entry.level) page=\(entry.page + 1) y=\(tenths(entry.y)) \(entry.title)"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SceneContent {
  fileprivate var dump: String {
    switch self {
    case .text(let text): text.dump
    case .line(let from, let to, let stroke): "line \(from.dump) \(to.dump) \(stroke.dump)"
    case .curve(let path, let stroke, let fill):
      "curve \(path.dump)\(optional(" ", stroke?.dump))\(optional(" fill=", fill?.hex))"
    case .box(let rect, let fill, let stroke, let radius):
      "box \(rect.dump)\(optional(" fill=", fill?.hex))\(optional(" ", stroke?.dump))"
        + (radius > 0 ? " radius=\(tenths(radius))" : "")
    case .mark(let mark):
      "mark \(mark.shape.rawValue) \(mark.fill.rawValue) \(mark.center.dump)"
        + " r=\(tenths(mark.radius)) \(mark.color.hex)\(mark.isStruck ? " struck" : "")"
        + (mark.isMirrored && mark.fill == .flag ? " mirrored" : "")
    case .hatch(let hatch):
      "hatch \(hatch.rect.dump) \(hatch.color.hex) fade=\(hatch.fade.rawValue)"
    case .picture(let picture, let rect):
      "picture \(picture.size.dump) of \(picture.bytes.count) bytes in \(rect.dump)"
    case .destination(let name, let point): "destination \(name) \(point.dump)"
    case .open(let tag): "open \(tag.rawValue)"
    case .close: "close"
    }
  }
}

extension PlacedText {
  fileprivate var dump: String {
    var parts = ["text \(box.dump)"]
    let font = block.font
    parts.append("\(font.family)/\(tenths(font.size))/\(font.weight.rawValue)")
    parts.append(
      "\(block.color.hex) \(block.alignment.rawValue) \(block.direction.rawValue)"
        + " line=\(tenths(block.lineHeight))"
    )
    if let lines = block.maxLines { parts.append("max=\(lines)") }
    switch link {
    case .address(let address): parts.append("→\(address)")
    case .destination(let name): parts.append("→#\(name)")
    case nil: break
    }
    parts.append("| \(block.text)")
    return parts.joined(separator: " ")
  }
}

extension Point { fileprivate var dump: String { "\(tenths(x)),\(tenths(y))" } }

extension Size { fileprivate var dump: String { "\(tenths(width))x\(tenths(height))" } }

extension Rect {
  fileprivate var dump: String {
    "\(tenths(x)),\(tenths(y)) \(tenths(width))x\(tenths(height))"
  }
}

extension Stroke {
  fileprivate var dump: String {
    let dashes = dash.isEmpty ? "" : " dash=" + dash.map(tenths).joined(separator: ",")
    return "stroke=\(color.hex)/\(tenths(width))\(dashes)"
  }
}

extension Path {
  fileprivate var dump: String {
    steps.map { step in
      switch step {
      case .move(let point): "M \(point.dump)"
      case .line(let point): "L \(point.dump)"
      case .curve(let first, let second, let end): "C \(first.dump) \(second.dump) \(end.dump)"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }
}

private func optional(_ prefix: String, _ text: String?) -> String {
  text.map { prefix + $0 } ?? ""
}

/// A length with one decimal, the same on every machine.
private func tenths(_ length: Double) -> String {
  guard length.isFinite, abs(length) < 1e12 else { return "?" }
  let whole = Int((length * 10).rounded())
  let magnitude = abs(whole)
  return "\(whole < 0 ? "-" : "")\(magnitude / 10).\(magnitude % 10)"
}
