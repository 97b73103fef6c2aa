"""Read printed pages and Word files back as words."""

from __future__ import annotations

import io
import re
from contextlib import closing
from zipfile import ZipFile

import pypdfium2
from lxml import etree

from forms.blocks import Role, Table, Words

MM = 72 / 25.4
PAGE_HEIGHT = 297
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = re.compile(r"\s")


def words_within(page, left, top, right, bottom):
    """The words inside a rectangle in mm from the top left corner, without spaces."""
    text_page = page.get_textpage()
    text = text_page.get_text_bounded(
        left * MM, (PAGE_HEIGHT - bottom) * MM, right * MM, (PAGE_HEIGHT - top) * MM
    )
    text_page.close()
    return SPACES.sub("", text)


def page_bodies(pdf):
    """What each page says between its head and its foot."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [words_within(page, 20, 40.5, 200, 279) for page in document]


def title_band(pdf):
    """What the band above the body of the first page says."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return words_within(document[0], 20, 15, 172, 39)


def pdf_words(pdf, blocks):
    """All words of a PDF in order, without what only overleaf repeats."""
    bodies = page_bodies(pdf)
    return title_band(pdf) + bodies[0] + "".join(_unrepeated(body, blocks) for body in bodies[1:])


def _unrepeated(body, blocks):
    for table in blocks:
        if isinstance(table, Table) and table.head:
            body = body.removeprefix(_repeated_head(table))
    return re.sub(r"^\S{2,4}（续）", "", body).replace("（续）", "")


def _repeated_head(table):
    cells = [cell for row in table.head for cell in row.cells]
    text = "".join(
        run.text for cell in cells for line in cell.lines for run in line if isinstance(run, Words)
    )
    remark = "（续上页）" if cells[0].role is Role.SUBJECT else ""
    return SPACES.sub("", text) + remark


def word_parts(docx):
    """The XML of the document, its headers and its footers."""
    with ZipFile(io.BytesIO(docx)) as archive:
        names = sorted(
            n for n in archive.namelist() if re.match(r"word/(doc|head|foot)\w*\.xml", n)
        )
        return {name: etree.fromstring(archive.read(name)) for name in names}


def word_words(docx):
    """All words of the body of a Word file in order, without spaces."""
    document = word_parts(docx)["word/document.xml"]
    return SPACES.sub("", "".join(text.text or "" for text in document.iter(f"{WORD}t")))
