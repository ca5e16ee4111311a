#!/usr/bin/env bash
# B1: bad records are set aside with line, offset and reason, and the run goes on.
. "$(dirname "$0")/promise.sh"
lines=$(times 1000000 50000)
mkdir inbox
python3 - "$lines" <<'PY'
import json, sys
lines = int(sys.argv[1])
who = ["الرئيس الأميركي جو بايدن", "وزير الخارجية العراقي فؤاد حسين", "ملك الأردن عبد الله الثاني"]
where = ["بغداد", "واشنطن", "باريس", "عمّان"]
kinds = [
    ("bad-json", lambda n: b'{"id": "x%d", "text": ' % n),
    ("not-an-object", lambda n: b"[%d]" % n),
    ("no-text", lambda n: b'{"id": "x%d"}' % n),
    ("wrong-type", lambda n: b'{"id": "x%d", "text": 7}' % n),
    ("bad-date", lambda n: b'{"id": "x%d", "text": "x", "date": "2021-02-30"}' % n),
    ("blank-line", lambda n: b""),
    ("not-utf8", lambda n: b'{"id": "x%d", "text": "\xc7\xe1"}' % n),
    ("too-large", lambda n: b'{"id": "x%d", "text": "%s"}' % (n, b"y" * 1100)),
]
offset = bad = 0
with open("inbox/news.jsonl", "wb") as out, open("expected", "w") as expected:
    for n in range(lines):
        if n % 100 == 50:
            code, make = kinds[bad % len(kinds)]
            line = make(n) + (b"\r\n" if bad % 3 == 0 else b"\n")
            expected.write(f"{n + 1} {offset} {code}\n")
            bad += 1
        else:
            # One in fifty tells of an event: what is measured is reading.
            verb = "التقى" if n % 50 == 7 else "ذكر"
            text = f"{verb} {who[n % 3]} في {where[n % 4]} وفدا رقمه {n} أمس لبحث الملفات العالقة."
            article = {"id": f"n{n}", "date": f"20{10 + n // 28 % 12}-{1 + n // 400 % 12:02}-{1 + n % 28:02}", "text": text}
            line = json.dumps(article, ensure_ascii=False).encode() + b"\n"
            assert len(line) <= 300
        out.write(line)
        offset += len(line)
PY
cat >report.yaml <<'END'
version: 1
name: daily
archive: archive.sqlite
articles: [inbox]
limits: {article: 1KiB, max-bad: 2%}
sheets:
  - {name: rare, title: نادر, where: {since: 2010-01, until: 2010-01, types: [visit]}, formats: [jsonl]}
END
# The seconds and the most memory of a command, in MB.
measured() {
  python3 - "$@" <<'PY'
import resource, subprocess, sys, time
start = time.time()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=open("messages", "wb")).returncode
print(code, f"{time.time() - start:.1f}", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
PY
}
bad=$(wc -l <expected)
# Reading and dating alone, as a filter does it.
read -r code seconds memory < <(measured "$TARIKH" dates --jsonl -j 2 inbox/news.jsonl)
told=$(wc -l <messages)
[ "$code" = 0 ] && awk "BEGIN { exit !($seconds <= 60 && $memory <= 300) }" \
  && held B1 "$lines lines read and dated in $seconds s and $memory MB" \
  || broken B1 "$lines lines as a filter: exit $code, $seconds s, $memory MB"
read -r code seconds memory < <(measured "$TARIKH" build -q -j 2)
python3 - >found <<'PY'
import json
for line in open("Output/daily/quarantine.jsonl", encoding="utf-8"):
    row = json.loads(line)
    assert row["file"] == "inbox/news.jsonl" and row["error"]["message"]
    print(row["line"], row["offset"], row["error"]["code"])
PY
[ "$code" = 0 ] && cmp -s found expected \
  && held B1 "$bad of $lines set aside, each with its line, offset and reason; a build of $seconds s and $memory MB" \
  || broken B1 "exit $code, $(diff found expected | grep -c '^[<>]') records of $bad differ"
"$TARIKH" archive check >/dev/null 2>&1 || broken B1 "archive check: $?"
exit $failed
