"""Two papers of half a sheet each, one above the other, with the line to cut along."""

from __future__ import annotations

from forms.pages import HALF_HEIGHT, Paper
from forms.stamp import Stamp
from forms.writers.word.furniture import NOTHING, Furniture
from forms.writers.word.runs import SANS, Look, Shape, laid, paragraph, tab, tabs, words
from forms.writers.word.tables import UNRULED, cell_markup, framed, row_markup

CUT_HERE = "沿此线裁开"
CUT_STYLE = "CutLine"
BEGINS, ENDS = 10.0, 139.0  # mm from the upper edge of each half
FOOT_ROW = 6.4
CUT_PITCH = 4.4
CUT = Look(SANS, 9)


def half_markup(paper: Paper, stamp: Stamp, body: str) -> str:
    """One half: its head, its content, and its foot at the same height whatever stands above."""
    furniture = Furniture(paper, stamp)
    width = paper.page.frame
    inside = furniture.first_header() + body + paragraph((), NOTHING)
    content = cell_markup(inside, width, standing="top")
    foot = cell_markup(furniture.footer(), width, standing="bottom")
    rows = (
        row_markup(content, ENDS - BEGINS - FOOT_ROW),
        row_markup(foot, FOOT_ROW),
    )
    return framed((width,), rows, UNRULED)


def cut_line(width: float) -> str:
    """The line between two halves, and the words that say what it is for."""
    room = HALF_HEIGHT - ENDS + BEGINS - CUT_PITCH
    before = HALF_HEIGHT - ENDS - CUT_PITCH / 2
    stops = tabs(("center", width / 2), ("right", width), leader="hyphen")
    shape = Shape(9, CUT_PITCH, before=before, after=room - before, style=CUT_STYLE, extra=stops)
    return laid(tab(9) + words(f" {CUT_HERE} ", CUT) + tab(9), shape)
