/// What a reader must know of an axis to read it right.
struct AxisSigns: OptionSet {
  let rawValue: Int

  /// A gap was left out.
  static let breaks = AxisSigns(rawValue: 1)
  /// A day is far wider in one stretch than in another.
  static let isUneven = AxisSigns(rawValue: 2)
  /// Another axis of the chart has a scale of its own.
  static let isOfSeveral = AxisSigns(rawValue: 4)

  /// All there are.
  static let all: AxisSigns = [.breaks, .isUneven, .isOfSeveral]

  /// What there is to say of the scale; `nil` where it is one for all days.
  var scaleKey: String? {
    switch (contains(.isUneven), contains(.isOfSeveral)) {
    case (true, true): "legend.scales.uneven"
    case (true, false): "legend.uneven"
    case (false, true): "legend.scales"
    case (false, false): nil
    }
  }
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
