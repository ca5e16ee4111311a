#!/usr/bin/env python3
"""Runs the test cases of other tools through the tool and writes which are met to cases-missed.md.

usage: Benchmarks/cases.py [--tool PATH] [--shared FOLDER] [--register NAME] [--check] [--show]

The cases are ../shared/gold/peer_cases.jsonl; ../shared/score/score.py judges them. Two figures come out:
the cases met with the default settings, and those met when each tool's cases are read with the settings
that tool takes for granted (OWN below). cases-missed.md keeps the reason of each case that is not met: the
script writes its figures anew, drops rows of cases that are met by now, and names those that still lack a
reason. --check writes nothing and fails where the file would change.
"""
import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(ROOT, "Benchmarks/cases-missed.md")
# What each tool takes for granted: an assistant looks ahead, Maha reads a month as one of this year or
# before and begins weeks on Sunday; Recognizers-Text gives both readings, so the defaults do.
OWN = {
    "duck": ["--yearless", "future", "--bare-weekday", "future"],
    "maha": ["--yearless", "past", "--bare-weekday", "future", "--week-starts", "sunday"],
    "rec": [],
}
REASON = re.compile(r"^\| (\S+) \| (.+) \|$", re.M)


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", os.path.join(shared, "score/score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(tool, cases, flags):
    """The tool's lines for the cases, under these flags."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for case in cases:
            row = {"id": case["id"], "date": case["reference"][:10], "text": case["text"]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        command = [tool, "dates", "--jsonl", *flags, file.name]
        output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return {row["id"]: row for row in map(json.loads, output.decode().splitlines())}


def missed(judge, cases, found):
    """The cases that are not met, judged one by one."""
    return [case for case in cases if not met(judge, case, found[case["id"]])]


def met(judge, case, answer):
    with open(os.devnull, "w") as nowhere:
        kept, sys.stdout = sys.stdout, nowhere
        try:
            return judge.cases([case], [answer], 0) == 1
        finally:
            sys.stdout = kept


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build/release/tarikh"))
    parser.add_argument("--shared", default=os.path.join(ROOT, "../shared"))
    parser.add_argument("--register", default="news")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", action="store_true", help="print each missed case in full")
    options = parser.parse_args()
    path = os.path.join(options.shared, "gold/peer_cases.jsonl")
    if not os.path.exists(path):
        print(f"skipped: no {path}; name the folder that holds it with --shared")
        return
    if not os.access(options.tool, os.X_OK):
        sys.exit(f"no {options.tool}; build it with ‘swift build -c release --product tarikh’")

    judge = scorer(options.shared)
    with open(path, encoding="utf-8") as file:
        cases = [case for case in map(json.loads, file) if case["register"] == options.register]
    by_default = missed(judge, cases, answers(options.tool, cases, []))
    by_own = []
    for name, flags in OWN.items():
        own = [case for case in cases if case["id"].startswith(name + "-")]
        by_own += missed(judge, own, answers(options.tool, own, flags))
    total = len(cases)
    right = total - len(by_default)
    right_own = total - len(by_own)
    print(f"defaults:               {right} of {total}, {right / total:.3f}")
    print(f"each tool's own flags:  {right_own} of {total}, {right_own / total:.3f}")
    if options.show:
        own_ids = {case["id"] for case in by_own}
        for case in by_default:
            mark = "" if case["id"] in own_ids else " (met with its own flags)"
            print(case["id"] + mark, case["reference"][:10], case["text"])
            for want in case["expect"]:
                print("    ", json.dumps(want, ensure_ascii=False))
    if options.register != "news":
        return

    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    reasons = dict(REASON.findall(page))
    lacking = [case["id"] for case in by_default if case["id"] not in reasons]
    rows = [f"| {c['id']} | {reasons.get(c['id'], 'no reason written yet')} |" for c in by_default]
    head, _, _ = page.partition("\n| case |")
    head = re.sub(r"\d+ of \d+ with the default", f"{right} of {total} with the default", head)
    head = re.sub(r"that a case comes from,\s\d+ are met", f"that a case comes from, {right_own} are met", head)
    fresh = head + "\n| case | reason |\n|---|---|\n" + "\n".join(rows) + "\n"
    if lacking:
        print("without a reason in cases-missed.md: " + " ".join(lacking))
    if options.check:
        if fresh != page or lacking:
            sys.exit("Benchmarks/cases-missed.md is out of date; run Benchmarks/cases.py")
    elif fresh != page:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(fresh)
        print("wrote Benchmarks/cases-missed.md")


main()
