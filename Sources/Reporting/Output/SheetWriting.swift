import Chronology
import DataFiles
import Exporting
import NewsModel
import TimelineLayout

/// Writes the sheets of a build that changed, each whole or not at all, and the manifest.
struct SheetWriting {
  let report: Report
  let day: CivilDate?
  let old: Manifest?
  /// The names of states by their codes.
  let placeNames: [String: String]
  /// The last build.
  let past: PastEvents
  /// What was proved of articles without a date.
  let proofs: [DateProof.Finding]
  /// What is told how far the run is.
  let meter: ProgressMeter?

  /// The name of the file of records that could not be read.
  static let quarantine = "quarantine.jsonl"
  /// The files that are no sheet's.
  private static let ownNames = [Manifest.fileName, quarantine, ChangesFile.name]

  /// A style and a layout that sheets share.
  struct PressKey: Hashable {
    var style: String
    var layout: String
  }

  /// A press for each style and layout of a report.
  ///
  /// - Parameter threads: how many pages are drawn at a time.
  static func presses(
    of report: Report,
    threads: Int
  ) throws(Fault) -> [PressKey: SheetPress] {
    var presses: [PressKey: SheetPress] = [:]
    for sheet in report.sheets {
      let style = SheetPlan.stylePath(sheet.style ?? report.style, report)
      let key = PressKey(style: style, layout: sheet.layout)
      if presses[key] == nil {
        presses[key] = try SheetPress(
          style: style,
          labels: report.labels,
          layout: sheet.layout,
          threads: threads
        )
      }
    }
    return presses
  }

  /// Writes them.
  ///
  /// - Returns: what the user should know of them.
  func write(
    _ changed: [SheetPlan.Planned],
    of plan: SheetPlan,
    by presses: [PressKey: SheetPress],
    found: ArchiveUpdate.Outcome,
    to folder: inout OutputFolder
  ) throws(Fault) -> [String] {
    var manifest = Manifest(asOf: day?.description, inputs: found.inputs)
    if !proofs.isEmpty {
      // Programs read the manifest, so its sentences are in one language always.
      let words = try ProofWords(language: "en")
      manifest.datings = proofs.map(words.dating)
    }
    try folder.create()
    // Each sheet goes to the disk when it is drawn, and into its place when all are: together they
    // are larger than everything else here.
    var made: [String: [(name: String, digest: String, draft: AtomicFile.Draft)]] = [:]
    defer { made.values.joined().forEach { $0.draft.discard() } }
    var notices: [String] = []
    let logo = try LogoFile(report: report).picture()
    meter?.expect(sheets: changed.count)
    for planned in changed {
      let key = PressKey(style: planned.style, layout: planned.sheet.layout)
      guard let press = presses[key] else { continue }
      let events = try plan.events(of: planned)
      var timeline = Timeline(
        title: planned.sheet.title,
        masthead: report.masthead,
        asOf: day,
        placeNames: placeNames,
        events: events
      )
      timeline.logo = logo
      timeline.changes = past.changes(
        of: events,
        filter: planned.filter,
        layout: planned.sheet.layout
      )
      let files = try press.files(
        of: timeline,
        formats: planned.sheet.formats
      )
      for file in files {
        let name = "\(planned.sheet.name)\(file.suffix).\(file.format.rawValue)"
        let digest = SHA256.hexadecimal(of: file.bytes)
        let draft = try folder.draft(file.bytes, as: name)
        made[planned.sheet.name, default: []].append((name, digest, draft))
      }
      notices += files.compactMap { file in
        ExportPress.notice(on: file.leftOut, format: file.format.rawValue)
          .map { "\(planned.sheet.name).\(file.format.rawValue): \($0)" }
      }
      meter?.didMakeSheet()
    }
    let names = made.values.joined().map(\.name).sorted()
    if let twice = zip(names, names.dropFirst()).first(where: { $0 == $1 })?.0 {
      // The second page of sheet «a» is a-2.png, and so would be a sheet named «a-2».
      throw Fault(
        .configuration,
        "\(report.file): two sheets would both write \(twice)",
        remedy: "rename one of them"
      )
    }
    if let taken = names.first(where: Self.ownNames.contains) {
      throw Fault(
        .configuration,
        "\(report.file): a sheet would write \(taken), which every build writes itself",
        remedy: "rename the sheet"
      )
    }
    for name in names { try folder.check(name) }
    if old == nil {
      try folder.check(Manifest.fileName)
      if !found.setAside.isEmpty { try folder.check(Self.quarantine) }
    }
    if !names.allSatisfy(folder.own.contains) {
      // Should this build be cut short, the next must know these files for its own.
      var begun = old ?? Manifest()
      begun.begun = names
      folder.own.formUnion(names)
      try folder.write(try begun.bytes(), as: Manifest.fileName)
    }
    for planned in plan.sheets {
      let before = old?.sheets.first { $0.name == planned.sheet.name }
      guard let files = made[planned.sheet.name] else {
        if let before { manifest.sheets.append(before) }
        continue
      }
      var record = Manifest.Sheet(
        name: planned.sheet.name,
        events: planned.count,
        why: planned.why,
        madeFrom: planned.madeFrom,
        files: [:]
      )
      for file in files {
        try folder.place(file.draft)
        record.files[file.name] = file.digest
      }
      manifest.sheets.append(record)
    }
    for name in (old?.files ?? []).subtracting(manifest.files).sorted() { try folder.remove(name) }
    try writeSetAside(found.setAside, to: folder)
    if manifest != old { try folder.write(try manifest.bytes(), as: Manifest.fileName) }
    return notices
  }

  /// Writes `quarantine.jsonl`, or takes it away when nothing is set aside any more.
  private func writeSetAside(
    _ records: [SetAside],
    to folder: OutputFolder
  ) throws(Fault) {
    let name = Self.quarantine
    var writer = JSONWriter()
    for record in records { record.write(to: &writer) }
    let before = try? FileBytes.read("\(folder.path)/\(name)", limit: 1 << 30)
    if records.isEmpty {
      var own = folder
      own.own.insert(name)
      if old != nil { try own.remove(name) }
    } else if before != writer.bytes {
      try folder.write(writer.bytes, as: name)
    }
  }
}
