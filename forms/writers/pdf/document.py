"""Draw a whole sheet as PDF. Equal blocks and stamps give equal bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from forms.blocks import (
    Block,
    Ending,
    Heading,
    PenLines,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from forms.glyphs import Missing, missing_characters, missing_in
from forms.stamp import Stamp
from forms.typefaces import registered
from forms.writers.pdf.flow import Flow, Item, Placed
from forms.writers.pdf.page import BODY_BOTTOM, BODY_TOP, LEFT, RIGHT, Furniture
from forms.writers.pdf.pen import OUTER, Pen, PlacedSlot
from forms.writers.pdf.signatures import signature_items
from forms.writers.pdf.tables import table_items
from forms.writers.pdf.text import ending_items, heading_items, pen_line_items, text_items

SPACES: dict[type[Block], float] = {
    Title: 0.0,
    Heading: 2.8,
    Table: 2.6,
    Text: 0.6,
    PenLines: 0.0,
    SignatureGrid: 1.4,
    Ending: 0.0,
}
FURNITURE_PLACE = "页眉页脚"


@dataclass(frozen=True)
class Printed:
    """A finished PDF: its bytes, the places to sign, and what no typeface could draw."""

    pdf: bytes
    pages: int
    slots: tuple[PlacedSlot, ...]
    missing: tuple[Missing, ...]


def write_pdf(blocks: Sequence[Block], stamp: Stamp, title: str) -> Printed:
    """Draw the blocks on A4 pages with the stamp around them."""
    flow = Flow(BODY_TOP, BODY_BOTTOM)
    flow.pour(_items(blocks))
    heading = next((block for block in blocks if isinstance(block, Title)), Title(title))
    furniture = Furniture(stamp, heading)
    buffer = io.BytesIO()
    canvas = _canvas(buffer, title)
    slots: list[PlacedSlot] = []
    for number, page in enumerate(flow.pages, 1):
        pen = Pen(canvas, number)
        furniture.draw(pen, number, len(flow.pages))
        _draw_page(pen, page)
        slots += pen.slots
        canvas.showPage()
    canvas.save()
    missing = (*missing_characters(blocks), *_missing_around(stamp))
    return Printed(buffer.getvalue(), len(flow.pages), tuple(slots), missing)


def _canvas(buffer: io.BytesIO, title: str) -> Canvas:
    canvas = Canvas(buffer, pagesize=A4, invariant=1, initialFontName=registered("Hei"))
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas.setSubject("")
    canvas.setCatalogEntry("Lang", "zh-CN")
    return canvas


def _draw_page(pen: Pen, page: list[Placed]) -> None:
    for placed in page:
        placed.piece.draw(pen, placed.top)
    for table, found in groupby(page, key=lambda placed: placed.table):
        rows = list(found)
        if table:
            height = rows[-1].bottom - rows[0].top
            pen.frame(LEFT, rows[0].top, RIGHT - LEFT, height, OUTER)


def _items(blocks: Sequence[Block]) -> Iterator[Item]:
    """Every block as pieces; what stands before a signature grid is tied to it."""
    neighbours = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    for number, (above, block, below) in enumerate(neighbours, 1):
        space = 0.0 if isinstance(above, Heading | Title) else SPACES[type(block)]
        yield from _block_items(block, number, space, tied=isinstance(below, SignatureGrid))


def _block_items(block: Block, number: int, space: float, *, tied: bool) -> Iterator[Item]:
    match block:
        case Title():
            return
        case Heading():
            yield from heading_items(block, space)
        case Table():
            yield from _tie(table_items(block, number, space), tied=tied)
        case Text():
            yield from text_items(block, space, tied=tied)
        case PenLines():
            yield from pen_line_items(block, tied=tied)
        case SignatureGrid():
            yield from signature_items(block, number, space)
        case Ending():
            yield from ending_items(block)
        case _:
            assert_never(block)


def _tie(items: Iterator[Item], *, tied: bool) -> Iterator[Item]:
    *before, last = items
    yield from before
    yield Item(last.piece, last.space, last.with_next or tied, last.table, last.head)


def _missing_around(stamp: Stamp) -> Iterator[Missing]:
    words = (stamp.head, *stamp.identity, stamp.foot_left(), stamp.foot_right(), stamp.mark)
    yield from dict.fromkeys(missing_in("".join(words), FURNITURE_PLACE))
