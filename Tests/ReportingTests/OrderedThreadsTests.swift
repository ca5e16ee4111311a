import Testing

@testable import Reporting

@Suite("Threads that keep the order")
struct OrderedThreadsTests {
  /// Hands out 0, 1, 2 … up to a limit.
  private final class Counter: Sendable {
    private let next = Guarded(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    var taken: Int { next.withLock { $0 } }

    func take() -> Int? {
      next.withLock { next in
        guard next < limit else { return nil }
        next += 1
        return next - 1
      }
    }
  }

  private struct Stop: Error {}

  @Test("Results come in the order of the inputs", arguments: [1, 2, 3, 16], [0, 1, 2, 1_000])
  func order(_ threads: Int, _ count: Int) {
    let inputs = Counter(limit: count)
    var results: [Int] = []
    OrderedThreads(count: threads).forEach(
      { inputs.take() },
      { number in
        // Uneven work, so that later inputs are done before earlier ones.
        (0..<(number % 7) * 3_000).reduce(number) { $0 &* 31 &+ $1 } == 1 ? -1 : number
      },
      finish: { results.append($0) }
    )
    #expect(results == Array(0..<count))
  }

  @Test("What is in flight stays bounded")
  func bounded() {
    let inputs = Counter(limit: 2_000)
    var finished = 0
    var most = 0
    OrderedThreads(count: 3).forEach({ inputs.take() }, { $0 }) { _ in
      most = max(most, inputs.taken - finished)
      finished += 1
    }
    #expect(finished == 2_000)
    #expect(most <= 3 * 4)
  }

  @Test("A failure ends the taking", arguments: [1, 4])
  func failure(_ threads: Int) {
    let inputs = Counter(limit: 100_000)
    var finished = 0
    #expect(throws: Stop.self) {
      try OrderedThreads(count: threads).forEach({ inputs.take() }, { $0 }) { _ throws(Stop) in
        finished += 1
        if finished == 10 { throw Stop() }
      }
    }
    #expect(finished == 10)
    #expect(inputs.taken < 100_000)
  }
}
