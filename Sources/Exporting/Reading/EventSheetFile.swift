import Chronology
public import DataFiles
public import NewsModel

/// Reads tables of events that people keep in spreadsheets: the columns of TimelineJS, or plain ones
/// (date, end, title, group, source).
public struct EventSheetFile: Sendable {
  /// The events, in the table's order.
  public private(set) var events: [Event] = []
  /// The rows that could not be read; the line is where the row begins.
  public private(set) var faults: [FaultLine] = []

  /// Reads the bytes of a file; never fails as a whole.
  ///
  /// - Parameters:
  ///   - file: the file's name, which stands for the source of rows that name none.
  ///   - columns: what columns are called.
  ///   - types: what groups are called, by the type of event each is.
  ///   - worded: the EDTF of a date told in words; `nil` for what is none.
  public init(
    _ bytes: [UInt8],
    file: String,
    columns: SheetColumns,
    types: [String: EventType],
    worded: ((String) -> String?)? = nil
  ) {
    let table = DelimitedText(bytes)
    faults = table.faults.map {
      FaultLine(id: nil, line: $0.line, code: $0.code, message: $0.message)
    }
    if let head = table.rows.first {
      do throws(CellFault) {
        let places = try SheetColumns.Places(head.cells, columns)
        let dates = table.rows.dropFirst().lazy.flatMap { row -> [String] in
          let cells = SheetCells(cells: row.cells, places: places)
          return [cells[.start], cells[.end]]
        }
        let reader = SheetRow(
          file: file,
          types: types,
          dayOrder: DayOrder(of: dates),
          worded: worded
        )
        for row in table.rows.dropFirst() { read(row, places, reader) }
      } catch {
        fail(error, line: head.line)
      }
    }
    faults.sort { $0.line < $1.line }
  }

  private mutating func read(
    _ row: DelimitedText.Row,
    _ places: SheetColumns.Places,
    _ reader: SheetRow
  ) {
    do throws(CellFault) {
      let cells = SheetCells(cells: row.cells, places: places)
      if let event = try reader.event(cells, line: row.line) { events.append(event) }
    } catch {
      fail(error, line: row.line)
    }
  }

  private mutating func fail(_ fault: CellFault, line: Int) {
    faults.append(FaultLine(id: nil, line: line, code: fault.code, message: fault.message))
  }
}

/// What the columns of tables are called.
public struct SheetColumns: Sendable {
  /// What a column holds.
  enum Field: String {
    case year
    case month
    case day
    case endYear = "end-year"
    case endMonth = "end-month"
    case endDay = "end-day"
    case start
    case end
    case title
    case text
    case group
    case kind
    case source
    case url
    case status
    case published
    case place
    case id
  }

  private var fields: [String: Field] = [:]

  /// Reads `columns.tsv`.
  public init(in folder: DataFolder) throws(DataFileError) {
    for row in try TableFile("export/columns.tsv", in: folder, columns: 2).rows {
      guard let field = Field(rawValue: row[0]) else {
        throw row.fault(in: 0, named: "field", allowed: "a field that is known")
      }
      fields[row[1]] = field
    }
  }

  /// Reads the table that ships with the tool.
  public static func shipped() throws(DataFileError) -> SheetColumns {
    try SheetColumns(in: DataFolder.resources(of: "Exporting"))
  }

  /// Where the fields of one table stand.
  struct Places {
    private(set) var columns: [Field: [Int]] = [:]
    /// Whether the columns are those of TimelineJS, whose texts are HTML.
    let isTimelineJS: Bool

    /// The places by a table's first row.
    init(_ head: [String], _ names: SheetColumns) throws(CellFault) {
      for (index, cell) in head.enumerated() {
        let name = ExportText.plain(CSVWriter.restored(cell)).lowercased()
        if let field = names.fields[name] { columns[field, default: []].append(index) }
      }
      isTimelineJS =
        columns[.year] != nil || head.contains { ExportText.plain($0).lowercased() == "headline" }
      guard columns[.year] != nil || columns[.start] != nil else {
        throw CellFault(
          code: "columns",
          message: "no column of dates; call one ‘date’ or ‘Year’ in the first row"
        )
      }
      guard columns[.title] != nil else {
        throw CellFault(
          code: "columns",
          message: "no column of titles; call one ‘title’ or ‘Headline’ in the first row"
        )
      }
    }
  }
}

/// The cells of a row by what they hold.
struct SheetCells {
  let cells: [String]
  let places: SheetColumns.Places

  /// The first cell of a field that is not empty, blanks around it cut; else empty.
  subscript(field: SheetColumns.Field) -> String {
    for index in places.columns[field] ?? [] where index < cells.count {
      let cell = CSVWriter.restored(cells[index])
      let text = ExportText.plain(cell)
      if !text.isEmpty { return text }
    }
    return ""
  }
}
