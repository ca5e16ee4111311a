import Testing

@Suite("tarikh dates")
struct DatesCommandTests {
  @Test("A phrase of the last March, told in May, and its rule")
  func lastMarch() {
    let outcome = ToolProcess.run("tarikh dates --on 2021-05-04 '18 من آذار مارس الماضي'")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2021-03-18  2021-03-18  day-month"))
    #expect(outcome.messages.isEmpty)
  }

  @Test("31 February is no date, and it says why")
  func noSuchDay() {
    let outcome = ToolProcess.run("tarikh dates --on 2023-03-01 --jsonl '31 شباط 2023'")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"value\":null"))
    #expect(outcome.output.contains("\"conflict\":\"there is no day 31 in 2023-02"))
  }

  @Test("One line in, one line out, in order; what cannot be read is answered in its place")
  func lines() {
    let input = """
      {"id":"a","date":"2021-07-29","text":"وصل أمس"}
      {"id":"b","text":
      قبل ثلاثة أيام

      {"id":"c","date":"2021-02-30","text":"x"}
      [1,2]
      {"id":"d"}
      {"schema":"event/1","id":"ev-000000000000"}
      {"id":"e","date":"2020-01-01","text":"\\u0623\\u0645\\u0633"}
      """
    for threads in [1, 3] {
      let outcome = ToolProcess.run(
        "tarikh dates --jsonl --on 2021-01-10 -j \(threads)",
        input: input
      )
      #expect(outcome.status == 0)
      #expect(outcome.messages.isEmpty, "\(outcome.messages)")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      let expected = [
        #"{"id":"a","date":"2021-07-29","date_basis":"given","expressions":[{"start":4,"end":7"#,
        #""line":2,"error":{"code":"bad-json""#, #""value":"2021-01-07""#,
        #"{"id":null,"line":4,"error":{"code":"blank-line""#,
        #"{"id":"c","line":5,"error":{"code":"bad-date""#,
        #"{"id":null,"line":6,"error":{"code":"not-an-object""#,
        #"{"id":"d","line":7,"error":{"code":"no-text""#, #""line":8,"error":{"code":"wrong-type""#,
        #""value":"2019-12-31""#,
      ]
      #expect(lines.count == expected.count)
      for (line, part) in zip(lines, expected) { #expect(line.contains(part), "\(line)") }
    }
  }

  @Test("A filter answers each line before it waits for the next")
  func conversation() {
    let script = """
      mkfifo to from
      '\(ToolProcess.path)' dates --jsonl --on 2021-01-10 <to >from &
      exec 3>to 4<from
      for word in أمس غداً; do echo "$word" >&3; read -t 20 answer <&4; echo "$answer"; done
      exec 3>&-
      """
    let outcome = ToolProcess.run("cat >talk; bash talk", input: script)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 2, "\(outcome.messages)")
    for (line, day) in zip(lines, ["2021-01-09", "2021-01-11"]) {
      #expect(line.contains("\"value\":\"\(day)\""), "\(line)")
    }
  }

  @Test("--json is one array, --explain tells day and rule")
  func forms() {
    let json = ToolProcess.run("tarikh dates --json --on 2021-01-10 أمس غداً")
    #expect(json.output.hasPrefix("[\n{") && json.output.hasSuffix("}\n]\n"))
    #expect(json.output.split(separator: "\n").count == 4)
    #expect(ToolProcess.run("tarikh dates --json", input: "").output == "[]\n")
    let explained = ToolProcess.run("tarikh dates --explain --on 2021-01-10 'قبل ثلاثة أيام'")
    #expect(explained.output.contains("2021-01-07\n"))
    #expect(explained.output.contains("(offset)\n"))
  }

  @Test("Settings move the reading")
  func settings() {
    let past = ToolProcess.run("tarikh dates --jsonl --on 2021-06-10 --yearless past '20 حزيران'")
    #expect(past.output.contains("\"value\":\"2020-06-20\""))
    let future = ToolProcess.run(
      "tarikh dates --jsonl --on 2021-06-10 --yearless future '5 حزيران'"
    )
    #expect(future.output.contains("\"value\":\"2022-06-05\""))
  }

  @Test("An operand that names a file is read; one that looks like a file and is none is missing")
  func operands() {
    let script = """
      printf '%s' 'وصل أمس' >a.txt; printf '{"id":"j","text":"غداً"}\\n' >b.jsonl
      tarikh dates --jsonl --on 2021-01-10 a.txt no.txt b.jsonl 28/7/2021
      """
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 66)
    #expect(outcome.messages == "tarikh: no.txt: no such file or folder; check the path\n")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    for (line, day) in zip(lines, ["2021-01-09", "2021-01-11", "2021-07-28"]) {
      #expect(line.contains("\"value\":\"\(day)\""), "\(line)")
    }
  }

  @Test("A filter answers each line before the next is there", arguments: [1, 2])
  func filter(_ threads: Int) {
    let script = """
      mkfifo pipe; tarikh dates --jsonl -j \(threads) <pipe >answers &
      exec 3>pipe
      for number in 1 2 3; do
        echo "{\\"id\\":\\"$number\\",\\"text\\":\\"x\\"}" >&3
        for try in $(seq 200); do
          [ "$(wc -l <answers)" = $number ] && break
          sleep 0.1
        done
        wc -l <answers
      done
      exec 3>&-
      wait
      """
    let outcome = ToolProcess.run(script)
    #expect(outcome.output.split(separator: "\n") == ["1", "2", "3"], "\(outcome.messages)")
  }
}
