"""The signature grid: two pairs of columns, filled down and then across."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.blocks import Face, Line, SignatureGrid, Signer, Words
from forms.pages import Page
from forms.signing import (
    COLUMNS,
    DAY,
    HEAD_HEIGHT,
    INK,
    LATER,
    NAME,
    ROW_HEIGHT,
    SEAL,
    TITLES,
    Place,
    absence,
    numbered_pairs,
)
from forms.wording import column_name
from forms.writers.pdf.cells import set_name, set_role
from forms.writers.pdf.flow import Frame, Item
from forms.writers.pdf.pen import HEAD_RULE, INNER, OUTER, Pen
from forms.writers.pdf.setting import Setting, Stack

PAIR = sum(COLUMNS)
PADDING = 1.6
SEAL_WORDS = Setting(9.5)
TITLE = Setting(10)
DATE = Setting(10)
CORNER = Setting(9)
ROLE_BASELINE, ROLE_PITCH, NAME_BASELINE, CORNER_BASELINE = 5.4, 4.0, 11.0, 4.2
FIRST_OF_MANY, NAME_PITCH, BELOW_NAME = 9.6, 4.0, 1.4
DAY_RISE = 4.2


@dataclass(frozen=True)
class GridHead:
    """The titles of the columns."""

    left: float
    height: float = HEAD_HEIGHT

    def draw(self, pen: Pen, top: float) -> None:
        """Draw both pairs."""
        for pair in range(2):
            x = self.left + pair * PAIR
            for title, width in zip(TITLES, COLUMNS, strict=True):
                line = TITLE.single((Words(title, Face.STRONG),))
                at = top + (HEAD_HEIGHT - TITLE.pitch) / 2
                TITLE.draw(pen, x + (width - line.width()) / 2, at, [line])
                x += width
        _column_rules(pen, self.left, top, HEAD_HEIGHT)
        right, bottom = self.left + 2 * PAIR, top + HEAD_HEIGHT
        pen.rule(self.left, bottom, right, bottom, HEAD_RULE)

    def split(self, room: float) -> None:
        """A head stays whole."""


@dataclass(frozen=True)
class SetSigner:
    """The role and name of one person, set to stand beside the room for ink."""

    signer: Signer
    roles: Stack
    names: Stack

    @property
    def height(self) -> float:
        """High enough for the longest name and role."""
        names = FIRST_OF_MANY + (len(self.names.lines) - 1) * NAME_PITCH + BELOW_NAME
        return max(ROW_HEIGHT, names + self._lowered)

    @property
    def _lowered(self) -> float:
        return (len(self.roles.lines) - 1) * ROLE_PITCH

    def draw(self, pen: Pen, x: float, top: float, height: float) -> None:
        """Draw the words, and remember the room for ink."""
        for number, (setting, line) in enumerate(self.roles.lines):
            baseline = top + ROLE_BASELINE + number * ROLE_PITCH
            setting.write(pen, x + PADDING, baseline, line)
        first = NAME_BASELINE if len(self.names.lines) == 1 else FIRST_OF_MANY
        for number, (setting, line) in enumerate(self.names.lines):
            baseline = top + self._lowered + first + number * NAME_PITCH
            setting.write(pen, x + PADDING, baseline, line)
        if self.signer.absent:
            for offset, words in ((NAME, absence(self.signer)), (NAME + INK, LATER)):
                line = CORNER.single((Words(words, Face.FORM),))
                CORNER.write(pen, x + offset + PADDING, top + CORNER_BASELINE, line)
        day = DATE.single((Words(DAY, Face.FORM),))
        DATE.write(pen, x + PAIR - PADDING - day.width(), top + height - DAY_RISE, day)
        if self.signer.key:
            pen.slot(self.signer.key, x + NAME, top, INK, height)


@dataclass(frozen=True)
class GridRow:
    """Two people side by side; without a second, room for a seal."""

    left: float
    signers: tuple[SetSigner | None, SetSigner | None]

    @property
    def height(self) -> float:
        """As high as the higher of the two."""
        return max(signer.height for signer in self.signers if signer)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the roles and names, and remember the room for ink."""
        pen.rule(self.left, top, self.left + 2 * PAIR, top, INNER)
        _column_rules(pen, self.left, top, self.height)
        for pair, signer in enumerate(self.signers):
            x = self.left + pair * PAIR
            if signer is None:
                seal = SEAL_WORDS.single((Words(SEAL, Face.FORM),))
                SEAL_WORDS.write(pen, x + PADDING, top + ROLE_BASELINE, seal)
            else:
                signer.draw(pen, x, top, self.height)

    def split(self, room: float) -> None:
        """A row stays whole."""


def signature_items(grid: SignatureGrid, page: Page, number: int, space: float) -> Iterator[Item]:
    """The grid, all of it on one page while a page can hold it."""
    head = GridHead(page.left)
    frame = Frame(number, page.left, 2 * PAIR, OUTER)
    rows = [
        GridRow(page.left, (_set_signer(one), _set_signer(other)))
        for one, other in numbered_pairs(grid.signers)
    ]
    yield Item(head, space, with_next=True, frame=frame)
    for index, row in enumerate(rows):
        yield Item(row, with_next=index < len(rows) - 1, frame=frame, head=head)


def _set_signer(place: Place) -> SetSigner | None:
    number, signer = place
    if signer is None:
        return None
    width = NAME - 2 * PADDING
    role: Line = (Words(f"{number} {signer.role}", Face.FORM),)
    name: Line = (column_name(signer.name, Face.STRONG),)
    return SetSigner(signer, set_role(role, width), set_name(name, width))


def _column_rules(pen: Pen, left: float, top: float, height: float) -> None:
    for pair in range(2):
        x = left + pair * PAIR
        for offset in (NAME, NAME + INK):
            pen.rule(x + offset, top, x + offset, top + height, INNER)
    pen.rule(left + PAIR, top, left + PAIR, top + height, HEAD_RULE)
