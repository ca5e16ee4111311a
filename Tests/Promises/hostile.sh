#!/usr/bin/env bash
# B4, B5: what is too large is refused at once or read in bounds; hostile markup, JSON and YAML cost a
# second at the most, and open no file and no connection.
. "$(dirname "$0")/promise.sh"
python3 - <<'PY'
import json, os
os.makedirs("hostile")
def put(name, text):
    with open(f"hostile/{name}", "w", encoding="utf-8") as file: file.write(text)
put("nested.html", "<div>" * 500_000 + "x")
put("attributes.html", "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x</p>")
put("comments.html", "<!--" * 1_000_000)
put("closers.html", "</b>" * 500_000 + "<p>x</p>")
put("entities.html", "<p>" + "&amp;" * 500_000 + "</p>")
put("nested.xml", "<a>" * 500_000)
bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">'
for level in range(1, 12): bomb += f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">'
item = "<rss><channel><item><title>&a11;&x;</title><description>x</description></item></channel></rss>"
put("bomb.xml", bomb + "]>" + item)
put("quadratic.xml", '<!DOCTYPE rss [<!ENTITY a "' + "x" * 100_000 + '">]><rss><channel><item><title>'
    + "&a;" * 10_000 + "</title></item></channel></rss>")
put("file.xml", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + item)
put("parameter.xml", '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>' + item)
put("outside.xml", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + item)
put("include.xml", '<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item>'
    '<description><xi:include href="file:///etc/passwd" parse="text"/>x</description></item></channel></rss>')
put("brackets.jsonl", "[" * 100_000 + "\n" + '{"text":' + "[" * 100_000 + "\n" + '{"a":' * 100_000 + "\n")
put("parts.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + "--b\n\n" * 200_000)
put("matter.txt", "---\n" + "date: 2021-01-01\n" * 200_000 + "---\nx")
put("number.jsonl", '{"text":"x","n":' + "9" * 500_000 + "}\n")
aliases = "version: 1\na0: &a0 [x, x]\n"
for level in range(1, 30): aliases += f"a{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * 9) + "]\n"
put("aliases.yaml", aliases)
put("brackets.yaml", "version: 1\nsheets: " + "[" * 100_000)
put("braces.yaml", "version: 1\nsheets: " + "{a: " * 100_000)
put("tags.yaml", "version: 1\nsheets: !!python/object/apply:os.system [id]\n")
put("keys.yaml", "version: 1\n" + "".join(f"k{n}: 1\n" for n in range(50_000)))
put("scalar.yaml", "version: 1\nname: " + "x" * 900_000 + "\n")
PY
# What a command costs: exit code, milliseconds, MB at the most. The milliseconds are those of its own threads together:
# never less than it takes on an idle machine, and the same beside other work. One that waits for ever is ended.
cat >cost.py <<'PY'
import resource, subprocess, sys
# A shim that chose this Python has children of its own.
before = resource.getrusage(resource.RUSAGE_CHILDREN)
run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=open("messages", "wb"), timeout=120)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
print(run.returncode, int(spent * 1000), used.ru_maxrss // 1024)
PY
worst=0; most=0; count=0; bad=0
for file in hostile/*; do
  command=(events --jsonl --mentions "$file")
  [[ $file = *.yaml ]] && command=(check "$file")
  read -r code took memory < <(python3 cost.py "$TARIKH" "${command[@]}")
  count=$((count + 1))
  [ "$took" -gt $worst ] && worst=$took
  [ "$memory" -gt $most ] && most=$memory
  case $code in 0 | 65 | 78) good=1 ;; *) good=0 ;; esac
  [ "$(wc -l <messages)" -le 4 ] || good=0
  [ $good = 1 ] && [ "$took" -le $((1000 * patience)) ] && [ "$memory" -le 300 ] && continue
  bad=1; broken B5 "$file: exit $code, $took ms, $memory MB: $(head -c 150 messages)"
done
[ $bad = 0 ] && held B5 "$count hostile inputs: at most $worst ms and $most MB each, read or refused"
# The same as a report's style and as its corrections.
mkdir inbox; cp hostile/nested.html inbox/
printf 'version: 1\narticles: [inbox]\nstyle: %s\nsheets: [{name: a, formats: [jsonl]}]\n' "$PWD/hostile/aliases.yaml" >styled.yaml
read -r code took memory < <(python3 cost.py "$TARIKH" build -q styled.yaml)
[ "$code" = 78 ] && [ "$took" -le $((1000 * patience)) ] && [ "$memory" -le 300 ] && held B5 "a style of aliases: exit 78, $took ms, $memory MB" \
  || broken B5 "a style of aliases: exit $code, $took ms, $memory MB"
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
  strace -f -qq -e trace=network,open,openat,execve -o calls "$TARIKH" events --jsonl --mentions hostile >/dev/null 2>&1
  opened=$(grep -cE '/etc/passwd|x\.dtd' calls); network=$(grep -c 'socket(\|connect(' calls); run=$(grep -c execve calls)
  [ "$opened" = 0 ] && [ "$network" = 0 ] && [ "$run" -le 1 ] && held B5 "0 files of their naming opened, 0 sockets, 0 programs" \
    || broken B5 "$opened files, $network sockets, $((run - 1)) programs"
else
  echo "B5 skipped in part: no strace"
fi

# B4: 100 MB of news in one file.
python3 - <<'PY'
import os
os.makedirs("large")
text = ("التقى وزير الخارجية العراقي فؤاد حسين نظيره الأميركي أنتوني بلينكن في واشنطن يوم 28 تموز 2021.\n"
        "وبحث الجانبان عددا من الملفات وسبل تطوير العلاقات بين البلدين في مختلف المجالات.\n").encode()
with open("large/a.txt", "wb") as file:
    file.write(b"---\ndate: 2021-07-29\n---\n")
    file.write(text * (100_000_000 // len(text)))
PY
# The shortest of some runs is what the refusal costs.
read -r code took memory < <(for _ in 1 2 3 4 5; do python3 cost.py "$TARIKH" dates --jsonl large/a.txt; done | sort -k2n | head -1)
[ "$code" = 65 ] && [ "$took" -lt $((50 * patience)) ] && grep -q 'none of 1' messages && held B4 "100 MB refused in $took ms" \
  || broken B4 "100 MB: exit $code, $took ms: $(head -c 200 messages)"
size=$(times 100 20)
python3 - "$size" <<'PY'
import os, sys
with open("large/a.txt", "rb") as file:
    file.seek(int(sys.argv[1]) * 1_000_000)
    file.readline()
    end = file.tell()
os.truncate("large/a.txt", end)
PY
read -r code took memory < <(python3 cost.py "$TARIKH" dates --jsonl --max-article 200MiB large/a.txt)
[ "$code" = 0 ] && [ "$took" -le $((10000 * patience)) ] && [ "$memory" -le 1000 ] && held B4 "$size MB read with the flag in $took ms and $memory MB" \
  || broken B4 "$size MB with the flag: exit $code, $took ms, $memory MB: $(head -c 200 messages)"
exit $failed
