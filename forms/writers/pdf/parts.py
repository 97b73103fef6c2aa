"""One paper poured over pages, ready to be drawn with everything around its content."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from forms.blocks import Title
from forms.pages import Paper
from forms.stamp import Stamp
from forms.writers.pdf.cover import SetCover
from forms.writers.pdf.flow import Flow, Placed
from forms.writers.pdf.items import Body
from forms.writers.pdf.official import OfficialFurniture
from forms.writers.pdf.page import Furniture
from forms.writers.pdf.pen import Pen
from forms.writers.pdf.strip import SetStrip, set_strip

BODY_TITLE_TOP = 24.0  # of a title that stands in the body, whatever the page


class Surroundings(Protocol):
    """What stands around the content of a page."""

    def draw(self, pen: Pen, number: int, pages: int) -> None:
        """Draw around page `number` of `pages`."""


@dataclass(frozen=True)
class Part:
    """The pages of one paper."""

    paper: Paper
    pages: list[list[Placed]]
    around: Surroundings
    strip: SetStrip | None

    def draw(self, pen: Pen, number: int) -> None:
        """Draw page `number`, the first being 1."""
        placed = self.pages[number - 1]
        if not any(isinstance(one.piece, SetCover) for one in placed):
            self.around.draw(pen, number, len(self.pages))
        for one in placed:
            one.piece.draw(pen, one.top)
        for frame, found in groupby(placed, key=lambda one: one.frame):
            rows = list(found)
            if frame:
                height = rows[-1].bottom - rows[0].top
                pen.frame(frame.x, rows[0].top, frame.width, height, frame.weight)
        if self.strip:
            self.strip.draw(pen)


def pour(paper: Paper, stamp: Stamp) -> Part:
    """Lay a paper out over as many pages as it needs."""
    page = paper.page
    strip = set_strip(paper.strip, page) if paper.strip else None
    bottom = strip.body_bottom if strip else page.bottom
    in_body = not page.coded and not page.official
    flow = Flow(page.body_top(), bottom, BODY_TITLE_TOP if in_body else None)
    flow.pour(Body(page, bottom - page.body_top()).items(paper.blocks))
    title = next((b for b in paper.blocks if isinstance(b, Title)), Title(paper.title))
    around = OfficialFurniture(page, stamp) if page.official else Furniture(page, stamp, title)
    return Part(paper, flow.pages, around, strip)
