import FoundationEssentials

/// What a build read and wrote: `manifest.json` beside the sheets.
///
/// The next build compares with it, and a reader finds what a sheet rests on. It holds no clock: the
/// same articles give the same bytes.
struct Manifest: Hashable, Codable, Sendable {
  /// One file of articles.
  struct Input: Hashable, Codable, Sendable {
    /// The path from the report's folder.
    var path: String
    /// The digest of its bytes.
    var sha256: String
    /// How many articles were read from it.
    var articles: Int
    /// How many records could not be read.
    var bad: Int
  }

  /// What was found of an article that came without a date.
  struct Dating: Hashable, Codable, Sendable {
    /// The article's id.
    var article: String
    /// The day that is proved.
    var day: String?
    /// The first day it can be of, as far as that is known.
    var first: String?
    /// The last day it can be of, as far as that is known.
    var last: String?
    /// Why, in a sentence; empty when nothing is proved.
    var proof: String
  }

  /// One sheet.
  struct Sheet: Hashable, Codable, Sendable {
    /// Its name in the report.
    var name: String
    /// How many events it shows.
    var events: Int
    /// Why it was built last.
    var why: String
    /// The digest of each thing it is made from, by name.
    var madeFrom: [String: String]
    /// The digest of each of its files, by name.
    var files: [String: String]
  }

  /// The version of this file's form.
  var version = 1
  /// The version of the tool that wrote it.
  var tool = Version.current
  /// The day the sheets were made for.
  var asOf: String?
  /// What was read, sorted by path.
  var inputs: [Input] = []
  /// What was proved of articles without a date, in their order; `nil` when all had one.
  var datings: [Dating]?
  /// What was written, in the report's order.
  var sheets: [Sheet] = []
  /// Files that a build has begun to write: the tool's own, whether it came to its end or not.
  var begun: [String] = []

  /// The name of the file.
  static let fileName = "manifest.json"

  /// The manifest of a folder; `nil` when there is none.
  static func read(from folder: String) throws(Fault) -> Manifest? {
    let path = "\(folder)/\(fileName)"
    guard FileBytes.exists(path) else { return nil }
    let bytes = try FileBytes.read(path, limit: 1 << 28)
    do {
      let manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
      if manifest.version == 1 { return manifest }
    } catch {
      // Told below, together with a version of the future.
    }
    throw Fault(
      .noData,
      "\(path): not a manifest that this version reads",
      remedy: "delete it and run with --force to write every sheet again"
    )
  }

  /// Every file that the tool wrote or began to write.
  var files: Set<String> { Set(sheets.flatMap(\.files.keys)).union(begun) }

  /// The bytes of the file.
  func bytes() throws(Fault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw Fault(.internalError, "\(Self.fileName): \(error)", remedy: "please report it")
    }
  }
}
