#!/usr/bin/env python3
"""Reads what the tool writes with other people's parsers, over a file of articles.

usage: Benchmarks/formats.py [--tool PATH] [--articles FILE.jsonl[.gz]] [--limit N]

Every `edtf` field of `tarikh dates --jsonl` goes through the PyPI package edtf; every article as
`--format timeml` through Python's XML parser, its text compared with the article's, and each TIMEX3 with
the rules of TimeML 1.2.1 for tid, type, value and mod. Articles default to
../shared/load/articles.jsonl.gz. Exit code 1 when something is not read.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
    "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
}
VALUE = re.compile(
    r"P([0-9X.]+[YMWDQ]|[0-9X]+(DE|CE))*(T([0-9X.]+[HMS])+|T[A-Z]{2})?|P[0-9X]+[A-Z]+|(PAST|PRESENT|FUTURE)_REF"
    r"|[0-9X]{2,4}(-(([0-9X]{2}(-[0-9X]{2})?)|W[0-9X]{2}(-WE|-[1-7])?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(T([0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?)?|MO|MI|AF|EV|NI|DT|TAF))?"
)


def edtf_fields(tool, path):
    import edtf

    seen = collections.Counter()
    with open(path, "rb") as stdin:
        run = subprocess.run([tool, "dates", "--jsonl"], stdin=stdin, stdout=subprocess.PIPE, check=True)
    for line in run.stdout.splitlines():
        for expression in json.loads(line).get("expressions", []):
            seen[expression["edtf"]] += 1
    none = seen.pop(None, 0)
    bad = []
    for text in seen:
        try:
            edtf.parse_edtf(text)
        except Exception as error:
            bad.append(f"{text}: {type(error).__name__}")
    print(
        f"edtf: {sum(seen.values())} fields, {len(seen)} different, {len(bad)} not parsed;"
        f" {none} expressions without days"
    )
    for text in bad[:20]:
        print("  " + text)
    return not bad


def timeml(tool, articles, limit):
    wrong = collections.Counter()
    count = marks = 0
    with tempfile.TemporaryDirectory() as folder:
        for article in articles[:limit]:
            path = os.path.join(folder, "article.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
            run = subprocess.run([tool, "dates", "--format", "timeml", path], stdout=subprocess.PIPE)
            count += 1
            try:
                root = ET.fromstring(run.stdout)
            except ET.ParseError as error:
                wrong[f"not XML: {error}"] += 1
                continue
            text = "".join((root.find("TEXT") if root.find("TEXT") is not None else root).itertext())
            squeeze = lambda t: re.sub(r"\s+", "", re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", t))
            if squeeze(article["text"]) not in squeeze(text):
                wrong["another text"] += 1
            ids = set()
            for mark in root.iter("TIMEX3"):
                marks += 1
                if mark.get("tid") in ids or not re.fullmatch(r"t\d+", mark.get("tid") or ""):
                    wrong["tid"] += 1
                ids.add(mark.get("tid"))
                if mark.get("type") not in {"DATE", "TIME", "DURATION", "SET"}:
                    wrong[f"type {mark.get('type')}"] += 1
                if mark.get("mod") not in MODS | {None}:
                    wrong[f"mod {mark.get('mod')}"] += 1
                value = mark.get("value")
                if value is not None and not VALUE.fullmatch(value):
                    wrong[f"value {value}"] += 1
    print(f"timeml: {count} articles, {marks} TIMEX3, {sum(wrong.values())} faults")
    for fault, number in wrong.most_common(20):
        print(f"  {number} × {fault}")
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build/release/tarikh"))
    parser.add_argument("--articles", default=os.path.join(ROOT, "../shared/load/articles.jsonl.gz"))
    parser.add_argument("--limit", type=int, default=400, help="articles that are read as TimeML")
    options = parser.parse_args()
    opener = gzip.open if options.articles.endswith(".gz") else open
    with opener(options.articles, "rb") as file:
        data = file.read()
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(data)
        file.flush()
        good = edtf_fields(options.tool, file.name)
    good = timeml(options.tool, [json.loads(line) for line in data.splitlines()], options.limit) and good
    sys.exit(0 if good else 1)


main()
