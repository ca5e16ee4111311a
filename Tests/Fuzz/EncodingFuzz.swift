import NewsModel

@testable import ArticleReading

/// Any bytes in any encoding, with and without front matter: text that is UTF-8, or a fault.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncoding(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  for declared in [nil, "windows-1256", "iso-8859-6", "utf-16le"] {
    guard let text = try? TextDecoding.utf8(bytes, declared: declared) else { continue }
    precondition(UTF8Check.firstWrongByte(in: text[...]) == nil, "decoded to no UTF-8")
  }
  _ = DeclaredEncoding.name(in: bytes)
  _ = try? TextDocument().records(in: bytes, of: ReadFile(path: "fuzz.md"))
  return 0
}
