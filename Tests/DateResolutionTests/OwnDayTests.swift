import Chronology
import DateResolution
import NewsModel
import Testing

/// The day an article proves to be written on (policy 9).
struct OwnDayTests {
  @Test func agreeingPairsMoveTheDay() throws {
    // Stamped on Friday, written on Thursday.
    let text = "وصل الوفد اليوم الخميس. وكان أمس الأربعاء في بغداد. ويغادر غدا."
    let found = try Resolving.article(text, on: "2021-07-30")
    #expect(found.date?.description == "2021-07-29")
    #expect(found.basis == .text)
    #expect(found.expressions.map(\.value) == ["2021-07-29", "2021-07-28", "2021-07-30"])
    #expect(found.expressions.first?.conflict?.contains("2021-07-30") == true)
  }

  @Test func truePairsMoveNothing() throws {
    let found = try Resolving.article("وصل الوفد اليوم الخميس.", on: "2021-07-29")
    #expect(found.date?.description == "2021-07-29")
    #expect(found.basis == .given)
    #expect(found.expressions.first?.conflict == nil)
  }

  @Test func mixedPairsLeaveTheGivenDay() throws {
    let text = "وصل اليوم الخميس. وقال اليوم الأربعاء إنه باق."
    let found = try Resolving.article(text, on: "2021-07-30")
    #expect(found.date?.description == "2021-07-30")
    #expect(found.expressions.allSatisfy { !$0.certain })
  }

  @Test func theMonthThatTheTextLivesInMovesTheDay() throws {
    // Stamped on 11 June, written in May.
    let text = "يلتقي الرئيس الوفد في 26 مايو الجاري. ويزور القاهرة في الرابع من يونيو المقبل."
    let found = try Resolving.article(text, on: "2009-06-11")
    #expect(found.date?.description == "2009-05-11")
    #expect(found.basis == .text)
    #expect(found.expressions.map(\.value) == ["2009-05-26", "2009-06-04"])
    #expect(found.expressions.first?.conflict?.contains("2009-06-11") == true)
  }

  @Test func theFirstWeekdayTellsTheNightThatALateStampLost() throws {
    // 12 May 2009 was a Tuesday; counted from the 11th it would be the one six days before.
    let text = "أعلن البيت الأبيض الثلاثاء جدول الزيارات. ويصل الوفد في 26 مايو الجاري."
    let found = try Resolving.article(text, on: "2009-06-11")
    #expect(found.date?.description == "2009-05-12")
    #expect(found.expressions.map(\.value) == ["2009-05-12", "2009-05-26"])
    let other = try Resolving.article("وصل الأحد. ويغادر في 26 مايو الجاري.", on: "2009-06-11")
    #expect(other.date?.description == "2009-05-11")
  }

  @Test(arguments: [
    "تجرى الانتخابات في 27 أغسطس المقبل.", "بدأت الجولة في الثالث من يونيو الجاري بعد مايو الجاري.",
    "وقال أمس الأربعاء إن الموعد في مايو الجاري.", "كما كان في مايو الماضي وفي 20 مايو الجاري.",
  ])
  func monthsThatFitTheStampMoveNothing(_ text: String) throws {
    let found = try Resolving.article(text, on: "2009-06-11")
    #expect(found.date?.description == "2009-06-11")
  }
}
