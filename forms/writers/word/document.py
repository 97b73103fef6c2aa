"""Draw papers as a Word document. Equal papers and stamps give equal bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count

from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from forms.blocks import Timeline, Words
from forms.pages import Paper
from forms.stamp import Stamp
from forms.writers.word.body import body_markup
from forms.writers.word.furniture import NOTHING, Furniture
from forms.writers.word.halves import cut_line, half_markup
from forms.writers.word.package import empty_document, packed
from forms.writers.word.pictures import DRAWN, Picture, attach, box
from forms.writers.word.runs import paragraph
from forms.writers.word.sections import furniture_markup, section_markup
from forms.writers.word.timeline import picture_of

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": f"{DRAWN}/wordprocessingDrawing",
    "a": f"{DRAWN}/main",
    "pic": f"{DRAWN}/picture",
}
W = f"{{{NAMESPACES['w']}}}"
DRAWING = f"{{{NAMESPACES['wp']}}}docPr"
FIXED_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
TO_A_SHEET = 2

Parts = Sequence[tuple[Paper, Stamp]]


def write_word(paper: Paper, stamp: Stamp) -> bytes:
    """Draw a paper as a draft to edit, with the stamp in header and footer."""
    return bind_word([(paper, stamp)], paper.title)


def bind_word(parts: Parts, title: str) -> bytes:
    """Draw papers one after another, each on pages of its own that are counted by themselves."""
    document = empty_document()
    sides = any(paper.page.official for paper, _ in parts)
    document.settings.odd_and_even_pages_header_footer = sides
    sheets = list(_sheets(parts))
    pictures = [box(ticked=False), box(ticked=True), *_pictures(parts)]
    _fill(document, sheets, pictures)
    total = "NUMPAGES" if len(sheets) == 1 else "SECTIONPAGES"
    for section, sheet in zip(document.sections, sheets, strict=True):
        _surround(section, Furniture(*sheet[0], total), pictures, even=sides)
    properties = document.core_properties
    properties.title = Words(title).text
    properties.created = properties.modified = FIXED_MOMENT
    return packed(document)


def _sheets(parts: Parts) -> Iterator[Parts]:
    """What begins on a new page: one paper, or two halves that follow one another."""
    held: list[tuple[Paper, Stamp]] = []
    for paper, stamp in parts:
        if held and (not paper.page.half or len(held) == TO_A_SHEET):
            yield held
            held = []
        if paper.page.half:
            held.append((paper, stamp))
        else:
            yield [(paper, stamp)]
    if held:
        yield held


def _pictures(parts: Parts) -> Iterator[Picture]:
    for paper, _ in parts:
        yield from (picture_of(block) for block in paper.blocks if isinstance(block, Timeline))


def _fill(document: WordDocument, sheets: Sequence[Parts], pictures: Sequence[Picture]) -> None:
    body = document.element.body
    body.remove(body[-1])
    told = [_sheet_markup(sheet) for sheet in sheets]
    for number, (sheet, markup) in enumerate(zip(sheets, told, strict=True), 1):
        elements, (ending,) = _parsed(markup), _parsed(section_markup(sheet[0][0]))
        if not elements or elements[-1].tag != f"{W}p":  # a section ends in a paragraph
            elements += _parsed(paragraph((), NOTHING))
        body.extend(elements)
        (body if number == len(sheets) else elements[-1][0]).append(ending)
    _finish(document.part, body, "".join(told), pictures)


def _sheet_markup(sheet: Parts) -> str:
    (first, stamp), *second = sheet
    if not first.page.half:
        return body_markup(first)
    halves = half_markup(first, stamp, body_markup(first)) + cut_line(first.page.frame)
    return halves + "".join(half_markup(p, s, body_markup(p)) for p, s in second)


def _surround(
    section: Section, furniture: Furniture, pictures: Sequence[Picture], *, even: bool
) -> None:
    for place, markup in furniture_markup(furniture, even=even).items():
        part = getattr(section, place)
        part.is_linked_to_previous = False
        root = part.part.element
        for stock in list(root):
            root.remove(stock)
        root.extend(_parsed(markup))
        _finish(part.part, root, markup, pictures)


def _finish(part: Part, root: BaseOxmlElement, markup: str, pictures: Sequence[Picture]) -> None:
    """Relate the pictures, and give each its own number."""
    attach(part, markup, pictures)
    numbers = count(1)
    for drawing in root.iter(DRAWING):
        drawing.set("id", str(next(numbers)))


def _parsed(markup: str) -> list[BaseOxmlElement]:
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return list(parse_xml(f"<w:body {names}>{markup}</w:body>"))
