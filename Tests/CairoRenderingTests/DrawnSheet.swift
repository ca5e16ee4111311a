import CairoRendering
import DataFiles
import Drawing
import LayoutSupport
import Styles
import Testing
import TimelineLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A timeline laid out with real fonts, ready to be drawn.
struct DrawnSheet {
  let scene: Scene
  let renderer: SceneRenderer
  let painter: TextPainter

  init(
    _ timeline: Timeline? = nil,
    style name: String = "briefing",
    language: String = "ar"
  ) throws {
    let style = try StyleFile().style(name)
    painter = try TextPainter(families: style.fontFamilies)
    let labels = try SheetLabels(language: language)
    scene = BriefingLayout(style: style, labels: labels, measurer: painter)
      .scene(of: try timeline ?? SampleTimeline.dialogue())
    renderer = SceneRenderer(painter: painter)
  }

  /// The sample's first events.
  static func sample(of count: Int) throws -> Timeline {
    let whole = try SampleTimeline.dialogue()
    return Timeline(title: whole.title, asOf: whole.asOf, events: Array(whole.events.prefix(count)))
  }
}

/// A page with nothing but some lines of text on it.
enum TextPage {
  static func scene(_ lines: [String], font: String, size: Double = 12) -> Scene {
    let ink = Color(red: 0, green: 0, blue: 0)
    let ground = Color(red: 255, green: 255, blue: 255)
    var page = Page(size: .a4, ground: ground)
    for (index, line) in lines.enumerated() {
      let block = TextBlock(
        line,
        font: TextFont(family: font, size: size),
        color: ink,
        width: 480,
        direction: .rightToLeft,
        lineHeight: size * 2
      )
      let text = PlacedText(
        block: block,
        origin: Point(50, 40 + 2 * size * Double(index)),
        size: Size(width: 480, height: size * 2)
      )
      page.items.append(SceneItem(group: "line-\(index + 1)", .text(text)))
    }
    let metadata = DocumentMetadata(
      title: "words",
      author: "",
      subject: "",
      created: "2021-01-01T00:00:00Z",
      language: "ar",
      direction: .rightToLeft
    )
    return Scene(metadata: metadata, pages: [page])
  }
}

/// Programs that look at files from outside; tests pass them over where they are not installed.
enum Outside {
  /// Writes the bytes into a folder of their own.
  static func file(_ bytes: [UInt8], _ name: String) throws -> String {
    var template = Array("/tmp/tarikh-drawn-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    try AtomicFile.write(bytes, to: "\(folder)/\(name)")
    return "\(folder)/\(name)"
  }

  /// What a command prints; `nil` where it is not installed.
  static func output(of command: String) -> String? {
    guard let pipe = popen("\(command) 2>&1", "r") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    let status = pclose(pipe)
    return status == 127 << 8 ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A text without the marks that only tell the reading direction.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !(0x200E...0x200F).contains($0.value) && !(0x202A...0x202E).contains($0.value)
            && !(0x2066...0x2069).contains($0.value)
        }
      )
    )
  }
}
