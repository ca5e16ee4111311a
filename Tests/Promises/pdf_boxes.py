#!/usr/bin/env python3
"""Looks at drawn sheets from outside: no two words of a page may meet, all stay on the page, and
every word of every title is found.

Random tables are charted to PDF in every layout, and poppler's `pdftotext -bbox` tells where each
word stands. Its boxes are as tall as the font and not as the ink, so that the boxes of two lines of
one paragraph overlap; the middle half of the height is compared.

usage: pdf_boxes.py TARIKH [HOW_MANY]
"""
import html
import math
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

LAYOUTS = ["briefing", "timeline", "lanes", "lanes-by-type", "agenda", "positions", "strip"]
WORDS = (
    "في بغداد المفاوضات العلاقات قرار مجلس الأمن أنّ واستقباله من إلى جدول الأعمال الوفدين لبحث "
    "والملفات العالقة الرئيس الحكومة اللجنة المشتركة لقاء زيارة رسمية اتفاقًا بشأن الحدود UNSC 2735 "
    "(NATO) 14 Reuters"
).split()
HARD = ["\u202eabc\u202c", "\U0001f600", "طويل" * 25, "a\u2028b"]


def title(rng):
    count = rng.choice([1, 3, 6, 9, 12, 18, 25, 60])
    words = [rng.choice(WORDS) for _ in range(count)]
    if rng.random() < 0.15:
        words.insert(rng.randrange(len(words) + 1), rng.choice(HARD))
    return " ".join(words)


def day(rng, spread):
    number = rng.randint(-spread, spread)
    year = 2020 + number // 365
    return f"{max(1, year):04d}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"


def table(rng, groups):
    """Rows of a table, log-uniform from 1 to 300, with bursts and coarse dates."""
    count = round(math.exp(rng.uniform(0, math.log(300))))
    spread = rng.choice([1, 400, 4000, 300_000])
    burst = day(rng, spread)
    rows = []
    for _ in range(count):
        date = burst if rng.random() < 0.2 else day(rng, spread)
        date = date[: rng.choice([10, 10, 10, 10, 7, 4])]
        rows.append((date, title(rng), rng.choice(groups)))
    return rows


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def plain(text):
    """Letters and digits only, in one form: what a reader would search for."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def check(tarikh, seed, folder):
    rng = random.Random(seed)
    layout = LAYOUTS[seed % len(LAYOUTS)]
    # The layout of sayings shows only those.
    groups = ["statement", "demand"] if layout == "positions" else ["بغداد", "واشنطن", "أربيل", ""]
    rows = table(rng, groups)
    source = folder / f"{seed}.csv"
    lines = ["date,end,title,group,source"]
    lines += [f"{date},,{cell(title)},{cell(group)},مثال" for date, title, group in rows]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    pdf = folder / f"{seed}.pdf"
    options = ["--lang", "en"] if seed % 4 == 3 else ["--hijri"] if seed % 4 == 2 else []
    run = subprocess.run(
        [tarikh, "chart", "-q", str(source), "-o", str(pdf), "--layout", layout, "--title", "مثال",
         *options],
        capture_output=True, text=True,
    )
    if run.returncode != 0:
        return layout, len(rows), 0, [f"exit {run.returncode}: {run.stderr.strip()}"]
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True)
    faults = []
    found = set()
    solid = []
    count = 0
    for page, part in enumerate(boxes.stdout.split("<page ")[1:], 1):
        width, height = map(float, re.findall(r'(?:width|height)="([\d.]+)"', part)[:2])
        words = []
        for match in re.finditer(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
            part,
        ):
            left, top, right, bottom = map(float, match.groups()[:4])
            text = html.unescape(match.group(5))
            quarter = (bottom - top) / 4
            words.append((left, top + quarter, right, bottom - quarter, text))
            # Poppler gives the letters of each word as they stand, from left to right.
            found.update((plain(text), plain(text)[::-1]))
            solid.append(plain(text)[::-1])
            if left < -0.5 or right > width + 0.5 or top + quarter < 0 or bottom - quarter > height:
                faults.append(f"page {page}: ‘{text}’ leaves the page")
        count += len(words)
        words.sort(key=lambda word: word[1])
        for index, first in enumerate(words):
            for second in words[index + 1:]:
                if second[1] >= first[3]:
                    break
                # A word that poppler splits has pieces that touch.
                if min(first[2], second[2]) - max(first[0], second[0]) > 1.0:
                    faults.append(f"page {page}: ‘{first[4]}’ meets ‘{second[4]}’")
    everything = "".join(solid)
    for _, words, _ in rows:
        if any(hard in words for hard in HARD):
            continue
        for word in map(plain, words.split()):
            if word and word not in found and word not in everything:
                faults.append(f"‘{word}’ is not found")
    return layout, len(rows), count, faults


def main():
    tarikh = sys.argv[1]
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    bad = 0
    total = 0
    with tempfile.TemporaryDirectory() as name:
        for seed in range(cases):
            layout, rows, words, faults = check(tarikh, seed, Path(name))
            total += words
            if faults:
                bad += 1
                print(f"seed {seed}, {layout}, {rows} rows: {len(faults)} faults: {faults[:3]}")
    print(f"{cases} PDFs, {total} words: {bad} with faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
