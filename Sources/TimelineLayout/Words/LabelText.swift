public import Chronology
public import NewsModel

extension Event {
  /// The different dates its sources give; fewer than two when they agree.
  var dateReadings: [String] {
    var readings: [String] = []
    for conflict in conflicts where conflict.status == nil && !readings.contains(conflict.value) {
      readings.append(conflict.value)
    }
    return readings
  }
}

/// The words of sheets for other writings of the same events.
extension SheetLabels {
  /// What a type of event is called; its own id when no table has it.
  public func typeName(_ type: EventType) -> String { self.type(type.rawValue).name }

  /// The types of events by their names in this language.
  public var typesByName: [String: EventType] { types.idsByName.mapValues(EventType.init) }

  /// The date of an event in words, both readings where sources disagree.
  public func dateText(of event: Event) -> String { DateWords(labels: self).date(of: event) }

  /// A day in words.
  public func dayText(_ day: CivilDate) -> String { DateWords(labels: self).day(day) }

  /// One source's reading of a date, given in EDTF, in words.
  public func readingText(_ edtf: String) -> String { DateWords(labels: self).edtf(edtf) }
}
