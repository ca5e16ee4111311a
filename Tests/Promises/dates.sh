#!/usr/bin/env bash
# B6: dating traps on nothing and takes time in proportion to the text. The fuzzer looks for traps
# (Tests/Fuzz/run 60 Dates); here are the sizes.
. "$(dirname "$0")/promise.sh"
bytes=$(times 5000000 1000000)
python3 - "$TARIKH" "$bytes" <<'PY' || failed=1
import os, resource, subprocess, sys, time
tool, size = sys.argv[1], int(sys.argv[2])
pieces = ["أمس ", "أمس", "28 تموز ", "من ", "بين 1 و", "يومي 19 و20 ", "ألف وعشرين ", "قبل ", "(", "«أمس» ", "1/", "2021-",
          "الثلاثاء، ", "9", "الموافق 1 مايو ", "في اليوم التالي ", "ـ", "\u064b", "كل ", "\n"]
def seconds(piece, size):
    text = piece * (size // len(piece.encode()))
    with open("a.txt", "w", encoding="utf-8") as file: file.write("---\ndate: 2021-07-29\n---\n" + text)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([tool, "dates", "--jsonl", "--max-article", "64MiB", "a.txt"],
                         stdout=open("out", "wb"), stderr=open("messages", "wb"), timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert run.returncode == 0 or b"no text" in open("messages", "rb").read(), (piece, run.returncode)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
worst, bad = 0, False
for piece in pieces:
    first, second = seconds(piece, size), seconds(piece, 2 * size)
    # The start of the process is in both; twice the text may cost twice, and noise.
    ratio = second / max(first, 0.05)
    worst = max(worst, ratio)
    if ratio > 3.5:
        bad = True
        print(f"B6 BROKEN: {piece!r}: {first:.2f} s for {size} bytes, {second:.2f} s for twice as many")
if not bad:
    print(f"B6 held: {len(pieces)} repeated pieces of {size} and {2 * size} bytes: at most {worst:.1f} times the work for twice the text")
took = seconds("أمس ", 10_000_000)
print(f"B6 held: 10 MB of one word dated in {took:.1f} s, 0 traps")
sys.exit(bad)
PY
exit $failed
