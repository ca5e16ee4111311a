/// Finds how many of some things fit, where trying is dear.
enum Fitting {
  /// The most that fit, with what came of trying them; `nil` when the first trials all fail.
  ///
  /// It grows while they fit, then halves the distance to what did not.
  ///
  /// - Parameters:
  ///   - left: how many there are.
  ///   - guess: how many may fit.
  ///   - slack: by what share the answer may lie below the most that fit.
  ///   - trial: what comes of so many; `nil` when they do not fit.
  static func most<Result>(
    of left: Int,
    guess: Int,
    slack: Double = 0,
    trial: (Int) -> Result?
  ) -> (count: Int, result: Result)? {
    var best: (count: Int, result: Result)?
    var failing = left + 1
    var count = min(left, max(1, guess))
    while count > best?.count ?? 0 {
      if let result = trial(count) { best = (count, result) } else { failing = count }
      let fitted = best?.count ?? 0
      guard Double(failing - fitted) > max(1, Double(fitted) * slack) else { break }
      count = failing > left ? min(left, fitted * 3 / 2 + 1) : (fitted + failing) / 2
    }
    return best
  }
}
