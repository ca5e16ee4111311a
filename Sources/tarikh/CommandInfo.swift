/// What the argument parser tells of its commands, as far as the manual page needs it.
///
/// The form is version 0 of `--experimental-dump-help`.
struct CommandInfo: Decodable {
  /// The whole of a dump.
  struct Dump: Decodable {
    var command: CommandInfo
  }

  /// An option, a flag or an operand.
  struct Argument: Decodable {
    /// A spelling of it.
    struct Name: Decodable {
      var kind: String
      var name: String

      /// As it is typed.
      var typed: String { kind == "short" ? "-\(name)" : "--\(name)" }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var sectionTitle: String?
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    /// Whether it is told of by its place alone.
    var isOperand: Bool { kind == "positional" }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandInfo]?
  var arguments: [Argument]?

  /// The arguments that are told of, without those that every command has.
  var ownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
    }
  }
}
