"""The pages sheets are printed on, in mm from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass

from forms.blocks import Block, Table


@dataclass(frozen=True)
class Page:
    """The frame of a page. A `coded` one carries the code and corner marks of a signed sheet.

    Bodies begin lower where a code stands at the top. `half` is one of two on a sheet of paper.
    """

    width: float
    height: float
    left: float
    right: float
    head: float
    top: float
    top_without_code: float
    bottom: float
    foot_rule: float
    foot: float
    coded: bool = True
    half: bool = False
    official: bool = False

    @property
    def frame(self) -> float:
        """The width between the edges of the frame."""
        return self.right - self.left

    @property
    def marks(self) -> tuple[tuple[float, float], ...]:
        """The centres of the corner marks."""
        right, low = self.width - MARK_EDGE, self.height - MARK_EDGE
        return ((MARK_EDGE, MARK_EDGE), (right, MARK_EDGE), (MARK_EDGE, low), (right, low))

    def body_top(self) -> float:
        """Where the body begins."""
        return self.top if self.coded else self.top_without_code


MARK_EDGE = 10.0
HALF_HEIGHT = 148.5
_PORTRAIT = (210.0, 297.0, 25.0, 195.0, 13.4, 41.0, 24.0, 277.0, 280.6, 284.8)
_LANDSCAPE = (297.0, 210.0, 15.0, 282.0, 15.0, 41.0, 33.0, 191.0, 194.4, 198.6)
_HALF = (210.0, HALF_HEIGHT, 25.0, 195.0, 13.4, 41.0, 24.0, 129.5, 133.1, 137.3)
_OFFICIAL = (210.0, 297.0, 28.0, 184.0, 0.0, 37.0, 37.0, 262.0, 0.0, 269.0)

PORTRAIT = Page(*_PORTRAIT)
PLAIN_PORTRAIT = Page(*_PORTRAIT, coded=False)
LANDSCAPE = Page(*_LANDSCAPE)
PLAIN_LANDSCAPE = Page(*_LANDSCAPE, coded=False)
HALF = Page(*_HALF, half=True)
OFFICIAL = Page(*_OFFICIAL, coded=False, official=True)


@dataclass(frozen=True)
class Strip:
    """What stands at the foot of every page: a sentence and everybody's room for ink."""

    sentence: str
    table: Table


@dataclass(frozen=True)
class Paper:
    """One sheet laid out: its title, the page it is printed on, and what is on it."""

    title: str
    page: Page
    blocks: tuple[Block, ...]
    strip: Strip | None = None
