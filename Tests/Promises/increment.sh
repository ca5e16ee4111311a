#!/usr/bin/env bash
# A4: articles that come a few at a time, in any order, corrected and withdrawn, end as if all had come at once.
# usage: [FULL=1] Tests/Promises/increment.sh
. "$(dirname "$0")/promise.sh"

cat >world.py <<'PY'
"""Writes a world of articles (seed) as numbered JSON Lines files, and how they come in steps: `world.py SEED FOLDER`.

Every way in which tellings of several articles touch one another is among them: one meeting told with and without
its day, planned, denied and done, rounds by number, copies of one text, two articles of one id, one without a day.
"""
import datetime, json, os, random, sys
seed, folder = int(sys.argv[1]), sys.argv[2]
pick = random.Random(seed)
people = ["الرئيس الأميركي جو بايدن", "رئيس الوزراء العراقي مصطفى الكاظمي", "الرئيس الفرنسي إيمانويل ماكرون",
          "وزير الخارجية العراقي فؤاد حسين", "وزير الخارجية الأميركي أنتوني بلينكن", "ملك الأردن عبد الله الثاني"]
states = ["العراق", "الولايات المتحدة", "فرنسا", "الأردن"]
cities = ["بغداد", "واشنطن", "باريس", "عمّان"]
months = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")
first = datetime.date(2021, 3, 1)

def sentence(day):
    one, other = pick.sample(people, 2)
    a, b = pick.sample(states, 2)
    told = day - datetime.timedelta(days=pick.randrange(0, 3))
    date = f"{told.day} {months[told.month - 1]} {told.year}"
    return pick.choice([
        f"التقى {one} {other} في {pick.choice(cities)} يوم {date}.",
        f"التقى {one} {other} في {pick.choice(cities)} أمس.",
        f"والتقى {one} {other}.",
        f"وتناول اللقاء ملف الحدود.",
        f"من المقرر أن يلتقي {one} {other} يوم {date}.",
        f"نفى {one} لقاء {other}.",
        f"زار {one} {pick.choice(cities)} يوم {date}.",
        f"سيزور {one} {pick.choice(cities)} الشهر المقبل.",
        f"عُقدت الجولة الثالثة من الحوار بين {a} و{b} في {date}.",
        f"وقّع {a} و{b} اتفاقية التعاون يوم {date}.",
        f"وقال {one} إن المحادثات مع {b} مستمرة.",
        f"أدان {one} الهجوم على {pick.choice(cities)}.",
    ])

articles = []
for number in range(pick.randrange(25, 60)):
    day = first + datetime.timedelta(days=pick.randrange(0, 40))
    text = "\n".join(sentence(day) for _ in range(pick.randrange(1, 6)))
    article = {"id": f"w{number:03d}", "date": str(day), "source": f"وكالة {number % 5}", "title": f"خبر {number}", "text": text}
    if pick.random() < .08: article.pop("date")
    if articles and pick.random() < .12: article["text"] = "نقلت الصحيفة ما يلي:\n" + pick.choice(articles)["text"]
    if articles and pick.random() < .08: article["id"] = pick.choice(articles)["id"]
    articles.append(article)
files = {}
for article in articles: files.setdefault(f"f{pick.randrange(len(articles) // 3 + 1):02d}.jsonl", []).append(article)
def lines(records): return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
def write(path, records):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file: file.write(lines(records))
for name, records in files.items(): write(f"{folder}/whole/{name}", records)
# The steps: files in any order, some first with other words, some first with their first records only.
order = list(files); pick.shuffle(order)
steps = [[] for _ in range(pick.randrange(2, 6))]
for name in order: pick.choice(steps).append(name)
for number, step in enumerate(steps):
    for name in step:
        write(f"{folder}/step{number}/{name}", files[name])
        if number and pick.random() < .3:
            early = [dict(record, text=sentence(first)) if pick.random() < .5 else record for record in files[name]]
            write(f"{folder}/step{pick.randrange(number)}/{name}", early)
PY

report_of_increments() {
  cat >report.yaml <<'END'
version: 1
name: daily
archive: archive.sqlite
articles: [inbox]
sheets:
  - {name: all, title: كل شيء, where: {types: [meeting, visit, round, agreement, statement, condemnation, signing, summit]}, formats: [jsonl, csv]}
  - {name: iraq, title: العراق, where: {parties: [IQ]}, formats: [ics, html]}
  - {name: words, title: لقاءات, where: {words: [اللقاء]}, formats: [json]}
  - {name: week, title: الأسبوع, period: this-week, formats: [jsonl, svg]}
  - {name: march, title: آذار, where: {since: 2021-03-10, until: 2021-03-20}, formats: [mw]}
END
}

# Corrections of what the whole world tells: a date, a merge, a split-off, a drop of one telling, a pin, one of nothing.
corrections() {
  "$TARIKH" list --jsonl | python3 -c '
import json, sys, random
pick, events = random.Random(int(sys.argv[1])), [json.loads(line) for line in sys.stdin]
pick.shuffle(events)
many = [event for event in events if len(event["mentions"]) > 1]
print("version: 1\ncorrections:")
def say(text): print("  - {" + text + ", author: L, reason: r}")
if len(events) > 5:
    say("event: %s, date: 2021-03-15" % events[0]["id"])
    say("event: %s, merge: [%s]" % (events[1]["id"], events[2]["id"]))
    say("event: %s, drop: true" % events[3]["id"])
say("event: ev-000000000000, status: denied")
say("add: own, type: meeting, title: لقاء, date: 2021-03-12, parties: [IQ]")
if many: say("mention: %s, drop: true" % many[0]["mentions"][-1]["id"])
if len(many) > 1: say("event: %s, split: [%s]" % (many[1]["id"], many[1]["mentions"][-1]["id"]))
if len(many) > 2: say("event: %s, pin: %s" % (many[2]["id"], many[2]["mentions"][-1]["id"]))
' "$1" >corrections.yaml
}

# What an archive and its sheets say; a drawn page also tells what is new since the build before.
said() {
  "$TARIKH" archive dump | grep -v '^{"file"' | sha256sum
  (cd Output/daily && sha256sum -- *.jsonl *.csv *.ics *.json *.mw *.html | grep -v 'manifest.json\|changes.jsonl')
}

worlds=$(times 60 6) equal=0
for seed in $(seq 1 "$worlds"); do
  python3 world.py "$seed" "$desk/w$seed"
  mkdir -p "$desk/whole" "$desk/steps" "$desk/one"
  (cd "$desk/whole" && report_of_increments && mkdir inbox && cp ../w"$seed"/whole/* inbox &&
    if [ $((seed % 2)) = 0 ]; then "$TARIKH" build -q >/dev/null 2>&1; corrections "$seed"; rm -rf archive.sqlite* Output; fi
    "$TARIKH" build -q >/dev/null 2>&1)
  cd "$desk/steps" || exit 74
  report_of_increments
  mkdir inbox
  for step in ../w"$seed"/step*; do
    cp "$step"/* inbox
    # Corrections come some day, and wait for what they name.
    if [ "$step" != ../w"$seed"/step0 ] && [ -e ../whole/corrections.yaml ]; then cp ../whole/corrections.yaml .; fi
    "$TARIKH" build -q >/dev/null 2>&1
  done
  cd "$desk" || exit 74
  if diff <(cd whole && said) <(cd steps && said) >difference; then
    equal=$((equal + 1))
  else
    broken A4 "world $seed differs: $(head -3 difference | tr '\n' ' ')"
    if [ -n "${KEEP:-}" ]; then cp -r "$desk/whole" "$desk/steps" "$KEEP"/; exit 1; fi
  fi
  rm -rf whole steps one w"$seed"
done
[ "$equal" = "$worlds" ] && held A4 "$worlds worlds of articles in steps, any order, with and without corrections: archive and sheets as of one build"
exit $failed
