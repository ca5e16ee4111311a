import ArabicText
import DataFiles

/// The words of each cue.
public struct CueTable: Sendable {
  private var words = WordTable(minimumCapacity: 1 << 11)
  private var bits: [EventCue] = []

  /// Reads the table `cues.tsv` of a folder; a folder without one has no cues.
  init(folder: DataFolder) throws(DataFileError) {
    guard try folder.files(in: ".").contains("cues.tsv") else { return }
    for row in try TableFile("cues.tsv", in: folder, columns: 3).rows {
      guard let cue = EventCue(name: row[0]) else {
        throw row.fault(in: 0, named: "cue", allowed: "a cue of EventCue.swift")
      }
      let shape = row[1]
      for word in row.words(of: 2) {
        guard let forms = WordForms.written(FoldedText.fold(utf8: word), shape: shape) else {
          throw row.fault(in: 1, named: "shape", allowed: WordForms.shapes)
        }
        for form in forms { add(form, cue) }
      }
    }
  }

  private mutating func add(_ hash: UInt64, _ cue: EventCue) {
    let known = words.value(of: hash)
    if known >= 0 {
      bits[Int(known)].insert(cue)
    } else {
      words.insert(hash, Int32(truncatingIfNeeded: bits.count))
      bits.append(cue)
    }
  }

  /// The cues of a word.
  public func cues(of hash: UInt64) -> EventCue {
    let index = words.value(of: hash)
    return index < 0 ? [] : bits[Int(index)]
  }
}

extension WordForms {
  /// The shapes that ``written(_:shape:)`` knows, for messages.
  static let shapes = "word, noun, plural, adjective, past or imperfect"

  /// The hashes of the written forms of a folded word of a shape, or `nil` for an unknown shape.
  static func written(_ letters: [UInt8], shape: String) -> [UInt64]? {
    switch shape {
    case "word": [WordHash.of(letters)]
    case "noun": noun(letters[...]).map(\.hash)
    case "plural": noun(letters[...], number: .plural).map(\.hash)
    case "adjective": nationality(letters[...]).map(\.hash)
    case "past": past(letters[...]).map(\.hash)
    case "imperfect": imperfect(letters[...]).map(\.hash)
    default: nil
    }
  }
}
