"""Measure, print each ratio beside its bar, and end with 1 when one is over it."""

from __future__ import annotations

import io
import sys
import tempfile
from datetime import date
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from data.cipher import connect
from forms.fonts import HEI
from forms.layout import lay_out
from forms.minutes import MINUTES
from forms.stamp import SheetCode, Stamp
from forms.writers.pdf import write_pdf
from forms.writers.word import write_word
from tests.bench.agenda import agenda
from tests.bench.timing import median_ms
from tests.builders import KEY, a_running_meeting, a_store, a_team
from tests.forms.samples import minutes
from workbench.assessments import record_opinion
from workbench.bench import system_clock
from workbench.live import list_agenda

STAMP = Stamp("小组 · 例会", ("例会",), SheetCode("TEST", 1), 1, "ab" * 32, "cd" * 32, "2026-11-25")


def thirty_cases():
    """Answers of a meeting with thirty cases."""
    answers = minutes()
    items = answers["items"]
    return {**answers, "items": [dict(items[n % len(items)], position=n + 1) for n in range(30)]}


def words_of(answers):
    """The same content as plain rows, for writing it directly."""
    for item in answers["items"]:
        yield [item["name"], str(item["case_number"]), " ".join(item["facts"])]
        for said in item["opinions"]:
            yield ["讨论", said["name"], said["words"]]
        for decision in item["decisions"]:
            yield [decision["text"], decision["implementer"], decision["due_on"]]


def directly(answers):
    """Write those rows with the two libraries alone."""
    document = Document()
    table = document.add_table(rows=0, cols=3)
    rows = list(words_of(answers))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(io.BytesIO())
    style = getSampleStyleSheet()["BodyText"]
    style.fontName, style.wordWrap = "Hei", "CJK"
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    SimpleDocTemplate(io.BytesIO(), pagesize=A4).build([Table(cells)])


def papers():
    """The minutes of thirty cases in both formats, against the libraries alone."""
    pdfmetrics.registerFont(TTFont("Hei", str(HEI)))
    answers = thirty_cases()

    def ours():
        paper = lay_out(MINUTES, answers)
        write_pdf(paper, STAMP)
        write_word(paper, STAMP)

    return median_ms(ours, 5), median_ms(lambda: directly(answers), 5)


def save(folder):
    """Recording an opinion with permission, audit and chain, against one bare commit."""
    bench = a_store(folder / "save", system_clock)
    team = a_team(bench)
    item = a_running_meeting(bench, team, date(2026, 11, 25)).items["GA0101"]
    bare = connect(folder / "bare.db", KEY)
    bare.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")

    def commit():
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO t (words) VALUES ('近一月未接到警情。')")
        bare.execute("COMMIT")

    number = iter(range(10_000))
    ours = median_ms(lambda: record_opinion(bench, item, 1, words=f"第{next(number)}句"), times=60)
    shown = median_ms(lambda: list_agenda(bench, 1))
    bench.close()
    return ours, median_ms(commit, times=60), shown


def main():
    """Print every figure; return 1 when a bar was missed."""
    with tempfile.TemporaryDirectory() as name:
        ours, bare, shown = save(Path(name))
        proposed, read = agenda(Path(name))
    drawn, direct = papers()
    figures = [
        ("S2 papers of 30 cases, Word and PDF", drawn, direct, 1.3),
        ("S4 agenda of 200 cases with ten years", proposed, read, 3.0),
        ("S5 one save", ours, bare, 2.0),
    ]
    missed = False
    for title, one, other, bar in figures:
        ratio = one / other
        missed |= ratio > bar
        print(f"{title}: {one:.1f} ms / {other:.1f} ms = {ratio:.2f} (bar {bar})")
    print(f"the agenda on the screen: {shown:.1f} ms")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
