import Testing

/// What is drawn anew when something else than the articles changes.
@Suite("Rebuilding")
struct RebuildTests {
  private func lines(_ script: String) -> [String] {
    ToolProcess.run(ArchiveCommandTests.desk + script).output.split(separator: "\n")
      .map(String.init)
  }

  /// The meetings in a style of the desk's own, with its own copy of a font, and once as shipped.
  private static let ownStyle = """
    mkdir fonts; cp $(find /usr/share/fonts -name 'Amiri-Regular.ttf' -o -name 'Amiri-Bold.ttf') fonts
    cat >own.yaml <<'END'
    extends: briefing
    name: own
    fonts:
      body: {family: Amiri, files: [./fonts/Amiri-Regular.ttf, ./fonts/Amiri-Bold.ttf], package: none}
    END
    sed -i 's/^  - name: meetings/&\\n    style: own.yaml/' report.yaml
    sed -i 's/^archive:/  - {name: plain, title: لقاءات, where: {types: [meeting]}, formats: [svg]}\\n&/' report.yaml
    built() { tarikh build 2>&1 | grep -o '[a-z]*.[a-z,]*: written, .*\\|[0-9] sheets written, [0-9] unchanged'; }
    tarikh build -q 2>/dev/null

    """

  @Test("A style that changes rebuilds the sheets in that style")
  func style() {
    let script =
      Self.ownStyle + """
        built; echo 'colors: {ink: "#101010"}' >>own.yaml; built; built
        """
    #expect(
      lines(script) == [
        "0 sheets written, 2 unchanged", "meetings.pdf,png: written, its style changed",
        "1 sheets written, 1 unchanged", "0 sheets written, 2 unchanged",
      ]
    )
  }

  @Test("A font that changes rebuilds the sheets drawn with it")
  func font() {
    let script =
      Self.ownStyle + """
        touch fonts/*; built; printf x >>fonts/Amiri-Bold.ttf; built; built
        """
    #expect(
      lines(script) == [
        "0 sheets written, 2 unchanged", "meetings.pdf,png: written, its fonts changed",
        "1 sheets written, 1 unchanged", "0 sheets written, 2 unchanged",
      ]
    )
  }

  @Test("A single telling is dropped by a correction, and comes back with its end")
  func droppedTelling() {
    let script = """
      tarikh build -q 2>/dev/null; tarikh show b.0 | grep -c واشنطن
      cat >corrections.yaml <<'END'
      version: 1
      corrections:
        - {mention: b.0, drop: true, author: Layla, reason: of another meeting}
      END
      tarikh build --lang en 2>&1 | grep -o 'its events changed'; tarikh show a.0 | grep -c 'واشنطن\\|b\\.0'
      tarikh show a.0 | grep -o 'corrected: .*'; tarikh list --jsonl | grep -o '"sources":[0-9]*'
      tarikh build 2>&1 | grep -o '0 sheets written'; tarikh show b.0 2>/dev/null; echo $?
      rm corrections.yaml; tarikh build -q 2>/dev/null; tarikh show b.0 | grep -c corrected
      tarikh list --jsonl | grep -o '"sources":[0-9]*'
      """
    #expect(
      lines(script) == [
        "2", "its events changed", "0", "corrected: dropped — Layla: of another meeting",
        #""sources":1"#, "0 sheets written", "66", "0", #""sources":2"#,
      ]
    )
  }

  @Test("Events that a file holds and articles tell as well stay, build after build")
  func eventsTwice() {
    let script = """
      tarikh build -q 2>/dev/null; tarikh list --jsonl >inbox/events.jsonl
      sed 's/"id":"ev-[0-9a-f]*"/"id":"ev-aaaaaaaaaaaa"/' inbox/events.jsonl >inbox/more.jsonl
      told() { tarikh list --jsonl | grep -o '^{"schema":"event.1","id":"ev-[0-9a-f]*"' | sort | sha256sum; }
      tarikh build 2>&1 | grep -o '[0-9]* events;'; told >../told
      for i in 1 2; do tarikh build 2>&1 | grep -o '[0-9]* events;'; told | cmp - ../told; done
      rm -r archive.sqlite* Output; tarikh build 2>&1 | grep -o '[0-9]* events;'
      tarikh build 2>&1 | grep -o '[0-9]* events;'; told | cmp - ../told
      rm inbox/more.jsonl; tarikh build 2>&1 | grep -o '[0-9]* events;'
      """
    #expect(
      lines(script) == [
        "2 events;", "2 events;", "2 events;", "2 events;", "2 events;", "1 events;",
      ]
    )
  }

  @Test("A new day rewrites what tells its day, and leaves tables of data as they are")
  func newDay() {
    let script = """
      sed -i 's/^archive:/  - {name: table, title: جدول, where: {types: [visit]}, formats: [csv]}\\n&/' report.yaml
      tarikh build -q 2>/dev/null
      echo '{"id":"c","date":"2021-08-02","text":"لا جديد اليوم."}' >inbox/c.jsonl
      tarikh build 2>&1 | grep -o '[a-z]*.[a-z,]*: written, .*\\|[0-9] sheets written, [0-9] unchanged'
      """
    #expect(
      lines(script) == [
        "meetings.pdf,png: written, it is made for another day", "1 sheets written, 1 unchanged",
      ]
    )
  }
}
