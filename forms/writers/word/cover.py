"""The cover of a file: one table inside a double frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from forms.blocks import Blank, Cover, Face, Line, Words
from forms.writers.word.edges import edge
from forms.writers.word.measures import PT, height, width
from forms.writers.word.runs import (
    EAST_ASIAN,
    SERIF,
    Look,
    Shape,
    laid,
    paragraph,
    run,
    tab,
    tabs,
    words,
)
from forms.writers.word.tables import Frame, cell_markup, framed, row_markup

EDGE, LABEL = 23.0, 30.0
HEIGHT = 254.8
HEAD, TITLE, BELOW, GAP = 22.0, 40.0, 14.0, 10.2
ENTRY, UNIT, FOOT, END = 11.6, 12.0, 14.0, 7.4
HEAD_EDGE, FOOT_EDGE, VALUE_INSET, ABOVE_LINE = 10.0, 15.0, 3.0, 0.9
BLANKS = re.compile("(＿+)")
ENTRY_SIZE, SMALLER = 14.0, 10.5
LEADING = 1.34
NAME, OWNER = Look(SERIF, 40, bold=True), Look(SERIF, 16, bold=True)
SMALL, SUBTITLE = Look(EAST_ASIAN[Face.VALUE], 11), Look(EAST_ASIAN[Face.VALUE], 15)
# The thick line of the two stands outside on all four sides.
DOUBLE = "".join(
    edge(side, 18, kind)
    for side, kind in (
        ("top", "thinThickSmallGap"),
        ("left", "thinThickSmallGap"),
        ("bottom", "thickThinSmallGap"),
        ("right", "thickThinSmallGap"),
    )
)


def cover_markup(cover: Cover, across: float) -> str:
    """The whole cover, as high as the frame of the page."""
    room = across - 2 * EDGE - LABEL
    entries = sum(_entry_height(line, room - VALUE_INSET) for _, line in cover.entries)
    spare = HEIGHT - HEAD - TITLE - BELOW - GAP - UNIT - FOOT - END - entries
    rows = (
        _across(across, HEAD, _spread((cover.left, cover.right), across, HEAD_EDGE)),
        _across(across, TITLE, _centred(cover.title, NAME), "bottom"),
        _across(across, BELOW, _centred(cover.below, SUBTITLE)),
        _across(across, GAP, _white()),
        *_entries(cover, room),
        _across(across, max(spare, 1.0), _white()),
        _across(across, UNIT, _centred(cover.unit, OWNER)),
        _across(across, FOOT, _spread(cover.foot, across, FOOT_EDGE)),
        _across(across, END, _white()),
    )
    grid = (EDGE, LABEL, room, EDGE)
    return framed(grid, rows, Frame(DOUBLE, 0.0, 0.0))


def _across(room: float, least: float, inside: str, standing: str = "center") -> str:
    return row_markup(cell_markup(inside, room, span=4, standing=standing), least)


def _entries(cover: Cover, room: float) -> Iterator[str]:
    for label, line in cover.entries:
        size = _entry_size(line, room - VALUE_INSET)
        value = paragraph(line, replace(_shape(size), over=VALUE_INSET, after=ABOVE_LINE))
        named = (Words(label, Face.FORM),)
        beside = paragraph(named, replace(_shape(ENTRY_SIZE), after=ABOVE_LINE))
        cells = (
            cell_markup(_white(), EDGE),
            cell_markup(beside, LABEL, standing="bottom"),
            cell_markup(value, room, borders=edge("bottom"), standing="bottom", side=VALUE_INSET),
            cell_markup(_white(), EDGE),
        )
        yield row_markup("".join(cells), ENTRY)


def _entry_size(line: Line, room: float) -> float:
    """Smaller where one line is not enough, so that the cover stays one page."""
    return ENTRY_SIZE if width(line, ENTRY_SIZE) <= room else SMALLER


def _entry_height(line: Line, room: float) -> float:
    size = _entry_size(line, room)
    return max(ENTRY, height(line, size, size * LEADING * PT, room) + ABOVE_LINE)


def _spread(texts: Sequence[str], across: float, from_edge: float) -> str:
    """Texts on one line, the outer ones at the edges."""
    sides = ("left", "center", "right") if len(texts) == 3 else ("left", "right")
    places = {"left": from_edge, "center": across / 2, "right": across - from_edge}
    stops = tabs(*((side, places[side]) for side in sides[: len(texts)]))
    told = "".join(tab(SMALL.size) + _told(text, SMALL) for text in texts)
    return laid(told, _shape(SMALL.size, stops))


def _centred(text: str, look: Look) -> str:
    return laid(_told(text, look), replace(_shape(look.size), align="center"))


def _told(text: str, look: Look) -> str:
    """Words with ruled blanks where they leave room for a pen."""
    pieces = BLANKS.split(Words(text).text)
    return "".join(
        run(Blank(len(piece)), look.size) if number % 2 else words(piece, look)
        for number, piece in enumerate(pieces)
    )


def _shape(size: float, stops: str = "") -> Shape:
    return Shape(size, size * LEADING * PT, extra=stops)


def _white() -> str:
    return paragraph((), Shape(1, 0.4))
