import Synchronization

/// Runs work over the operands of a command on several threads and hands on the results in order.
struct ItemRun {
  private let operands: Operands
  private let threads: OrderedThreads

  /// A run over operands.
  init(_ names: [String], mayBePhrases: Bool, lineLimit: Int, settings: RunSettings) {
    operands = Operands(names: names, mayBePhrases: mayBePhrases, lineLimit: lineLimit)
    threads = OrderedThreads(count: settings.threads)
  }

  /// Works on every item; `finish` sees the results in the order of the input, portion by portion.
  func forEach<Result: Sendable>(
    _ work: @escaping @Sendable (Item) -> Result,
    finish: ([Result]) throws(Fault) -> Void
  ) throws(Fault) {
    let reading = Reading(operands)
    try threads.forEach(
      { reading.next() },
      { $0.items.map(work) },
      finish: finish
    )
  }

  /// The operands as they are read, shared by threads.
  private final class Reading: Sendable {
    private let reader: Mutex<OperandReader>

    init(_ operands: Operands) { reader = Mutex(OperandReader(operands)) }

    func next() -> Portion? { reader.withLock { $0.next() } }
  }
}
