#!/usr/bin/env python3
"""Draws core event mentions to be judged by eye; README.md tells how.

usage: Benchmarks/events/draw.py MENTIONS.jsonl ARTICLES.jsonl[.gz] [--seed N] [--count N] [--score FOLDER]

MENTIONS.jsonl is what `tarikh events --mentions --jsonl` gives for the articles. Core are the mentions whose
class ../shared/score/score.py counts as such. Prints each drawn mention with its sentence and the text
about it.
"""
import argparse
import gzip
import importlib.util
import json
import os
import random

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NO_CORE = {"other", "statement", "deadline"}
ABOUT = 500


def rows(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def classes(folder):
    spec = importlib.util.spec_from_file_location("score", os.path.join(folder, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.CLASS


def party(one):
    return "%s [%s] «%s» %s" % (one["name"], one["id"], one["surface"], one["how"])


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("mentions")
    options.add_argument("articles")
    options.add_argument("--seed", type=int, default=2021)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--score", default=os.path.join(ROOT, "../shared/score"))
    options = options.parse_args()
    of_type = classes(options.score)
    texts = {row["id"]: row for row in rows(options.articles)}
    core = {}
    for row in rows(options.mentions):
        for mention in row["mentions"]:
            if of_type.get(mention["type"], "other") not in NO_CORE:
                core[mention["id"]] = (row, mention)
    print("%d core mentions" % len(core))
    drawn = random.Random(options.seed).sample(sorted(core), options.count)
    for number, key in enumerate(drawn, 1):
        row, mention = core[key]
        # Offsets count Unicode scalars, as Python does.
        text = texts[row["id"]]["text"]
        start = max(0, mention["sentence_start"] - ABOUT)
        end = mention["sentence_end"] + ABOUT // 2
        date = mention["date"]
        print("\n#%d %s  article of %s" % (number, key, row.get("date")))
        print("type %s (%s), rule %s, trigger «%s»" % (
            mention["type"], mention["status"], mention["rule"], mention["trigger"]))
        print("doers: " + "; ".join(map(party, mention["actors"])))
        print("others: " + "; ".join(map(party, mention["recipients"])))
        print("place: %s" % ((mention.get("place") or {}).get("name") if isinstance(
            mention.get("place"), dict) else mention.get("place")))
        print("date: %s..%s %s (%s, «%s»)" % (
            date["earliest"], date["latest"], date["precision"], date["basis"], date["text"]))
        print("sentence: " + mention["text"].replace("\n", " "))
        print("about it: …%s…" % text[start:end].replace("\n", " / "))


if __name__ == "__main__":
    main()
