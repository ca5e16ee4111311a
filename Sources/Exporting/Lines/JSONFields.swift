import Chronology
import NewsModel

/// The parts that several lines share.
extension JSONWriter {
  /// Writes a day, or `null`.
  mutating func day(_ day: CivilDate?) { string(day?.description) }

  /// Writes what is wrong with a record, under the key `error`.
  public mutating func error(code: String, message: String) {
    key("error")
    beginObject()
    key("code")
    string(code)
    key("message")
    string(message)
    endObject()
  }

  /// Writes texts.
  mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Writes parties.
  mutating func parties(_ parties: [Party]) {
    beginArray()
    for party in parties {
      beginObject()
      key("id")
      string(party.id)
      key("name")
      string(party.name)
      key("name_en")
      string(party.englishName)
      key("country")
      string(party.country)
      key("office")
      string(party.office)
      key("surface")
      string(party.surface)
      key("how")
      string(party.how.rawValue)
      endObject()
    }
    endArray()
  }

  /// Writes a place, or `null`.
  mutating func place(_ place: Place?) {
    guard let place else {
      null()
      return
    }
    beginObject()
    key("name")
    string(place.name)
    key("id")
    string(place.id)
    key("country")
    string(place.country)
    endObject()
  }

  /// Writes the part of a text between two UTF-8 offsets; empty when they do not lie inside.
  mutating func string(of range: TextRange, in utf8: UnsafeBufferPointer<UInt8>) {
    guard range.lower >= 0, range.upper <= utf8.count else {
      string("")
      return
    }
    let part = UnsafeBufferPointer(rebasing: utf8[range.lower..<range.upper])
    let isWhole =
      (part.first.map { $0 & 0xC0 != 0x80 } ?? true)
      && (range.upper == utf8.count || utf8[range.upper] & 0xC0 != 0x80)
    // A range that cuts a character must not make a line that nobody can read.
    if isWhole { string(utf8: part) } else { string(String(decoding: part, as: UTF8.self)) }
  }
}

extension EventDate {
  /// The grain, or `undated`, as the contracts name it.
  var precision: String { isUndated ? "undated" : span.grain.rawValue }
}

extension String {
  /// The text, or `nil` when it is empty: absent is `null`.
  var nonEmpty: String? { isEmpty ? nil : self }
}
