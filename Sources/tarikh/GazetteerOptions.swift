import ArgumentParser
import Reporting

/// The option that brings a user's own actors.
struct GazetteerOptions: ParsableArguments {
  @Option(
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      "A table of actors of your own, such as persons.tsv, or a folder of them; repeatable.",
      valueName: "path"
    )
  )
  var paths: [String] = []
}
