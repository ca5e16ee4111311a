/// Runs work over the operands of a command on several threads and hands on the results in order.
struct ItemRun {
  private let operands: Operands
  private let threads: OrderedThreads
  private let meter: ProgressMeter?

  /// A run over operands.
  init(_ names: [String], mayBePhrases: Bool, lineLimit: Int, settings: RunSettings) {
    operands = Operands(names: names, mayBePhrases: mayBePhrases, lineLimit: lineLimit)
    threads = OrderedThreads(count: settings.threads)
    meter = settings.meter
    meter?.expect(names)
  }

  /// Works on every item; `finish` sees the results in the order of the input, portion by portion.
  func forEach<Result: Sendable>(
    _ work: @escaping @Sendable (Item) -> Result,
    finish: ([Result]) throws(Fault) -> Void
  ) throws(Fault) {
    let reader = OperandReader(operands)
    let meter = meter
    try threads.forEach(
      { reader.next() },
      { portion in
        let items = portion.items
        defer { meter?.didRead(bytes: portion.byteCount, records: items.count) }
        return items.map(work)
      },
      finish: finish
    )
  }
}
