/// What is known of each token of a text; before its first and behind its last token stands what tells nothing.
///
/// Rules ask for the words around a word. That there are none is an answer, and never a trap: an article may
/// begin or end anywhere.
struct TextColumn<Value>: RandomAccessCollection {
  private let values: [Value]
  private let outside: Value

  init(_ values: [Value], outside: Value) {
    self.values = values
    self.outside = outside
  }

  var startIndex: Int { 0 }
  var endIndex: Int { values.count }

  subscript(index: Int) -> Value {
    values.indices.contains(index) ? values[index] : outside
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Value>) throws -> Result
  ) rethrows -> Result? {
    try values.withContiguousStorageIfAvailable(body)
  }

  func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Value>) throws -> Result
  ) rethrows -> Result {
    try values.withUnsafeBufferPointer(body)
  }
}
