import Chronology
import DataFiles
import Lexicons
import Testing

@Suite("The country of a source")
struct SourceCustomsTests {
  private static let customs: SourceCustoms? = {
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let root = path.dropLast(3).joined(separator: "/")
    do throws(DataFileError) {
      return try SourceCustoms(folder: DataFolder(path: "\(root)/Sources/Lexicons/ar"))
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }()

  @Test(
    "An outlet is known by its name, by its address, by the end of its domain",
    arguments: [
      ("الأهرام", nil, "EG"), ("وكالة الانباء العراقية", nil, "IQ"), ("bbc arabic", nil, "GB"),
      ("okaz", nil, "SA"), ("Jawhara FM (TN)", nil, "TN"), ("صحيفة لا يعرفها أحد", nil, nil),
      ("صحيفة (XX)", nil, nil), ("", nil, nil), (nil, "https://www.aljazeera.net/news/1", "QA"),
      (nil, "https://arabic.cnn.com/x", "AE"), (nil, "http://edition.cnn.com:80/x", "US"),
      (nil, "https://news.example.com.iq", "IQ"), (nil, "https://paper.co.uk/1", "GB"),
      (nil, "https://example.invalid/a", nil), (nil, "aljazeera.net", nil), (nil, "https://", nil),
      // The address says more than the name.
      ("الأهرام", "https://ina.iq/1", "IQ"), ("الأهرام", "https://example.org/1", "EG"),
    ] as [(String?, String?, String?)]
  )
  func country(_ source: String?, _ url: String?, _ country: String?) throws {
    #expect(try #require(Self.customs).country(source: source, url: url) == country)
  }

  @Test(
    "Weeks and fiscal years begin as in the country",
    arguments: [
      ("IQ", Weekday.saturday, 1), ("SA", .sunday, 1), ("TN", .monday, 1), ("EG", .saturday, 7),
      ("KW", .saturday, 4), ("US", .sunday, 10), ("IR", .saturday, nil),
    ] as [(String, Weekday, Int?)]
  )
  func customs(_ country: String, _ first: Weekday, _ month: Int?) throws {
    let customs = try #require(Self.customs?.customs(of: country))
    #expect(customs.firstWeekday == first)
    #expect(customs.fiscalMonth == month)
    #expect(try #require(Self.customs).countries.contains(country))
  }
}
