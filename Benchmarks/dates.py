#!/usr/bin/env python3
"""Measures `tarikh dates --jsonl` in megabytes a second, with one thread and with two, beside yardsticks.

usage: Benchmarks/dates.py [--tool PATH] [--articles FILE.jsonl[.gz]] [--runs N]

The yardsticks run in the same minute on the same machine, for megabytes a second alone say little: `wc -m`
(decodes UTF-8 and does nothing else) and Python's json module (parses the lines and does nothing else).
Every figure is the best of N runs, for the machine's other work only ever makes a run slower. The answers
of one and of two threads must be the same bytes.
"""
import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def best_of(runs, work):
    best = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def run(command, path):
    with open(path, "rb") as stdin:
        subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, check=True)


def digest(command, path):
    """The answer's digest and its number of lines."""
    with open(path, "rb") as stdin:
        answer = subprocess.run(command, stdin=stdin, stdout=subprocess.PIPE, check=True).stdout
    return hashlib.sha256(answer).hexdigest(), answer.count(b"\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build/release/tarikh"))
    parser.add_argument("--articles", default=os.path.join(ROOT, "../shared/load/articles.jsonl.gz"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not os.path.exists(options.articles):
        sys.exit(f"no {options.articles}; name a file of articles with --articles")
    if not os.access(options.tool, os.X_OK):
        sys.exit(f"no {options.tool}; build it with ‘swift build -c release --product tarikh’")

    opener = gzip.open if options.articles.endswith(".gz") else open
    with opener(options.articles, "rb") as file:
        data = file.read()
    lines = data.splitlines()
    megabytes = len(data) / 1e6
    print(f"{len(lines)} articles, {megabytes:.1f} MB, best of {options.runs}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        with open(path, "wb") as file:
            file.write(data)
        commands = {
            f"dates --jsonl -j {count}": [options.tool, "dates", "--jsonl", "-j", str(count)]
            for count in (1, 2)
        }
        figures = {"wc -m": best_of(options.runs, lambda: run(["wc", "-m"], path))}
        figures["python json"] = best_of(options.runs, lambda: [json.loads(line) for line in lines])
        for name, command in commands.items():
            figures[name] = best_of(options.runs, lambda: run(command, path))
        for name, seconds in figures.items():
            print(f"{name:20} {megabytes / seconds:8.1f} MB/s  {seconds:6.3f} s")
        one, two = (figures[name] for name in commands)
        print(f"two threads are {one / two:.2f} times as fast as one ({os.cpu_count()} cores)")
        answers = {digest(command, path) for command in commands.values()}
        if len(answers) > 1:
            sys.exit("one and two threads answer differently")
        if {count for _, count in answers} != {len(lines)}:
            sys.exit("not one line out for each line in")
        print("the answers are the same bytes, one line for each article")


main()
