import Chronology
import DateResolution
import NewsModel
import Testing

/// The policies of the design and their settings.
struct PolicyTests {
  private static let thursday = "2021-07-29"

  private func value(_ text: String, _ settings: DateSettings, on day: String = thursday) throws
    -> String?
  {
    try #require(try Resolving.expressions(text, on: day, settings: settings).first).value
  }

  @Test func bareWeekday() throws {
    #expect(try value("يوم الاثنين", DateSettings()) == "2021-07-26")
    #expect(try value("يوم الاثنين", DateSettings(bareWeekday: .future)) == "2021-08-02")
    #expect(try value("يوم الاثنين", DateSettings(bareWeekday: .nearest)) == "2021-07-26")
    #expect(try value("يوم السبت", DateSettings(bareWeekday: .nearest)) == "2021-07-31")
    #expect(try value("سيصل الاثنين", DateSettings(bareWeekday: .past)) == "2021-08-02")
  }

  @Test func yearless() throws {
    #expect(try value("في 25 كانون الأول", DateSettings()) == "2021-12-25")
    #expect(try value("في 25 كانون الأول", DateSettings(yearless: .past)) == "2020-12-25")
    #expect(try value("في 5 آذار", DateSettings(yearless: .future)) == "2022-03-05")
    #expect(try value("في آذار", DateSettings(yearless: .future)) == "2022-03")
    #expect(try value("في كانون الأول", DateSettings(yearless: .past)) == "2020-12")
  }

  @Test func weekStarts() throws {
    let monday = try Resolving.expressions("الأسبوع الماضي", on: "2021-08-01")
    #expect(monday.first?.first?.description == "2021-07-19")
    #expect(monday.first?.certain == false)
    #expect(monday.first?.alternatives.isEmpty == false)
    let sunday = try Resolving.expressions(
      "الأسبوع الماضي",
      on: "2021-08-01",
      settings: DateSettings(weekStarts: .sunday)
    )
    #expect(sunday.first?.first?.description == "2021-07-25")
    #expect(sunday.first?.certain == true)
    let saturday = try Resolving.expressions(
      "الأسبوع الماضي",
      on: "2021-08-01",
      settings: DateSettings(weekStarts: .saturday)
    )
    #expect(saturday.first?.first?.description == "2021-07-24")
  }

  @Test func hijriShift() throws {
    #expect(try value("1 شوال 1442هـ", DateSettings()) == "2021-05-13")
    #expect(try value("1 شوال 1442هـ", DateSettings(hijriShift: -1)) == "2021-05-12")
    #expect(try value("1 شوال 1442هـ", DateSettings(hijriShift: 1)) == "2021-05-14")
    // The Gregorian side of an equation is not shifted.
    let equation = "1 شوال 1442هـ الموافق 13 مايو 2021م"
    #expect(try value(equation, DateSettings(hijriShift: 1)) == "2021-05-13")
  }

  @Test func hijriDayHasNeighbours() throws {
    let found = try #require(try Resolving.expressions("1 شوال 1442هـ", on: nil).first)
    #expect(found.alternatives == ["2021-05-12", "2021-05-14"])
    #expect(found.edtf == "2021-05-13~")
  }

  @Test func fiscalYear() throws {
    #expect(try value("السنة المالية 2020/2021", DateSettings()) == "2020/2021")
    #expect(
      try value("السنة المالية 2020/2021", DateSettings(fiscalYear: .july))
        == "2020-07-01/2021-06-30"
    )
    #expect(
      try value("السنة المالية 2021", DateSettings(fiscalYear: .april)) == "2021-04-01/2022-03-31"
    )
    let unknown = try Resolving.expressions("السنة المالية 2021", on: Self.thursday)
    #expect(unknown.first?.value == "2021")
    #expect(unknown.first?.certain == false)
  }

  @Test(
    arguments: [
      ("مطلع آب المقبل", "2021-08-01", "2021-08-05"),
      ("أوائل آب المقبل", "2021-08-01", "2021-08-10"),
      ("منتصف آب المقبل", "2021-08-11", "2021-08-20"),
      ("نهاية آب المقبل", "2021-08-27", "2021-08-31"),
      ("أواخر آب المقبل", "2021-08-21", "2021-08-31"), ("مطلع 2022", "2022-01-01", "2022-01-31"),
      ("أوائل 2022", "2022-01-01", "2022-03-31"), ("منتصف 2022", "2022-06-01", "2022-07-31"),
      ("نهاية 2022", "2022-12-01", "2022-12-31"), ("أواخر 2022", "2022-10-01", "2022-12-31"),
      ("مطلع الأسبوع المقبل", "2021-08-02", "2021-08-03"),
      ("مطلع التسعينيات", "1990-01-01", "1993-12-31"),
      ("منتصف التسعينيات", "1994-01-01", "1996-12-31"),
      ("أواخر التسعينيات", "1997-01-01", "1999-12-31"),
      ("قبل أسبوعين", "2021-07-12", "2021-07-18"), ("القرن الماضي", "1900-01-01", "1999-12-31"),
    ]
  )
  func modifiersNarrow(_ text: String, _ first: String, _ last: String) throws {
    let found = try #require(try Resolving.expressions(text, on: Self.thursday).first)
    #expect(found.first?.description == first)
    #expect(found.last?.description == last)
  }

  @Test func deicticInQuotationCountsFromTheSpeech() throws {
    let text = "قال الوزير مساء الثلاثاء: «بدأنا اليوم عملا جديدا»."
    let values = try Resolving.expressions(text, on: Self.thursday).map(\.value)
    #expect(values == ["2021-07-27TEV", "2021-07-27"])
    let plain = "وصل الوفد مساء الثلاثاء ويغادر اليوم."
    #expect(
      try Resolving.expressions(plain, on: Self.thursday).map(\.value)
        == ["2021-07-27TEV", "2021-07-29"]
    )
  }

  @Test func contradictionsAreReported() throws {
    let weekday = try #require(
      try Resolving.expressions("الثلاثاء 28 تموز 2021", on: Self.thursday).first
    )
    #expect(weekday.value == "2021-07-28")
    #expect(weekday.conflict != nil)
    #expect(!weekday.certain)
    #expect(weekday.alternatives == ["2021-07-27"])
    let months = try #require(
      try Resolving.expressions("5 حزيران/يوليو 2021", on: Self.thursday).first
    )
    #expect(months.alternatives == ["2021-07-05"])
    #expect(months.conflict != nil)
    let agreeing = try #require(
      try Resolving.expressions("الأربعاء 28 تموز 2021", on: Self.thursday).first
    )
    #expect(agreeing.conflict == nil)
  }

  @Test func impossibleDatesSayWhy() throws {
    for text in ["31 شباط 2023", "31/2/2023", "27/13/2021", "31 من الشهر الماضي"] {
      let found = try #require(try Resolving.expressions(text, on: Self.thursday).first)
      #expect(found.value == nil)
      #expect(found.conflict != nil)
      #expect(found.first == nil)
      #expect(found.edtf.isEmpty)
    }
  }

  @Test func withoutReferenceRelativePhrasesSayWhatTheyNeed() throws {
    for text in ["أمس", "الشهر الماضي", "يوم الثلاثاء", "28 تموز", "قبل يومين"] {
      let found = try #require(try Resolving.expressions(text, on: nil).first)
      #expect(found.value == nil)
      #expect(found.conflict?.contains("--on") == true)
    }
  }
}
