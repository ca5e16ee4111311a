import DataFiles

/// What types of events are called, and the families that give them their look.
struct EventTypeTable: Sendable {
  /// A type.
  struct Entry: Hashable, Sendable {
    let family: String
    let name: String
    /// Whether its kind and its parties say what it is, so that a label needs no sentence.
    var isToldByParties = false
  }

  /// The names of the families, in the table's order.
  let familyOrder: [String]
  let families: [String: String]
  private let entries: [String: Entry]

  init(folder: DataFolder, language: String) throws(DataFileError) {
    var entries: [String: Entry] = [:]
    var families: [String: String] = [:]
    var order: [String] = []
    for row in try TableFile("labels/event-types.tsv", in: folder, columns: 5).rows {
      let name = language == "ar" ? row[4] : row[3]
      if row[0] == "family" {
        families[row[1]] = name
        order.append(row[1])
      } else {
        entries[row[0]] = Entry(
          family: row[1],
          name: name,
          isToldByParties: row[2] == "who"
        )
      }
    }
    self.entries = entries
    self.families = families
    familyOrder = order
  }

  /// The ids of the types by their names.
  var idsByName: [String: String] {
    var ids: [String: String] = [:]
    for (id, entry) in entries { ids[entry.name] = id }
    return ids
  }

  /// The entry of a type; one that no table has goes by its id.
  func entry(_ id: String) -> Entry {
    entries[id] ?? Entry(family: familyOrder.first ?? "", name: id)
  }
}
