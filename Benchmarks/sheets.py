#!/usr/bin/env python3
"""Draws a like page of the same events with tarikh, Typst, WeasyPrint and matplotlib, in one run.

usage: Benchmarks/sheets.py EVENTS.jsonl [--tool PATH] [--sizes 12,100,1000] [--runs N]

EVENTS.jsonl is what `tarikh events --jsonl` writes; so many events of it are drawn, spread over the file.
pip install typst weasyprint matplotlib pymupdf pypdfium2; what is not installed is left out. Each tool
is a process of its own, from nothing to the file: wall time (best of N), peak memory, size, pages, and how
many of the distinct Arabic words of the events' sentences are found again by poppler, MuPDF and PDFium.

A like page: a title, an axis with a mark a month or a day, and the list with date and sentence, Arabic
from right to left in Amiri. tarikh draws more (labels, legend, sources, links, tags); matplotlib has no
flowing text and gets one line an event.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FONTS = "/usr/share/fonts/opentype/fonts-hosny-amiri"
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WORD = re.compile("[\u0621-\u064a]{3,}")

TYPST = """
import json, sys, typst
events = json.load(open(sys.argv[1]))
def q(t): return json.dumps(t, ensure_ascii=False)
span = max(e['day'] for e in events) or 1
body = ['#set page(paper: "a4", margin: 44pt)', '#set text(font: "Amiri", lang: "ar", size: 12pt)',
        '= #%s' % q('حصيلة'), '#box(width: 100%, height: 30pt)[#place(line(length: 100%))']
body += ['#place(dx: %.3f%%, circle(radius: 3pt, fill: navy))' % (97 * e['day'] / span) for e in events]
body += [']'] + ['#grid(columns: (90pt, 1fr), text(weight: "bold", #%s), #%s)' % (q(e['date']), q(e['text']))
                 for e in events]
body = [b.replace('text(weight: "bold", #', 'text(weight: "bold", ').replace(', #"', ', "') for b in body]
open(sys.argv[2] + '.typ', 'w').write('\\n'.join(body))
typst.compile(sys.argv[2] + '.typ', output=sys.argv[2], font_paths=[sys.argv[3]])
"""

WEASYPRINT = """
import html, json, sys, weasyprint
events = json.load(open(sys.argv[1]))
span = max(e['day'] for e in events) or 1
marks = ''.join('<circle cx="%.2f" cy="15" r="3"/>' % (5 + 490 * (1 - e['day'] / span)) for e in events)
rows = ''.join('<tr><th>%s<td>%s' % (html.escape(e['date']), html.escape(e['text'])) for e in events)
page = '''<html lang=ar dir=rtl><style>@page{size:A4;margin:44pt} body{font:12pt Amiri} th{width:90pt;
vertical-align:top;text-align:right}</style><h1>حصيلة</h1><svg width=500 height=30><line x1=0 x2=500
y1=15 y2=15 stroke=black />%s</svg><table>%s</table>''' % (marks, rows)
weasyprint.HTML(string=page).write_pdf(sys.argv[2])
"""

MATPLOTLIB = """
import json, sys, textwrap
import matplotlib
matplotlib.use('pdf')
import matplotlib.pyplot as plt
from matplotlib import font_manager
from matplotlib.backends.backend_pdf import PdfPages
font_manager.fontManager.addfont(sys.argv[3] + '/Amiri-Regular.ttf')
plt.rcParams.update({'font.family': 'Amiri', 'pdf.fonttype': 42})
events = json.load(open(sys.argv[1]))
with PdfPages(sys.argv[2]) as pdf:
    for start in range(0, len(events), 40):
        figure = plt.figure(figsize=(8.27, 11.69))
        axes = figure.add_axes([.08, .9, .84, .06])
        if start == 0:
            axes.plot([-e['day'] for e in events], [0] * len(events), 'o-')
        axes.axis('off')
        for row, e in enumerate(events[start:start + 40]):
            figure.text(.95, .88 - .021 * row, e['date'] + '  ' + e['text'][:90], ha='right', size=9)
        pdf.savefig(figure)
        plt.close(figure)
"""


def plain(text):
    return unicodedata.normalize("NFC", MARKS.sub("", text))


def found(pdf, words):
    texts = [subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout]
    try:
        import pymupdf
        texts.append("\n".join(page.get_text() for page in pymupdf.open(pdf)))
    except ImportError:
        texts.append("")
    try:
        import pypdfium2
        document = pypdfium2.PdfDocument(pdf)
        texts.append("\n".join(page.get_textpage().get_text_range() for page in document))
    except ImportError:
        texts.append("")
    shares = []
    for text in texts:
        there = set(WORD.findall(plain(text)))
        shares.append(f"{100 * sum(word in there for word in words) / max(1, len(words)):5.1f}")
    return " ".join(shares)


def found_apart(pdf, words, folder):
    # In a process of its own: what this one holds would count as its children's memory.
    path = os.path.join(folder, "words.json")
    json.dump(words, open(path, "w", encoding="utf-8"))
    return subprocess.run([sys.executable, __file__, "--found", pdf, path], capture_output=True, text=True).stdout.strip()


def run(command, runs):
    best, memory = float("inf"), 0
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            return None, message.decode(errors="replace").strip().split("\n")[-1][:100]
        best = min(best, time.perf_counter() - begin)
        memory = max(memory, usage.ru_maxrss)
    return best, memory


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("events")
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build/release/tarikh"))
    parser.add_argument("--sizes", default="12,100,1000")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    lines = [line for line in open(options.events, encoding="utf-8") if '"event/1"' in line[:40]]
    lines = [line for line in lines if json.loads(line)["date"]["earliest"]
             and json.loads(line)["type"] not in ("statement", "announcement")]
    print(f"{'events':>6} {'tool':11} {'seconds':>8} {'MB':>6} {'KB':>7} {'pages':>5}  words poppler mupdf pdfium, %")
    for size in map(int, options.sizes.split(",")):
        chosen = [lines[index * len(lines) // size] for index in range(min(size, len(lines)))]
        read = [json.loads(line) for line in chosen]
        first = min(event["date"]["earliest"] for event in read)
        days = lambda date: int(date[:4]) * 365 + int(date[5:7]) * 30 + int(date[8:10])
        plainly = [{"date": event["date"]["edtf"] or event["date"]["earliest"],
                    "day": days(event["date"]["earliest"]) - days(first),
                    "text": event["headline"]["text"]} for event in read]
        words = sorted({word for event in plainly for word in WORD.findall(plain(event["text"]))})
        with tempfile.TemporaryDirectory() as folder:
            jsonl, data = os.path.join(folder, "e.jsonl"), os.path.join(folder, "e.json")
            open(jsonl, "w", encoding="utf-8").writelines(chosen)
            json.dump(plainly, open(data, "w", encoding="utf-8"), ensure_ascii=False)
            out = os.path.join(folder, "x.pdf")
            peers = [("typst", TYPST), ("weasyprint", WEASYPRINT), ("matplotlib", MATPLOTLIB)]
            jobs = [("tarikh", [options.tool, "chart", jsonl, "-q", "-o", out])]
            jobs += [(name, [sys.executable, "-c", code, data, out, FONTS]) for name, code in peers]
            for name, command in jobs:
                seconds, memory = run(command, options.runs)
                if seconds is None:
                    print(f"{size:6} {name:11} {memory}")
                    continue
                told = subprocess.run(["pdfinfo", out], capture_output=True, text=True).stdout
                pages = re.search(r"Pages:\s+(\d+)", told)
                print(f"{size:6} {name:11} {seconds:8.3f} {memory / 1024:6.0f} {os.path.getsize(out) / 1000:7.0f}"
                      f" {pages.group(1) if pages else '?':>5}  {found_apart(out, words, folder)}", flush=True)


if sys.argv[1:2] == ["--found"]:
    print(found(sys.argv[2], json.load(open(sys.argv[3], encoding="utf-8"))))
else:
    main()
