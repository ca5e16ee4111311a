import ArticleReading
import DateResolution
import Exporting
import NewsModel

/// The forms of `tarikh dates` that are texts of their own, article after article.
extension DatesJob {
  /// Writes the explanation of every phrase, a blank line between two.
  func writeExplanation(
    of run: ItemRun,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    var isFirst = true
    return try writeTexts(of: run, into: &output, tell: tell) { (text, output) throws(Fault) in
      if !isFirst { try output.write("\n") }
      isFirst = false
      try output.write(text)
    } text: { article in
      explained(article)
    }
  }

  /// Writes TimeML: one document, or a corpus of documents when there are several texts.
  func writeTimeML(
    of run: ItemRun,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    var held: String?
    var isCorpus = false
    let tally = try writeTexts(of: run, into: &output, tell: tell) { (text, output) throws(Fault) in
      // The first document waits, for only a second one makes it a corpus.
      if isCorpus {
        try output.write(text)
      } else if let first = held {
        isCorpus = true
        try output.write(TimeML.declaration + TimeML.corpusStart + first + text)
      } else {
        held = text
      }
    } text: { article in
      let dated = dated(article)
      return TimeML(
        id: article.id,
        date: dated.date,
        text: article.text,
        expressions: dated.expressions
      ).element
    }
    if isCorpus {
      try output.write(TimeML.corpusEnd)
    } else if let held {
      try output.write(TimeML.declaration + held)
    }
    return tally
  }

  private func writeTexts(
    of run: ItemRun,
    into output: inout ByteWriter,
    tell: (String) -> Void,
    write: (String, inout ByteWriter) throws(Fault) -> Void,
    text: @escaping @Sendable (Article) -> String
  ) throws(Fault) -> Tally {
    var tally = Tally()
    try run.forEach { item in
      texts(of: item, text)
    } finish: { (results) throws(Fault) in
      for (count, messages, texts) in results {
        tally = tally + count
        messages.forEach(tell)
        for text in texts { try write(text, &output) }
      }
    }
    return tally
  }

  private func texts(
    of item: Item,
    _ text: (Article) -> String
  ) -> (Tally, [String], [String]) {
    var answer = Answer()
    var unused = JSONWriter()
    var texts: [String] = []
    for record in records(of: item) {
      switch record {
      case .article(let article, _):
        answer.tally.good += 1
        texts.append(text(article))
      case .event(_, let line):
        answer.add(.noArticle(file: item.file, line: line), writesLine: false, to: &unused)
      case .fault(let fault): answer.add(fault, writesLine: false, to: &unused)
      }
    }
    return (answer.tally, answer.messages, texts)
  }
}
