import CairoRendering
import Drawing

/// Reads the logo that a report's masthead carries.
struct LogoFile {
  /// The most bytes of its file.
  static let mostBytes = 4 << 20

  let report: Report

  /// The file's path; `nil` when the report has no logo.
  var path: String? { report.logo.map { report.resolved($0.path) } }

  /// The picture; `nil` when the report has no logo.
  func picture() throws(Fault) -> Picture? {
    guard let logo = report.logo, let path else { return nil }
    let place = "\(report.file):\(logo.line): logo ‘\(logo.path)’"
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path, limit: Self.mostBytes)
    } catch {
      throw Fault(
        error.status,
        "\(report.file):\(logo.line): logo: \(error.what)",
        remedy: error.remedy
      )
    }
    do {
      var picture =
        Self.isSVG(bytes)
        ? try PictureFile.picture(svg: bytes) : try PictureFile.picture(png: bytes)
      picture.words = report.masthead
      return picture
    } catch {
      throw Fault(
        .configuration,
        "\(place): \(error.description)",
        remedy: "name an SVG of paths, or a PNG of at most \(PictureFile.mostPixels) pixels a side"
      )
    }
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    return head.contains("<svg") || head.hasPrefix("<?xml")
  }
}
