import CairoRendering
import DataFiles
import Drawing
import NewsModel
import Styles
import TimelineLayout

/// `tarikh styles --preview`: a page of each style, all in one file.
public enum StylePreview {
  /// The PDF: the shipped styles, or those that are named.
  public static func pdf(
    of names: [String] = [],
    labels: Report.Labels = Report.Labels(),
    fontFolders: [String] = []
  ) throws(Fault) -> [UInt8] {
    do {
      let file = try StyleFile()
      let styles = try (names.isEmpty ? file.names : names).map { try file.style($0) }
      var families: [FontFamily] = []
      for family in styles.flatMap(\.fontFamilies) where !families.contains(family) {
        families.append(family)
      }
      let painter = try TextPainter(families: families, folders: fontFolders)
      let words = try SheetLabels(
        language: labels.language,
        months: MonthNaming(rawValue: labels.months) ?? .dual,
        digits: DigitForm(rawValue: labels.digits) ?? .latin
      )
      var timeline = try sample()
      var document: Scene?
      for style in styles {
        timeline.title = style.name
        let isSlide = style.page.width > style.page.height
        let layout: any Layout =
          isSlide
          ? StripLayout(style: style, labels: words, measurer: painter)
          : BriefingLayout(style: style, labels: words, measurer: painter)
        let scene = layout.scene(of: timeline)
        guard let page = scene.pages.first else { continue }
        var all =
          document
          ?? Scene(metadata: scene.metadata)
        all.outline.append(
          OutlineEntry(title: style.name, level: 0, page: all.pages.count, y: 0)
        )
        all.pages.append(page.withoutLinks)
        document = all
      }
      document?.metadata.title = "Tarikh"
      document?.metadata.figure = ""
      guard let document else {
        throw Fault(.internalError, "no style to preview", remedy: "install the tool again")
      }
      return try SceneRenderer(painter: painter).pdf(document)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(ofSheet: error)
    }
  }

  private static func sample() throws(Fault) -> Timeline {
    do throws(DataFileError) {
      let folder = try DataFolder.resources(of: "Reporting")
      let read = TableSource().events(of: "\(folder.path)/preview.tsv")
      return Timeline(
        title: "",
        asOf: read.events.flatMap(\.mentions).compactMap(\.published).max(),
        events: read.events
      )
    } catch {
      throw Fault(error)
    }
  }
}

extension Page {
  /// The page by itself: what it links to stands on pages that are not shown.
  fileprivate var withoutLinks: Page {
    var page = self
    page.items = items.compactMap { item in
      if item.group == "page" { return nil }
      var item = item
      switch item.content {
      case .destination: return nil
      case .text(var text):
        text.link = nil
        item.content = .text(text)
      case .mark(var mark):
        mark.link = nil
        item.content = .mark(mark)
      case .line, .curve, .box, .hatch, .picture, .open, .close: break
      }
      return item
    }
    return page
  }
}
