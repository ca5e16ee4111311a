import Chronology
import DateResolution
import EventFusion
import NewsModel
import Testing

@testable import Reporting

/// The proof of an article’s day by other articles; the sentences are written for it.
@Suite("Proof of dates across articles")
struct DateProofTests {
  private func findings(_ texts: [(id: String, date: String?, text: String)]) throws
    -> [DateProof.Finding]
  {
    try gathering(texts).proofs
  }

  private func gathering(_ texts: [(id: String, date: String?, text: String)]) throws
    -> EventGathering
  {
    let pipeline = Pipeline(try .ofEvents(), settings: DateSettings())
    var gathering = EventGathering()
    for (id, date, text) in texts {
      let article = Article(id: id, date: date.flatMap { CivilDate(iso: $0) }, text: text)
      let told = pipeline.told(by: article)
      gathering.add(told.article, told.mentions)
    }
    gathering.proveDates(with: pipeline)
    return gathering
  }

  private static let round =
    "عقد العراق والولايات المتحدة الجولة الثالثة من الحوار الاستراتيجي"
  private static let dated = (
    id: "b", date: String?("2021-06-20"), text: "\(round) في 7 نيسان 2021 عبر الاتصال المرئي."
  )

  @Test("The same numbered round with its date tells the month of «the seventh of last month»")
  func month() throws {
    let gathering = try gathering([
      ("a", nil, "\(Self.round) في السابع من الشهر الماضي، وناقشا سحب القوات."), Self.dated,
    ])
    let finding = try #require(gathering.proofs.first)
    #expect(finding.day == nil)
    #expect(finding.days.first?.description == "2021-05-01")
    #expect(finding.days.last?.description == "2021-05-31")
    #expect(
      try ProofWords(language: "en").text(of: finding).hasPrefix(
        "a: between 2021-05-01 and 2021-05-31, for ‘السابع من الشهر الماضي’ is ‘7 نيسان 2021’ in b;"
      )
    )
    #expect(
      try ProofWords(language: "ar").text(of: finding).hasPrefix(
        "a: نُشر بين 2021-05-01 و2021-05-31، لأن قوله «السابع من الشهر الماضي» هو «7 نيسان 2021» في b"
      )
    )
    let round = try #require(
      gathering.mentions.first { $0.article == "a" && $0.type.rawValue == "round" }
    )
    #expect(round.date.edtf == "2021-04-07")
    #expect(gathering.digests.first { $0.id == "a" }?.date == nil)
  }

  @Test("«Yesterday» of a dated round is a day, and the article takes it")
  func day() throws {
    let gathering = try gathering([
      ("a", nil, "\(Self.round) أمس الأربعاء، وناقشا سحب القوات."), Self.dated,
    ])
    #expect(gathering.proofs.map(\.day?.description) == ["2021-04-08"])
    #expect(gathering.digests.first { $0.id == "a" }?.date?.description == "2021-04-08")
  }

  @Test("Two undated articles pin each other when weekday, month and year can be no other")
  func together() throws {
    let finding = try findings([
      (
        "a", nil,
        """
        انطلقت اليوم الأربعاء الجولة الثالثة من الحوار الاستراتيجي بين العراق والولايات المتحدة.
        وكان مصطفى الكاظمي قد زار إيران في تموز 2020.
        وأكد الرئيس العراقي برهم صالح في 18 من الشهر الماضي أن العلاقة مع واشنطن مهمة وأن عدد \
        القوات الأجنبية الموجودة في البلاد قليل جداً ولا يتجاوز ما اتفق عليه.
        """
      ),
      (
        "b", nil,
        """
        التقى مصطفى الكاظمي، رئيس الوزراء العراقي، الثلاثاء، المبعوث الأميركي بريت مكغورك في بغداد.
        واتفق العراق والولايات المتحدة خلال الحوار الاستراتيجي الذي جرى بينهما في السابع \
        من الشهر الماضي على مواصلة التعاون.
        وأكد الرئيس العراقي برهم صالح في 18 من آذار الماضي أن العلاقة مع واشنطن مهمة وأن عدد \
        القوات الأجنبية الموجودة في البلاد قليل جداً ولا يتجاوز ما اتفق عليه.
        """
      ),
    ])
    #expect(finding.map(\.day?.description) == ["2021-04-07", nil])
    #expect(finding[1].days.map(\.month) == Array(repeating: 5, count: finding[1].days.count))
    #expect(finding[1].days.first?.description == "2021-05-04", "a Tuesday is in its lead")
  }

  @Test("Who met whom on what weekday proves nothing: they meet often")
  func alike() throws {
    let visit = "زار رئيس الوزراء العراقي مصطفى الكاظمي"
    let finding = try findings([
      ("a", nil, "\(visit) الأربعاء العاصمة السعودية والتقى ولي العهد محمد بن سلمان."),
      ("b", "2021-04-10", "\(visit) في 31 آذار 2021 الرياض حيث استقبله محمد بن سلمان."),
    ])
    #expect(finding.map(\.days) == [[]])
    #expect(finding.map(\.reasons) == [[]])
    let question = "a: undated; on which day was it published?"
    #expect(try ProofWords(language: "en").text(of: finding[0]).hasPrefix(question))
  }

  @Test("What contradicts a dated article is not dated, and takes no other with it")
  func contradiction() throws {
    let finding = try findings([
      ("a", nil, "\(Self.round) أمس الأربعاء، وناقشا سحب القوات."), Self.dated,
      ("c", nil, "\(Self.round) أمس الجمعة، وناقشا سحب القوات."),
    ])
    #expect(finding.map(\.article) == ["a", "c"])
    #expect(finding.map(\.day?.description) == ["2021-04-08", nil])
    #expect(finding[1].days.isEmpty)
  }

  @Test("A round of another number is another round")
  func otherRound() throws {
    let finding = try findings([
      (
        "a", nil,
        "عقد العراق والولايات المتحدة الجولة الرابعة من الحوار الاستراتيجي أمس الأربعاء في واشنطن."
      ), Self.dated,
    ])
    #expect(finding.map(\.days) == [[]])
  }
}
