import ArabicText
public import Chronology
public import DataFiles

/// What the newsrooms of a country take for granted when they say “this week” or “fiscal year”.
public struct CountryCustoms: Hashable, Sendable {
  /// The first day of the week.
  public let firstWeekday: Weekday
  /// The month a fiscal year begins in, 1 to 12; `nil` when it is not known or begins within one.
  public let fiscalMonth: Int?
}

/// Countries with their customs, and outlets with their country.
///
/// «الأسبوع الماضي» ends on a Friday in Baghdad and on a Sunday in Tunis, so a week needs to know
/// who speaks. An outlet is known by its address or by its name; one that is not known has no
/// country, and nothing is guessed.
public struct SourceCustoms: Sendable {
  private var customs: [String: CountryCustoms] = [:]
  private var domains: [String: String] = [:]
  private var labels: [String: String] = [:]
  private var names: [[UInt8]: String] = [:]

  /// Reads the tables of a language folder.
  ///
  /// - Throws: ``DataFileError`` with file and line at the first row that is not understood.
  public init(folder: DataFolder) throws(DataFileError) {
    let days: [String: Weekday] = ["monday": .monday, "sunday": .sunday, "saturday": .saturday]
    for row in try TableFile("sources/countries.tsv", in: folder, columns: 4).rows {
      guard let first = days[row[1]] else {
        throw row.fault(in: 1, named: "first day", allowed: "monday, sunday or saturday")
      }
      var month: Int?
      if !row[2].isEmpty {
        month = try row.integer(2, named: "fiscal month")
        guard let month, (1...12).contains(month) else {
          throw row.fault(in: 2, named: "fiscal month", allowed: "1 to 12, or -")
        }
      }
      customs[row[0]] = CountryCustoms(firstWeekday: first, fiscalMonth: month)
    }
    for row in try TableFile("sources/outlets.tsv", in: folder, columns: 3).rows {
      guard customs[row[0]] != nil else {
        throw row.fault(in: 0, named: "country", allowed: "a country of countries.tsv")
      }
      switch row[1] {
      case "domain":
        domains[row[2]] = row[0]
        if let label = row[2].split(separator: ".").first { labels[String(label)] = row[0] }
      case "name": names[FoldedText.fold(row[2])] = row[0]
      default: throw row.fault(in: 1, named: "kind", allowed: "domain or name")
      }
    }
  }

  /// The customs of a country, by its two letters.
  public func customs(of country: String) -> CountryCustoms? { customs[country] }

  /// The codes of the countries whose customs are known, sorted.
  public var countries: [String] { customs.keys.sorted() }

  /// The country of an outlet, as its address or its name tells.
  public func country(source: String?, url: String?) -> String? {
    url.flatMap(country(ofAddress:)) ?? source.flatMap(country(ofName:))
  }

  /// The country of `https://www.example.com.iq/1`: of the outlet, else of the domain's end.
  private func country(ofAddress address: String) -> String? {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, parts[0].hasSuffix(":"), parts[1].isEmpty else { return nil }
    let host = parts[2].split(separator: ":").first ?? ""
    let labels = host.lowercased().split(separator: ".")
    for start in labels.indices.dropLast() {
      if let country = domains[labels[start...].joined(separator: ".")] { return country }
    }
    guard labels.count > 1, let end = labels.last else { return nil }
    let code = end == "uk" ? "GB" : end.uppercased()
    return customs[code] == nil ? nil : code
  }

  private func country(ofName name: String) -> String? {
    // «Jawhara FM (TN)» says it itself.
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let code = String(name[open...].dropFirst().dropLast())
      if customs[code] != nil { return code }
    }
    return names[FoldedText.fold(name)] ?? labels[name.lowercased()]
  }
}
