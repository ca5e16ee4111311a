import Testing

/// `tarikh export`, and `chart` from tables, as users run them.
@Suite("tarikh export")
struct ExportCommandTests {
  private static let table = #"""
    cat >t.csv <<'END'
    date,end,title,group,source
    2021-07-26,,"التقى الرئيس، ""أمس""",لقاء,وكالة
    5/7/2021,,ملتبس,,
    2021-10,,انتخابات,مجموعتي,
    ,,بلا تاريخ,,
    END

    """#

  @Test("A table becomes every format; bad rows are told by file and line, the undated by id")
  func formats() {
    let outcome = ToolProcess.run(
      Self.table + """
        for f in csv ics json html mw jsonld jsonl; do tarikh export t.csv -o o.$f 2>err.$f || echo bad; done
        tarikh export t.csv -o p.txt --format plain-csv -q 2>/dev/null; head -2 p.txt | tail -1
        ls o.* | tr '\\n' ' '; grep -c BEGIN:VEVENT o.ics; cat err.ics
        """
    )
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 5, "\(outcome.output)")
    #expect(
      lines.first?.hasSuffix(#",2021-07-26,"التقى الرئيس، ""أمس""",meeting,occurred,,وكالة,,,"#)
        == true
    )
    #expect(lines.dropFirst().first == "o.csv o.html o.ics o.json o.jsonl o.jsonld o.mw 2")
    #expect(outcome.output.contains("tarikh: t.csv:3: ‘5/7/2021’ may be day or month first"))
    #expect(outcome.output.contains("tarikh: 1 event without a date left out, ics has no place"))
  }

  @Test("Articles, events and tables go out again byte for byte, in any time zone")
  func articles() {
    let outcome = ToolProcess.run(
      BuildCommandTests.desk + """
        tarikh export inbox -o ../a.jsonl -q 2>/dev/null; cd ..
        tarikh export a.jsonl -o b.jsonl -q && cmp a.jsonl b.jsonl && echo same
        tarikh export a.jsonl -o - --format ics >a.ics
        TZ=Asia/Tokyo LANG=ar_IQ.UTF-8 tarikh export a.jsonl -o b.ics -q && cmp a.ics b.ics && echo same
        grep -o 'DTSTAMP:.*Z' a.ics | sort -u
        """
    )
    #expect(outcome.output == "same\nsame\nDTSTAMP:20210728T000000Z\n", "\(outcome.messages)")
  }

  @Test("Sheets of a report are written as data beside the drawn ones")
  func build() {
    let outcome = ToolProcess.run(
      BuildCommandTests.desk + """
        sed -i 's/formats: .*/formats: [pdf, ics, html]/' report.yaml
        tarikh build -q 2>/dev/null; ls Output/daily; grep -c 'UID:ev-' Output/daily/meetings.ics
        tarikh build 2>&1 | grep -o '1 unchanged'
        """
    )
    #expect(
      outcome.output
        == "manifest.json\nmeetings.html\nmeetings.ics\nmeetings.pdf\nquarantine.jsonl\n1\n"
        + "1 unchanged\n",
      "\(outcome.messages)"
    )
  }

  @Test("A chart of a table")
  func chart() {
    let outcome = ToolProcess.run(
      Self.table + "tarikh chart t.csv -o t.svg -q 2>/dev/null && head -c 5 t.svg"
    )
    #expect(outcome.output == "<?xml")
  }

  @Test(
    "Exit codes",
    arguments: [
      ("export t.csv -o x.foo", 64), ("export t.csv -o -", 64),
      ("export t.csv -o x --format isc", 64), ("export none.csv -o x.ics", 66),
      ("export empty.csv -o x.ics", 65), ("export bad.csv -o x.ics", 65),
      ("export t.csv -o none/x.ics", 73), ("export t.csv -o x.ics --strict", 3),
      ("export t.csv -o x.ics --max-bad 10%", 3), ("export t.csv -o x.ics", 0),
    ]
  )
  func exitCodes(_ arguments: String, _ status: Int32) {
    let outcome = ToolProcess.run(
      Self.table + ": >empty.csv; printf 'a,b\\n1,2\\n' >bad.csv; tarikh \(arguments)"
    )
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(status == 0 || outcome.messages.contains("tarikh: "))
  }
}
