"""Draw sheets as PDF, one or many in a file. Equal papers and stamps give equal bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from forms.blocks import Face, Words
from forms.glyphs import Missing, missing_characters, missing_in
from forms.pages import HALF_HEIGHT, Page, Paper
from forms.stamp import Stamp
from forms.typefaces import PT, registered
from forms.writers.pdf.parts import Part, pour
from forms.writers.pdf.pen import INNER, Pen
from forms.writers.pdf.pictures import draw_picture, mark
from forms.writers.pdf.printed import (
    Bound,
    PicturePage,
    PlacedSlot,
    Printed,
    Progress,
    unheard,
)
from forms.writers.pdf.setting import Setting

FURNITURE_PLACE = "页眉页脚"
CUT = "沿此线裁开"
CUT_WORDS, CUT_DASH, CUT_EDGE, CUT_GAP = Setting(9), (3.0, 2.0), 14.0, 3.5

Leaf = list[tuple[int, int]]  # the pages on one side of paper, each as part and number


def write_pdf(paper: Paper, stamp: Stamp) -> Printed:
    """Draw one sheet with the stamp around it."""
    bound = bind_pdf([(paper, stamp)], paper.title)
    return Printed(bound.pdf, bound.pages[0], bound.slots[0], bound.missing)


def bind_pdf(
    parts: Sequence[tuple[Paper, Stamp]],
    title: str,
    *,
    names: Sequence[str] = (),
    pictures: Sequence[PicturePage] = (),
    progress: Progress = unheard,
) -> Bound:
    """Draw many sheets, each with its own pages, numbers and code, and pictures after them."""
    poured = [pour(paper, stamp) for paper, stamp in parts]
    slots: list[list[PlacedSlot]] = [[] for _ in poured]
    buffer = io.BytesIO()
    canvas = _canvas(buffer, title)
    leaves = list(_leaves(poured))
    for number, leaf in enumerate(leaves):
        progress(number, len(leaves) + len(pictures))
        _mark_beginnings(canvas, leaf, names)
        _draw_leaf(canvas, poured, leaf, slots)
        canvas.showPage()
    for number, picture in enumerate(pictures, len(leaves)):
        progress(number, len(leaves) + len(pictures))
        draw_picture(canvas, picture)
    canvas.save()
    return Bound(
        buffer.getvalue(),
        tuple(len(part.pages) for part in poured),
        tuple(map(tuple, slots)),
        tuple(dict.fromkeys(found for part in parts for found in _missing(*part))),
        tuple(tuple(index for index, _ in leaf) for leaf in leaves),
    )


def _mark_beginnings(canvas: Canvas, leaf: Leaf, names: Sequence[str]) -> None:
    for index, number in leaf:
        if number == 1 and index < len(names):
            mark(canvas, names[index])


def _canvas(buffer: io.BytesIO, title: str) -> Canvas:
    canvas = Canvas(buffer, invariant=1, initialFontName=registered("Hei"))
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas.setSubject("")
    canvas.setCatalogEntry("Lang", "zh-CN")
    return canvas


def _leaves(parts: Sequence[Part]) -> Iterator[Leaf]:
    """Which pages share a side of paper: two halves that follow each other do."""
    held: Leaf = []
    for index, part in enumerate(parts):
        for number in range(1, len(part.pages) + 1):
            if held and not part.paper.page.half:
                yield held
                held = []
            held.append((index, number))
            if len(held) == 2 or not part.paper.page.half:
                yield held
                held = []
    if held:
        yield held


def _draw_leaf(
    canvas: Canvas, parts: Sequence[Part], leaf: Leaf, slots: list[list[PlacedSlot]]
) -> None:
    first = parts[leaf[0][0]].paper.page
    height = 2 * HALF_HEIGHT if first.half else first.height
    canvas.setPageSize((first.width / PT, height / PT))
    for place, (index, number) in enumerate(leaf):
        pen = Pen(canvas, number, height, place * HALF_HEIGHT)
        parts[index].draw(pen, number)
        slots[index] += pen.slots
    if first.half:
        _draw_cut(Pen(canvas, 0, height), first)


def _draw_cut(pen: Pen, page: Page) -> None:
    """The line along which two halves are parted."""
    line = CUT_WORDS.single((Words(CUT, Face.FORM),))
    start = (page.width - line.width()) / 2
    end = start + line.width()
    for x1, x2 in ((CUT_EDGE, start - CUT_GAP), (end + CUT_GAP, page.width - CUT_EDGE)):
        pen.broken(x1, HALF_HEIGHT, x2, HALF_HEIGHT, INNER, CUT_DASH)
    top = HALF_HEIGHT - CUT_WORDS.pitch / 2
    CUT_WORDS.write(pen, start, CUT_WORDS.baseline(top), line)


def _missing(paper: Paper, stamp: Stamp) -> Iterator[Missing]:
    yield from missing_characters(paper.blocks, paper.strip)
    words = (stamp.head, *stamp.identity, stamp.foot_left(), stamp.foot_right(), stamp.mark)
    yield from missing_in("".join(words), FURNITURE_PLACE)
