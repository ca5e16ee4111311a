import Chronology
import DataFiles
import DateResolution
import Lexicons
import NewsModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Every day of 1990–2030 as newsrooms write it, read back.
///
/// With `TARIKH_NIGHTLY=1` every day is written in every form, more than half a million phrases;
/// without it every 97th day, so that every weekday, month and day of the month comes up.
@Suite("Every day of 1990–2030, written and read back")
struct GeneratorTests {
  private static let isNightly = getenv("TARIKH_NIGHTLY").map { $0.pointee == 0x31 } ?? false

  private static let days: [CivilDate] = {
    guard let first = CivilDate(year: 1990, month: 1, day: 1),
      let last = CivilDate(year: 2030, month: 12, day: 31)
    else { return [] }
    return stride(from: 0, through: last.days(since: first), by: isNightly ? 1 : 97).map {
      first.moved(days: $0)
    }
  }()

  @Test("Each form is read back as the day it was written from", arguments: DayForm.all)
  func readBack(_ form: DayForm) throws {
    let lexicon = try #require(Self.lexicon)
    let resolver = DateResolver(lexicon: lexicon)
    var wrong: [String] = []
    var count = 0
    for day in Self.days {
      guard let phrase = form.write(day) else { continue }
      count += 1
      let found = resolver.expressions(in: Article(id: "g", text: phrase))
      let isRight =
        found.count == 1 && found[0].first == day && found[0].last == day && found[0].certain
        && found[0].value == day.description && found[0].conflict == nil
        && found[0].range == TextRange(0, phrase.utf8.count)
      if !isRight {
        let read = found.map { "\($0.value ?? "nothing") by \($0.rule)" }.joined(separator: ", ")
        wrong.append("‘\(phrase)’ of \(day) was read as [\(read)]")
      }
    }
    #expect(count > 0, "\(form): no phrase was written")
    #expect(wrong.isEmpty, "\(form): \(wrong.count) of \(count), such as \(wrong.prefix(3))")
  }

  @Test("They are half a million phrases and more")
  func isLarge() {
    let phrases = DayForm.all.count * 14_975
    #expect(phrases >= 500_000, "\(DayForm.all.count) forms")
  }

  private static let lexicon: DateLexicon? = {
    guard let folder = try? LexiconFolder.arabic() else { return nil }
    return try? DateLexicon(folder: folder)
  }()
}

/// One way of writing a day.
struct DayForm: Sendable, CustomTestStringConvertible, CustomStringConvertible {
  let description: String
  let write: @Sendable (CivilDate) -> String?

  var testDescription: String { description }

  init(_ description: String, _ write: @escaping @Sendable (CivilDate) -> String?) {
    self.description = description
    self.write = write
  }

  /// Every form: worded months by family, digits and order; numeric; with weekdays; other calendars.
  static let all: [DayForm] = worded + pairs + spelled + numeric + otherCalendars

  private static let families: [(String, [String])] = [
    ("levantine", MonthNames.levantine), ("gulf", MonthNames.gulf),
    ("maghreb", MonthNames.maghreb), ("morocco", MonthNames.morocco),
    ("mauritania", MonthNames.mauritania), ("libya", MonthNames.libya),
  ]

  /// «28 تموز 2021» in every family and digit system, alone and with what newsrooms add.
  private static let worded: [DayForm] = families.flatMap { family, names in
    Digits.all.flatMap { digits in
      [
        DayForm("\(family) D month Y, \(digits)") { day in
          "\(digits.of(day.day)) \(names[day.month - 1]) \(digits.of(day.year))"
        },
        DayForm("\(family) weekday D month Y, \(digits)") { day in
          "\(weekday(day)) \(digits.of(day.day)) \(names[day.month - 1]) \(digits.of(day.year))"
        },
      ]
    } + [
      DayForm("\(family) D min month Y") { day in
        "\(day.day) من \(names[day.month - 1]) \(day.year)"
      },
      DayForm("\(family) weekday, D month, Y with commas and م") { day in
        "\(weekday(day))، \(day.day) \(names[day.month - 1])، \(day.year)م"
      },
      DayForm("\(family) yawm weekday al-muwafiq D min month am Y") { day in
        "يوم \(weekday(day)) الموافق \(day.day) من \(names[day.month - 1]) عام \(day.year)"
      },
      DayForm("\(family) 0D month Y") { day in
        "\(padded(day.day)) \(names[day.month - 1]) \(day.year)"
      },
    ]
  }

  /// «28 تموز/يوليو 2021»: two names of one month, in either order, in any glue.
  private static let pairs: [DayForm] =
    ["/", " / ", " ", "\\", "-", " – "].flatMap { glue in
      [
        DayForm("pair levantine\(glue)gulf") { day in
          "\(day.day) \(MonthNames.levantine[day.month - 1])\(glue)\(MonthNames.gulf[day.month - 1]) \(day.year)"
        },
        DayForm("pair gulf\(glue)levantine") { day in
          "\(day.day) \(MonthNames.gulf[day.month - 1])\(glue)\(MonthNames.levantine[day.month - 1]) \(day.year)"
        },
      ]
    } + [
      DayForm("pair gulf (levantine)") { day in
        "\(day.day) \(MonthNames.gulf[day.month - 1]) (\(MonthNames.levantine[day.month - 1])) \(day.year)"
      },
      DayForm("pair levantine (gulf)") { day in
        "\(day.day) \(MonthNames.levantine[day.month - 1]) (\(MonthNames.gulf[day.month - 1])) \(day.year)"
      },
    ]

  /// «الثامن والعشرين من تموز 2021», and years in words.
  private static let spelled: [DayForm] = [
    ("levantine", MonthNames.levantine), ("gulf", MonthNames.gulf),
  ]
  .flatMap { family, names in
    [
      DayForm("\(family) ordinal min month Y") { day in
        "\(NumberWords.ordinal(day.day)) من \(names[day.month - 1]) \(day.year)"
      },
      DayForm("\(family) ordinal (nominative) min month Y") { day in
        "\(NumberWords.ordinal(day.day, nominative: true)) من \(names[day.month - 1]) \(day.year)"
      },
      DayForm("\(family) weekday ordinal min month Y") { day in
        "\(weekday(day)) \(NumberWords.ordinal(day.day)) من \(names[day.month - 1]) \(day.year)"
      },
      DayForm("\(family) ordinal min month am year in words") { day in
        "\(NumberWords.ordinal(day.day)) من \(names[day.month - 1]) عام \(NumberWords.year(day.year))"
      },
      DayForm("\(family) D month year in words") { day in
        "\(day.day) \(names[day.month - 1]) \(NumberWords.year(day.year))"
      },
    ]
  }

  /// D/M/Y and Y/M/D with every separator and digit system.
  private static let numeric: [DayForm] = Digits.all.flatMap { digits in
    ["/", "-", ".", "\\", " / ", " - "].flatMap { mark in
      [
        DayForm("D\(mark)M\(mark)Y, \(digits)") { day in
          [day.day, day.month, day.year].map(digits.of).joined(separator: mark)
        },
        DayForm("0D\(mark)0M\(mark)Y, \(digits)") { day in
          [padded(day.day), padded(day.month), "\(day.year)"].map(digits.of).joined(
            separator: mark
          )
        },
        DayForm("Y\(mark)M\(mark)D, \(digits)") { day in
          [day.year, day.month, day.day].map(digits.of).joined(separator: mark)
        },
      ]
    } + [
      DayForm("weekday D/M/Y, \(digits)") { day in
        weekday(day) + " " + [day.day, day.month, day.year].map(digits.of).joined(separator: "/")
      },
      DayForm("weekday (D-M-Y), \(digits)") { day in
        weekday(day) + " (" + [day.day, day.month, day.year].map(digits.of).joined(separator: "-")
          + ")"
      },
    ]
  }

  /// Equations of two calendars, and days of the Persian one.
  ///
  /// A Hijri day alone is told with a day of doubt either way, so it stands beside its equation.
  private static let otherCalendars: [DayForm] = [
    DayForm("hijri al-muwafiq gulf") { day in
      guard let hijri = HijriCalendar.hijri(of: day)?.hijri else { return nil }
      return "\(hijri.day) \(MonthNames.hijri[hijri.month - 1]) \(hijri.year)هـ الموافق "
        + "\(day.day) \(MonthNames.gulf[day.month - 1]) \(day.year)م"
    },
    DayForm("weekday hijri al-muwafiq levantine") { day in
      guard let hijri = HijriCalendar.hijri(of: day)?.hijri else { return nil }
      return "\(weekday(day)) \(hijri.day) \(MonthNames.hijri[hijri.month - 1]) \(hijri.year) هـ "
        + "الموافق \(day.day) \(MonthNames.levantine[day.month - 1]) \(day.year) م"
    },
    DayForm("gulf al-muwafiq hijri") { day in
      guard let hijri = HijriCalendar.hijri(of: day)?.hijri else { return nil }
      return "\(day.day) \(MonthNames.gulf[day.month - 1]) \(day.year)م الموافق \(hijri.day) "
        + "\(MonthNames.hijri[hijri.month - 1]) \(hijri.year)هـ"
    },
    DayForm("persian") { day in
      guard let persian = PersianCalendar.persian(of: day) else { return nil }
      return "\(persian.day) \(MonthNames.persian[persian.month - 1]) \(persian.year)"
    },
  ]

  private static func weekday(_ day: CivilDate) -> String {
    MonthNames.weekdays[day.weekday.rawValue - 1]
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
