import DataFiles
import NewsModel
import Testing

@testable import Exporting

@Suite("event.schema.json")
struct SchemaTests {
  private func schema() throws -> JSONSchema {
    let folder = DataFolder(path: try DataFolder.resources(of: "Exporting").path + "/export")
    return try JSONSchema(try folder.bytes(of: "event.schema.json"))
  }

  private func line(of event: Event) throws -> [UInt8] {
    var writer = JSONWriter()
    EventLine(plover: try .shipped()) { _ in "1442-12-16" }.write(event, to: &writer)
    return writer.bytes
  }

  @Test("An event that uses every field is written as the schema says")
  func whole() throws {
    let faults = try schema().faults(of: line(of: Sample.event(in: "واجتمعَ بايدن")))
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test("So is one of which nearly nothing is known, of every type")
  func bare() throws {
    let schema = try schema()
    let folder = try DataFolder.resources(of: "Exporting")
    var types = Set(try TableFile("plover.tsv", in: folder, columns: 4).rows.map { $0[0] })
    types.insert("other")
    var event = Sample.event(in: "واجتمعَ بايدن")
    event.date = .undated
    event.conflicts = []
    event.actors = []
    event.document = nil
    event.fulfils = nil
    for type in types {
      event.type = EventType(rawValue: type)
      let faults = try schema.faults(of: line(of: event))
      #expect(faults.isEmpty, "\(type): \(faults)")
    }
  }

  @Test(
    "The check finds what is wrong",
    arguments: [
      ("\"event/1\"", "\"event/2\""), ("\"occurred\"", "\"happened\""),
      ("\"sources\":2", "\"sources\":0"), ("\"sources\":2", "\"sources\":\"2\""),
      ("\"edits\"", "\"edit\""), ("\"how\":\"surname\"", "\"how\":\"guess\""),
      ("\"headline\"", "\"head\""),
    ]
  )
  func wrong(_ good: String, _ bad: String) throws {
    let line = String(decoding: try line(of: Sample.event(in: "واجتمعَ بايدن")), as: UTF8.self)
    let parts = line.split(separator: good, omittingEmptySubsequences: false)
    try #require(parts.count > 1)
    let faults = try schema().faults(of: Array(parts.joined(separator: bad).utf8))
    #expect(!faults.isEmpty)
  }
}
