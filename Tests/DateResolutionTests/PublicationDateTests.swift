import Chronology
import DateResolution
import NewsModel
import Testing

/// The day an article without a date proves to be published on.
struct PublicationDateTests {
  private static let body =
    "\n\nأعلن الوزير في بيان أن الاتفاق سيوقع قريبا بعد مفاوضات طويلة في العاصمة.\n"

  @Test(
    arguments: [
      "عنوان الخبر\n\n2021-07-27", "عنوان الخبر\n27/7/2021", "الثلاثاء 27 تموز 2021",
      "الثلاثاء، 27 يوليو 2021", "نشر في: 27 يوليو 2021", "آخر تحديث 27 يوليو 2021 الساعة 18:30",
    ]
  )
  func dateLine(_ head: String) throws {
    let found = try Resolving.article(head + Self.body, on: nil)
    #expect(found.date?.description == "2021-07-27")
    #expect(found.basis == .text)
    #expect(found.proof != nil)
  }

  @Test func pairProvesTheDay() throws {
    let text =
      "وصل الوفد أمس الأربعاء إلى العاصمة وبحث ملفات كثيرة مع الحكومة.\n"
      + "وقال البيان (28 تموز 2021) إن الزيارة تمت بدعوة رسمية.\nويغادر الوفد غدا."
    let found = try Resolving.article(text, on: nil)
    #expect(found.date?.description == "2021-07-29")
    #expect(found.basis == .text)
    #expect(found.expressions.last?.value == "2021-07-30")
  }

  @Test func explicitTodayProvesTheDay() throws {
    let text = "زار الوزير اليوم الاثنين 20 فيفري 2017 مقر الشركة واطلع على سير العمل فيها."
    #expect(try Resolving.article(text, on: nil).date?.description == "2017-02-20")
  }

  @Test(
    arguments: [
      // Another weekday than that of the date.
      "وصل الوفد أمس الخميس إلى العاصمة.\nوقال البيان الصادر في 28 تموز 2021 إن الزيارة رسمية.",
      // The date is of the past, and a later one does not fit.
      "وصل أمس الأربعاء. وكان قد زارها في 28 تموز 2021 ثم وصل مجددا في 3 أيلول 2021 مع وفد كبير.",
      // A day long past that was of the same weekday.
      "وصل الوفد أمس الأربعاء إلى العاصمة.\nوكان الجسر قد افتتح في 28 تموز 2010 بحضور الوزير.",
      // Stamped, but the text knows of later years.
      "وصل الوفد أمس الأربعاء إلى العاصمة.\nوكان البيان (28 تموز 2010) قد سبق أزمة عام 2014.",
      // Nothing but relative phrases.
      "وصل الوفد أمس إلى العاصمة، ويغادر الأسبوع المقبل.", "وصل الوفد يوم الثلاثاء.",
      // Two days of today.
      "قال اليوم الاثنين 20 فيفري 2017 كذا. وقال اليوم الثلاثاء 21 فيفري 2017 كذا وكذا مرة أخرى.",
    ]
  )
  func whatIsNotProvedStaysUnknown(_ text: String) throws {
    let found = try Resolving.article(text, on: nil)
    #expect(found.date == nil)
    #expect(found.basis == .none)
    #expect(found.proof == nil)
  }

  @Test func givenDayNeedsNoProof() throws {
    let found = try Resolving.article("2021-07-27" + Self.body, on: "2021-07-29")
    #expect(found.date?.description == "2021-07-29")
    #expect(found.basis == .given)
  }
}
