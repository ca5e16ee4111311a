import CPangoCairo

/// What can go wrong while drawing.
public enum CairoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A font file is in none of the font folders.
  case fontMissing(family: String, file: String, package: String)
  /// A font file is there but no font.
  case fontUnreadable(file: String)
  /// Cairo refused a step.
  case refused(step: String, reason: String)
  /// A picture would be too large for any viewer.
  case tooLarge(width: Int, height: Int)
  /// A picture's file cannot be drawn.
  case pictureUnreadable(reason: String)
  /// The scene has no such page, counted from 0.
  case noSuchPage(Int)

  /// The fault and the remedy in one line.
  public var description: String {
    switch self {
    case .fontMissing(let family, let file, let package):
      "the font \(family) (\(file)) is not installed; install it with ‘apt-get install \(package)’"
    case .fontUnreadable(let file):
      "\(file): is no font that can be read; install its package again"
    case .refused(let step, let reason): "drawing failed at \(step): \(reason)"
    case .tooLarge(let width, let height):
      "a picture of \(width) × \(height) pixels is too large; ask for fewer with --ppi"
    case .pictureUnreadable(let reason): reason
    case .noSuchPage(let page): "the sheet has no page \(page + 1)"
    }
  }

  /// Throws unless Cairo is content.
  static func check(_ status: cairo_status_t, _ step: String) throws(CairoError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .refused(step: step, reason: String(cString: cairo_status_to_string(status)))
  }
}
