import Chronology
import Exporting

/// `changes.jsonl` beside the sheets: what each build found new, changed or gone.
struct ChangesFile {
  /// The folder of the sheets.
  let folder: String

  /// The name of the file.
  static let name = "changes.jsonl"

  /// Adds the changes of a build; those of one that was ended before it was recorded make room.
  func append(_ changes: [EventChange], build: Int, day: CivilDate?) throws(Fault) {
    let path = "\(folder)/\(Self.name)"
    let isThere = FileBytes.exists(path)
    guard !changes.isEmpty || isThere else { return }
    let old = isThere ? try FileBytes.read(path, limit: 1 << 30) : []
    let mark = Array("{\"build\":\(build),".utf8)
    var end = old.count
    while let start = Self.lastLine(of: old[..<end]), old[start...].starts(with: mark) {
      end = start
    }
    guard !changes.isEmpty || end < old.count else { return }
    var writer = JSONWriter()
    for change in changes { change.write(build: build, day: day, to: &writer) }
    let bytes = old[..<end] + writer.bytes
    guard !bytes.elementsEqual(old) else { return }
    try OutputFolder(path: folder, own: [], isForced: true).write(Array(bytes), as: Self.name)
  }

  /// Where the last line begins; `nil` when there is none.
  private static func lastLine(of bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    let body = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes
    return body.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.startIndex
  }
}
