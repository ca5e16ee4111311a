import Dispatch
import Synchronization

/// Spreads work over threads and keeps its order.
///
/// Each thread takes its next input itself, one at a time, and does with it all there is to do; the
/// calling thread only hands on the results. So reading and writing overlap with the work, and what
/// is in flight stays bounded however long the input is.
struct OrderedThreads: Sendable {
  /// How many threads work at a time.
  let count: Int

  /// Works on every input; `finish` sees the results in the order of the inputs.
  ///
  /// - Parameters:
  ///   - next: gives the next input, and `nil` from the end on; called by one thread at a time.
  ///   - work: what many threads do at once.
  ///   - finish: is called by the calling thread; when it throws, no further input is taken.
  func forEach<Input: Sendable, Output: Sendable, Failure: Error>(
    _ next: @escaping @Sendable () -> Input?,
    _ work: @escaping @Sendable (Input) -> Output,
    finish: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    guard count > 1 else {
      while let input = next() { try finish(work(input)) }
      return
    }
    let desk = WorkDesk(workers: count, next: next, work: work)
    for _ in 0..<count { DispatchQueue.global().async { desk.work() } }
    do throws(Failure) {
      while let outputs = desk.waitForOutputs() {
        for output in outputs {
          try finish(output)
          desk.free()
        }
      }
    } catch {
      desk.stop()
      throw error
    }
  }
}

/// Where workers take inputs and leave outputs.
private final class WorkDesk<Input: Sendable, Output: Sendable>: Sendable {
  private struct Results {
    /// The outputs that earlier ones must be waited for.
    var early: [Int: Output] = [:]
    /// How many were handed on.
    var finished = 0
    var workers: Int
  }

  private let next: @Sendable () -> Input?
  private let process: @Sendable (Input) -> Output
  /// How many inputs were taken; `nil` when no more may be.
  private let taken = Guarded<Int?>(0)
  private let results: Guarded<Results>
  /// Whether nobody waits for outputs any more.
  private let isStopped = Atomic(false)
  /// Counts the inputs that may still be in flight.
  ///
  /// It begins at zero and is raised: one that is let go below its first value ends the process.
  private let places = DispatchSemaphore(value: 0)
  /// Tells the calling thread that something was left or a worker went.
  private let news = DispatchSemaphore(value: 0)

  /// How many inputs of each worker may be in flight, those that wait for earlier ones among them.
  private static var depth: Int { 4 }

  init(
    workers: Int,
    next: @escaping @Sendable () -> Input?,
    work: @escaping @Sendable (Input) -> Output
  ) {
    self.next = next
    process = work
    results = Guarded(Results(workers: workers))
    for _ in 0..<(workers * Self.depth) { places.signal() }
  }

  /// What a worker does until there is nothing left.
  func work() {
    places.wait()
    while let (number, input) = take() {
      let output = process(input)
      results.withLock { $0.early[number] = output }
      news.signal()
      places.wait()
    }
    // Whoever waits for a place must learn of the end too.
    places.signal()
    results.withLock { $0.workers -= 1 }
    news.signal()
  }

  private func take() -> (number: Int, input: Input)? {
    // The lock is held while a pipe is waited for; others would have nothing to take before that.
    taken.withLock { taken in
      guard !isStopped.load(ordering: .relaxed), let number = taken, let input = next() else {
        taken = nil
        return nil
      }
      taken = number + 1
      return (number, input)
    }
  }

  /// Waits for the outputs that come next, perhaps none yet; `nil` when all were handed on.
  func waitForOutputs() -> [Output]? {
    news.wait()
    return results.withLock { results in
      var outputs: [Output] = []
      while let output = results.early.removeValue(forKey: results.finished) {
        outputs.append(output)
        results.finished += 1
      }
      return outputs.isEmpty && results.workers == 0 ? nil : outputs
    }
  }

  /// Tells that an output was dealt with.
  func free() { places.signal() }

  /// Lets the workers go when they are done with what they took; none is waited for, as one of them
  /// may be waiting for a pipe.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    places.signal()
  }
}
