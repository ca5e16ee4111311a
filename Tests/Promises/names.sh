#!/usr/bin/env bash
# C3: whatever sheets and titles are called, nothing is written outside Output, nothing of others is
# overwritten, and no link is followed out.
. "$(dirname "$0")/promise.sh"
articles desk/inbox 0 6
count=$(times 10000 200)
mkdir -p outside; echo mine >outside/mine; cp -r outside kept
python3 - "$count" <<'PY'
import random, sys
random.seed(7)
pieces = ["..", "/", "\\", ".", "~", "$HOME", "`id`", "$(id)", ";", "|", "\0", "\n", "\r", "\t", "%2e%2e%2f", "‮", "⁦",
          "CON", "a", "é", "ع", "-rf", "--", " ", "*", "?", "'", '"', "<b>", "&", "﷽", "x" * 80, "ﾟ", "manifest",
          "quarantine", "changes", "../outside/mine", "/etc/passwd", "outside", "\u0007", "\ud7ff", "😀"]
quote = lambda text: '"' + "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text) + '"'
names = [p for p in pieces]
while len(names) < int(sys.argv[1]): names.append("".join(random.choice(pieces) for _ in range(random.randint(1, 4))))
# What a report refuses is left out one by one below; 500 sheets a report.
open("names", "w").write("\n".join(map(quote, names)))
PY
python3 - <<'PY'
lines = open("names").read().split("\n")
for n, name in enumerate(lines):
    title = lines[(n * 7 + 3) % len(lines)]
    # The first part of what check says is enough: refused or not.
    open(f"desk/r{n:05}.yaml", "w").write(
        f"version: 1\nname: daily\narticles: [inbox]\nsheets:\n  - name: {name}\n    title: {title}\n    formats: [jsonl]\n")
PY
# One run looks at all of them; it names each report that it refuses.
(cd desk && "$TARIKH" check r*.yaml) >checked 2>&1
grep -oE '^tarikh: r[0-9]+\.yaml: a report, no fault|^tarikh: r[0-9]+\.yaml:.*no fault' checked | grep -oE 'r[0-9]+' | sort -u >accepted
refused=$((count - $(wc -l <accepted)))
[ $refused -ge $((count / 5)) ] && [ -s accepted ] || broken C3 "$refused of $count names refused: $(head -3 checked)"
# Every accepted name, once each, as sheets of a few reports.
python3 - <<'PY'
accepted = open("accepted").read().split()
lines = open("names").read().split("\n")
seen, sheets = set(), []
for item in accepted:
    n = int(item[1:])
    # The files that every build writes itself are tried further down.
    if lines[n] in seen or lines[n] in ('"changes"', '"quarantine"'): continue
    seen.add(lines[n])
    sheets.append(f"  - name: {lines[n]}\n    title: {lines[(n * 7 + 3) % len(lines)]}\n    formats: [jsonl]\n")
for part in range(0, len(sheets), 500):
    open(f"desk/all{part // 500}.yaml", "w").write(
        "version: 1\nname: daily%d\narticles: [inbox]\nsheets:\n" % (part // 500) + "".join(sheets[part:part + 500]))
PY
rm desk/r*.yaml
written=0
for file in desk/all*.yaml; do
  "$TARIKH" build -q "$file" 2>message; code=$?
  [ $code = 0 ] || broken C3 "$file: exit $code: $(head -c 200 message)"
done
written=$(find desk/Output -name '*.jsonl' | wc -l)
find . -newer names -type f ! -path './desk/Output/*' ! -path './desk/all*' ! -name checked ! -name accepted ! -name message ! -name strays >strays
[ ! -s strays ] && diff -r outside kept >/dev/null && [ "$written" -gt $((count / 10)) ] \
  && held C3 "$count hostile names and titles: $refused refused, $written sheets written, 0 files outside Output" \
  || broken C3 "$written sheets, strays: $(head -5 strays | tr '\n' ' ')"

# Names that every build needs for itself.
mkdir -p own/inbox; cp desk/inbox/* own/inbox
for pair in manifest:json quarantine:jsonl changes:jsonl; do
  printf "version: 1\nname: daily\narticles: [inbox]\nsheets: [{name: ${pair%:*}, formats: [${pair#*:}]}]\n" >own/report.yaml
  "$TARIKH" build -q own/report.yaml 2>message; code=$?
  [ $code = 78 ] || broken C3 "a sheet named ${pair%:*}: exit $code: $(cat message)"
done

# Files of others, links in their place, and a link in the folder's place.
sheet() { printf 'version: 1\nname: daily\narticles: [inbox]\nsheets: [{name: a, formats: [jsonl, csv]}]\n' >"$1/report.yaml"; }
fresh() { rm -rf others; mkdir -p others/inbox others/Output/daily; cp desk/inbox/* others/inbox; sheet others; }
for name in a.jsonl a.csv manifest.json quarantine.jsonl; do
  fresh; echo '{' >others/inbox/bad.jsonl; echo theirs >"others/Output/daily/$name"
  "$TARIKH" build -q others/report.yaml 2>message; code=$?
  [ $code != 0 ] && [ "$(cat "others/Output/daily/$name")" = theirs ] || broken C3 "another's $name: exit $code, it is $(head -c 20 "others/Output/daily/$name")"
  "$TARIKH" build -q --force others/report.yaml 2>/dev/null
  [ "$(cat "others/Output/daily/$name")" != theirs ] || broken C3 "--force left another's $name"
done
for name in a.jsonl a.csv manifest.json quarantine.jsonl changes.jsonl; do
  fresh; echo '{' >others/inbox/bad.jsonl; ln -s "$PWD/outside/mine" "others/Output/daily/$name"
  "$TARIKH" build -q --force others/report.yaml 2>/dev/null
  diff -r outside kept >/dev/null || { broken C3 "a link named $name was followed"; cp kept/mine outside/mine; }
done
fresh; rmdir others/Output/daily; ln -s "$PWD/outside" others/Output/daily
"$TARIKH" build -q others/report.yaml 2>message; code=$?
diff -r outside kept >/dev/null && [ $code = 73 ] || broken C3 "a link in the folder's place: exit $code"
fresh; printf '{"version":1,"tool":"0","inputs":[],"sheets":[],"begun":["../../../outside/mine"]}' >others/Output/daily/manifest.json
"$TARIKH" build -q others/report.yaml 2>message
diff -r outside kept >/dev/null || broken C3 "a manifest of others had a file outside removed"
[ $failed = 0 ] && held C3 "another's files stay without --force, links to outside are not followed, reserved names are refused"
exit $failed
