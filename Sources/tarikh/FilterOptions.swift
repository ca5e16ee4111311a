import ArgumentParser
import Reporting

/// The options that choose events.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("party"),
    help: ArgumentHelp("A country code or id that must take part; repeatable.", valueName: "party")
  )
  var parties: [String] = []

  @Option(
    name: .customLong("type"),
    help: ArgumentHelp("A type of event, such as meeting or visit; repeatable.", valueName: "type")
  )
  var types: [String] = []

  @Option(help: "A status, such as occurred or planned; repeatable.")
  var status: [String] = []

  @Option(name: .customLong("place"), help: "A place or its country; repeatable.")
  var places: [String] = []

  @Option(name: .customLong("words"), help: "Words that a telling must hold; repeatable.")
  var words: [String] = []

  @Option(name: .customLong("source"), help: "An outlet that must tell it; repeatable.")
  var sources: [String] = []

  @Option(help: "Days by their distance from the newest article’s: last-full-week, last-7-days.")
  var period: String?

  @Option(help: ArgumentHelp("The first day: 2021, 2021-07 or 2021-07-28.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("The last day: 2021, 2021-07 or 2021-07-28.", valueName: "date"))
  var until: String?

  /// The filter these options amount to.
  func filter() throws(Fault) -> EventFilter {
    var filter = EventFilter()
    filter.parties = parties
    filter.types = types
    filter.places = places
    filter.words = words
    filter.sources = sources
    try filter.setPeriod(period)
    try filter.setStatus(status)
    try filter.setWindow(since: since, until: until)
    return filter
  }
}
