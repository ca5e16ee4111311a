#!/usr/bin/env bash
# A day in the life: a folder grows by 500 articles in ten steps, with a build after each; one is
# killed, one meets a full disk, one finds 50 bad files. At the end archive and sheets equal those
# of a desk that was never disturbed and built after the same steps. The steps count, as a sheet
# tells what is new in it since the last build.
. "$(dirname "$0")/promise.sh"
report
step=$(times 50 8)
load=$root/../shared/load/articles.jsonl.gz
if [ -e "$load" ]; then
  # Real articles, a file each, where the machine has them.
  mkdir pool
  zcat "$load" | head -n $((step * 10)) | split -l 1 -d -a 4 --additional-suffix=.jsonl - pool/n
else
  articles pool 0 $((step * 10))
fi
names=(pool/*); mkdir inbox
for ((n = 0; n < 10; n++)); do
  cp "${names[@]:$((n * step)):step}" inbox/
  case $n in
    3) "$TARIKH" build -q 2>/dev/null & pid=$!; sleep 0.3; kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
       echo "step 4: killed" ;;
    5) if mkdir -p small && mount -t tmpfs -o size=300k none small 2>/dev/null; then
         cp report.yaml kept.yaml; mkdir -p small/Output
         sed "s#^archive:#output: small/Output\narchive:#" kept.yaml >report.yaml
         "$TARIKH" build -q 2>message; echo "step 6: full disk, exit $?: $(head -1 message)"
         mv kept.yaml report.yaml; umount small
       else echo "step 6: no right to mount a small disk, passed over"; fi ;;
    7) mkdir inbox/bad
       for ((b = 0; b < 50; b++)); do printf '{"id": %s, "text":\n' $b >inbox/bad/b$b.jsonl; done
       "$TARIKH" build -q 2>/dev/null; echo "step 8: 50 bad files, exit $?, $(wc -l <Output/daily/quarantine.jsonl) set aside"
       rm -r inbox/bad ;;
    *) "$TARIKH" build -q 2>/dev/null || broken day "step $((n + 1)) ended with $?" ;;
  esac
done
"$TARIKH" build -q || broken day "the last build ended with $?"
sheets >grown; "$TARIKH" archive dump >grown.jsonl; "$TARIKH" archive check | head -3
rm -rf Output archive.sqlite*
rm inbox/*
for ((n = 0; n < 10; n++)); do
  cp "${names[@]:$((n * step)):step}" inbox/
  case $n in 3 | 5) ;; *) "$TARIKH" build -q || exit 1 ;; esac
done
sheets | cmp -s - grown && held day "every sheet has the bytes of an undisturbed build" \
  || broken day "sheets differ: $(sheets | diff - grown | grep "^[<>]" | cut -c1-8,67- | tr "\n" " ")"
"$TARIKH" archive dump | cmp -s - grown.jsonl && held day "the archive equals that of an undisturbed build" \
  || broken day "the archives differ"
exit $failed
