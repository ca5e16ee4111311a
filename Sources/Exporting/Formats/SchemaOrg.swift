import Chronology
import NewsModel

/// Events in the words of schema.org as JSON-LD, for search engines and knowledge graphs.
struct SchemaOrg: EventFormat {
  let name = "jsonld"
  let fileExtension = "jsonld"

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var writer = JSONWriter(reserving: sheet.events.count &* 512)
    writer.beginObject()
    writer.key("@context")
    writer.string("https://schema.org")
    writer.key("@graph")
    writer.beginArray()
    for event in sheet.events { write(EventTelling(event, words: words), words, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return ExportedFile(bytes: writer.bytes)
  }

  private func write(
    _ telling: EventTelling,
    _ words: any ExportWords,
    to writer: inout JSONWriter
  ) {
    let event = telling.event
    writer.beginObject()
    writer.key("@type")
    writer.string("Event")
    writer.key("@id")
    writer.string("urn:tarikh:" + String(decoding: event.id.utf8.filter(isPlain), as: UTF8.self))
    writer.key("name")
    writer.string(telling.title)
    if !telling.sentence.isEmpty {
      writer.key("description")
      writer.string(telling.sentence)
    }
    writer.key("inLanguage")
    writer.string(words.language)
    writer.key("additionalType")
    writer.string(event.type.rawValue)
    if let first = event.date.span.earliest {
      writer.key("startDate")
      writer.string(first.description)
    }
    if let last = event.date.span.latest {
      writer.key("endDate")
      writer.string(last.description)
    }
    writer.key("eventStatus")
    writer.string("https://schema.org/" + Self.status(event.status))
    if let place = event.place { write(place, to: &writer) }
    write(event.parties, words, to: &writer)
    write(telling.sources, to: &writer)
    writer.endObject()
  }

  private static func status(_ status: EventStatus) -> String {
    switch status {
    case .postponed: "EventPostponed"
    case .cancelled, .denied: "EventCancelled"
    default: "EventScheduled"
    }
  }

  private func write(_ place: Place, to writer: inout JSONWriter) {
    writer.key("location")
    writer.beginObject()
    writer.key("@type")
    writer.string("Place")
    writer.key("name")
    writer.string(ExportText.plain(place.name))
    if let country = place.country {
      writer.key("address")
      writer.beginObject()
      writer.key("@type")
      writer.string("PostalAddress")
      writer.key("addressCountry")
      writer.string(country)
      writer.endObject()
    }
    writer.endObject()
  }

  private func write(
    _ parties: [Party],
    _ words: any ExportWords,
    to writer: inout JSONWriter
  ) {
    guard !parties.isEmpty else { return }
    writer.key("attendee")
    writer.beginArray()
    for party in parties {
      writer.beginObject()
      writer.key("@type")
      // The gazetteer marks persons; a state or office acts as an organization.
      writer.string(party.id?.hasPrefix("p:") == true ? "Person" : "Organization")
      writer.key("name")
      let english = words.language == "en" ? party.englishName : nil
      writer.string(ExportText.plain(english ?? party.name))
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ sources: [EventTelling.Source], to writer: inout JSONWriter) {
    guard !sources.isEmpty else { return }
    writer.key("subjectOf")
    writer.beginArray()
    for source in sources {
      writer.beginObject()
      writer.key("@type")
      writer.string("NewsArticle")
      if !source.title.isEmpty {
        writer.key("headline")
        writer.string(source.title)
      }
      if !source.outlet.isEmpty {
        writer.key("publisher")
        writer.beginObject()
        writer.key("@type")
        writer.string("NewsMediaOrganization")
        writer.key("name")
        writer.string(source.outlet)
        writer.endObject()
      }
      if let address = source.address {
        writer.key("url")
        writer.string(address)
      }
      if let day = source.published {
        writer.key("datePublished")
        writer.string(day.description)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}

/// Whether a byte may stand in a name of the `urn:` scheme.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
  default: false
  }
}
