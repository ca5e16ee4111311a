/// Runs work over the operands of a command on several threads and hands on the results in order.
struct ItemRun {
  let operands: Operands
  let threads: OrderedThreads

  /// A run over operands.
  init(_ names: [String], mayBePhrases: Bool, lineLimit: Int, settings: RunSettings) {
    operands = Operands(
      names: names,
      mayBePhrases: mayBePhrases,
      lineLimit: lineLimit,
      batchSize: settings.threads << 20
    )
    threads = OrderedThreads(count: settings.threads)
  }

  /// Works on every item; `finish` sees the results in the order of the input, batch by batch.
  func forEach<Result: Sendable>(
    _ work: @escaping @Sendable (Item) -> Result,
    finish: ([Result]) throws(Fault) -> Void
  ) throws(Fault) {
    try operands.forEachBatch { (items) throws(Fault) in
      try finish(threads.map(items, work))
    }
  }
}
