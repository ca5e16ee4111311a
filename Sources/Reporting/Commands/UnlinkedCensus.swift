import EventExtraction
import Exporting

/// Counts the names behind titles that no entry of the gazetteer has.
///
/// Its table is a table of persons that the tool reads again: delete what is no person, give the
/// rest an id and an English name, and name the file with `--gazetteer`.
struct UnlinkedCensus {
  /// One name.
  private struct Entry {
    var name: String
    var count = 0
    var articles: [String] = []
    var titles: [String: Int] = [:]
    var offices: [String: Int] = [:]
    var countries: [String: Int] = [:]
  }

  /// So many articles are named for each.
  private static let examples = 3

  private var entries: [[UInt8]: Entry] = [:]

  /// Counts the names of an article.
  mutating func add(_ names: [UnlinkedName], of article: String) {
    for name in names {
      var entry = entries[name.key] ?? Entry(name: name.name)
      entry.count += 1
      if entry.articles.last != article { entry.articles.append(article) }
      entry.titles[name.title, default: 0] += 1
      if let office = name.office { entry.offices[office, default: 0] += 1 }
      if let country = name.country { entry.countries[country, default: 0] += 1 }
      entries[name.key] = entry
    }
  }

  /// The names, the most frequent first, each with an id that no other has.
  private var ordered: [(id: String, entry: Entry)] {
    var taken: [String: Int] = [:]
    return entries.sorted { first, second in
      if first.value.count != second.value.count { return first.value.count > second.value.count }
      return first.value.name < second.value.name
    }.map { key, entry in
      let id = "p:\(Romanization.slug(of: entry.name))"
      taken[id, default: 0] += 1
      let number = taken[id] ?? 1
      return (number == 1 ? id : "\(id)-\(number)", entry)
    }
  }

  /// Rows of a table of persons; a comment before each says how often, where, and as what.
  var table: String {
    var text = """
      # Names behind titles that no entry has: tarikh events --unlinked.
      # Columns: id  kind (name|surname|alias)  country  english  form
      # The ids are spelt after the Arabic; correct them, and add the English names.

      """
    for (id, entry) in ordered {
      let office = Self.most(entry.offices).map { ", \($0)" } ?? ""
      text += "# \(entry.count) in \(entry.articles.count)\(office): "
      text += entry.articles.prefix(Self.examples).joined(separator: ", ")
      text += ": \(Self.plain(Self.most(entry.titles) ?? ""))\n"
      text += "\(id)\tname\t\(Self.most(entry.countries) ?? "-")\t-\t\(Self.plain(entry.name))\n"
    }
    return text
  }

  /// One JSON object a line.
  var jsonLines: [UInt8] {
    var writer = JSONWriter()
    for (id, entry) in ordered {
      writer.beginObject()
      writer.key("id")
      writer.string(id)
      writer.key("name")
      writer.string(entry.name)
      writer.key("title")
      writer.string(Self.most(entry.titles))
      writer.key("office")
      writer.string(Self.most(entry.offices))
      writer.key("country")
      writer.string(Self.most(entry.countries))
      writer.key("count")
      writer.integer(entry.count)
      writer.key("articles")
      writer.integer(entry.articles.count)
      writer.key("examples")
      writer.beginArray()
      for article in entry.articles.prefix(Self.examples) { writer.string(article) }
      writer.endArray()
      writer.endObject()
      writer.endLine()
    }
    return writer.bytes
  }

  /// The most frequent one, the first by spelling among equals.
  private static func most(_ counts: [String: Int]) -> String? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The words on one line, without a tab.
  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

/// Spells Arabic in ASCII letters, for ids.
enum Romanization {
  /// A name as an id: small letters, digits and dashes.
  static func slug(of name: String) -> String {
    var slug = ""
    for scalar in name.unicodeScalars {
      if let letters = letters[scalar.value] {
        slug += letters
      } else if scalar.isASCII, scalar.properties.isAlphabetic || (0x30...0x39) ~= scalar.value {
        slug.unicodeScalars.append(scalar)
      } else if scalar.value == 0x20 || scalar.value == 0x5F, !slug.hasSuffix("-"), !slug.isEmpty {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : slug.lowercased()
  }

  /// The consonants and long vowels from U+0621 on; vowel signs are left out.
  private static let letters: [UInt32: String] = {
    let names = [
      "", "a", "a", "w", "i", "y", "a", "b", "a", "t", "th", "j", "h", "kh", "d", "dh", "r", "z",
      "s", "sh", "s", "d", "t", "z", "a", "gh",
    ]
    let more = ["f", "q", "k", "l", "m", "n", "h", "w", "a", "y"]
    var table: [UInt32: String] = [:]
    for (offset, name) in names.enumerated() { table[0x621 + UInt32(offset)] = name }
    for (offset, name) in more.enumerated() { table[0x641 + UInt32(offset)] = name }
    table[0x67E] = "p"
    table[0x686] = "ch"
    table[0x6A4] = "v"
    table[0x6AF] = "g"
    return table
  }()
}
