/// What a reader must know of an axis to read it right.
struct AxisSigns: OptionSet {
  let rawValue: Int

  /// A gap was left out.
  static let breaks = AxisSigns(rawValue: 1)
  /// A day is far wider in one stretch than in another.
  static let isUneven = AxisSigns(rawValue: 2)

  /// All there are.
  static let all: AxisSigns = [.breaks, .isUneven]
}

extension TimeScale {
  /// What its axis must tell.
  var signs: AxisSigns {
    var signs: AxisSigns = []
    if !breaks.isEmpty { signs.insert(.breaks) }
    if isUneven { signs.insert(.isUneven) }
    return signs
  }
}
