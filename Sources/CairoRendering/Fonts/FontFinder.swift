#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds font files by their names, so that only those of a style are ever loaded.
///
/// Asking the machine's Fontconfig would cost more than drawing a page, and its rules would change
/// the result from machine to machine.
public struct FontFinder: Sendable {
  /// Where Debian puts the fonts that the styles name; looked at before any tree is walked.
  static let usual = [
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/opentype/fonts-hosny-amiri",
    "/usr/share/fonts/truetype/fonts-hosny-amiri",
  ]
  static let roots = ["/usr/share/fonts", "/usr/local/share/fonts"]

  /// Folders the user named, looked at first.
  let folders: [String]

  /// A finder that looks into some folders before the usual ones.
  public init(folders: [String] = []) { self.folders = folders }

  /// The path of a font file; `nil` when it is nowhere.
  public func path(of file: String) -> String? {
    guard !file.utf8.contains(UInt8(ascii: "/")) else {
      return access(file, R_OK) == 0 ? file : nil
    }
    for folder in folders + FontFinder.usual {
      let path = "\(folder)/\(file)"
      if access(path, R_OK) == 0 { return path }
    }
    for root in FontFinder.roots {
      if let path = search(root, for: file, depth: 0) { return path }
    }
    return nil
  }

  private func search(_ folder: String, for file: String, depth: Int) -> String? {
    guard depth < 6, let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var inner: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == file { return "\(folder)/\(name)" }
      if entry.pointee.d_type == UInt8(DT_DIR), !name.hasPrefix(".") { inner.append(name) }
    }
    for name in inner.sorted() {
      if let path = search("\(folder)/\(name)", for: file, depth: depth + 1) { return path }
    }
    return nil
  }
}
