import NewsModel

@testable import ArticleReading

/// Any bytes as a line of JSON Lines: an article, an event or a fault, and never a trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONLines(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let record = reader.record(of: NumberedLine(number: 1, bytes: bytes), file: "fuzz.jsonl")
  if case .article(let article, _) = record {
    precondition(article.text.utf8.count <= count, "the text is longer than its line")
    for range in article.furniture {
      precondition(
        0 <= range.lower && range.lower <= range.upper && range.upper <= article.text.utf8.count,
        "furniture outside the text"
      )
    }
  }
  return 0
}

private let reader: ArticleReader = {
  guard let furniture = try? PageFurniture.standard() else {
    preconditionFailure("no furniture; set TARIKH_DATA")
  }
  return ArticleReader(furniture: furniture, limit: 1 << 20)
}()
