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


@dataclass(frozen=True)
class Item:
    """A piece in the stream. `table` numbers its table, whose `head` is repeated overleaf."""

    piece: Piece
    space: float = 0.0
    with_next: bool = False
    table: int = 0
    head: Piece | None = None
    optional: bool = False


@dataclass(frozen=True)
class Placed:
    """A piece at its place on a page."""

    piece: Piece
    top: float
    table: int = 0

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.piece.height


class Flow:
    """Pages being filled from top to bottom."""

    def __init__(self, top: float, bottom: float) -> None:
        self._top = top
        self._bottom = bottom
        self.pages: list[list[Placed]] = [[]]

    def pour(self, items: Iterable[Item]) -> None:
        """Place everything."""
        for clump in _clumps(items):
            self._place(clump)

    def _place(self, clump: list[Item]) -> None:
        if self._fits(clump):
            self._put(clump)
        elif clump[0].optional:
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

    def _divided(self, clump: list[Item]) -> tuple[list[Item], list[Item]] | None:
        """A clump that ends, or failing that begins, in something that may be divided."""
        *before, last = clump
        room = self._bottom - self._end([*before, replace(last, piece=_Nothing())])
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
                self.pages[-1].append(Placed(item.head, self._top, item.table))
                top = self._next_top()
            else:
                top = self._next_top() + (item.space if self.pages[-1] else 0.0)
            self.pages[-1].append(Placed(item.piece, top, item.table))

    def _next_top(self) -> float:
        return self.pages[-1][-1].bottom if self.pages[-1] else self._top

    def _turn(self) -> None:
        self.pages.append([])


@dataclass(frozen=True)
class _Nothing:
    height: float = 0.0

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        return None

    def draw(self, pen: Pen, top: float) -> None:
        return None


def _clumps(items: Iterable[Item]) -> Iterator[list[Item]]:
    held: list[Item] = []
    for item in items:
        held.append(item)
        if not item.with_next:
            yield held
            held = []
    if held:
        yield held
