import Chronology
import NewsModel

@testable import ArticleReading

/// Any bytes as a saved page, a feed and a web archive: articles or a fault, and never a trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let formats: [any DocumentFormat] = [HTMLDocument(), FeedDocument(), MHTMLDocument()]
  for format in formats {
    let file = ReadFile(path: "fuzz", clock: ZoneClock(minutesEast: 180))
    _ = try? format.records(in: bytes, of: file)
  }
  return 0
}
