import Chronology
import NewsModel

/// One line of `tarikh dates --jsonl`: an article and the dates in it.
public struct DatesLine: Sendable {
  private let id: String
  private let date: CivilDate?
  private let basis: DateBasis
  private let text: String
  private let expressions: [TemporalExpression]

  /// A line.
  ///
  /// - Parameters:
  ///   - id: the input's id.
  ///   - date: the article's own day.
  ///   - basis: where that day comes from.
  ///   - text: the text that the expressions' offsets count in.
  ///   - expressions: what was read in it.
  public init(
    id: String,
    date: CivilDate?,
    basis: DateBasis,
    text: String,
    expressions: [TemporalExpression]
  ) {
    self.id = id
    self.date = date
    self.basis = basis
    self.text = text
    self.expressions = expressions
  }

  /// Writes the line with its line end.
  public func write(to writer: inout JSONWriter) {
    var text = text
    let points = CodePointIndex(
      expressions.lazy.flatMap { [$0.range.lower, $0.range.upper] },
      in: text
    )
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("date")
    writer.day(date)
    writer.key("date_basis")
    writer.string(basis.rawValue)
    writer.key("expressions")
    writer.beginArray()
    text.withUTF8 { utf8 in
      for expression in expressions {
        write(expression, utf8: utf8, points: points, to: &writer)
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  private func write(
    _ expression: TemporalExpression,
    utf8: UnsafeBufferPointer<UInt8>,
    points: CodePointIndex,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("start")
    writer.integer(points[expression.range.lower])
    writer.key("end")
    writer.integer(points[expression.range.upper])
    writer.key("text")
    writer.string(of: expression.range, in: utf8)
    writer.key("type")
    writer.string(expression.kind.rawValue)
    writer.key("value")
    writer.string(expression.value)
    writer.key("mod")
    writer.string(expression.modifier?.rawValue)
    writer.key("first")
    writer.string(DatesLine.time(expression.first, expression.minutes?.lowerBound))
    writer.key("last")
    writer.string(DatesLine.time(expression.last, expression.minutes?.upperBound))
    writer.key("grain")
    writer.string(expression.grain.rawValue)
    writer.key("relation")
    writer.string(expression.relation?.rawValue)
    writer.key("basis")
    writer.string(expression.basis.rawValue)
    writer.key("certain")
    writer.bool(expression.certain)
    writer.key("edtf")
    writer.string(expression.edtf.nonEmpty)
    writer.key("alternatives")
    writer.strings(expression.alternatives)
    writer.key("conflict")
    writer.string(expression.conflict)
    writer.key("rule")
    writer.string(expression.rule)
    writer.endObject()
  }

  /// A day, with the time when one was told: `2021-07-29`, `2021-07-29T14:00`.
  static func time(_ day: CivilDate?, _ minute: Int?) -> String? {
    guard let day else { return nil }
    guard let minute else { return day.description }
    let held = min(max(minute, 0), 24 * 60 - 1)
    let hours = held / 60
    let minutes = held % 60
    return "\(day)T\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
