import FoundationEssentials
import GRDB

/// The values of a row, read without a trap: a damaged file may hold anything anywhere.
extension Row {
  /// A column of the wrong kind.
  struct WrongKind: Error, CustomStringConvertible {
    let column: Int

    var description: String { "column \(column) holds a value of another kind" }
  }

  /// The text of a column.
  func text(_ column: Int) throws -> String {
    guard let text = try optionalText(column) else { throw WrongKind(column: column) }
    return text
  }

  /// The text of a column that may be empty.
  func optionalText(_ column: Int) throws -> String? {
    let value = try self.value(column)
    if value.isNull { return nil }
    guard case .string(let text) = value.storage else { throw WrongKind(column: column) }
    return text
  }

  /// The number in a column.
  func integer(_ column: Int) throws -> Int {
    guard let number = try optionalInteger(column) else { throw WrongKind(column: column) }
    return number
  }

  /// The number in a column that may be empty.
  func optionalInteger(_ column: Int) throws -> Int? {
    let value = try self.value(column)
    if value.isNull { return nil }
    guard case .int64(let number) = value.storage else { throw WrongKind(column: column) }
    return Int(number)
  }

  /// The bytes of a column.
  func bytes(_ column: Int) throws -> [UInt8] {
    guard case .blob(let data) = try value(column).storage else { throw WrongKind(column: column) }
    return Array(data)
  }

  private func value(_ column: Int) throws -> DatabaseValue {
    guard column < count else { throw WrongKind(column: column) }
    return self[column]
  }
}
