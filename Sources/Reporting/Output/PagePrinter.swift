import CairoRendering
import Drawing

/// Draws a scene in several formats, spread over threads.
///
/// A thread has a painter of its own, for Pango's objects must not cross threads; and as a painter's
/// past never shows in what it draws, the bytes are the same for any number of threads.
struct PagePrinter {
  /// The painter the scene was measured with, which has shaped its words already.
  let renderer: SceneRenderer
  let fonts: Fonts
  let threads: Int

  /// What a thread needs to make a painter.
  struct Fonts: Sendable {
    let families: [FontFamily]
    let folders: [String]
  }

  /// A file to be drawn: a whole document, or one page of it.
  struct Job: Hashable, Sendable {
    let format: SheetFormat
    /// Counted from 0; 0 for a document too.
    let page: Int
  }

  /// The files of a scene in a format, in the order of the pages.
  static func jobs(of format: SheetFormat, pages: Int) -> [Job] {
    switch format {
    case .pdf: [Job(format: format, page: 0)]
    case .png, .svg: (0..<pages).map { Job(format: format, page: $0) }
    case .ics, .html, .csv, .json, .jsonl, .mw, .jsonld: []
    }
  }

  /// Draws each job; the bytes stand in the order of the jobs.
  ///
  /// - Parameter ppi: dots an inch of pictures.
  func print(
    _ jobs: [Job],
    of scene: consuming Scene,
    ppi: Double
  ) throws(CairoError) -> [[UInt8]] {
    // A document alone may use the scene up.
    if jobs.map(\.format) == [.pdf] { return [try renderer.pdf(scene)] }
    let scene = scene
    let hands = min(threads, jobs.count)
    guard hands > 1 else {
      var files: [[UInt8]] = []
      for job in jobs { files.append(try Self.draw(job, of: scene, by: renderer, ppi: ppi)) }
      return files
    }
    // Dealt out in turn: a page takes about as long as its neighbours.
    let shares = Guarded((0..<hands)[...])
    let fonts = fonts
    var files = [[UInt8]](repeating: [], count: jobs.count)
    var place = 0
    try OrderedThreads(count: hands).forEach(
      { shares.withLock { $0.popFirst() } },
      {
        Self.draw(
          stride(from: $0, to: jobs.count, by: hands).map { jobs[$0] },
          of: scene,
          fonts,
          ppi
        )
      },
      finish: { (drawn: Drawn) throws(CairoError) in
        for (step, bytes) in try drawn.get().enumerated() { files[place + step * hands] = bytes }
        place += 1
      }
    )
    return files
  }

  private typealias Drawn = Result<[[UInt8]], CairoError>

  /// Draws some jobs with a painter of their own.
  private static func draw(
    _ jobs: [Job],
    of scene: Scene,
    _ fonts: Fonts,
    _ ppi: Double
  ) -> Drawn {
    do throws(CairoError) {
      let painter = try TextPainter(families: fonts.families, folders: fonts.folders)
      let renderer = SceneRenderer(painter: painter)
      var files: [[UInt8]] = []
      for job in jobs { files.append(try draw(job, of: scene, by: renderer, ppi: ppi)) }
      return .success(files)
    } catch {
      return .failure(error)
    }
  }

  private static func draw(
    _ job: Job,
    of scene: Scene,
    by renderer: SceneRenderer,
    ppi: Double
  ) throws(CairoError) -> [UInt8] {
    switch job.format {
    case .png: return try renderer.png(scene, page: job.page, ppi: ppi)
    case .svg: return try renderer.svg(scene, page: job.page)
    default: return try renderer.pdf(scene)
    }
  }
}
