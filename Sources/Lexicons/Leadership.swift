public import Chronology

extension ActorLexicon {
  /// The offices whose holders newsrooms name by their last name alone.
  private static let leading: Set<String> = [
    "head-of-state", "head-of-government", "foreign-minister", "transitional-head",
    "president-elect",
    "secretary-general",
  ]

  /// Whether a person heads a state, its government or its diplomacy, or an organisation of states,
  /// on a day.
  public func leads(_ person: Int32, on day: CivilDate) -> Bool {
    roles.contains { role in
      role.person == person && role.from <= day.dayNumber && day.dayNumber <= role.until
        && Self.leading.contains(offices[Int(role.office)])
    }
  }
}
