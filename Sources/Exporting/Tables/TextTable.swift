/// A table of plain text, its columns as wide as their widest cell.
public struct TextTable: Sendable {
  /// A column's title and how wide it may grow.
  public struct Column: Hashable, Sendable {
    /// What stands above it.
    public let title: String
    /// The most columns of the terminal it takes; longer cells are cut.
    public let limit: Int

    /// A column.
    public init(_ title: String, limit: Int = 60) {
      self.title = title
      self.limit = limit
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  /// A table without rows.
  public init(columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells are empty, cells too many are left out.
  public mutating func add(_ cells: [String]) {
    rows.append(
      columns.indices.map { index in
        let cell = index < cells.count ? TextTable.plain(cells[index]) : ""
        return DisplayWidth.fitted(cell, to: columns[index].limit)
      }
    )
  }

  /// The table, each row a line, with a rule under the titles.
  public var text: String {
    let titles = columns.map(\.title)
    var widths = titles.map { DisplayWidth.of($0) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(cell))
      }
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ([titles, rule] + rows).map { TextTable.line($0, widths: widths) }.joined()
  }

  private static func line(_ cells: [String], widths: [Int]) -> String {
    var line = ""
    var missing = 0
    for (cell, width) in zip(cells, widths) {
      // Blanks are put only before a cell that follows, so that no line ends in them.
      if !cell.isEmpty {
        line += String(repeating: " ", count: missing) + cell
        missing = 0
      }
      missing += width - (cell.isEmpty ? 0 : DisplayWidth.of(cell)) + 2
    }
    return line + "\n"
  }

  /// A cell on one line, without what could steer the terminal or reorder its neighbours.
  private static func plain(_ cell: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
