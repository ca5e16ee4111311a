import Testing

@Suite("tarikh dates --explain")
struct ExplainTests {
  @Test(
    "In Arabic by default: what was said, inferred, from which day, by which rule, and the doubt"
  )
  func arabic() {
    let outcome = ToolProcess.run(
      "tarikh dates --explain --on 2021-05-04 'الثلاثاء 18 من آذار مارس الماضي'"
    )
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        «الثلاثاء 18 من آذار مارس الماضي»
          المعنى: الخميس 2021-03-18
          قيل: يوم الأسبوع «الثلاثاء»، اليوم «18»، الشهر «آذار مارس»، الجهة «الماضي»
          استُنتج: السنة 2021
          المرجع: 2021-05-04، تاريخ المقال كما ورد معه أو في الخيار \u{200E}--on
          الاختيار: قبل يوم المرجع
          القاعدة: يوم وشهر بلا سنة (day-month)
          الثقة: غير مؤكد، وقد يقرؤه محرّر آخر على غير هذا
          قراءات أخرى: 2021-03-16
          تنبيه: 2021-03-18 هو يوم الخميس، والنص يقول الثلاثاء

        """
    )
  }

  @Test("In English; what rests on a date before it names that date")
  func english() {
    let outcome = ToolProcess.run(
      """
      tarikh dates --format explain --lang en --on 2021-07-27 \
        'التقى الاثنين ثم غادر في اليوم التالي' '31 شباط 2023' 'لا شيء'
      """
    )
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        ‘الاثنين’
          Means: Monday 2021-07-26
          Said: weekday ‘الاثنين’
          Inferred: the whole date
          Reference: 2021-07-27, the article’s date as it came, or as --on says
          Choice: before the reference day
          Rule: a weekday without a date (weekday)
          Certain: yes

        ‘اليوم التالي’
          Means: Tuesday 2021-07-27
          Said: unit ‘اليوم’, pointer ‘التالي’
          Inferred: the whole date
          Reference: 2021-07-26, told before in the text: ‘الاثنين’
          Rule: a time that follows the one told before (narrative)
          Certain: yes

        ‘31 شباط 2023’
          Means: no date
          Said: day ‘31’, month ‘شباط’, year ‘2023’
          Reference: not needed: the phrase says it all
          Rule: a full date: day, month and year (day-month-year)
          Certain: no, a careful reader could disagree
          But: there is no day 31 in 2023-02 (Gregorian): it has 28 days

        ‘لا شيء’: no date phrase here

        """
    )
  }

  @Test("A day that the text proves is told with the words that prove it")
  func proof() {
    let outcome = ToolProcess.run(
      "cat >a.jsonl; tarikh dates --explain --lang en a.jsonl",
      input: #"{"id":"a","date":"2021-07-31","text":"وصل الوفد أمس الأربعاء"}"#
    )
    #expect(
      outcome.output.contains(
        "  Reference: 2021-07-29, which the text proves where it says ‘أمس الأربعاء’\n"
      ),
      "\(outcome.output)"
    )
  }

  @Test("Without a reference it says what it needs")
  func needsReference() {
    let outcome = ToolProcess.run("tarikh dates --explain --lang en 'السابع من الشهر الماضي'")
    #expect(outcome.output.contains("  Means: no date yet\n"))
    #expect(outcome.output.contains("  Reference: unknown; say it with --on\n"))
    #expect(outcome.output.contains("  But: relative phrase; needs a reference date (--on)\n"))
  }

  @Test("Two forms at once and unknown languages are usage faults")
  func usage() {
    #expect(ToolProcess.run("tarikh dates --explain --lang fr x").status == 64)
    #expect(ToolProcess.run("tarikh dates --json --format timeml x").status == 64)
    #expect(ToolProcess.run("tarikh dates --format xml x").status == 64)
  }

  @Test("TimeML of one text is a document, of several a corpus")
  func timeML() {
    let one = ToolProcess.run("tarikh dates --format timeml --on 2021-07-29 'وصل أمس'").output
    #expect(one.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML "))
    #expect(one.hasSuffix(">أمس</TIMEX3></TEXT>\n</TimeML>\n"))
    let two = ToolProcess.run("tarikh dates --format timeml --on 2021-07-29 'أمس' 'غدا'").output
    #expect(two.contains("?>\n<TimeMLCorpus>\n<TimeML "))
    #expect(two.hasSuffix("</TimeML>\n</TimeMLCorpus>\n"))
  }
}
