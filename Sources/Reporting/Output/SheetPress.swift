import CairoRendering
import DataFiles
import Drawing
import Exporting
import NewsModel
import Styles
import TimelineLayout

/// Makes the files of a sheet: events → timeline → scene → PDF, PNG, SVG; or events as data.
struct SheetPress {
  /// Dots an inch of PNG files, unless told otherwise.
  static let defaultPPI = 150.0

  private let layout: any Layout
  private let painter: TextPainter
  private let printer: PagePrinter
  private let exports: ExportPress

  /// A press for a style and a language's labels.
  ///
  /// - Parameters:
  ///   - style: a shipped style's name, or a path.
  ///   - layout: a layout's name.
  ///   - fontFolders: where to look for font files first.
  ///   - threads: how many pages are drawn at a time.
  init(
    style: String,
    labels: Report.Labels,
    layout: String = BriefingLayout.name,
    fontFolders: [String] = [],
    threads: Int = 1
  ) throws(Fault) {
    do {
      let style = try StyleFile().style(style)
      let painter = try TextPainter(families: style.fontFamilies, folders: fontFolders)
      let words = try SheetLabels(
        language: labels.language,
        months: MonthNaming(rawValue: labels.months) ?? .dual,
        digits: DigitForm(rawValue: labels.digits) ?? .latin,
        hijri: labels.hijri
      )
      let chosen = Layouts.named(layout) ?? BriefingLayout.self
      self.layout = chosen.init(style: style, labels: words, measurer: painter)
      self.painter = painter
      printer = PagePrinter(
        renderer: SceneRenderer(painter: painter),
        fonts: PagePrinter.Fonts(families: style.fontFamilies, folders: fontFolders),
        threads: threads
      )
      exports = try ExportPress(labels: words)
    } catch {
      throw Fault(ofSheet: error)
    }
  }

  /// The pages of a timeline as text, one thing a line.
  func sceneText(of timeline: Timeline) -> String { layout.scene(of: timeline).dump }

  /// What to tell of characters that no font of the style has; `nil` when there were none.
  var notice: String? {
    let missing = painter.missingCharacters
    guard !missing.isEmpty else { return nil }
    let shown = missing.prefix(5).map { "U+\(String($0.value, radix: 16, uppercase: true))" }
    let rest = missing.count > 5 ? " and \(missing.count - 5) more" : ""
    return "no font of the style has \(shown.joined(separator: ", "))\(rest); "
      + "a dot stands for each, and copies as itself; name a font that has it under ‘symbols:’"
  }

  /// A file of a sheet: what comes between the sheet's name and the extension, and the bytes.
  struct File {
    /// Empty, or `-2` for the second page of pictures.
    var suffix: String
    /// What the file holds.
    var format: SheetFormat
    /// Its bytes.
    var bytes: [UInt8]
    /// The events that the format has no room for.
    var leftOut: [Event] = []
  }

  /// The files of a timeline in some formats.
  ///
  /// A picture holds one page: the first is named as the sheet is, so that a link to it lasts.
  ///
  /// - Parameter offsets: where the tellings stand, for formats that say so.
  func files(
    of timeline: Timeline,
    formats: [SheetFormat],
    ppi: Double = defaultPPI,
    offsets: MentionOffsets = MentionOffsets()
  ) throws(Fault) -> [File] {
    var files: [File] = []
    let sheet = ExportedSheet(
      title: timeline.title,
      asOf: timeline.asOf,
      events: timeline.allEvents,
      offsets: offsets
    )
    for format in formats where !SheetFormat.drawn.contains(format) {
      guard let export = exports.file(of: sheet, format: format.rawValue) else { continue }
      files.append(
        File(suffix: "", format: format, bytes: export.bytes, leftOut: export.leftOut)
      )
    }
    guard formats.contains(where: SheetFormat.drawn.contains) else { return files }
    let scene = layout.scene(of: timeline)
    let count = scene.pages.count
    let jobs = formats.flatMap { PagePrinter.jobs(of: $0, pages: count) }
    do throws(CairoError) {
      for (job, bytes) in zip(jobs, try printer.print(jobs, of: consume scene, ppi: ppi)) {
        let suffix = job.page == 0 ? "" : "-\(job.page + 1)"
        files.append(File(suffix: suffix, format: job.format, bytes: bytes))
      }
    } catch {
      throw Fault(ofSheet: error)
    }
    return files
  }
}

extension Fault {
  /// The fault of making a sheet.
  init(ofSheet error: any Error) {
    switch error {
    case let error as DataFileError:
      self.init(error)
    case let error as StyleError:
      self.init(.configuration, error.description, remedy: "")
    case let error as CairoError:
      switch error {
      case .fontMissing, .fontUnreadable: self.init(.unavailable, error.description, remedy: "")
      case .tooLarge: self.init(.usage, error.description, remedy: "")
      case .refused, .noSuchPage, .pictureUnreadable:
        self.init(.internalError, error.description, remedy: "")
      }
    default:
      self.init(.internalError, "\(error)", remedy: "please report it, with the input")
    }
  }
}
