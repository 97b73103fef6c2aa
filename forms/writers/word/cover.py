"""The cover of a file: one table inside a double frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from forms.blocks import Blank, Cover, Face, Line, Words
from forms.writers.word.edges import edge
from forms.writers.word.measures import PT
from forms.writers.word.runs import (
    EAST_ASIAN,
    SANS,
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
HEIGHT = 254.0
HEAD, TITLE, BELOW, GAP = 22.0, 36.0, 14.0, 15.0
ENTRY, UNIT, FOOT, END = 11.6, 12.0, 14.0, 12.0
INSET = 10.0
BLANKS = re.compile("(＿+)")
ENTRY_SIZE = 14.0
FORM, SMALL = Look(SANS, 12), Look(SANS, 10.5)
NAME, OWNER = Look(SERIF, 40, bold=True), Look(SERIF, 16, bold=True)
SUBTITLE = Look(EAST_ASIAN[Face.VALUE], 16)
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


def cover_markup(cover: Cover, width: float) -> str:
    """The whole cover, as high as the frame of the page."""
    spare = HEIGHT - HEAD - TITLE - BELOW - GAP - UNIT - FOOT - END - ENTRY * len(cover.entries)
    rows = (
        _across(width, HEAD, _ends(cover, width)),
        _across(width, TITLE, _centred((cover.title,), NAME, width), "bottom"),
        _across(width, BELOW, _centred((cover.below,), SUBTITLE, width)),
        _across(width, GAP, _white()),
        *_entries(cover, width),
        _across(width, max(spare, 1.0), _white()),
        _across(width, UNIT, _centred((cover.unit,), OWNER, width)),
        _across(width, FOOT, _centred(cover.foot, SMALL, width)),
        _across(width, END, _white()),
    )
    grid = (EDGE, LABEL, width - 2 * EDGE - LABEL, EDGE)
    return framed(grid, rows, Frame(DOUBLE, 0.0, 0.0))


def _across(width: float, height: float, inside: str, standing: str = "center") -> str:
    return row_markup(cell_markup(inside, width, span=4, standing=standing), height)


def _entries(cover: Cover, width: float) -> Iterator[str]:
    for label, line in cover.entries:
        value = width - 2 * EDGE - LABEL
        rule = edge("bottom")
        yield row_markup(
            "".join(
                (
                    cell_markup(_white(), EDGE),
                    cell_markup(_entry((Words(label, Face.FORM),)), LABEL, standing="bottom"),
                    cell_markup(_entry(line), value, borders=rule, standing="bottom"),
                    cell_markup(_white(), EDGE),
                )
            ),
            ENTRY,
        )


def _entry(line: Line) -> str:
    return paragraph(line, Shape(ENTRY_SIZE, 7.0))


def _ends(cover: Cover, width: float) -> str:
    """Something at the left and something at the right."""
    left, right = (_told(text, FORM) for text in (cover.left, cover.right))
    stops = tabs(("left", INSET), ("right", width - INSET))
    return laid(tab(FORM.size) + left + tab(FORM.size) + right, _shape(FORM, stops))


def _centred(texts: Iterable[str], look: Look, width: float) -> str:
    """Texts spread evenly over the width."""
    told = [_told(text, look) for text in texts]
    share = width / max(len(told), 1)
    stops = tabs(*(("center", share * (n + 0.5)) for n in range(len(told))))
    return laid("".join(tab(look.size) + text for text in told), _shape(look, stops))


def _told(text: str, look: Look) -> str:
    """Words with ruled blanks where they leave room for a pen."""
    pieces = BLANKS.split(Words(text).text)
    return "".join(
        run(Blank(len(piece)), look.size) if number % 2 else words(piece, look)
        for number, piece in enumerate(pieces)
    )


def _shape(look: Look, stops: str) -> Shape:
    return Shape(look.size, look.size * 1.34 * PT, extra=stops)


def _white() -> str:
    return paragraph((), Shape(1, 0.4))
