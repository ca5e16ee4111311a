public import Chronology

// Who held which office when.
extension ActorLexicon {
  /// Who held an office of a country or organisation on a day, if exactly one role fits.
  ///
  /// Without a day the last holder is meant.
  public func holder(of office: Int32, in holder: Int32, on day: CivilDate?) -> Int32 {
    var found: ActorRole?
    for role in roles where role.office == office && role.holder == holder {
      if let day {
        guard role.from <= day.dayNumber, day.dayNumber <= role.until else { continue }
      }
      if let known = found, known.from >= role.from { continue }
      found = role
    }
    return found?.person ?? -1
  }

  /// The office that a person held on a day, or last where no day is told; -1 where it was none or several.
  public func office(of person: Int32, on day: CivilDate?) -> Int32 {
    let held = roles.filter { role in
      role.person == person
        && (day.map { role.from <= $0.dayNumber && $0.dayNumber <= role.until } ?? true)
    }
    guard let latest = held.map(\.from).max() else { return -1 }
    let offices = Set((day == nil ? held.filter { $0.from == latest } : held).map(\.office))
    return offices.count == 1 ? offices.first ?? -1 : -1
  }
}
