import Chronology
import NewsModel

/// Turns a row of a table into an event.
struct SheetRow {
  /// The file's name.
  let file: String
  /// What groups are called, by the type of event each is.
  let types: [String: EventType]
  /// Which number of a date is the day, where the table shows it.
  var dayOrder: DayOrder?
  /// The EDTF of a date told in words.
  var worded: ((String) -> String?)?

  /// The event of a row; `nil` for the title and the eras of TimelineJS, which are none.
  func event(_ cells: SheetCells, line: Int) throws(CellFault) -> Event? {
    let isTimelineJS = cells.places.isTimelineJS
    let kind = cells[.kind].lowercased()
    if isTimelineJS, kind == "title" || kind == "era" { return nil }
    let title = isTimelineJS ? SlideMarkup(cells[.title]).text : cells[.title]
    guard !title.isEmpty else {
      throw CellFault(code: "no-title", message: "no title; write what happened")
    }
    let sources = self.sources(cells)
    let (date, conflicts) = try self.date(cells, sources)
    var group = cells[.group]
    if group.isEmpty, !isTimelineJS { group = cells[.kind] }
    if isTimelineJS { group = SlideMarkup(group).text }
    let type = self.type(group)
    let status = try self.status(cells)
    let slide = isTimelineJS ? SlideMarkup(cells[.text]).text : cells[.text]
    let id = self.id(cells)
    let place = cells[.place].isEmpty ? nil : Place(name: cells[.place])
    let mentions = sources.enumerated().map { index, source in
      MergedMention(
        mention: EventMention(
          id: "\(id).\(index + 1)",
          article: source.article,
          type: type,
          range: TextRange(0, 0),
          trigger: "",
          sentenceRange: TextRange(0, 0),
          sentence: slide.isEmpty ? title : slide,
          status: status,
          date: date,
          actors: [],
          recipients: [],
          place: place,
          rule: "table",
          sentenceIndex: line
        ),
        source: source.outlet.isEmpty ? nil : source.outlet,
        url: source.address,
        articleTitle: source.title,
        published: source.published
      )
    }
    return Event(
      id: id,
      type: type,
      status: status,
      date: date,
      conflicts: conflicts,
      actors: [],
      place: place,
      headline: title,
      headlineMention: "\(id).1",
      mentions: mentions,
      sources: sources.count,
      // That two sources stand beside each other does not say that they are independent.
      independent: 1
    )
  }

  // MARK: - Dates

  private func date(
    _ cells: SheetCells,
    _ sources: [Source]
  ) throws(CellFault) -> (EventDate, [DateConflict]) {
    var start: EDTF?
    if let year = try SheetDate.number(cells[.year], "year") {
      let month = try SheetDate.number(cells[.month], "month")
      let day = try SheetDate.number(cells[.day], "day")
      start = EDTF(try SheetDate.fields(year: year, month: month, day: day))
    } else if !cells[.start].isEmpty {
      start = try date(cells[.start])
    } else if !cells[.month].isEmpty || !cells[.day].isEmpty {
      throw CellFault(code: "bad-date", message: "a month or day without its year; write the year")
    }
    var end: EDTF?
    if let year = try SheetDate.number(cells[.endYear], "year") {
      let month = try SheetDate.number(cells[.endMonth], "month")
      let day = try SheetDate.number(cells[.endDay], "day")
      end = EDTF(try SheetDate.fields(year: year, month: month, day: day))
    } else if !cells[.end].isEmpty {
      end = try date(cells[.end])
    }
    guard let start, let first = start.dates.first else {
      guard end == nil else {
        throw CellFault(code: "bad-date", message: "an end without a start; write the start too")
      }
      return (.undated, [])
    }
    if let end, let last = end.dates.last {
      let span = try SheetDate.span(first, last)
      let edtf = EDTF(span, certain: start.certain && end.certain).text
      return (EventDate(span: span, edtf: edtf, basis: .explicit), [])
    }
    // Several dates of which one holds: the sources disagree, and the table does not say who.
    let names = sources.map { $0.outlet.isEmpty ? file : $0.outlet }
    let conflicts =
      start.dates.count > 1
      ? start.dates.map { DateConflict(value: $0.edtf, sources: names) } : []
    return (EventDate(span: first, edtf: start.text, basis: .explicit), conflicts)
  }

  /// The date of a cell, in numbers or in words.
  private func date(_ cell: String) throws(CellFault) -> EDTF {
    do throws(CellFault) {
      return try SheetDate.date(cell, order: dayOrder)
    } catch {
      guard let date = worded?(cell).flatMap({ EDTF($0) }) else { throw error }
      return date
    }
  }

  // MARK: - What else a row says

  private func type(_ group: String) -> EventType {
    guard !group.isEmpty else { return EventType(rawValue: "other") }
    // A group of the user's own keeps its name: it is what the chart's key must show.
    return types[group] ?? types[group.lowercased()] ?? EventType(rawValue: group)
  }

  private func status(_ cells: SheetCells) throws(CellFault) -> EventStatus {
    let text = cells[.status]
    guard !text.isEmpty else { return .occurred }
    guard let status = EventStatus(rawValue: text.lowercased()) else {
      let known = EventStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw CellFault(code: "status", message: "status ‘\(text)’ is not known; use \(known)")
    }
    return status
  }

  /// An article that a row names, or the table itself.
  private struct Source {
    var article: String
    var outlet = ""
    var title: String?
    var address: String?
    var published: CivilDate?
  }

  private func sources(_ cells: SheetCells) -> [Source] {
    let written = cells.places.isTimelineJS ? SlideMarkup(cells[.text]).sources : []
    if !written.isEmpty {
      return written.map { source in
        let key = "\(source.outlet)|\(source.address ?? "")|\(source.published?.description ?? "")"
        return Source(
          article: Self.hash(key),
          outlet: source.outlet,
          address: source.address,
          published: source.published
        )
      }
    }
    let outlet = cells[.source]
    let address = ExportText.address(cells[.url])
    let published = CivilDate(iso: cells[.published])
    guard !outlet.isEmpty || address != nil else { return [Source(article: file, title: file)] }
    let key = "\(outlet)|\(address ?? "")|\(published?.description ?? "")"
    return [
      Source(article: Self.hash(key), outlet: outlet, address: address, published: published)
    ]
  }

  // MARK: - Ids

  /// The id the row brings, or one made from all it says, so that the same row keeps it.
  private func id(_ cells: SheetCells) -> String {
    let given = Array(cells[.id].utf8)
    if given.count == 15, given.starts(with: "ev-".utf8), given.dropFirst(3).allSatisfy(isDigit) {
      return cells[.id]
    }
    return "ev-" + Self.hash(cells.cells.joined(separator: "\u{1F}"))
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The first twelve hexadecimal digits of the FNV-1a hash of 64 bits.
  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // The high bits carry short texts badly; fold the halves.
    let folded = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    let digits = String(folded >> 16, radix: 16)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }
}
