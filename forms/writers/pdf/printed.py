"""What comes out of drawing: the bytes, the places to sign, and what no typeface could draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forms.glyphs import Missing

Progress = Callable[[int, int], None]


def unheard(done: int, of: int) -> None:
    """For drawing that nobody waits for."""


@dataclass(frozen=True)
class PlacedSlot:
    """Room for one person's ink, in mm from the centre of the top left corner mark."""

    key: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Printed:
    """A finished PDF: its bytes, the places to sign, and what no typeface could draw."""

    pdf: bytes
    pages: int
    slots: tuple[PlacedSlot, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class Bound:
    """Many sheets as one PDF, with the pages and places to sign of each, and what shares a side."""

    pdf: bytes
    pages: tuple[int, ...]
    slots: tuple[tuple[PlacedSlot, ...], ...]
    missing: tuple[Missing, ...]
    sides: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class PicturePage:
    """One page of a file that came in, as JPEG: what stands above and below it.

    The first page of a file carries the `name` under which it is found.
    """

    jpeg: bytes
    head: str
    foot: str
    name: str = ""
