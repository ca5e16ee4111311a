import ArabicText
import NewsModel

/// Finds what in a scraped text is page, not reporting: menus, counters, invitations, link lists.
///
/// It works line by line, and where a page was flattened to one line, part by part between runs of
/// four spaces. A headline or a paragraph of the article must never be taken, so a rule reaches
/// beyond its own line only after some prose, and to the end of the text only when more reporting
/// stands before it than after.
public struct PageFurniture: Sendable {
  /// The entries that a line can begin with, by their first word.
  private let byFirstWord: [UInt64: [FurnitureEntry]]
  /// Numbers of the entries that can stand inside a line, by their first word: every word of every
  /// short line is looked up here.
  private let insideNumbers: WordTable
  private let inside: [[FurnitureEntry]]
  /// The entries that count something: their words may follow the number.
  private let counters: Set<[UInt64]>
  /// Words of menus, longest forms first.
  private let menus: [UInt64: [[UInt64]]]

  /// Marks nothing, for readers that need no furniture.
  public static let none = PageFurniture(entries: [])

  private var isEmpty: Bool {
    byFirstWord.isEmpty && inside.isEmpty && counters.isEmpty && menus.isEmpty
  }

  /// A finder that knows these entries; without any it marks nothing at all.
  public init(entries: [FurnitureEntry]) {
    var byFirstWord: [UInt64: [FurnitureEntry]] = [:]
    var insideNumbers = WordTable()
    var inside: [[FurnitureEntry]] = []
    var counters: Set<[UInt64]> = []
    var menus: [UInt64: [[UInt64]]] = [:]
    for entry in entries {
      guard let first = entry.words.first else { continue }
      if entry.scope == .menu {
        menus[first, default: []].append(entry.words)
      } else if entry.match == .counter {
        counters.insert(entry.words)
      } else if entry.match == .contains {
        if insideNumbers.insert(first, Int32(truncatingIfNeeded: inside.count)) {
          inside.append([])
        }
        inside[Int(insideNumbers.value(of: first))].append(entry)
      } else {
        byFirstWord[first, default: []].append(entry)
      }
    }
    for key in menus.keys { menus[key]?.sort { $0.count > $1.count } }
    self.byFirstWord = byFirstWord
    self.insideNumbers = insideNumbers
    self.inside = inside
    self.counters = counters
    self.menus = menus
  }

  /// The ranges of a text that are furniture, ordered and disjoint.
  public func ranges(in text: String) -> [TextRange] {
    var text = text
    return text.withUTF8 { ranges(in: $0) }
  }

  /// The ranges of a UTF-8 text that are furniture, ordered and disjoint.
  public func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [TextRange] {
    guard !isEmpty else { return [] }
    let lines = PageLine.lines(of: bytes)
    var marked = [TextRange?](repeating: nil, count: lines.count)
    var tails: [Int] = []
    var boxEnd = 0
    var seenProse = false
    let lastProse = lines.lastIndex { $0.isProse } ?? -1
    for (index, line) in lines.enumerated() {
      let words = line.words(in: bytes)
      var found: Finding?
      if index < boxEnd {
        found = line.isHeadline(in: bytes) ? Finding(.line) : nil
        if found == nil { boxEnd = 0 }
      }
      let place = Place(
        proseBefore: seenProse,
        outsideProse: !seenProse || index > lastProse,
        linesAfter: lines.count - index - 1,
        bytesAfter: bytes.count - line.range.upper
      )
      if found == nil { found = finding(words, in: line, place, bytes) }
      if let found {
        marked[index] = TextRange(found.start ?? line.range.lower, found.end ?? line.range.upper)
        switch found.scope {
        case .links where seenProse: boxEnd = index + 1 + 3
        case .list where seenProse: boxEnd = index + 1 + 12
        case .tail: tails.append(index)
        default: break
        }
      }
      if line.isProse { seenProse = true }
    }
    return merged(lines, marked, tails)
  }

  /// How near the end of the text a line must stand to be looked at to its end.
  static let footBytes = 200

  /// Where a line stands in its text.
  private struct Place {
    let proseBefore: Bool
    /// Before the first paragraph or after the last.
    let outsideProse: Bool
    let linesAfter: Int
    let bytesAfter: Int
  }

  /// What a line was found to be.
  private struct Finding {
    let scope: FurnitureEntry.Scope
    var start: Int?
    var end: Int?
    /// Whether it may reach to the end of the line's first sentence.
    var isCut = false

    init(_ scope: FurnitureEntry.Scope, start: Int? = nil, end: Int? = nil) {
      self.scope = scope
      self.start = start
      self.end = end
    }
  }
}

// MARK: - One line

extension PageFurniture {
  private func finding(
    _ words: LineWords,
    in line: PageLine,
    _ place: Place,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Finding? {
    guard let first = words.all.first?.hash else { return nil }
    if line.isShort {
      if words.isLoneNumber { return Finding(.line) }
      if words.hasNumber, counters.contains(words.withoutNumbers) { return Finding(.line) }
      if isMenu(words) { return Finding(.menu) }
      if place.outsideProse, words.isGluedMenu(in: bytes) { return Finding(.menu) }
    }
    for entry in byFirstWord[first] ?? [] {
      guard var found = finding(of: entry, words, in: line, place) else { continue }
      if found.isCut { found.end = line.sentenceEnd(in: bytes) ?? found.end }
      return found
    }
    guard line.isShort || place.bytesAfter <= Self.footBytes else { return nil }
    for index in words.all.indices {
      let number = Int(insideNumbers.value(of: words.all[index].hash))
      guard number >= 0 else { continue }
      for entry in inside[number] where words.holds(entry.words, at: index) {
        if entry.scope == .rest {
          let start = words.all[index].start
          if place.bytesAfter + line.range.upper - start <= 500 {
            return Finding(.rest, start: start)
          }
        } else if line.isShort {
          return Finding(entry.scope)
        }
      }
    }
    return nil
  }

  private func finding(
    of entry: FurnitureEntry,
    _ words: LineWords,
    in line: PageLine,
    _ place: Place
  ) -> Finding? {
    guard words.holds(entry.words, at: 0) else { return nil }
    let isWhole = words.isWhole && words.all.count == entry.words.count
    if !isWhole {
      switch entry.match {
      case .exact, .contains, .counter: return nil
      case .label: guard words.hasLabelMark(after: entry.words.count) else { return nil }
      case .prefix: break
      }
      // At the head of a page “Watch: …” can be the headline itself.
      let isLink = entry.scope == .links || entry.scope == .list
      if isLink && !place.proseBefore { return nil }
    }
    if entry.scope == .foot, place.linesAfter > 2 || line.endsInStop { return nil }
    if isWhole || line.isShort {
      // What follows on the line is the link; no headlines come under it.
      return Finding(isWhole || entry.scope == .tail ? entry.scope : .line)
    }
    var found = Finding(.line, end: words.all[entry.words.count - 1].end)
    found.isCut = true
    return found
  }

  /// Whether the line is made of menu words alone.
  private func isMenu(_ words: LineWords) -> Bool {
    guard words.isWhole, !words.hasNumber, !words.hasSentenceMark else { return false }
    var index = 0
    while index < words.all.count {
      let forms = menus[words.all[index].hash] ?? []
      guard let form = forms.first(where: { words.holds($0, at: index) }) else { return false }
      index += form.count
    }
    return true
  }
}

// MARK: - The whole page

extension PageFurniture {
  /// Joins neighbours, and lets a tail run to the end when little reporting comes after it.
  private func merged(
    _ lines: [PageLine],
    _ marked: [TextRange?],
    _ tails: [Int]
  ) -> [TextRange] {
    var marked = marked
    var before = [0]
    for (index, line) in lines.enumerated() {
      before.append(before[index] + line.range.count - (marked[index]?.count ?? 0))
    }
    let whole = before[lines.count]
    if let tail = tails.first(where: { before[$0] * 2 >= whole && before[$0] > 0 }) {
      for index in tail..<lines.count { marked[index] = lines[index].range }
    }
    var ranges: [TextRange] = []
    var touches = false
    for (index, range) in marked.enumerated() {
      guard let range else {
        touches = false
        continue
      }
      let line = lines[index].range
      if touches, range.lower == line.lower, let last = ranges.last {
        ranges[ranges.count - 1] = TextRange(last.lower, range.upper)
      } else {
        ranges.append(range)
      }
      touches = range.upper == line.upper
    }
    return ranges
  }
}
