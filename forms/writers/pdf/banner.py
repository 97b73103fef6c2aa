"""The head of a sheet about one case: title and identity at the left, the level in a box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.blocks import Banner, Face, Words
from forms.breaking import SetLine
from forms.pages import Page
from forms.typefaces import TITLE_CHAIN
from forms.writers.pdf.flow import Item
from forms.writers.pdf.pen import OUTER, Pen
from forms.writers.pdf.setting import LEFT, RIGHT, Setting, Stack, stacked

TITLE, NOTE = Setting(18), Setting(10)
IDENTITY, BESIDE, LEVEL = Setting(10.5, 1.5), Setting(10, 1.6), Setting(20, 1.2)
BOX_WIDTH, BOX_HEIGHT = 44.0, 16.0
BOX_PADDING, BOX_GAP = 2.4, 6.0
TITLE_BASELINE, IDENTITY_TOP, NOTE_GAP = 6.3, 10.4, 12.0


@dataclass(frozen=True)
class SetBanner:
    """A banner set in type."""

    page: Page
    title: SetLine
    note: SetLine
    identity: Stack
    beside: Stack
    level: SetLine

    @property
    def height(self) -> float:
        """The box, or more where the identity needs it."""
        return max(BOX_HEIGHT, IDENTITY_TOP + self.identity.height)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the words at the left, then the box."""
        left = self.page.left
        TITLE.write(pen, left, top + TITLE_BASELINE, self.title)
        NOTE.write(pen, left + self.title.width() + NOTE_GAP, top + TITLE_BASELINE, self.note)
        self.identity.draw(pen, left, top + IDENTITY_TOP, self.page.frame)
        x = self.page.right - BOX_WIDTH
        pen.frame(x, top, BOX_WIDTH, BOX_HEIGHT, OUTER)
        inner, room = x + BOX_PADDING, BOX_WIDTH - 2 * BOX_PADDING
        self.beside.draw(pen, inner, top + (BOX_HEIGHT - self.beside.height) / 2, room, LEFT)
        middle = top + (BOX_HEIGHT - LEVEL.pitch) / 2
        stacked(LEVEL, (self.level,)).draw(pen, inner, middle, room, RIGHT)

    def split(self, room: float) -> None:
        """A banner stays whole."""


def banner_items(banner: Banner, page: Page, space: float) -> Iterator[Item]:
    """The banner, tied to what follows."""
    room = page.frame - BOX_WIDTH - BOX_GAP
    piece = SetBanner(
        page,
        TITLE.single((Words(banner.text, Face.FORM),), TITLE_CHAIN),
        NOTE.single(banner.note),
        stacked(IDENTITY, IDENTITY.set((banner.identity,), room)),
        stacked(BESIDE, (BESIDE.single(line) for line in banner.beside)),
        LEVEL.single(banner.level),
    )
    yield Item(piece, space, with_next=True)
