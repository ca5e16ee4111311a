import CPangoCairo

/// What of the drawing libraries and fonts this machine has.
public enum Installation {
  /// The libraries in use and their versions.
  public static var libraries: [(name: String, version: String)] {
    [
      ("Cairo", cairo_version_string().map { String(cString: $0) } ?? "?"),
      ("Pango", pango_version_string().map { String(cString: $0) } ?? "?"),
      ("Fontconfig", fontconfigVersion),
    ]
  }

  /// Where a font file is; `nil` when it is in none of the font folders.
  public static func path(ofFont file: String) -> String? { FontFinder(folders: []).path(of: file) }

  /// Fontconfig tells its version as one number: 21401 is 2.14.1.
  private static var fontconfigVersion: String {
    let number = FcGetVersion()
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}
