#!/usr/bin/env python3
"""Measures a scheduled report at 50,000 events and 20 sheets: the first build, one with nothing new, one new article.

usage: Benchmarks/scale.py [--tool PATH] [--events N] [--keep FOLDER] [--one-file-each] [--all-years] [--everything]

The articles are generated (seed 2026) in sentences of our own: ministers and presidents of 60 states who meet, call
and visit on days of eight years; every fifth article is told once more by another outlet. They lie as a day's wire, one
JSON Lines file a day, or one file an article. An article of the newest day changes the sheets that show it: six of them,
among these two of 500 events drawn as PDF and three tables of a year, 2,000 rows each. One of the next day changes every
sheet that tells its day at its head, for the day is another: those must be drawn again, tables of data need not.
--all-years makes the three tables hold all eight years, 8 MB each, which is what writing them costs. --keep leaves the desk
for another look. Peak memory is the process's largest resident set. Goals: nothing new in 0.3 s, one new article in 2 s,
300 MB. Measured 2026-11-28 on two cores with others at work, so CPU seconds count: nothing new 0.06 s and 38 MB; first build
25.9 s and 171 MB (33.3 s and 390 MB before a build merged in portions); one new article 2.2 s and 97 MB (12.3 s, 307 MB);
one of the next day, 18 sheets drawn again, 7.9 s and 142 MB (20.2 s, 352 MB).
"""
import argparse
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MONTHS = ("كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول").split(",")
TOLD = [
    "التقى وزير خارجية {a} نظيره وزير خارجية {b} في {city} يوم {day}، وبحثا ملف الحدود رقم {n}.",
    "أجرى رئيس {a} اتصالاً هاتفياً مع رئيس {b} يوم {day} حول ملف المياه رقم {n}.",
    "زار وزير دفاع {a} {city} يوم {day} في زيارة رقمها {n}.",
]
FIRST, DAYS = datetime.date(2015, 1, 1), 8 * 365


def table(name):
    path = os.path.join(ROOT, "Sources/Lexicons/ar/actors", name)
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line[0] != "#"]


def states():
    """The 60 states whose names are one word, with a city of each."""
    names = {}
    for code, kind, _, form in table("countries.tsv"):
        if kind == "name" and " " not in form:
            names.setdefault(code, form)
    cities = {}
    for row in table("cities.tsv"):
        if row[1] in names and " " not in row[4]:
            cities.setdefault(row[1], row[4])
    return [(code, names[code], cities[code]) for code in sorted(cities)][:60]


def article(number, day, pick, all_states):
    sentences = []
    for order in range(3):
        first, second = pick.sample(all_states, 2)
        told = day - datetime.timedelta(days=pick.randrange(1, 9))
        sentences.append(TOLD[order].format(
            a=first[1], b=second[1], city=second[2], n=number * 3 + order,
            day=f"{told.day} {MONTHS[told.month - 1]} {told.year}"))
    return {"id": f"w{number:06d}", "date": str(day), "source": f"وكالة {number % 12}",
            "title": f"موجز الأخبار رقم {number}", "text": "\n".join(sentences)}


def articles(events):
    pick, all_states = random.Random(2026), states()
    count = (events + 2) // 3
    made = []
    for number in range(count):
        day = FIRST + datetime.timedelta(days=number * DAYS // count)
        made.append(article(number, day, pick, all_states))
        if number % 5 == 4:
            again = dict(made[-1], id=f"r{number:06d}", source=f"صحيفة {number % 7}")
            made.append(dict(again, text="نقلت الصحيفة عن مصادرها ما يلي:\n" + again["text"]))
    return made


def write(inbox, made, one_file_each):
    os.makedirs(inbox, exist_ok=True)
    for record in made:
        name = record["id"] if one_file_each else record["date"]
        with open(f"{inbox}/{name}.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def report(everything, all_years):
    codes = [state[0] for state in states()]
    lines = ["version: 1", "name: scale", "archive: archive.sqlite", "articles: [inbox]", "sheets:"]
    for number in range(8):
        where = f"parties: [{codes[number * 2]}, {codes[number * 2 + 1]}]"
        lines.append(f"  - {{name: pair-{number}, title: دولتان {number}, where: {{{where}}}, formats: [pdf]}}")
    for number in range(4):
        where = f"parties: [{codes[20 + number]}], since: 2022, until: 2022"
        lines.append(f"  - {{name: state-{number}, title: دولة {number}, where: {{{where}}}, formats: [html, csv]}}")
    since = "" if all_years else ", since: 2022"
    for number, kind in enumerate(["meeting", "phone", "visit"]):
        where = f"types: [{kind}]{since}"
        lines.append(f"  - {{name: type-{number}, title: نوع {number}, where: {{{where}}}, formats: [csv]}}")
    for number, period in enumerate(["this-week", "this-month"]):
        lines.append(f"  - {{name: period-{number}, title: فترة {number}, period: {period}, formats: [pdf, ics]}}")
    lines.append("  - {name: spring, title: ربيع, where: {since: 2019-03, until: 2019-04}, formats: [json]}")
    lines.append("  - {name: winter, title: شتاء, where: {since: 2020-12, until: 2020-12}, formats: [svg]}")
    if everything:
        lines.append("  - {name: all, title: كل شيء, formats: [jsonl]}")
    else:
        lines.append("  - {name: year, title: عام, where: {since: 2021, until: 2021}, formats: [jsonl]}")
    return "\n".join(lines) + "\n"


def build(tool, desk, name, goal):
    begin = time.perf_counter()
    child = subprocess.Popen([tool, "build", "report.yaml"], cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begin
    last = said.strip().splitlines()[-1] if said.strip() else ""
    print(f"{name:20} {seconds:7.2f} s  {usage.ru_utime + usage.ru_stime:7.2f} s CPU  {usage.ru_maxrss // 1024:5} MB  "
          f"(goal {goal})  {last}", flush=True)
    if child.returncode != 0:
        sys.exit(f"build ended with {child.returncode}\n{said[-2000:]}")
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build/release/tarikh"))
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--keep", help="a folder for the desk, which is left there")
    parser.add_argument("--one-file-each", action="store_true")
    parser.add_argument("--all-years", action="store_true", help="three tables hold all eight years, 8 MB each")
    parser.add_argument("--everything", action="store_true", help="the last sheet is all events as JSON Lines, 80 MB")
    options = parser.parse_args()
    desk = options.keep or tempfile.mkdtemp(prefix="tarikh-scale-")
    os.makedirs(desk, exist_ok=True)
    try:
        made = articles(int(options.events * 1.02))
        write(f"{desk}/inbox", made, options.one_file_each)
        with open(f"{desk}/report.yaml", "w", encoding="utf-8") as file:
            file.write(report(options.everything, options.all_years))
        size = sum(len(record["text"].encode()) for record in made)
        print(f"{len(made)} articles, {size / 1e6:.1f} MB of text, {len(os.listdir(desk + '/inbox'))} files", flush=True)
        tool = os.path.abspath(options.tool)
        build(tool, desk, "first build", "300 MB")
        build(tool, desk, "nothing new", "0.3 s")
        pick, all_states = random.Random(7), states()
        for number, (name, days) in enumerate([("one new article", DAYS - 1), ("one of the next day", DAYS)]):
            new = article(999_000 + number, FIRST + datetime.timedelta(days=days), pick, all_states)
            write(f"{desk}/inbox", [new], True)
            build(tool, desk, name, "2 s")
        build(tool, desk, "nothing new", "0.3 s")
        print(f"archive: {os.path.getsize(desk + '/archive.sqlite') / 1e6:.0f} MB")
    finally:
        if not options.keep:
            shutil.rmtree(desk)


if __name__ == "__main__":
    main()
