"""Boxes that nobody overlooks: emphasis, and the banner with a level beside the title."""

from __future__ import annotations

from dataclasses import replace

from forms.blocks import Banner, Cell, Emphasis, Face, Words
from forms.writers.word.cells import Room, content, standing
from forms.writers.word.edges import around, edge, no_edge
from forms.writers.word.measures import PT
from forms.writers.word.runs import SERIF, Look, Shape, laid, paragraph, run, words
from forms.writers.word.tables import UNRULED, Frame, cell_markup, framed, row_markup

EMPHASIS = 12  # eighths of a point
LEVEL = 11
BESIDE, LEVEL_WIDTH, LEVEL_HEIGHT = 18.0, 26.0, 16.0
TITLE_SIZE, LEVEL_SIZE = 18.0, 20.0
GAP = "\u3000\u3000"
INDENT = 1.6
LINE_PITCH, TITLE_PITCH = 5.11, 5.2
BESIDE_TITLE = Words("\u3000")


def emphasis_markup(emphasis: Emphasis, width: float, *, tied: bool) -> str:
    """Lines in a heavy box, under their heading; a single one beside it."""
    shape = Shape(pitch=LINE_PITCH, keep_next=tied)
    title = Words(emphasis.title, Face.STRONG)
    single = bool(emphasis.title) and len(emphasis.lines) == 1
    said = [(title, BESIDE_TITLE, *emphasis.lines[0])] if single else emphasis.lines
    above = emphasis.title and not single
    heading = paragraph((title,), replace(shape, size=11, pitch=TITLE_PITCH)) if above else ""
    lines = "".join(paragraph(line, shape) for line in said)
    frame = Frame(around(EMPHASIS), padding=1.8, side=3.0)
    cell = cell_markup(heading + lines, width)
    return framed((width,), [row_markup(cell, emphasis.least)], frame)


def banner_markup(banner: Banner, width: float) -> str:
    """Whose sheet it is at the left, and the level in a box at the right."""
    widths = (width - BESIDE - LEVEL_WIDTH, BESIDE, LEVEL_WIDTH)
    beside = Cell(banner.beside)
    level = Shape(LEVEL_SIZE, LEVEL_SIZE * 1.2 * PT, align="center")
    room = Room(BESIDE)
    cells = (
        cell_markup(_whose(banner), widths[0], side=0.0),
        cell_markup(
            content(beside, room), BESIDE, borders=_box("right"), standing=standing(beside)
        ),
        cell_markup(paragraph(banner.level, level), LEVEL_WIDTH, borders=_box("left")),
    )
    frame = replace(UNRULED, side=INDENT)
    return framed(widths, [row_markup("".join(cells), LEVEL_HEIGHT)], frame)


def _whose(banner: Banner) -> str:
    name = words(Words(banner.text).text, Look(SERIF, TITLE_SIZE, bold=True))
    note = "".join(run(part, 10) for part in banner.note)
    gap = words(GAP, Look(size=10)) if note else ""
    title = laid(name + gap + note, Shape(TITLE_SIZE, 8.8, style="Title", align="left"))
    return title + paragraph(banner.identity, Shape(before=1.2))


def _box(open_side: str) -> str:
    """A box in two halves: each leaves out the side where they meet."""
    sides = ("top", "left", "bottom", "right")
    return "".join(no_edge(s) if s == open_side else edge(s, LEVEL) for s in sides)
