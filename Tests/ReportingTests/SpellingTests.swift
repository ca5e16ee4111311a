import DataFiles
import Testing

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "The word that was meant",
    arguments: [
      ("sheetz", "sheets"), ("fromats", "formats"), ("stlye", "style"), ("tilte", "title"),
    ]
  )
  func nearest(_ word: String, _ meant: String) {
    let words = ["formats", "sheets", "style", "title", "where"]
    #expect(Spelling.nearest(to: word, among: words) == meant)
  }

  @Test("No guess where none is near", arguments: ["", "xyz", "completely-else"])
  func none(_ word: String) {
    #expect(Spelling.nearest(to: word, among: ["formats", "sheets"]) == nil)
  }
}
