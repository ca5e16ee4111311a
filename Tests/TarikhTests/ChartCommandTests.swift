import Testing

/// `tarikh chart` and its layouts, as users run it.
@Suite("tarikh chart")
struct ChartCommandTests {
  private static let table = """
    printf 'date,end,title,group,source\\n2021-07-26,,words,talks,agency\\n2021-08,,more,talks,\\n' >t.csv

    """

  @Test("To a pipe with --format, in every layout")
  func pipe() {
    let outcome = ToolProcess.run(
      Self.table + """
        for l in briefing timeline lanes lanes-by-type agenda strip; do
          tarikh chart t.csv -o - --format pdf --layout $l -q | head -c 5; echo " $l"
        done
        tarikh chart t.csv -o - --format png --ppi 72 -q | head -c 4 | tail -c 3
        tarikh chart t.csv -o o -q --format svg && head -c 5 o.svg
        """
    )
    #expect(
      outcome.output
        == "%PDF- briefing\n%PDF- timeline\n%PDF- lanes\n%PDF- lanes-by-type\n%PDF- agenda\n"
        + "%PDF- strip\nPNG<?xml",
      "\(outcome.messages)"
    )
  }

  @Test("The scene as text, mirrored and with Hijri days when asked")
  func scene() {
    let outcome = ToolProcess.run(
      Self.table + """
        tarikh chart t.csv -o - --scene --lang en -q | head -2 | tail -1
        tarikh chart t.csv -o - --scene --lang en --hijri -q | grep -c 'AH$'
        tarikh chart t.csv -o - --scene --layout lanes -q | grep -c 'lane/0: text'
        """
    )
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("document en ltr") == true)
    #expect(lines.dropFirst().first.flatMap { Int($0) } ?? 0 > 1)
    #expect(lines.last == "1")
  }

  @Test("The pages are the same for any number of threads")
  func threads() {
    let outcome = ToolProcess.run(
      """
      { echo date,end,title,group,source
        for n in $(seq 10 70); do echo 2021-0$((n / 10))-$((n % 10 + 10)),,words $n,talks,agency; done
      } >t.csv
      for f in png svg; do
        tarikh chart t.csv -q --layout agenda --ppi 72 -o one.$f
        tarikh chart t.csv -q --layout agenda --ppi 72 -j 3 -o three.$f
        for page in one*.$f; do cmp $page three${page#one} && echo same; done
      done
      """
    )
    let pages = outcome.output.split(separator: "\n")
    #expect(pages.count >= 4, "\(outcome.messages)")
    #expect(pages.allSatisfy { $0 == "same" })
  }

  @Test("What cannot be meant is told with what can")
  func faults() {
    let layout = ToolProcess.run(Self.table + "tarikh chart t.csv -o a.pdf --layout lane; echo $?")
    #expect(layout.output == "64\n")
    #expect(layout.messages.contains("did you mean ‘lanes’?"))
    let pipe = ToolProcess.run(Self.table + "tarikh chart t.csv -o -; echo $?")
    #expect(pipe.output == "64\n")
    #expect(pipe.messages.contains("add --format pdf, png or svg"))
    let format = ToolProcess.run(Self.table + "tarikh chart t.csv -o - --format csv; echo $?")
    #expect(format.output == "64\n")
  }
}
