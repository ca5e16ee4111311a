import Chronology
import Exporting
import NewsModel

/// One event that is new, changed or gone since the last build.
public struct EventChange: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, Sendable {
    case new
    case changed
    case dropped
  }

  /// What a reader sees of an event.
  public struct Face: Hashable, Sendable {
    /// When it is, in EDTF; empty when undated.
    public var date: String
    /// Its type.
    public var type: String
    /// Its status.
    public var status: String
    /// The sentence that tells it best.
    public var headline: String

    init(_ event: Event) {
      date = event.date.edtf
      type = event.type.rawValue
      status = event.status.rawValue
      headline = event.headline
    }
  }

  /// What became of it.
  public var kind: Kind
  /// Its id.
  public var id: String
  /// How it is now; `nil` when it is gone.
  public var now: Face?
  /// How it was; `nil` when it is new.
  public var before: Face?

  /// The line of `changes.jsonl`.
  func write(build: Int, day: CivilDate?, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("build")
    writer.integer(build)
    writer.key("day")
    writer.string(day?.description)
    writer.key("change")
    writer.string(kind.rawValue)
    writer.key("id")
    writer.string(id)
    writer.key("now")
    write(now, to: &writer)
    writer.key("before")
    write(before, to: &writer)
    writer.endObject()
    writer.endLine()
  }

  private func write(_ face: Face?, to writer: inout JSONWriter) {
    guard let face else {
      writer.null()
      return
    }
    writer.beginObject()
    writer.key("date")
    writer.string(face.date.isEmpty ? nil : face.date)
    writer.key("type")
    writer.string(face.type)
    writer.key("status")
    writer.string(face.status)
    writer.key("headline")
    writer.string(face.headline)
    writer.endObject()
  }

  /// The message of `--log-format json`.
  public var logLine: LogLine {
    let face = now ?? before
    return LogLine(
      .change,
      "",
      fields: [
        ("change", .text(kind.rawValue)), ("id", .text(id)),
        ("date", .text(face?.date.isEmpty == false ? face?.date : nil)),
        ("type", .text(face?.type)), ("headline", .text(face?.headline)),
      ]
    )
  }
}
