"""The signature grid: two pairs of columns, filled down and then across."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.blocks import Face, Line, SignatureGrid, Signer, Words
from forms.breaking import SetLine
from forms.saying import column_name
from forms.signing import (
    COLUMNS,
    DAY,
    HEAD_HEIGHT,
    INK,
    NAME,
    ROW_HEIGHT,
    SEAL,
    TITLES,
    Place,
    numbered_pairs,
)
from forms.writers.pdf.flow import Item
from forms.writers.pdf.pen import HEAD_RULE, INNER, Pen
from forms.writers.pdf.setting import Setting

LEFT = 25.0
PAIR = sum(COLUMNS)
PADDING = 1.6
ROLE = Setting(9.5)
TITLE = Setting(10)
DATE = Setting(10)
NAME_SIZES = (12, 11.5, 11, 10.5)
SMALLEST_NAME = 9.0
ROLE_BASELINE, NAME_BASELINE = 5.4, 11.0
FIRST_OF_MANY, NAME_PITCH, BELOW_NAME = 9.6, 4.0, 1.4
DAY_RISE = 4.2


@dataclass(frozen=True)
class GridHead:
    """The titles of the columns."""

    height: float = HEAD_HEIGHT

    def draw(self, pen: Pen, top: float) -> None:
        """Draw both pairs."""
        for pair in range(2):
            x = LEFT + pair * PAIR
            for title, width in zip(TITLES, COLUMNS, strict=True):
                line = TITLE.single((Words(title, Face.STRONG),))
                at = top + (HEAD_HEIGHT - TITLE.pitch) / 2
                TITLE.draw(pen, x + (width - line.width()) / 2, at, [line])
                x += width
        _column_rules(pen, top, HEAD_HEIGHT)
        pen.rule(LEFT, top + HEAD_HEIGHT, LEFT + 2 * PAIR, top + HEAD_HEIGHT, HEAD_RULE)

    def split(self, room: float) -> None:
        """A head stays whole."""


@dataclass(frozen=True)
class GridRow:
    """Two people side by side, each with their number."""

    signers: tuple[Place, Place]
    height: float

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the roles and names, and remember the room for ink."""
        pen.rule(LEFT, top, LEFT + 2 * PAIR, top, INNER)
        _column_rules(pen, top, self.height)
        for pair, (number, signer) in enumerate(self.signers):
            x = LEFT + pair * PAIR
            if signer is None:
                seal = ROLE.single((Words(SEAL, Face.FORM),))
                pen.text(x + PADDING, top + ROLE_BASELINE, seal, ROLE.size)
            else:
                _person(pen, x, top, self.height, (number, signer))

    def split(self, room: float) -> None:
        """A row stays whole."""


def signature_items(grid: SignatureGrid, number: int, space: float) -> Iterator[Item]:
    """The grid, all of it on one page while a page can hold it."""
    head = GridHead()
    rows = [GridRow(pair, _row_height(pair)) for pair in numbered_pairs(grid.signers)]
    yield Item(head, space, with_next=True, table=number)
    for index, row in enumerate(rows):
        yield Item(row, with_next=index < len(rows) - 1, table=number, head=head)


def _person(pen: Pen, x: float, top: float, height: float, place: tuple[int, Signer]) -> None:
    number, signer = place
    role = ROLE.single((Words(f"{number} {signer.role}", Face.FORM),))
    pen.text(x + PADDING, top + ROLE_BASELINE, role, ROLE.size)
    size, names = _set_name(signer.name)
    first = NAME_BASELINE if len(names) == 1 else FIRST_OF_MANY
    for index, line in enumerate(names):
        pen.text(x + PADDING, top + first + index * NAME_PITCH, line, size)
    day = DATE.single((Words(DAY, Face.FORM),))
    right = x + PAIR - PADDING
    pen.text(right - day.width(), top + height - DAY_RISE, day, DATE.size)
    if signer.key:
        pen.slot(signer.key, x + NAME, top, INK, height)


def _set_name(name: str) -> tuple[float, list[SetLine]]:
    """The largest size at which a name fits on one line, else two, else as many as it needs."""
    width = NAME - 2 * PADDING
    whole: Line = (column_name(name, Face.STRONG),)
    lines: list[SetLine] = []
    for size, most in (*((size, 1) for size in NAME_SIZES), (NAME_SIZES[-1], 2)):
        lines = Setting(size).set((whole,), width)
        if len(lines) <= most:
            return size, lines
    return SMALLEST_NAME, Setting(SMALLEST_NAME).set((whole,), width)


def _row_height(pair: tuple[Place, Place]) -> float:
    """High enough for the longest name."""
    counts = [len(_set_name(signer.name)[1]) for _, signer in pair if signer]
    return max(ROW_HEIGHT, FIRST_OF_MANY + (max(counts) - 1) * NAME_PITCH + BELOW_NAME)


def _column_rules(pen: Pen, top: float, height: float) -> None:
    for pair in range(2):
        x = LEFT + pair * PAIR
        for offset in (NAME, NAME + INK):
            pen.rule(x + offset, top, x + offset, top + height, INNER)
    pen.rule(LEFT + PAIR, top, LEFT + PAIR, top + height, HEAD_RULE)
