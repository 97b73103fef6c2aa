"""Read printed pages and Word files back as words, and say what a paper should say."""

from __future__ import annotations

import io
import re
from contextlib import closing
from zipfile import ZipFile

import pypdfium2
from lxml import etree

from forms.blocks import (
    Banner,
    Break,
    Chapter,
    Cover,
    Emphasis,
    Ending,
    Heading,
    Imprint,
    PenLines,
    RedHead,
    Role,
    SignatureGrid,
    Squares,
    Table,
    Text,
    Timeline,
    Title,
    Words,
)
from forms.official import imprint_words
from forms.pages import HALF_HEIGHT, PORTRAIT
from forms.signing import DAY, LATER, SEAL, TITLES, absence, numbered_pairs

MM = 72 / 25.4
PAGE_HEIGHT = 297
CODE_ROOM = 23
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = re.compile(r"\s")


def words_within(page, left, top, right, bottom):
    """The words inside a rectangle in mm from the top left corner, without spaces."""
    text_page = page.get_textpage()
    height = page.get_height()
    text = text_page.get_text_bounded(
        left * MM, height - bottom * MM, right * MM, height - top * MM
    )
    text_page.close()
    return SPACES.sub("", text)


def page_bodies(pdf, page=PORTRAIT):
    """What each page says between its head and its foot, also of two on one sheet of paper."""
    sides = page.left - 5, page.right + 5
    top = (page.top if page.coded else page.top_without_code) - 0.5
    found = []
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for side in document:
            for shift in (0, HALF_HEIGHT) if page.half else (0,):
                first = min(top, 23.5) if not (found or page.coded) else top
                upper, lower = first + shift, page.bottom + 2 + shift
                found.append(words_within(side, sides[0], upper, sides[1], lower))
    return found


def title_band(pdf, page=PORTRAIT):
    """What the band above the body of the first page says."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        edges = page.left - 5, page.head + 1.2, page.right - CODE_ROOM, 39
        return words_within(document[0], *edges) if page.coded else ""


def pdf_words(pdf, paper):
    """All words of a PDF in order, without what overleaf or the foot of each page repeats."""
    strip = SPACES.sub("", strip_words(paper))
    bodies = [body.removesuffix(strip) for body in page_bodies(pdf, paper.page)]
    told = title_band(pdf, paper.page) + bodies[0]
    for body in bodies[1:]:
        told += _unrepeated(body, paper.blocks, told)
    return told


def strip_words(paper):
    """What the strip at the foot of every page says."""
    return paper.strip.sentence + _said(paper.strip.table) if paper.strip else ""


def paper_words(paper):
    """All words of a paper in the order they are printed, without spaces."""
    return SPACES.sub("", "".join(map(_said, paper.blocks)))


def _unrepeated(body, blocks, told):
    """A page without the heads of tables that began before it, and without what it continues."""
    for table in blocks:
        if isinstance(table, Table) and table.head and _head(table) in told:
            remark = "（续上页）" if table.head[0].cells[0].role is Role.SUBJECT else ""
            body = body.removeprefix(_head(table) + remark)
    return re.sub(r"^\S{2,4}（续）", "", body).replace("（续）", "")


def _head(table):
    return SPACES.sub("", "".join(map(_row, table.head)))


def _said(block):
    match block:
        case Title():
            return _line(block.above) + block.text + _line(block.below)
        case Banner():
            lines = (block.note, block.identity, *block.beside, block.level)
            return block.text + "".join(map(_line, lines))
        case Heading():
            return block.text + _line(block.note)
        case Table():
            return "".join(map(_row, block.head)) + "".join(map(_group, block.groups))
        case Text():
            return "".join(map(_line, block.paragraphs))
        case Emphasis():
            return block.title + "".join(map(_line, block.lines))
        case SignatureGrid():
            return _grid(block)
        case Timeline():
            return timeline_words(block)
        case Cover():
            entries = "".join(label + _line(value) for label, value in block.entries)
            around = (block.left, block.right, block.title, block.below, entries, block.unit)
            return "".join((*around, *block.foot)).replace("＿", "")
        case RedHead():
            return block.title + block.number + block.issuer + block.day
        case Imprint():
            return "".join(imprint_words(block))
        case Chapter() | Ending():
            return block.text
        case PenLines() | Break():
            return ""


def timeline_words(timeline):
    """What is written on a timeline when it is drawn, without spaces."""
    tracks = (track.label + "".join(m.text for m in track.marks) for track in timeline.tracks)
    said = "".join((timeline.label, *timeline.months, *tracks, timeline.legend))
    return SPACES.sub("", said)


def _grid(grid):
    said = "".join(TITLES * 2)
    for pair in numbered_pairs(grid.signers):
        for number, signer in pair:
            if signer is None:
                said += SEAL
                continue
            later = LATER if signer.absent else ""
            said += f"{number}{signer.role}{signer.name}{absence(signer)}{later}{DAY}"
    return said


def _group(group):
    label = _cell(group.label) if group.label else ""
    return label + "".join(map(_row, group.rows))


def _row(row):
    return "".join(map(_cell, row.cells))


def _cell(cell):
    return "".join(map(_line, (cell.corner, *cell.lines, cell.aside, cell.low)))


def _line(line):
    return "".join(map(_run, line))


def _run(run):
    if isinstance(run, Squares):
        return "".join(run.signs)
    return run.text if isinstance(run, Words) else ""


def word_parts(docx):
    """The XML of the document, its headers and its footers."""
    with ZipFile(io.BytesIO(docx)) as archive:
        names = sorted(
            n for n in archive.namelist() if re.match(r"word/(doc|head|foot)\w*\.xml", n)
        )
        return {name: etree.fromstring(archive.read(name)) for name in names}


def word_words(docx):
    """All words of the body of a Word file in order, without what surrounds half a sheet."""
    document = word_parts(docx)["word/document.xml"]
    said = (text for text in document.iter(f"{WORD}t") if not _is_furniture(text))
    return SPACES.sub("", "".join(text.text or "" for text in said))


def _is_furniture(text):
    paragraph = next(text.iterancestors(f"{WORD}p"))
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return style is not None and style.get(f"{WORD}val") in {"Header", "Footer", "CutLine"}
