import DateResolution
import NewsModel

/// Reads the dates of tables that are told in words, «٧ نيسان ٢٠٢١»; the words are loaded when the
/// first such date is met.
final class WordedDates {
  private lazy var pipeline: Pipeline? = (try? WordTables.ofDates()).map { Pipeline($0) }

  /// The EDTF of a cell that is one date from beginning to end; `nil` for anything else, and for a
  /// date that needs another day to count from.
  func edtf(of cell: String) -> String? {
    // A cell of ASCII alone holds no word of the tables.
    guard cell.utf8.contains(where: { $0 >= 0x80 }), cell.utf8.count <= 200, let pipeline else {
      return nil
    }
    let dated = pipeline.dated(Article(id: "", title: nil, text: cell))
    guard dated.expressions.count == 1, let told = dated.expressions.first, told.basis == .explicit,
      told.conflict == nil, told.relation == nil, !told.edtf.isEmpty
    else { return nil }
    let bytes = Array(cell.utf8)
    let rest = bytes.prefix(max(0, told.range.lower)) + bytes.dropFirst(told.range.upper)
    return String(decoding: rest, as: UTF8.self).allSatisfy { !$0.isLetter && !$0.isNumber }
      ? told.edtf : nil
  }
}
