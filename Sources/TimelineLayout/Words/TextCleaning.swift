import Drawing

/// Makes text from outside fit for one paragraph.
enum TextCleaning {
  /// The way a text reads, by its first letter that tells; `nil` when none does.
  static func direction(of text: String) -> TextDirection? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1E800...0x1EFFF: return .rightToLeft
      default: if scalar.properties.isAlphabetic { return .leftToRight }
      }
    }
    return nil
  }

  /// The text, set apart from its surroundings when it reads the other way, so that neither turns
  /// the other's words and stops around.
  static func isolated(_ text: String, in direction: TextDirection) -> String {
    guard let own = TextCleaning.direction(of: text), own != direction else { return text }
    return "\u{2068}\(text)\u{2069}"
  }

  /// The text on one line: every run of white space and control characters as one space.
  ///
  /// Marks that set the reading direction go, as they would turn the words after them around.
  ///
  /// - Parameter isOutside: whether the text is as an article has it, so that the marks of
  ///   ``isolated(_:in:)`` go too: one without its other half would reach over the words beside it;
  ///   and the spaces of ``tied(_:)`` become plain ones.
  static func cleaned(_ text: String, isOutside: Bool = false) -> String {
    if isClean(text) { return text }
    var scalars = String.UnicodeScalarView()
    var isSpaceOwed = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA0 where !isOutside:
        if isSpaceOwed, !scalars.isEmpty { scalars.append(" ") }
        isSpaceOwed = false
        scalars.append(scalar)
      case 0x0...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000:
        isSpaceOwed = true
      case 0x202A...0x202E, 0x2066...0x2067, 0xFEFF, 0xFFF9...0xFFFC: continue
      case 0x2068...0x2069 where isOutside: continue
      default:
        if isSpaceOwed, !scalars.isEmpty { scalars.append(" ") }
        isSpaceOwed = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text with spaces at which a line ends only when no line holds all of it.
  ///
  /// They are drawn and copied as plain spaces.
  static func tied(_ text: String) -> String { replacing(" ", by: "\u{A0}", in: text) }

  /// The text with plain spaces for tied ones.
  static func untied(_ text: String) -> String { replacing("\u{A0}", by: " ", in: text) }

  private static func replacing(
    _ old: Unicode.Scalar,
    by new: Unicode.Scalar,
    in text: String
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == old ? new : scalar) }
    return String(scalars)
  }

  /// Whether there is surely nothing to clean, by a look at the bytes alone: most texts are clean,
  /// and sheets ask of each several times.
  private static func isClean(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isClean) ?? isClean(Array(text.utf8))
  }

  private static func isClean(_ bytes: some Sequence<UInt8>) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in bytes {
      switch byte {
      case 0x0...0x1F, 0x7F: return false
      case UInt8(ascii: " "): if last == UInt8(ascii: " ") { return false }
      // What is cleaned away begins with one of these bytes, as some letters and signs do too.
      case 0xC2, 0xE2, 0xE3, 0xEF: return false
      default: break
      }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }
}
