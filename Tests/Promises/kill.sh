#!/usr/bin/env bash
# A1, A3, A6: kill -9 at any moment tears no file, loses no article, leaves no lock.
. "$(dirname "$0")/promise.sh"
report
# More than the 200 that are read before they are kept.
articles inbox 0 "$(times 700 250)"
"$TARIKH" build -q || exit 1
sheets >whole; "$TARIKH" archive dump >whole.jsonl
rm -rf Output archive.sqlite*
# A file stands there with the bytes of an undisturbed build, or not at all.
torn() {
  local torn=0 line
  while read -r line; do grep -qxF "$line" whole || torn=$((torn + 1)); done < <(sheets 2>/dev/null)
  echo $torn
}

# The articles of a dump; which of them are copies of others is found at the end of a build.
dumped() { grep '^{"article"' | sed 's/"copyOf":"[^"]*",//' | sort; }
dumped <whole.jsonl >articles.whole

# A3, killed while it reads: the archive is well after each, and each article is there whole or absent.
runs=$(times 200 15)
bad=0; lost=0; before=0
for ((run = 0; run < runs; run++)); do
  [ $((run % 10)) = 9 ] && { rm -rf Output archive.sqlite*; before=0; }
  "$TARIKH" build -q 2>/dev/null & pid=$!
  sleep "0.$(printf %03d $((RANDOM % 900)))"
  kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
  bad=$((bad + $(torn)))
  if [ -s archive.sqlite ]; then
    message=$("$TARIKH" archive check 2>&1 >/dev/null) || case $message in
      *"no such archive"*) ;; # ended before its first commit
      *) broken A3 "$message" ;;
    esac
    # What was there stays: an article is never read again that an earlier build had kept.
    "$TARIKH" archive dump 2>/dev/null | dumped >kept
    comm -23 kept articles.whole | grep -q . && broken A3 "an article that is not whole"
    [ "$(wc -l <kept)" -lt $before ] && lost=$((lost + 1))
    before=$(wc -l <kept)
  fi
done
[ $bad = 0 ] && held A1 "$runs kills while it reads, 0 torn files" || broken A1 "$bad torn files"
[ $lost = 0 ] && held A3 "no kill lost an article that was kept before it" || broken A3 "$lost kills lost articles"
"$TARIKH" build -q || broken A6 "the build after the kills ended with $?"
sheets | cmp -s - whole && "$TARIKH" archive dump | cmp -s - whole.jsonl \
  && held A3 "after $runs kills archive and sheets equal an undisturbed build's" \
  || broken A3 "archive or sheets differ: $(sheets | diff - whole | grep '^[<>]' | cut -c1-8,67- | tr '\n' ' ')"

# A1, killed 0 to 50 ms after the first sheet is there: in the midst of writing.
runs=$(times 300 20); bad=0; midst=0
for ((run = 0; run < runs; run++)); do
  rm -rf Output/daily/*
  "$TARIKH" build -q --force 2>/dev/null & pid=$!
  while kill -0 $pid 2>/dev/null && [ ! -e Output/daily/all.jsonl ]; do sleep 0.002; done
  sleep "0.$(printf %03d $((RANDOM % 50)))"
  kill -9 $pid 2>/dev/null && midst=$((midst + 1)); wait $pid 2>/dev/null
  bad=$((bad + $(torn)))
done
[ $bad = 0 ] && held A1 "$runs kills within 50 ms of the first file, $midst before the end: 0 torn files" || broken A1 "$bad torn files"
start=$(milliseconds); "$TARIKH" build -q || broken A6 "the build after the kills ended with $?"
drafts=$(find . -name '.tarikh-*' | wc -l)
[ "$drafts" = 0 ] && held A1 "no draft is left" || broken A1 "$drafts drafts are left"
# A6: a lock does not outlive its holder.
cat >locked.py <<'PY'
"""Kills a build that holds the lock, starts another, and prints the milliseconds until that one holds it; then its exit."""
import os, signal, subprocess, sys, time
tool, inode = sys.argv[1], str(os.stat("archive.sqlite").st_ino)
def start(*more):
    begin = time.monotonic()
    run = subprocess.Popen([tool, "build", "-q", *more], stderr=subprocess.DEVNULL)
    while run.poll() is None:
        with open("/proc/locks") as locks:
            held = [line.split() for line in locks if " FLOCK " in line]
        if any(lock[-4] == str(run.pid) and lock[-3].rsplit(":", 1)[1] == inode for lock in held): break
    return run, (time.monotonic() - begin) * 1000
times = []
for _ in range(5):
    killed, _ = start("--force")
    killed.send_signal(signal.SIGKILL); killed.wait()
    run, took = start()
    if run.wait() != 0: sys.exit(f"exit {run.returncode}")
    times.append(took)
print(round(min(times)))
PY
if took=$(python3 locked.py "$TARIKH" 2>&1) && [ "$took" -lt $((50 * patience)) ]; then
  held A6 "after kill -9 the next build has the lock and works within $took ms of its start"
else
  broken A6 "after kill -9: $took"
fi

# Twenty at once: one works, the others say so at once; with patience all succeed.
rm -rf Output archive.sqlite*
codes=$(for i in $(seq 20); do ("$TARIKH" build -q 2>/dev/null; echo $?) & done; wait)
done0=$(grep -c '^0$' <<<"$codes"); busy=$(grep -c '^75$' <<<"$codes")
[ $((done0 + busy)) = 20 ] && [ "$done0" -ge 1 ] && held A6 "20 at once: $done0 built, $busy ended with 75" \
  || broken A6 "exit codes $(tr '\n' ' ' <<<"$codes")"
codes=$(for i in $(seq 20); do ("$TARIKH" build -q --wait-lock 300s 2>/dev/null; echo $?) & done; wait)
[ "$(grep -c '^0$' <<<"$codes")" = 20 ] && held A6 "20 with patience all succeed" \
  || broken A6 "with patience: $(tr '\n' ' ' <<<"$codes")"

# A7: signals.
articles inbox 10000 "$(times 2000 400)"
for pair in INT:130 TERM:143; do
  python3 - "$TARIKH" "${pair%:*}" "${pair#*:}" <<'PY' || failed=1
import os, signal, subprocess, sys, time
tool, name, code = sys.argv[1], getattr(signal, "SIG" + sys.argv[2]), int(sys.argv[3])
# A shell has what it starts in the background ignore the keyboard; this is the foreground.
run = subprocess.Popen([tool, "build", "-q", "--force"], stderr=subprocess.DEVNULL,
                       preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
time.sleep(0.4); start = time.time(); run.send_signal(name); got = run.wait()
took = time.time() - start
good = got == code and took <= 1
print(f"A7 {'held' if good else 'BROKEN'}: {sys.argv[2]} ended with {got} after {took:.3f} s")
sys.exit(not good)
PY
done
(set -o pipefail; "$TARIKH" archive dump | head -c 10 >/dev/null); code=$?
[ $code = 141 ] && held A7 "a closed pipe ends with 141" || broken A7 "a closed pipe ended with $code"
exit $failed
