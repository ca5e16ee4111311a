import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// «قبل سنة وثلاثة أشهر»: all amounts together, blurred to the shortest of their units.
  func offsets(_ amounts: [Amount], _ grain: TimeUnit, _ direction: Int) -> GroundedDate {
    if direction > 0, outlook == .past {
      // «وعاد بعد شهر و21 يوما»: told of the past, it counts from what the sentence tells.
      guard let sentenceDay else {
        return .unresolved(
          self.grain(of: grain),
          "counts from another date of the text",
          basis: .narrative
        )
      }
      var there = self
      there.reference = sentenceDay
      there.outlook = .open
      var date = there.offsets(amounts, grain, direction)
      date.basis = .narrative
      date.certain = false
      return date
    }
    guard let reference, let day = moved(reference, by: amounts, direction) else {
      return .unresolved(self.grain(of: grain), Self.needsReference, basis: .article)
    }
    return blurred(day, grain)
  }

  /// «بعد ثلاثة أيام من 28 تموز», «قبل أسبوع من عيد الفطر»: counted from a date that is told beside.
  func offset(
    _ amounts: [Amount],
    _ grain: TimeUnit,
    _ direction: Int,
    from anchor: DatePhrase
  ) -> GroundedDate {
    let start = resolve(anchor)
    guard let days = start.days,
      let day = moved(direction < 0 ? days.lowerBound : days.upperBound, by: amounts, direction)
    else {
      return .unresolved(
        self.grain(of: grain),
        start.conflict ?? "counts from another date of the text",
        basis: start.basis
      )
    }
    var date = blurred(day, grain)
    date.basis = start.basis
    date.certain = start.certain
    if start.modifier == .approx { date.modifier = .approx }
    return date
  }

  private func moved(_ day: CivilDate, by amounts: [Amount], _ direction: Int) -> CivilDate? {
    var day = day
    for amount in amounts where amount.unit >= .night {
      guard let next = moved(day, by: direction * amount.count, amount.unit) else { return nil }
      day = next
    }
    return day
  }

  /// A day as a count of such units tells it: a day is exact, a longer unit keeps its own value and
  /// blurs the day by half a unit.
  func blurred(_ day: CivilDate, _ unit: TimeUnit) -> GroundedDate {
    if unit <= .day { return GroundedDate(day: day, basis: .article) }
    let grain = self.grain(of: unit)
    guard let (whole, value) = self.unit(unit, of: day, offset: 0) else {
      return .unresolved(grain, Self.needsReference, basis: .article)
    }
    let half = whole.upperBound.days(since: whole.lowerBound) / 2
    var result = GroundedDate(
      day.moved(days: -half)...day.moved(days: half),
      value: value,
      grain: grain,
      basis: .article
    )
    result.whole = whole
    result.modifier = .approx
    return result
  }
}
