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
}
