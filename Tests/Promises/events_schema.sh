#!/bin/sh
# Every merged event of the examples is valid against event.schema.json, by Python's jsonschema.
#   Tests/Promises/events_schema.sh [tarikh]
set -eu
cd "$(dirname "$0")/../.."
tool="${1:-.build/debug/tarikh}"
python3 -c 'import jsonschema' 2>/dev/null || { echo "skipped: pip install jsonschema"; exit 0; }
"$tool" events --jsonl Examples/articles 2>/dev/null | python3 -c '
import json, sys, jsonschema
schema = json.load(open("Sources/Exporting/export/event.schema.json"))
check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
count = bad = 0
for line in sys.stdin:
    count += 1
    for fault in check.iter_errors(json.loads(line)):
        bad += 1
        print(count, list(fault.path), fault.message)
print(f"{count} events, {bad} faults")
sys.exit(1 if bad or not count else 0)'
