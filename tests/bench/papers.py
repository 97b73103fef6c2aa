"""The pack of a meeting of thirty cases in both formats, against the libraries alone."""

from __future__ import annotations

import io
import shutil
import subprocess
import time
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid

from forms.agenda import AGENDA
from forms.assessment import ASSESSMENT
from forms.blocks import Table, Text, Words
from forms.brief import BRIEF
from forms.fonts import HEI
from forms.layout import lay_out
from forms.minutes import MINUTES
from forms.stamp import SheetCode, Stamp
from forms.summary import SUMMARY
from forms.task_slip import TASK_SLIP
from forms.writers.pdf import write_pdf
from forms.writers.word import write_word
from tests.bench.timing import median_ms
from tests.forms import (
    agenda_samples,
    assessment_samples,
    brief_samples,
    summary_samples,
    task_slip_samples,
)
from tests.forms.samples import minutes

STAMP = Stamp("小组 · 例会", ("例会",), SheetCode("TEST", 1), 1, "ab" * 32, "cd" * 32, "2026-11-25")
CASES = 30
FRAME = 440.0


def pack():
    """Form and answers of every paper of the meeting."""
    items = minutes()["items"]
    told = [dict(items[n % len(items)], position=n + 1) for n in range(CASES)]
    yield AGENDA, agenda_samples.agenda()
    yield MINUTES, {**minutes(), "items": told}
    yield SUMMARY, summary_samples.bursting_summary()
    for _ in range(CASES):
        yield BRIEF, brief_samples.brief()
        yield ASSESSMENT, assessment_samples.assessment()
        yield TASK_SLIP, task_slip_samples.task_slip()


def ours(papers):
    """Lay out and write every paper as PDF and as Word; return the Word files."""
    files = []
    for form, answers in papers:
        paper = lay_out(form, answers)
        write_pdf(paper, STAMP)
        files.append(write_word(paper, STAMP))
    return files


def tables_of(paper):
    """The words of a laid-out paper as plain tables, every row as wide as the widest."""
    for block in paper.blocks:
        if isinstance(block, Text):
            yield [["".join(_said(line) for line in block.paragraphs)]]
        elif isinstance(block, Table):
            rows = (*block.head, *(row for group in block.groups for row in group.rows))
            cells = [["".join(_said(line) for line in c.lines) for c in row.cells] for row in rows]
            widest = max(map(len, cells))
            yield [row + [""] * (widest - len(row)) for row in cells]


def _said(line):
    return "".join(run.text for run in line if isinstance(run, Words))


def directly(contents):
    """Write those tables with the two libraries alone, a file of each kind for each paper."""
    style = getSampleStyleSheet()["BodyText"]
    style.fontName, style.wordWrap = "Hei", "CJK"
    for tables in contents:
        document, drawn = Document(), []
        for rows in tables:
            columns = len(rows[0])
            written = document.add_table(rows=0, cols=columns)
            for row in rows:
                for cell, text in zip(written.add_row().cells, row, strict=True):
                    cell.text = text
            cells = [[Paragraph(text, style) for text in row] for row in rows]
            drawn.append(Grid(cells, colWidths=[FRAME / columns] * columns, splitInRow=1))
        document.save(io.BytesIO())
        SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(drawn)


def papers():
    """Milliseconds for our pack, and for the same rows written directly."""
    pdfmetrics.registerFont(TTFont("Hei", str(HEI)))
    whole = list(pack())
    contents = [list(tables_of(lay_out(form, answers))) for form, answers in whole]
    return median_ms(lambda: ours(whole), 3), median_ms(lambda: directly(contents), 3)


def through_an_office(folder: Path):
    """Milliseconds LibreOffice takes to turn the Word files of the pack into PDF, if it is here.

    All in one run, and each in a run of its own as templates filled one by one are converted.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    files = []
    for number, content in enumerate(ours(list(pack()))):
        files.append(folder / f"{number}.docx")
        files[-1].write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    asked = (office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    together = _seconds(asked, files)
    return together * 1000, _seconds(asked, files[:1]) * 1000 * len(files)


def _seconds(asked, files):
    start = time.perf_counter()
    subprocess.run((*asked, *map(str, files)), capture_output=True, check=True)
    return time.perf_counter() - start
