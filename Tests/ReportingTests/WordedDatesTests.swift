import Testing

@testable import Reporting

@Suite("Dates in the words of a table")
struct WordedDatesTests {
  @Test(
    "A cell that is one date is read; what is more, or needs another day, is not",
    arguments: [
      ("٧ نيسان ٢٠٢١", "2021-04-07"),
      ("الأربعاء 7 نيسان 2021", "2021-04-07"),
      ("28 تموز/يوليو 2021", "2021-07-28"),
      ("نيسان 2021", "2021-04"),
      ("7 نيسان", nil),
      ("أمس", nil),
      ("قبل 7 نيسان 2021", nil),
      ("لقاء 7 نيسان 2021", nil),
      ("7 نيسان 2021 و8 نيسان 2021", nil),
      ("April 7, 2021", nil),
    ] as [(String, String?)]
  )
  func cells(_ cell: String, _ date: String?) {
    #expect(WordedDates().edtf(of: cell) == date)
  }
}
