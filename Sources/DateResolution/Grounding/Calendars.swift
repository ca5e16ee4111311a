import Chronology

extension Grounding {
  /// A day of any of the calendars that news uses.
  func date(_ calendar: DateFields.Calendar, _ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    switch calendar {
    case .gregorian: CivilDate(year: year, month: month, day: day)
    case .hijri:
      HijriDate(year: year, month: month, day: day).flatMap { HijriCalendar.date($0)?.date }
    case .persian:
      PersianDate(year: year, month: month, day: day).flatMap(PersianCalendar.date)
    case .coptic: CopticDate(year: year, month: month, day: day).flatMap(CopticCalendar.date)
    }
  }

  /// The year of a day in a calendar.
  func year(of day: CivilDate, in calendar: DateFields.Calendar) -> Int? {
    switch calendar {
    case .gregorian: day.year
    case .hijri: HijriCalendar.hijri(of: day)?.hijri.year
    case .persian: PersianCalendar.persian(of: day)?.year
    case .coptic: CopticCalendar.coptic(of: day)?.year
    }
  }

  /// How many days a month has; 0 for one that does not exist.
  func monthLength(_ calendar: DateFields.Calendar, _ year: Int, _ month: Int) -> Int {
    switch calendar {
    case .gregorian: CivilDate.days(inMonth: month, year: year)
    case .hijri: HijriCalendar.days(inMonth: month, year: year)
    case .persian: PersianCalendar.days(inMonth: month, year: year)
    case .coptic: CopticCalendar.days(inMonth: month, year: year)
    }
  }

  /// All days of a month of a calendar.
  func month(
    _ calendar: DateFields.Calendar,
    _ year: Int,
    _ month: Int
  ) -> ClosedRange<CivilDate>? {
    switch calendar {
    case .gregorian: CalendarUnits.month(month, year: year)
    case .hijri: HijriCalendar.month(month, year: year)
    case .persian: PersianCalendar.month(month, year: year)
    case .coptic: CopticCalendar.month(month, year: year)
    }
  }

  /// All days of a year of a calendar.
  func year(_ calendar: DateFields.Calendar, _ year: Int) -> ClosedRange<CivilDate>? {
    switch calendar {
    case .gregorian: CalendarUnits.year(year)
    case .hijri: HijriCalendar.year(year)
    case .persian: PersianCalendar.year(year)
    case .coptic: nil
    }
  }
}
