import ArabicText
import Testing

@Suite("Word tables")
struct WordTableTests {
  @Test("A table finds what was put in, and nothing else, also after growing")
  func finds() {
    var table = WordTable(minimumCapacity: 4)
    let hashes = (0..<5_000).map { WordHash.of(Array("كلمة\($0)".utf8)) }
    for (index, hash) in hashes.enumerated() where index % 2 == 0 {
      let isNew = table.insert(hash, Int32(index))
      #expect(isNew)
    }
    #expect(table.count == 2_500)
    for (index, hash) in hashes.enumerated() {
      #expect(table.value(of: hash) == (index % 2 == 0 ? Int32(index) : -1))
    }
  }

  @Test("The first of two entries stays, and no negative number goes in")
  func keepsFirst() {
    var table = WordTable()
    let additions = [table.insert(42, 1), table.insert(42, 2), table.insert(43, -5)]
    #expect(additions == [true, false, false])
    #expect(table.value(of: 42) == 1)
    #expect(table.value(of: 43) == -1)
  }
}
