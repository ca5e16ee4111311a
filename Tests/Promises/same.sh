#!/usr/bin/env bash
# A4, A5, A8, C5: nothing to do is nothing done; the same articles give the same bytes; no network.
. "$(dirname "$0")/promise.sh"
report
articles inbox 0 "$(times 4000 200)"
"$TARIKH" build -q || exit 1
sheets >whole; "$TARIKH" archive dump >whole.jsonl
find . -type f -printf '%p %T@ %s\n' | sort >before
start=$(milliseconds); "$TARIKH" build -q; took=$(($(milliseconds) - start))
find . -type f ! -name before -printf '%p %T@ %s\n' | sort | diff <(grep -v '^./before ' before) - >/dev/null \
  && held A4 "second build: 0 files written, $took ms" || broken A4 "a second build wrote"
touch inbox/*; "$TARIKH" build 2>&1 | grep -q '; 0 sheets written' && held A4 "touch rebuilds nothing" \
  || broken A4 "touch rebuilt"
"$TARIKH" build --as-of 2021-01-01 -n 2>&1 | grep -q 'would be written, it is made for another day' \
  && held A4 "--dry-run names the reason" || broken A4 "--dry-run names no reason"

runs=0; differ=0
for zone in UTC Asia/Tokyo America/New_York; do
  for lang in C ar_IQ.UTF-8; do
    for threads in 1 2; do
      mkdir "run$runs"; cp report.yaml "run$runs"; cp -r inbox "run$runs"
      (cd "run$runs" && TZ=$zone LANG=$lang "$TARIKH" build -q -j $threads) || differ=$((differ + 1))
      sheets "run$runs" | cmp -s - whole || differ=$((differ + 1))
      (cd "run$runs" && "$TARIKH" archive dump) | cmp -s - whole.jsonl || differ=$((differ + 1))
      rm -rf "run$runs"; runs=$((runs + 1))
    done
  done
done
[ $differ = 0 ] && held A5 "$runs runs of zones, languages and threads: the same bytes" \
  || broken A5 "$differ of $runs runs differ"

if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
  strace -f -qq -e trace=socket,execve -o calls "$TARIKH" build -q --force
  network=$(grep -c 'AF_INET' calls); run=$(grep -c 'execve' calls)
  [ "$network" = 0 ] && [ "$run" -le 1 ] && held C5 "0 sockets of the network, 0 programs started" \
    || broken C5 "$network sockets, $((run - 1)) programs"
fi
exit $failed
