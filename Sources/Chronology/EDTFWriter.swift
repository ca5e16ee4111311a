extension EDTF: CustomStringConvertible {
  /// The text; empty when there is no date or the bounds of one contradict each other.
  ///
  /// A whole unit is written as that unit, any other span as an interval of days, or of months or
  /// years where it was told no finer.
  public var text: String {
    switch meaning {
    case .single:
      guard let date = dates.first else { return "" }
      return EDTFSpan(date, certain: certain)?.text ?? ""
    case .oneOf: return set("[", "]")
    case .allOf: return set("{", "}")
    }
  }

  /// The text.
  public var description: String { text }

  /// A set; its grammar wants a member open below first, one open above last, and no second of
  /// either, so the widest of each stands for the others, which it contains.
  private func set(_ opening: String, _ closing: String) -> String {
    let openBelow = dates.filter { $0.earliest == nil && $0.latest != nil }
    let openAbove = dates.filter { $0.earliest != nil && $0.latest == nil }
    let ordered =
      openBelow.sorted { ($0.latest ?? .last) > ($1.latest ?? .last) }.prefix(1)
      + dates.filter { ($0.earliest == nil) == ($0.latest == nil) }
      + openAbove.sorted { ($0.earliest ?? .first) < ($1.earliest ?? .first) }.prefix(1)
    let members = ordered.compactMap { EDTFSpan($0, certain: certain)?.memberText }
    guard members.count == ordered.count else { return "" }
    return opening + members.joined(separator: ",") + closing
  }
}

/// The bounds of one date, cut to the unit they are best told in.
private struct EDTFSpan {
  private let date: UncertainDate
  private let qualifier: String

  init?(_ date: UncertainDate, certain: Bool) {
    if let earliest = date.earliest, let latest = date.latest, latest < earliest { return nil }
    self.date = date
    let approximate = date.modifier == .approx
    qualifier = certain ? (approximate ? "~" : "") : (approximate ? "%" : "?")
  }

  /// The date alone.
  var text: String {
    // A qualified season is not in the grammar; its months are.
    if let unit = wholeUnit(named: qualifier.isEmpty) { return unit + qualifier }
    let (start, end) = endTexts
    return (start.map { $0 + qualifier } ?? "..") + "/" + (end.map { $0 + qualifier } ?? "..")
  }

  /// The date inside a set, where a span is `a..b` and carries no qualifier.
  var memberText: String? {
    if let unit = wholeUnit(named: false) { return unit + qualifier }
    let (start, end) = endTexts
    guard start != nil || end != nil else { return nil }
    return (start ?? "") + ".." + (end ?? "")
  }

  // MARK: - Units

  /// The text of the one unit that the span fills, tried from the told grain downwards.
  ///
  /// - Parameter named: whether seasons, quarters and halves, which are numbered like months, may be
  ///   used.
  private func wholeUnit(named: Bool) -> String? {
    guard let days = date.days else { return nil }
    let first = days.lowerBound.fields
    let year = padded(first.year, 4)
    switch date.grain {
    case .century where days == CalendarUnits.century(first.year / 100 + 1):
      return padded(first.year / 100, 2) + "XX"
    case .decade where days == CalendarUnits.decade(startingIn: first.year):
      return padded(first.year / 10, 3) + "X"
    case .half where named && days == CalendarUnits.half(first.month / 7 + 1, year: first.year):
      return "\(year)-\(first.month / 7 + 40)"
    case .quarter
    where named && days == CalendarUnits.quarter((first.month + 2) / 3, year: first.year):
      return "\(year)-\((first.month + 2) / 3 + 32)"
    case .season:
      guard named, let index = Season.allCases.firstIndex(where: { $0.firstMonth == first.month }),
        days == CalendarUnits.season(Season.allCases[index], year: first.year)
      else { break }
      return "\(year)-\(21 + index)"
    default: break
    }
    if step >= .year, days == CalendarUnits.year(first.year) { return year }
    if step >= .month, days == CalendarUnits.month(first.month, year: first.year) {
      return "\(year)-\(padded(first.month, 2))"
    }
    return days.lowerBound == days.upperBound ? days.lowerBound.description : nil
  }

  /// Both ends, each `nil` when open, in the coarsest unit that says neither more nor less.
  private var endTexts: (start: String?, end: String?) {
    var step = self.step
    if let earliest = date.earliest?.fields {
      if earliest.day != 1 { step = .day } else if earliest.month != 1 { step = min(step, .month) }
    }
    if let latest = date.latest {
      // «by the end of 2021» is a day; `../2021` would end anywhere in the year.
      let narrowed = date.modifier == .start || date.modifier == .mid || date.modifier == .end
      if latest != .last && latest.moved(days: 1).day != 1 || date.earliest == nil && narrowed {
        step = .day
      } else if latest.month != 12 {
        step = min(step, .month)
      }
    }
    return (date.earliest.map { text($0, step) }, date.latest.map { text($0, step) })
  }

  private func text(_ day: CivilDate, _ step: Step) -> String {
    let fields = day.fields
    switch step {
    case .day: return day.description
    case .month: return "\(padded(fields.year, 4))-\(padded(fields.month, 2))"
    case .year: return padded(fields.year, 4)
    }
  }

  /// The units an end can be told in.
  private enum Step: Comparable {
    case day
    case month
    case year
  }

  /// The coarsest of them that is no coarser than the grain.
  private var step: Step {
    switch date.grain {
    case .minute, .hour, .part, .day, .week: .day
    case .month, .quarter, .half, .season: .month
    case .year, .decade, .century: .year
    }
  }
}
