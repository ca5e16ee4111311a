import ArabicText
import Chronology
import DateResolution
import Lexicons
import NewsModel

/// Any bytes as the text of an article: dates are found without a trap, and what is said of them
/// holds together.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let choice = bytes.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
  let day = Subject.days[Int(choice % 4)]
  let resolver = Subject.resolvers[Int(choice / 4 % 2)]
  let text = FoldedText(utf8: bytes)
  let dated = resolver.dated(
    Article(id: "fuzz", date: day, text: String(decoding: bytes, as: UTF8.self)),
    text: text,
    sentences: SentenceSplitter().sentences(of: text)
  )
  var end = 0
  for expression in dated.expressions {
    require(expression.range.lower >= end, "expressions overlap")
    require(expression.range.lower < expression.range.upper, "an empty expression")
    end = expression.range.upper
    if let first = expression.first, let last = expression.last {
      require(first <= last, "a span ends before it begins")
    }
    if let minutes = expression.minutes {
      require(minutes.lowerBound >= 0 && minutes.upperBound < 24 * 60, "no minute of a day")
    }
    if !expression.edtf.isEmpty {
      require(EDTF(expression.edtf) != nil, "‘\(expression.edtf)’ is no EDTF")
    }
  }
  require(end <= count, "an expression ends behind the text")
  return 0
}

/// Ends the run with the reason, which an optimized `precondition` would keep to itself.
private func require(_ condition: Bool, _ reason: @autoclosure () -> String) {
  if !condition { fatalError(reason()) }
}

private enum Subject {
  static let days: [CivilDate?] = [
    CivilDate(iso: "2021-07-29"), nil, CivilDate(iso: "0001-01-01"), CivilDate(iso: "9999-12-31"),
  ]

  static let resolvers: [DateResolver] = {
    guard let folder = try? LexiconFolder.arabic(), let lexicon = try? DateLexicon(folder: folder)
    else { preconditionFailure("no lexicon; set TARIKH_DATA") }
    let settings = DateSettings(
      weekStarts: .saturday,
      yearless: .past,
      bareWeekday: .nearest,
      hijriShift: 1,
      fiscalYear: .july
    )
    return [DateResolver(lexicon: lexicon), DateResolver(lexicon: lexicon, settings: settings)]
  }()
}
