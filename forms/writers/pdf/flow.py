"""Pour pieces over pages: what belongs together stays together, heads are repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from forms.writers.pdf.pen import Pen

ROUNDING = 1e-6


class Piece(Protocol):
    """Something with a height that can be drawn, and perhaps divided when it is very high."""

    @property
    def height(self) -> float:
        """In mm."""

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Two parts, the first no higher than `room`; None when it may not or cannot be done."""

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it with its upper edge at `top`."""


class Elastic(Piece, Protocol):
    """A piece that takes whatever is left of its page."""

    def stretched(self, height: float) -> Piece:
        """The same piece, higher."""


@dataclass(frozen=True)
class Frame:
    """The outline drawn around all that one table has on a page."""

    number: int
    x: float
    width: float
    weight: float


@dataclass(frozen=True)
class Nothing:
    """A piece that takes no room."""

    height: float = 0.0

    def split(self, room: float) -> None:
        """There is nothing to divide."""

    def draw(self, pen: Pen, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class Item:
    """A piece in the stream. Pieces of one table share a `frame`, and its `head` overleaf.

    What is `optional` stands only where there is room for it. `elastic` is the same piece when it
    takes all that is left of the page, and goes, with what is tied to it, where that is too little.
    A piece that is `sunk` stands at the foot of its page; after one that `turns`, a page begins.
    """

    piece: Piece
    space: float = 0.0
    with_next: bool = False
    frame: Frame | None = None
    head: Piece | None = None
    optional: bool = False
    elastic: Elastic | None = None
    sunk: bool = False
    turns: bool = False


@dataclass(frozen=True)
class Placed:
    """A piece at its place on a page."""

    piece: Piece
    top: float
    frame: Frame | None = None

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.piece.height


class Flow:
    """Pages being filled from top to bottom. The first may begin at another height."""

    def __init__(self, top: float, bottom: float, first_top: float | None = None) -> None:
        self._top = top
        self._first_top = top if first_top is None else first_top
        self._bottom = bottom
        self.pages: list[list[Placed]] = [[]]

    def pour(self, items: Iterable[Item]) -> None:
        """Place everything."""
        due = False
        for clump in _clumps(items):
            if due and self.pages[-1]:
                self._turn()
            due = clump[-1].turns
            if pieces := [item for item in clump if not item.turns]:
                self._place(pieces)

    def _place(self, clump: list[Item]) -> None:
        if self._fits(clump):
            self._put(self._stretched(clump))
        elif clump[-1].optional:
            return
        elif parts := self._divided(clump):
            self._put(parts[0])
            self._turn()
            self._place(parts[1])
        elif self.pages[-1]:
            self._turn()
            self._place(clump)
        else:
            self._put(clump[:1])
            self._place(clump[1:])

    def _stretched(self, clump: list[Item]) -> list[Item]:
        """The clump with its last piece as high as the page has room for."""
        *before, last = clump
        if last.elastic is None:
            return clump
        height = last.piece.height + self._bottom - self._end(clump)
        return [*before, replace(last, piece=last.elastic.stretched(height))]

    def _divided(self, clump: list[Item]) -> tuple[list[Item], list[Item]] | None:
        """A clump that ends, or failing that begins, in something that may be divided."""
        *before, last = clump
        room = self._bottom - self._end([*before, replace(last, piece=Nothing())])
        if parts := last.piece.split(room):
            return [*before, replace(last, piece=parts[0])], [
                replace(last, piece=parts[1], space=0)
            ]
        if before and not self.pages[-1] and (parts := before[0].piece.split(room)):
            rest = replace(before[0], piece=parts[1], space=0)
            return [replace(before[0], piece=parts[0])], [rest, *clump[1:]]
        return None

    def _fits(self, clump: list[Item]) -> bool:
        return self._end(clump) <= self._bottom + ROUNDING

    def _end(self, clump: list[Item]) -> float:
        y = self._next_top()
        fresh = not self.pages[-1]
        for number, item in enumerate(clump):
            y += self._lead(item, fresh and number == 0) + item.piece.height
        return y

    def _lead(self, item: Item, first: bool) -> float:
        """What stands above a piece: its space, or on a new page the head of its table."""
        if not first:
            return item.space
        return item.head.height if item.head else 0.0

    def _put(self, items: list[Item]) -> None:
        for item in items:
            if not self.pages[-1] and item.head:
                self.pages[-1].append(Placed(item.head, self._next_top(), item.frame))
                top = self._next_top()
            else:
                top = self._next_top() + (item.space if self.pages[-1] else 0.0)
            top = self._bottom - item.piece.height if item.sunk else top
            self.pages[-1].append(Placed(item.piece, top, item.frame))

    def _next_top(self) -> float:
        if self.pages[-1]:
            return self.pages[-1][-1].bottom
        return self._first_top if len(self.pages) == 1 else self._top

    def _turn(self) -> None:
        self.pages.append([])


def _clumps(items: Iterable[Item]) -> Iterator[list[Item]]:
    held: list[Item] = []
    for item in items:
        held.append(item)
        if item.turns or not item.with_next:
            yield held
            held = []
    if held:
        yield held
