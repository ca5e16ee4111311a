import Testing

@Suite("tarikh events and chart")
struct EventsCommandTests {
  static let articles = """
    {"id":"a","date":"2021-07-27","source":"أ","text":"التقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في البيت الأبيض أمس الاثنين."}
    {"id":"b","date":"2021-07-28","source":"ب","text":"التقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي يوم الاثنين 26 تموز 2021."}

    """

  @Test("Two articles tell one meeting")
  func merged() {
    let outcome = ToolProcess.run("tarikh events --jsonl --type meeting", input: Self.articles)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome.output)")
    #expect(outcome.output.contains(#""edtf":"2021-07-26""#))
    #expect(outcome.output.contains(#""sources":2"#))
  }

  @Test("Before merging: one line in, one line out")
  func mentions() {
    let outcome = ToolProcess.run("tarikh events --jsonl --mentions -j 2", input: Self.articles)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix(#"{"id":"a","date":"2021-07-27","mentions":[{"id":"a."#) == true)
  }

  @Test("A stamp that the text proves to be a month late is told")
  func lateStamp() {
    let text = "التقى الرئيس المصري حسني مبارك نظيره الفرنسي نيكولا ساركوزي في 5 مايو الجاري."
    let article = #"{"id":"late","date":"2009-06-11","text":"\#(text)"}"#
    let outcome = ToolProcess.run("tarikh events --type meeting", input: article + "\n")
    #expect(outcome.output.contains("2009-05-05"), "\(outcome.output)")
    #expect(outcome.messages.contains("late: "))
    #expect(outcome.messages.contains("2009-06-11"), "\(outcome.messages)")
    let near = ToolProcess.run("tarikh events --type meeting", input: Self.articles)
    #expect(near.messages.isEmpty, "\(near.messages)")
  }

  @Test("Filters choose")
  func filters() {
    for (option, count) in [
      ("--party IQ", 1), ("--party IQ --party US", 1), ("--party FR", 0), ("--since 2021-08", 0),
      ("--until 2021-07-26", 1), ("--words بايدن", 1), ("--words ميركل", 0),
      ("--status planned", 0),
    ] {
      let script = "tarikh events --jsonl --type meeting \(option)"
      let outcome = ToolProcess.run(script, input: Self.articles)
      #expect(outcome.output.split(separator: "\n").count == count, "\(option): \(outcome.output)")
    }
  }

  @Test("Events that were written are read again, as they were")
  func roundTrip() {
    let script =
      "tarikh events --jsonl >one.jsonl; tarikh events --jsonl one.jsonl | cmp - one.jsonl"
    let outcome = ToolProcess.run(script, input: Self.articles)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.messages)")
  }

  @Test("A chart is drawn from articles and from events", arguments: ["pdf", "png", "svg"])
  func charts(_ format: String) {
    let script = """
      cat >a.jsonl; tarikh events --jsonl a.jsonl >e.jsonl
      tarikh chart a.jsonl -o a.\(format) && tarikh chart e.jsonl -o e.\(format) --title لقاء
      head -c 5 a.\(format) | od -An -c | head -1; test -s e.\(format) && echo drawn
      """
    let outcome = ToolProcess.run(script, input: Self.articles)
    let begins = ["pdf": "% P D F -", "png": "211 P N G \\r", "svg": "< ? x m l"]
    let words = outcome.output.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(words == (begins[format]?.split(separator: " ").map(String.init) ?? []) + ["drawn"])
    #expect(outcome.messages == "tarikh: wrote a.\(format)\ntarikh: wrote e.\(format)\n")
  }
}
