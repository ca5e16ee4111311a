public import DateResolution

/// What `report.yaml` asks for.
public struct Report: Hashable, Sendable {
  /// `name:`, or the file's stem; names the folder of its sheets.
  public var name: String
  /// The file it was read from, as the user wrote it.
  public var file: String
  /// The folder that relative paths start from.
  public var folder: String
  /// The archive; `nil` for a report that reads everything anew each time.
  public var archive: String?
  /// The folder of all outputs.
  public var output = "Output"
  /// Files and folders of articles.
  public var articles: [String] = []
  /// What holds for the articles of a file or folder alone, by its path.
  public var articleSettings: [String: ArticleSettings] = [:]
  /// The tables of actors of the report's own, or folders of them.
  public var gazetteer: [String] = []
  /// What is too large or too bad.
  public var limits = Limits()
  /// How phrases are dated.
  public var dates = DateSettings()
  /// The labels on the sheets.
  public var labels = Labels()
  /// The kinds of sources, the most trusted first.
  public var sourceRank = ["official", "agency", "newspaper"]
  /// The kind of each outlet, by its name.
  public var sourceKinds: [String: String] = [:]
  /// What stands above the title of every sheet: the desk, the series.
  public var masthead = ""
  /// The picture beside the masthead.
  public var logo: Logo?
  /// The style of sheets that name none: a shipped style or a file.
  public var style = "briefing"
  /// The sheets, in the file's order.
  public var sheets: [Sheet] = []

  /// Limits of what is read.
  public struct Limits: Hashable, Sendable {
    /// The most bytes of one article.
    public var articleBytes = 16 << 20
    /// The most records in a hundred that may be bad; `nil` for any number.
    public var maximumBadPercent: Double?
  }

  /// A picture that the file names.
  public struct Logo: Hashable, Sendable {
    /// Its path, from the report's folder.
    public var path: String
    /// The line that names it.
    public var line: Int
  }

  /// How labels are written.
  public struct Labels: Hashable, Sendable {
    /// `ar` or `en`.
    public var language = "ar"
    /// `latin` or `arabic`.
    public var digits = "latin"
    /// The family of month names.
    public var months = "dual"
    /// Whether Hijri days stand beside Gregorian ones.
    public var hijri = false

    /// The defaults.
    public init() {}
  }

  /// A report of a file, before anything of it is read.
  init(name: String, file: String) {
    self.name = name
    self.file = file
    let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? ""
  }

  /// One sheet.
  public struct Sheet: Hashable, Sendable {
    /// The file name without its extension.
    public var name: String
    /// The title over the sheet.
    public var title: String
    /// What it shows.
    public var filter = EventFilter()
    /// The days it shows, by their distance from the day it is made for.
    public var period: Period?
    /// How it is laid out.
    public var layout = "briefing"
    /// The formats to write.
    public var formats: [SheetFormat] = [.pdf]
    /// Its own style; `nil` for the report's.
    public var style: String?
  }

  /// A path of the file, made relative to the folder the file is in.
  public func resolved(_ path: String) -> String {
    guard !path.hasPrefix("/"), !folder.isEmpty else { return path }
    // `Examples/../Output` reads better without its detour.
    if path.hasPrefix("../"), FileBytes.isOwnFolder(folder), !folder.hasSuffix("..") {
      let rest = String(path.dropFirst(3))
      guard let slash = folder.lastIndex(of: "/") else { return rest }
      return slash == folder.startIndex ? "/\(rest)" : "\(folder[..<slash])/\(rest)"
    }
    return "\(folder)/\(path)"
  }
}

/// The formats a sheet can be written in.
public enum SheetFormat: String, CaseIterable, Hashable, Sendable {
  case pdf
  case png
  case svg
  case ics
  case html
  case csv
  case json
  case jsonl
  case mw
  case jsonld

  /// The formats that are drawn; the others hold the same events as data.
  static let drawn: [SheetFormat] = [.pdf, .png, .svg]
}
