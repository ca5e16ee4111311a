import ArabicText
import Lexicons
public import NewsModel

/// A name that stands behind a title or an office and that no entry of the gazetteer has:
/// «السفير البلجيكي لدى العراق فلان الفلاني».
public struct UnlinkedName: Sendable {
  /// The words of the name.
  public var name: String
  /// The same, folded, so that two spellings of hamza count as one.
  public var key: [UInt8]
  /// The words before it: the office, its country, its body.
  public var title: String
  /// The office's id, when the tables know it.
  public var office: String?
  /// The country it is an office of, when one is told.
  public var country: String?
}

extension EventExtractor {
  /// The names of an article that stand behind a title and that no entry has, in their order.
  ///
  /// Surnames that repeat such a name do not count: what an entry needs is the full name.
  public func unlinkedNames(
    in article: Article,
    text: FoldedText,
    sentences: [Range<Int>],
    expressions: [TemporalExpression]
  ) -> [UnlinkedName] {
    let scan = self.scan(
      article,
      text: text,
      sentences: sentences,
      expressions: expressions
    )
    return ActorFinder(scan).spans.compactMap { span in
      guard span.kind == .person, span.entry < 0, span.antecedent < 0, let name = span.name,
        span.tokens.lowerBound < name.lowerBound
      else { return nil }
      let words = name.filter { scan.tokens[$0].kind == .word }
      guard (2...4).contains(words.count) else { return nil }
      return UnlinkedName(
        name: scan.surface(name),
        key: Array(words.map { scan.text.letters(of: scan.tokens[$0]) }.joined(separator: [0x20])),
        title: scan.surface(span.tokens.lowerBound..<name.lowerBound),
        office: span.office >= 0 ? scan.actors.offices[Int(span.office)] : nil,
        country: span.country >= 0 ? scan.actors.entries[Int(span.country)].id : nil
      )
    }
  }
}
