import ArticleReading
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Counts what a run has done so far, for whoever watches it from another thread.
public final class ProgressMeter: Sendable {
  private let bytes = Atomic<Int>(0)
  private let allBytes = Atomic<Int>(0)
  private let records = Atomic<Int>(0)
  private let sheets = Atomic<Int>(0)
  private let allSheets = Atomic<Int>(0)

  /// What was done, and how much there is to do.
  public struct Counts: Hashable, Sendable {
    /// Bytes that were read.
    public var bytes: Int
    /// Bytes there are to read; 0 when that is not known, as of a pipe.
    public var allBytes: Int
    /// Articles, phrases and lines that were dealt with.
    public var records: Int
    /// Sheets that were made.
    public var sheets: Int
    /// Sheets there are to make; 0 before that is known.
    public var allSheets: Int
  }

  /// Nothing done yet.
  public init() {}

  /// How far the run is.
  public var counts: Counts {
    Counts(
      bytes: bytes.load(ordering: .relaxed),
      allBytes: allBytes.load(ordering: .relaxed),
      records: records.load(ordering: .relaxed),
      sheets: sheets.load(ordering: .relaxed),
      allSheets: allSheets.load(ordering: .relaxed)
    )
  }

  /// Notes the operands that will be read.
  func expect(_ operands: [String]) {
    var sum = 0
    for name in operands.isEmpty ? ["-"] : operands {
      if name == "-" {
        // A redirected file tells its size, a pipe tells nothing.
        guard let size = Self.size(ofInput: STDIN_FILENO) else { return }
        sum += size
      } else {
        sum += ArticleFiles([name]).paths.reduce(0) { $0 + (FileBytes.size(of: $1) ?? 0) }
      }
    }
    allBytes.add(sum, ordering: .relaxed)
  }

  /// Notes how many sheets will be made.
  func expect(sheets count: Int) { allSheets.store(count, ordering: .relaxed) }

  /// Notes what was read.
  func didRead(bytes count: Int, records number: Int) {
    bytes.add(count, ordering: .relaxed)
    records.add(number, ordering: .relaxed)
  }

  /// Notes that a sheet was made.
  func didMakeSheet() { sheets.add(1, ordering: .relaxed) }

  private static func size(ofInput descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}

extension ProgressMeter: Hashable {
  /// Whether both are one meter.
  public static func == (one: ProgressMeter, other: ProgressMeter) -> Bool { one === other }

  /// Hashes which meter it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
