#!/usr/bin/env bash
# A8: a clock that is set back, jumps an hour or stands on a leap day changes no archive and no sheet.
. "$(dirname "$0")/promise.sh"
if ! command -v faketime >/dev/null; then
  echo "A8 skipped: no faketime; install Debian's package of that name"
  exit 0
fi
# A wrong clock does not change the times that files already have, as faketime would.
export NO_FAKE_STAT=1
step=$(times 100 20)
report; sed -i 's/name: month, title: الشهر/name: month, title: شباط, where: {since: 2020-02, until: 2020-03}/; s/, period: this-month//' report.yaml
articles pool 0 $((step * 6))
cp -r pool inbox
# A sheet tells what is new since the build before, so all are drawn once more when nothing is.
TZ=UTC "$TARIKH" build -q && TZ=UTC "$TARIKH" build -q --force || exit 1
sheets >whole; "$TARIKH" archive dump >whole.jsonl
rm -rf inbox Output archive.sqlite*; mkdir inbox

# The moment of each build, and the zone: forward, a day back, both sides of both changes of summer
# time, the leap day's last second.
moments=("2024-03-10 12:00:00|UTC" "2024-03-09 12:00:00|UTC" "2024-03-31 01:59:59|Europe/Berlin"
  "2024-10-27 02:59:59|Europe/Berlin" "2024-02-29 23:59:59|Asia/Baghdad" "1999-12-31 23:59:59|America/New_York")
names=(pool/*); bad=0
for ((n = 0; n < 6; n++)); do
  cp "${names[@]:$((n * step)):step}" inbox/
  # Files from the future and from long ago.
  touch -d '2038-01-20' "inbox/$(basename "${names[$((n * step))]}")"
  touch -d '1970-01-01' "inbox/$(basename "${names[$((n * step + 1))]}")"
  TZ=${moments[n]#*|} faketime "${moments[n]%|*}" "$TARIKH" build -q || { broken A8 "at ${moments[n]}: exit $?"; bad=1; }
  again=$(TZ=${moments[n]#*|} faketime -f -1d "$TARIKH" build 2>&1)
  grep -q '; 0 sheets written' <<<"$again" || { broken A8 "a day before ${moments[n]}: $again"; bad=1; }
done
faketime -f -1d "$TARIKH" build -q --force || { broken A8 "the forced build: exit $?"; bad=1; }
sheets | cmp -s - whole || { broken A8 "sheets differ: $(sheets | diff - whole | cut -c1-8,67- | tr '\n' ' ')"; bad=1; }
"$TARIKH" archive dump | cmp -s - whole.jsonl || { broken A8 "the archives differ"; bad=1; }
[ $bad = 0 ] && held A8 "${#moments[@]} builds with the clock set back, at changes of summer time and on a leap day: the same archive and sheets"
exit $failed
