/// Makes text from outside fit for one paragraph.
enum TextCleaning {
  /// The text with every run of white space and control characters as one space, and none at its
  /// ends; and with no override of the reading direction left, which would turn words around.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isSpaceOwed = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000:
        isSpaceOwed = true
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFC:
        continue
      default:
        if isSpaceOwed, !scalars.isEmpty { scalars.append(" ") }
        isSpaceOwed = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
