import Chronology
import NewsModel

/// An article as TimeML 1.2.1 writes it: its text with a `TIMEX3` element about every phrase.
///
/// `t0` is the article's own day, the document's creation time; a phrase that counts from it carries
/// it as `anchorTimeID`. A period has no element of its own there: it is a `DURATION` whose ends are
/// two empty `TIMEX3` elements behind it.
public struct TimeML: Sendable {
  private let id: String
  private let date: CivilDate?
  private let text: String
  private let expressions: [TemporalExpression]

  /// A document.
  ///
  /// - Parameters:
  ///   - id: the article's id.
  ///   - date: its own day.
  ///   - text: its text, in which the expressions' offsets count.
  ///   - expressions: what was read in it, in order and disjoint.
  public init(id: String, date: CivilDate?, text: String, expressions: [TemporalExpression]) {
    self.id = id
    self.date = date
    self.text = text
    self.expressions = expressions
  }

  /// What stands before the first element of a file.
  public static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// The opening tag of a file of several documents, which TimeML itself does not know.
  public static let corpusStart = "<TimeMLCorpus>\n"

  /// The closing tag of a file of several documents.
  public static let corpusEnd = "</TimeMLCorpus>\n"

  /// The document's element, to stand behind the declaration.
  public var element: String {
    var xml = """
      <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
      <DOCID>\(XMLText.content(id))</DOCID>
      <DCT>\(creationTime)</DCT>
      <TEXT>
      """
    let utf8 = text.utf8
    var position = utf8.startIndex
    var count = 0
    var ids: [Int] = []
    for (index, expression) in expressions.enumerated() {
      guard let start = utf8.index(at: expression.range.lower, from: position, of: text),
        let end = utf8.index(at: expression.range.upper, from: start, of: text), start < end
      else {
        ids.append(0)
        continue
      }
      count += 1
      ids.append(count)
      xml += XMLText.content(text[position..<start])
      xml += element(of: expression, at: index, ids: ids, words: text[start..<end], count: &count)
      position = end
    }
    return xml + XMLText.content(text[position...]) + "</TEXT>\n</TimeML>\n"
  }

  private var creationTime: String {
    let attributes = [
      ("tid", "t0"), ("type", "DATE"), ("value", date?.description ?? "XXXX-XX-XX"),
      ("temporalFunction", "false"), ("functionInDocument", "CREATION_TIME"),
    ]
    return "<TIMEX3\(list(attributes))>\(date?.description ?? "")</TIMEX3>"
  }

  private func element(
    of expression: TemporalExpression,
    at index: Int,
    ids: [Int],
    words: Substring,
    count: inout Int
  ) -> String {
    var attributes = [("tid", "t\(ids[index])"), ("type", expression.timexType)]
    var ends = ""
    if expression.isSpan {
      attributes.append(("value", expression.length))
      for (name, day) in [("beginPoint", expression.first), ("endPoint", expression.last)] {
        guard let day else { continue }
        count += 1
        attributes.append((name, "t\(count)"))
        let point = [("tid", "t\(count)"), ("type", "DATE"), ("value", day.description)]
        ends += "<TIMEX3\(list(point))/>"
      }
    } else {
      attributes.append(("value", Self.timexValue(expression.value ?? expression.mask)))
    }
    if let modifier = expression.modifier { attributes.append(("mod", modifier.rawValue)) }
    if expression.kind == .set { attributes.append(("quant", "EVERY")) }
    let isFunction = expression.basis != .explicit
    attributes.append(("temporalFunction", isFunction ? "true" : "false"))
    if isFunction, let anchor = anchor(of: expression, at: index, ids: ids) {
      attributes.append(("anchorTimeID", "t\(anchor)"))
    }
    return "<TIMEX3\(list(attributes))>\(XMLText.content(words))</TIMEX3>\(ends)"
  }

  /// TIMEX3 has no letters for dawn, which Arabic newsrooms tell apart: it is a morning there.
  private static func timexValue(_ value: String) -> String {
    value.hasSuffix("TDN") ? value.dropLast(2) + "MO" : value
  }

  /// The number of the time a phrase counts from: the article's day, or the last day told before.
  private func anchor(of expression: TemporalExpression, at index: Int, ids: [Int]) -> Int? {
    switch expression.basis {
    case .article, .weekday: 0
    case .narrative:
      expressions.indices[..<index].last {
        ids[$0] > 0 && expressions[$0].first != nil && expressions[$0].kind != .duration
      }.map { ids[$0] } ?? 0
    case .explicit, .event, .holiday: nil
    }
  }

  private func list(_ attributes: [(name: String, value: String)]) -> String {
    attributes.map { " \($0.name)=\"\(XMLText.attribute($0.value))\"" }.joined()
  }
}

extension TemporalExpression {
  /// Whether it is told by its ends: a period, or a unit of a calendar that TIMEX3 has no values for.
  fileprivate var isSpan: Bool { kind == .period || kind == .date && value?.contains("/") == true }

  /// The `type` of TIMEX3.
  fileprivate var timexType: String {
    switch kind {
    case .date: isSpan ? "DURATION" : "DATE"
    case .time: "TIME"
    case .period, .duration: "DURATION"
    case .set: "SET"
    }
  }

  /// A period's length in days, `X` where an end is open.
  fileprivate var length: String {
    guard let first, let last, first <= last else { return "PXD" }
    return "P\(last.days(since: first) + 1)D"
  }

  /// A value of which no digit is known: `XXXX-XX` for a month.
  fileprivate var mask: String {
    if kind == .duration || kind == .set { return "PX" + unitLetter }
    switch grain {
    case .minute, .hour: return "XXXX-XX-XXTXX:XX"
    case .part, .day: return "XXXX-XX-XX"
    case .week: return "XXXX-WXX"
    case .month: return "XXXX-XX"
    case .quarter: return "XXXX-QX"
    case .half: return "XXXX-HX"
    case .season, .year: return "XXXX"
    case .decade: return "XXX"
    case .century: return "XX"
    }
  }

  private var unitLetter: String {
    switch grain {
    case .minute, .hour, .part, .day: "D"
    case .week: "W"
    case .month, .quarter, .half, .season: "M"
    case .year, .decade, .century: "Y"
    }
  }
}

extension String.UTF8View {
  /// The index of a UTF-8 offset that lies at or behind another index, when a character begins there.
  fileprivate func index(at offset: Int, from start: Index, of text: String) -> Index? {
    guard offset >= 0, offset <= count,
      let found = index(startIndex, offsetBy: offset, limitedBy: endIndex), found >= start
    else { return nil }
    return Index(found, within: text.unicodeScalars)
  }
}
