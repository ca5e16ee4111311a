import Testing

@Suite("tarikh events --explain")
struct EventExplainTests {
  static let articles = """
    {"id":"a","date":"2021-07-27","source":"ألف","text":"التقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في البيت الأبيض يوم الاثنين 26 تموز 2021."}
    {"id":"b","date":"2021-07-28","source":"باء","text":"التقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في واشنطن يوم الثلاثاء 27 تموز 2021 وبحثا ملفات كثيرة."}

    """

  /// Runs a script in which `$id` is the id of the one meeting.
  private func run(_ script: String) -> ToolProcess.Outcome {
    ToolProcess.run(
      """
      cat >a.jsonl
      id=$(tarikh events --jsonl --type meeting a.jsonl | sed -n 's/.*"id":"\\(ev-[0-9a-f]*\\)".*/\\1/p')
      \(script)
      """,
      input: Self.articles
    )
  }

  @Test("Why this date, what disagrees, why the tellings were merged; Arabic by default")
  func arabic() {
    let outcome = run("tarikh events --explain $id a.jsonl | sed 's/^ev-[0-9a-f]*/ID/'")
    #expect(outcome.status == 0)
    for line in [
      "ID  لقاء: جو بايدن، مصطفى الكاظمي\n",
      "  لماذا هذا التاريخ: لا يرجّح شيء أحدها، فأُخذ أبكرها\n",
      "    26 تموز/يوليو 2021: ألف\n", "    27 تموز/يوليو 2021: باء\n",
      "  الروايات: 2 في 2 من النصوص المستقلة\n",
      "     ضُمّت لأن: أطرافها المسمّاة هي نفسها، بينهما يوم واحد (درجة 0.",
      "من «يوم الاثنين 26 تموز 2021»",
    ] {
      #expect(outcome.output.contains(line), "\(line)\n\(outcome.output)")
    }
  }

  @Test("In English, by the id of a telling or by the beginning of the event's id")
  func english() {
    let whole = run("tarikh events --explain $id --lang en a.jsonl")
    #expect(whole.output.contains("Merged because: same named parties, one day apart (score 0."))
    #expect(whole.output.contains("Why this date: nothing decides between them"))
    let short = run("tarikh events --explain $(echo $id | cut -c1-9) --lang en a.jsonl")
    #expect(short.output == whole.output)
    let telling = run("tarikh events --explain a.0 --lang en a.jsonl")
    #expect(telling.output == whole.output)
  }

  @Test("An unknown id: one line, the near ids, exit code 65")
  func unknown() {
    let outcome = run("tarikh events --explain ${id%??}zz a.jsonl; echo $? $id")
    let words = outcome.output.split(whereSeparator: \.isWhitespace)
    #expect(words.first == "65")
    let id = words.last ?? ""
    #expect(outcome.messages.hasSuffix("in what was read; did you mean \(id)?\n"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
    let far = run("tarikh events --explain nonsense a.jsonl")
    #expect(far.status == 65)
    #expect(far.messages.contains("‘tarikh events --jsonl’ gives the ids"))
    #expect(run("tarikh events --explain $id --jsonl a.jsonl").status == 64)
  }
}
