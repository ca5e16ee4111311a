#!/usr/bin/env bash
# A2: a full or failing disk is told, what was there stays, no draft is left.
. "$(dirname "$0")/promise.sh"
report
articles inbox 0 40
"$TARIKH" build -q || exit 1
sheets >whole
mkdir small
if ! mount -t tmpfs -o size=1m none small 2>/dev/null; then
  echo "A2 skipped: no right to mount a tmpfs"
else
  umount small
  for size in 64k 256k 1m; do
    mount -t tmpfs -o size=$size none small
    mkdir small/Output
    sed "s#^archive:.*#archive: small/archive.sqlite\noutput: small/Output#" report.yaml >full.yaml
    "$TARIKH" build -q full.yaml 2>message; code=$?
    drafts=$(find small -name '.tarikh-*' | wc -l)
    if [ $code = 74 ] && [ "$drafts" = 0 ] && [ "$(wc -l <message)" = 1 ]; then
      held A2 "a disk of $size: exit 74, 0 drafts: $(cat message)"
    elif [ $code = 0 ]; then held A2 "a disk of $size was enough"
    else broken A2 "a disk of $size: exit $code, $drafts drafts: $(cat message)"; fi
    umount small
  done
fi
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
  articles inbox 100 5
  most=$(times 100 8); bad=0; ended=0; injected=0; untold=0
  for call in write fsync rename; do
    for ((n = 1; n <= most; n++)); do
      cp -r Output saved; cp archive.sqlite saved.sqlite
      strace -f -qq -o calls -e trace=$call -e inject=$call:error=EIO:when=$n "$TARIKH" build -q 2>/dev/null
      code=$?
      [ $code != 0 ] && ended=$((ended + 1))
      # A build has only so many calls: beyond them nothing fails.
      if grep -q INJECTED calls; then
        injected=$((injected + 1))
        [ $code = 0 ] && { untold=$((untold + 1)); echo "  exit 0 in spite of: $(grep -m 1 INJECTED calls)"; }
      fi
      # Whatever the fault, each file is the old one or the new one, and the archive is well.
      for pdf in Output/daily/*.pdf; do
        [ "$(tail -c 6 "$pdf" | tr -d '\n')" = "%%EOF" ] || bad=$((bad + 1))
      done
      "$TARIKH" archive check >/dev/null 2>&1 || bad=$((bad + 1))
      rm -rf Output archive.sqlite* ; mv saved Output; mv saved.sqlite archive.sqlite
    done
  done
  [ $bad = 0 ] && [ $untold = 0 ] && held A2 "$injected injected faults, $ended told by an exit code, 0 files torn" \
    || broken A2 "$injected injected faults: $untold not told, $bad torn files"
else
  echo "A2 skipped in part: no strace"
fi
exit $failed
