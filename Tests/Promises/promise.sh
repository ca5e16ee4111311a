# What the scripts here share: a desk to work in, and counting what held. Sourced, not run.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
TARIKH=${TARIKH:-$root/.build/release/tarikh}
[ -x "$TARIKH" ] || TARIKH=$root/.build/debug/tarikh
[ -x "$TARIKH" ] || { echo "build tarikh first, or set TARIKH" >&2; exit 69; }
# FULL=1 runs as often as the promise says; without it, often enough to see a break.
FULL=${FULL:-0}
desk=$(mktemp -d /tmp/tarikh-promise-XXXXXX)
trap 'cd /; mountpoint -q "$desk/small" && umount "$desk/small"; rm -rf -- "$desk"' EXIT
cd "$desk" || exit 74

times() { if [ "$FULL" = 1 ]; then echo "$1"; else echo "$2"; fi; }
# Reduced runs stand beside other work and only guard against hanging: times may be ten times the promise.
patience=$(times 1 10)
failed=0
held() { echo "$1 held: $2"; }
broken() { echo "$1 BROKEN: $2"; failed=1; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# Articles of our own: COUNT of them from number FIRST on into a folder.
articles() {
  python3 - "$1" "$2" "$3" <<'PY'
import datetime, os, sys
folder, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.makedirs(folder, exist_ok=True)
who = ["الرئيس الأميركي جو بايدن", "وزير الخارجية الأميركي أنتوني بلينكن", "الرئيس الفرنسي إيمانويل ماكرون"]
whom = ["رئيس الوزراء العراقي مصطفى الكاظمي", "وزير الخارجية العراقي فؤاد حسين", "ملك الأردن عبد الله الثاني"]
where = ["بغداد", "واشنطن", "باريس", "عمّان"]
for n in range(first, first + count):
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=n * 3 % 1400)
    told = day - datetime.timedelta(days=1)
    months = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")
    text = (f"التقى {who[n % 3]} {whom[n // 3 % 3]} في {where[n % 4]} يوم {told.day} {months[told.month-1]} {told.year}.\n"
            f"ومن المقرر أن يزور {whom[n // 3 % 3]} {where[(n + 1) % 4]} الشهر المقبل في زيارة رقمها {n}.\n")
    with open(f"{folder}/a{n:06d}.txt", "w", encoding="utf-8") as file:
        file.write(f"---\ndate: {day}\nsource: وكالة {n % 7}\ntitle: خبر رقم {n}\n---\n{text}")
PY
}

# A report of six sheets over inbox.
report() {
  cat >"${1:-report.yaml}" <<'END'
version: 1
name: daily
archive: archive.sqlite
articles: [inbox]
sheets:
  - {name: all, title: كل شيء, formats: [jsonl]}
  - {name: meetings, title: لقاءات, where: {types: [meeting]}, formats: [csv, ics]}
  - {name: visits, title: زيارات, where: {types: [visit]}, formats: [html]}
  - {name: iraq-us, title: العراق والولايات المتحدة, where: {parties: [IQ, US], since: 2021-06, until: 2021-07}, formats: [pdf]}
  - {name: month, title: الشهر, period: this-month, formats: [svg]}
  - {name: france, title: فرنسا, where: {parties: [FR], since: 2022, until: 2022-02}, formats: [pdf, json]}
END
}

# The digests of everything a reader sees; the manifest tells the reason of each build as well.
sheets() { (cd "${1:-.}/Output/daily" && sha256sum -- *.* | grep -v 'manifest.json\|changes.jsonl'); }
