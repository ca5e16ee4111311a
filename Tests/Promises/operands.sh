#!/usr/bin/env bash
# B2: whatever stands among the operands, the good ones are done, each other one is told in a line,
# and nothing hangs.
. "$(dirname "$0")/promise.sh"
articles good 0 5
mkdir -p hostile empty.d
printf 'x' >hostile/closed.txt; chmod 0 hostile/closed.txt
mkfifo hostile/pipe.txt hostile/pipe.jsonl
ln -s /dev/zero hostile/zero.txt; ln -s /dev/zero hostile/zero.jsonl
: >hostile/empty.txt
chmod -R go+rX . && chmod 0 hostile/closed.txt && chmod 777 .
# Root reads what nobody else may.
user=()
if [ "$(id -u)" = 0 ]; then
  user=(setpriv --reuid 65534 --regid 65534 --clear-groups)
  "${user[@]}" test -x "$TARIKH" || { user=(); echo "B2 in part: another user cannot run $TARIKH"; }
fi
tool=(timeout 20 "${user[@]}" "$TARIKH")
good=(good/*.txt)
mixed=("${good[@]:0:2}" missing.txt hostile/closed.txt hostile/pipe.txt hostile/pipe.jsonl hostile/zero.txt
  hostile/zero.jsonl /dev/zero hostile/empty.txt "${good[@]:2}")
expected=8; [ ${#user[@]} = 0 ] && [ "$(id -u)" = 0 ] && expected=7
for command in "events --jsonl --mentions" "events --jsonl" "dates --jsonl" "chart -o out.svg" "export -o out.csv"; do
  start=$(milliseconds)
  # shellcheck disable=SC2086
  "${tool[@]}" $command "${mixed[@]}" >out 2>messages; code=$?
  took=$(($(milliseconds) - start))
  lines=$(grep -cE '(missing|closed|pipe|zero|empty)' messages)
  case $command in
    *mentions | dates*) done=$(grep -c '"id":"a0' out) ;;
    *jsonl) done=$(grep -o 'a00000[0-4]' out | sort -u | wc -l) ;;
    *svg) done=$(grep -c '<svg' out.svg) ;;
    *csv) done=$(wc -l <out.csv) ;;
  esac
  if [ $code = 66 ] && [ "$lines" = $expected ] && [ "$done" -ge 1 ]; then
    case $command in
      *jsonl*) [ "$done" = 5 ] || broken B2 "$command: $done of 5 are done" ;;
    esac
    held B2 "$command: exit 66, $lines lines for $expected operands, the good ones done, $took ms"
  else broken B2 "$command: exit $code, $lines lines for $expected operands, $done done: $(cut -c1-90 messages | tr '\n' '|')"; fi
done
# A folder of them, as an inbox that others fill.
"${tool[@]}" events --jsonl --mentions good hostile >out 2>messages; code=$?
[ $code = 66 ] && [ "$(grep -c '"id":"a0' out)" = 5 ] && held B2 "the folder: exit 66, five done" \
  || broken B2 "the folder: exit $code: $(cut -c1-90 messages | tr '\n' '|')"
mkdir inbox; cp good/* inbox; mv hostile inbox/; report
"${tool[@]}" build -q 2>messages; code=$?
[ $code = 66 ] && [ "$(wc -l <messages)" = $((expected - 2)) ] && [ -s Output/daily/all.jsonl ] \
  && held B2 "a build over the folder: exit 66, its sheets written" \
  || broken B2 "a build over the folder: exit $code: $(cut -c1-90 messages | tr '\n' '|')"
exit $failed
