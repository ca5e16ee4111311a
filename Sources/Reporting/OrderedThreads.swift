import Dispatch
import Synchronization

/// Spreads work over threads and keeps its order.
struct OrderedThreads: Sendable {
  /// How many threads work at a time.
  let count: Int

  /// The results of the work on each item, in the order of the items.
  ///
  /// Neighbouring items go to one thread: a line of news is too little work to hand over by itself.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ work: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    guard count > 1, items.count > 1 else { return items.map(work) }
    let size = (items.count + count * 4 - 1) / (count * 4)
    let starts = Array(stride(from: 0, to: items.count, by: size))
    let parts = Mutex([[Result]](repeating: [], count: starts.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(count, starts.count)) { _ in
      while true {
        let part = next.add(1, ordering: .relaxed).oldValue
        guard part < starts.count else { return }
        let results = items[starts[part]..<min(starts[part] + size, items.count)].map(work)
        parts.withLock { $0[part] = results }
      }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}
