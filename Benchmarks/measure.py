#!/usr/bin/env python3
"""Measures the built tool: start-up of one phrase, and megabytes a second over a file of articles.

usage: Benchmarks/measure.py [--tool PATH] [--articles FILE.jsonl[.gz]] [--runs N]

Articles default to ../shared/load/articles.jsonl.gz; without it only start-up is measured. Every figure is
the best of N runs, for the machine's other work only ever makes a run slower. When the Python package
dateparser is installed it reads the first articles too, as a ratio to compare with.
"""
import argparse
import gzip
import json
import os
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def seconds(command, runs, **options):
    best = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
        best = min(best, time.perf_counter() - begin)
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build/release/tarikh"))
    parser.add_argument("--articles", default=os.path.join(ROOT, "../shared/load/articles.jsonl.gz"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()

    phrase = ["dates", "--on", "2021-05-04", "18 من آذار مارس الماضي"]
    nothing = seconds(["/bin/true"], options.runs * 4)
    one = seconds([options.tool, *phrase], options.runs * 4)
    print(f"one phrase: {one * 1000:.1f} ms (an empty process: {nothing * 1000:.1f} ms)")

    if not os.path.exists(options.articles):
        print(f"no {options.articles}: throughput is not measured")
        return
    opener = gzip.open if options.articles.endswith(".gz") else open
    with opener(options.articles, "rb") as file:
        data = file.read()
    megabytes = len(data) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        with open(path, "wb") as file:
            file.write(data)
        for name, arguments in [
            ("dates --jsonl, 1 thread", ["dates", "--jsonl", "-j", "1"]),
            ("dates --jsonl, 2 threads", ["dates", "--jsonl", "-j", "2"]),
            ("events --jsonl --mentions, 1 thread", ["events", "--jsonl", "--mentions", "-j", "1"]),
        ]:
            best = float("inf")
            for _ in range(options.runs):
                with open(path, "rb") as stdin:
                    best = min(best, seconds([options.tool, *arguments], 1, stdin=stdin))
            print(f"{name}: {megabytes / best:.1f} MB/s ({megabytes:.1f} MB in {best:.2f} s)")
            if name.startswith("dates") and name.endswith("1 thread"):
                alone = megabytes / best
        compare(data, alone)


def compare(data, ours):
    """How much faster we are than dateparser's search, on the first articles that take it 10 s."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: no peer to compare with (pip install dateparser)")
        return
    size = 0
    begin = time.perf_counter()
    for line in data.splitlines():
        search_dates(json.loads(line)["text"], languages=["ar"])
        size += len(line)
        if time.perf_counter() - begin > 10:
            break
    theirs = size / 1e6 / (time.perf_counter() - begin)
    print(f"dateparser's search: {theirs:.3f} MB/s; tarikh is {ours / theirs:.0f} times as fast")


main()
