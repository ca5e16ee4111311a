"""How many words of a text can be copied and found again in a PDF of it.

    python3 Benchmarks/pdf_words.py WORDS.txt FILE.pdf…

Reads each PDF with poppler (pdftotext), MuPDF (pymupdf) and PDFium (pypdfium2), and counts the words
of WORDS.txt that stand in the result as words of their own. Marks that only tell the reading
direction are left out of account on both sides.
"""
import re
import subprocess
import sys
import unicodedata

import pymupdf
import pypdfium2

MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text):
    return unicodedata.normalize("NFC", MARKS.sub("", text))


def readings(pdf):
    yield "poppler", subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout
    yield "mupdf", "".join(page.get_text() for page in pymupdf.open(pdf))
    yield "pdfium", "".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)
    )


words = plain(open(sys.argv[1], encoding="utf-8").read()).split()
for pdf in sys.argv[2:]:
    for reader, text in readings(pdf):
        found = set(plain(text).split())
        missing = [word for word in words if word not in found]
        share = 100 * (1 - len(missing) / len(words))
        print(f"{pdf} {reader}: {len(words) - len(missing)}/{len(words)} {share:.1f} %", *missing)
