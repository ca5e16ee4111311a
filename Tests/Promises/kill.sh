#!/usr/bin/env bash
# A1, A3, A6: kill -9 at any moment tears no file, loses no article, leaves no lock.
. "$(dirname "$0")/promise.sh"
report
articles inbox 0 "$(times 600 60)"
"$TARIKH" build -q || exit 1
sheets >whole; "$TARIKH" archive dump >whole.jsonl
rm -rf Output archive.sqlite*
runs=$(times 200 15)
torn=0; slow=0
for ((run = 0; run < runs; run++)); do
  [ $((run % 10)) = 9 ] && rm -rf Output archive.sqlite*
  "$TARIKH" build -q 2>/dev/null & pid=$!
  sleep "0.$(printf %03d $((RANDOM % 900)))"
  kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
  for file in Output/daily/*.pdf; do
    [ -e "$file" ] && [ "$(tail -c 6 "$file" | tr -d '\n')" != "%%EOF" ] && torn=$((torn + 1))
  done
  if [ -s archive.sqlite ]; then
    message=$("$TARIKH" archive check 2>&1 >/dev/null) || case $message in
      *"no such archive"*) ;; # ended before its first commit
      *) broken A3 "$message" ;;
    esac
  fi
done
[ $torn = 0 ] && held A1 "$runs kills, 0 torn files" || broken A1 "$torn torn files"
"$TARIKH" build -q || broken A6 "the build after the kills ended with $?"
sheets | cmp -s - whole && "$TARIKH" archive dump | cmp -s - whole.jsonl \
  && held A3 "after $runs kills archive and sheets equal an undisturbed build's" \
  || broken A3 "archive or sheets differ"
drafts=$(find . -name '.tarikh-*' | wc -l)
[ "$drafts" = 0 ] && held A1 "no draft is left" || broken A1 "$drafts drafts are left"

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
