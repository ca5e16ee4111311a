import Testing

@Suite("A gazetteer of one's own")
struct GazetteerTests {
  static let article = """
    {"id":"a","date":"2021-07-27","source":"ألف","text":"التقى وزير الخارجية العراقي فؤاد حسين السفير البلجيكي هنريك فاندرمولن في بغداد أمس الاثنين."}

    """

  private func run(_ script: String) -> ToolProcess.Outcome {
    ToolProcess.run(
      """
      cat >a.jsonl
      printf 'p:dickschen\\tname\\tBE\\tSerge Dickschen\\tهنريك فاندرمولن\\n' >persons.tsv
      printf 'p:dickschen\\tambassador\\tBE\\t2021\\t-\\town\\n' >desk-roles.tsv
      \(script)
      """,
      input: Self.article
    )
  }

  @Test("Its persons are known, with their offices")
  func added() {
    let outcome = run(
      "tarikh events --jsonl --type meeting --gazetteer persons.tsv --gazetteer desk-roles.tsv a.jsonl"
    )
    #expect(outcome.output.contains(#""id":"p:dickschen","name":"هنريك فاندرمولن""#), "\(outcome)")
    let without = run("tarikh events --jsonl --type meeting a.jsonl")
    #expect(without.output.contains("هنريك فاندرمولن"))
    #expect(!without.output.contains("p:dickschen"))
  }

  @Test("A filter may name them, and a report brings them along")
  func report() {
    let outcome = run(
      """
      mkdir tables; mv persons.tsv desk-roles.tsv tables
      printf 'version: 1\\ngazetteer: tables\\narticles: [a.jsonl]\\nsheets:\\n' >report.yaml
      printf '  - {name: s, where: {parties: ["p:dickschen"]}, formats: [jsonl]}\\n' >>report.yaml
      tarikh build report.yaml -q && cat Output/report/s.jsonl
      """
    )
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("p:dickschen"))
  }

  @Test("Rows replace and drop what ships")
  func marks() {
    let outcome = run(
      """
      printf '!p:fuad-hussein\\t-\\t-\\t-\\t-\\n' >persons.tsv
      printf '*IQ\\tname\\tIraq\\tالعراق\\n' >countries.tsv
      id=$(tarikh events --jsonl --type meeting a.jsonl | grep -o 'p:[a-z-]*' | head -1)
      printf "!$id\\t-\\t-\\t-\\t-\\n" >persons.tsv
      tarikh events --jsonl --type meeting --gazetteer persons.tsv a.jsonl | grep -c "$id"
      tarikh events --jsonl --gazetteer countries.tsv a.jsonl | grep -c '"IQ"'
      """
    )
    #expect(outcome.output.split(separator: "\n").first == "0", "\(outcome)")
  }

  @Test("Check names file and line, of both rows where two clash")
  func check() {
    let good = run("tarikh check persons.tsv && tarikh check -q . && echo well")
    #expect(good.output == "well\n", "\(good)")
    for (row, words) in [
      ("p:x\\tname\\tBE\\tX", "persons.tsv:1: 4 columns where 5 belong"),
      ("p:x\\tnick\\tBE\\tX\\tفلان الفلاني", "persons.tsv:1: kind ‘nick’"),
      ("p:x\\tname\\tZZ\\tX\\tفلان الفلاني", "persons.tsv:1: country ‘ZZ’"),
      (
        "p:x\\tname\\tBE\\tX\\tجو بايدن",
        "persons.tsv:1: ‘جو بايدن’ of p:x is also a form of p:biden in "
      ),
    ] {
      let bad = run("printf '\(row)\\n' >persons.tsv; tarikh check persons.tsv")
      #expect(bad.status == 78, "\(bad)")
      #expect(bad.messages.contains(words), "\(bad.messages)")
    }
    let role = run(
      "printf 'p:biden\\tambassador\\tBE\\t2021-13\\t-\\tme\\n' >desk-roles.tsv; tarikh check desk-roles.tsv"
    )
    #expect(role.status == 78)
    #expect(role.messages.contains("desk-roles.tsv:1: day ‘2021-13’"), "\(role.messages)")
    #expect(run("tarikh check missing-persons.tsv").status == 66)
    #expect(run("cp persons.tsv people.tsv; tarikh check people.tsv").status == 78)
    #expect(run("tarikh check a.jsonl").status == 64)
  }

  @Test("Check reads reports and styles too")
  func otherFiles() {
    let outcome = run(
      """
      printf 'version: 1\\ngazetteer: [persons.tsv]\\narticles: [a.jsonl]\\nsheets: [{name: s}]\\n' >r.yaml
      printf 'extends: briefing\\n' >style.yaml
      tarikh check r.yaml style.yaml && echo well
      printf 'extends: brefing\\n' >style.yaml; tarikh check style.yaml; echo $?
      printf 'version: 1\\narticles: [a.jsonl]\\nsheets: [{nam: s}]\\n' >r.yaml; tarikh check r.yaml; echo $?
      """
    )
    #expect(outcome.output == "well\n78\n78\n", "\(outcome)")
    #expect(outcome.messages.contains("r.yaml:3: unknown key ‘nam’"))
  }

  @Test("Names that no entry knows come as rows that can be used as they are")
  func unlinked() {
    let outcome = run(
      """
      tarikh events --unlinked a.jsonl | tee new-persons.tsv
      tarikh check -q new-persons.tsv && tarikh events --unlinked --gazetteer new-persons.tsv a.jsonl | grep -c '^p:'
      tarikh events --unlinked --jsonl a.jsonl | head -1
      """
    )
    #expect(outcome.output.contains("# 1 in 1, ambassador: a: السفير البلجيكي\n"), "\(outcome)")
    #expect(
      outcome.output.contains(
        "p:hnryk-fandrmwln\tname\tBE\t-\tهنريك فاندرمولن\n0\n{\"id\":\"p:hnryk-fandrmwln\""
      )
    )
    #expect(run("tarikh events --unlinked --mentions a.jsonl").status == 64)
  }

  @Test("Sources by rank decide between explicit dates")
  func ranks() {
    let outcome = ToolProcess.run(
      """
      cat >a.jsonl
      for first in ألف باء; do
        printf 'version: 1\\nname: n%s\\narticles: [a.jsonl]\\nsources: {rank: [agency, newspaper], kinds: {%s: agency}}\\n' $first $first >$first.yaml
        printf 'sheets: [{name: s, where: {types: [meeting]}, formats: [jsonl]}]\\n' >>$first.yaml
        tarikh build -q $first.yaml; grep -o '"earliest":"[-0-9]*"' Output/n$first/s.jsonl
      done
      """,
      input: EventExplainTests.articles
    )
    #expect(
      outcome.output == "\"earliest\":\"2021-07-26\"\n\"earliest\":\"2021-07-27\"\n",
      "\(outcome)"
    )
  }

  @Test("Sheets take sources and periods, as options and in the report")
  func filters() {
    let outcome = ToolProcess.run(
      """
      cat >a.jsonl
      for option in '--source ألف' '--source جيم' '--period last-7-days' '--period last-full-year'; do
        tarikh events --jsonl --type meeting $option a.jsonl | grep -c schema
        tarikh export --type meeting $option a.jsonl -o - --format jsonl | grep -c schema
      done
      printf 'version: 1\\narticles: [a.jsonl]\\nsheets:\\n' >r.yaml
      printf '  - {name: s, where: {sources: [جيم]}, formats: [jsonl]}\\n' >>r.yaml
      printf '  - {name: t, where: {sources: [باء], types: [meeting]}, formats: [jsonl]}\\n' >>r.yaml
      tarikh build -q r.yaml; grep -c schema Output/r/s.jsonl; grep -c schema Output/r/t.jsonl
      """,
      input: EventExplainTests.articles
    )
    let counts = outcome.output.split(separator: "\n").joined()
    #expect(counts == "1100110001", "\(outcome)")
  }
}
