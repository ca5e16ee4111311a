import Testing

/// B³ (Bagga & Baldwin 1998): how well a clustering meets the true one, item by item.
///
/// For each item: of those found with it, which share truly belongs to it (precision); of those
/// that belong to it, which share was found with it (recall). The figures are means over the items.
struct BCubed: Equatable {
  let precision: Double
  let recall: Double

  /// The harmonic mean of both.
  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// The score of clusters by item; items that only one side knows are left out.
  init(gold: [String: String], found: [String: String]) {
    let items = gold.keys.filter { found[$0] != nil }
    var precision = 0.0
    var recall = 0.0
    for item in items {
      let truly = items.filter { gold[$0] == gold[item] }
      let together = items.filter { found[$0] == found[item] }
      let right = Double(truly.filter { found[$0] == found[item] }.count)
      precision += right / Double(together.count)
      recall += right / Double(truly.count)
    }
    self.precision = items.isEmpty ? 0 : precision / Double(items.count)
    self.recall = items.isEmpty ? 0 : recall / Double(items.count)
  }
}

@Suite("B³")
struct BCubedTests {
  @Test("The worked example: one of five strays")
  func example() {
    let gold = ["a": "1", "b": "1", "c": "1", "d": "2", "e": "2"]
    let perfect = BCubed(gold: gold, found: gold)
    #expect(
      perfect == BCubed(gold: gold, found: ["a": "x", "b": "x", "c": "x", "d": "y", "e": "y"])
    )
    #expect(perfect.f1 == 1)
    let strayed = BCubed(gold: gold, found: ["a": "x", "b": "x", "c": "y", "d": "y", "e": "y"])
    // Precision: 1, 1, 1/3, 2/3, 2/3; recall: 2/3, 2/3, 1/3, 1, 1.
    #expect(abs(strayed.precision - 11.0 / 15) < 1e-9)
    #expect(abs(strayed.recall - 11.0 / 15) < 1e-9)
  }

  @Test("All in one: full recall, poor precision")
  func lumped() {
    let gold = ["a": "1", "b": "2", "c": "3", "d": "4"]
    let score = BCubed(gold: gold, found: ["a": "x", "b": "x", "c": "x", "d": "x"])
    #expect(score.recall == 1)
    #expect(score.precision == 0.25)
  }
}
