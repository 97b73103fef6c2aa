"""The first page of a file: a double frame, the title, and labelled entries on lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.blocks import Blank, Cover, Face, Line, Run, Words
from forms.pages import Page
from forms.typefaces import TITLE_CHAIN
from forms.writers.pdf.flow import Item
from forms.writers.pdf.pen import HEAVY_RULE, INNER, Pen
from forms.writers.pdf.setting import CENTRE, LEFT, RIGHT, Setting, stacked

FRAME_TOP, FRAME_BOTTOM, FRAME_GAP = 20.0, 277.0, 1.4
EDGE, SMALL_BASELINE = 10.0, 33.4
TITLE_TOP, BELOW_TOP = 63.0, 85.6
ENTRIES_BASELINE, PITCH, RULE_DROP = 115.4, 11.6, 2.4
LABEL_X, LINE_X, LINE_END, VALUE_INSET = 23.0, 53.0, 147.0, 3.0
UNIT_TOP, FOOT_TOP, FOOT_EDGE = 243.6, 258.0, 15.0
SMALL, TITLE, BELOW = Setting(11), Setting(40), Setting(15)
ENTRY, SMALLER, UNIT = Setting(14), Setting(10.5), Setting(16)
BLANK_SIGN = "＿"


@dataclass(frozen=True)
class SetCover:
    """A whole page, without head or foot."""

    page: Page
    cover: Cover

    @property
    def height(self) -> float:
        """All of the body."""
        return self.page.bottom - self.page.body_top()

    def draw(self, pen: Pen, top: float) -> None:
        """Draw frame and words at their places on the page, wherever the body begins."""
        self._draw_frame(pen)
        self._spread(pen, SMALL, SMALL_BASELINE, (self.cover.left, self.cover.right), EDGE)
        self._centred(pen, TITLE, TITLE_TOP, self.cover.title, TITLE_CHAIN)
        self._centred(pen, BELOW, BELOW_TOP, self.cover.below)
        for number, (label, value) in enumerate(self.cover.entries):
            self._draw_entry(pen, ENTRIES_BASELINE + number * PITCH, label, value)
        self._centred(pen, UNIT, UNIT_TOP, self.cover.unit, TITLE_CHAIN)
        self._spread(pen, SMALL, SMALL.baseline(FOOT_TOP), self.cover.foot, FOOT_EDGE)

    def split(self, room: float) -> None:
        """A page stays whole."""

    def _draw_frame(self, pen: Pen) -> None:
        height = FRAME_BOTTOM - FRAME_TOP
        pen.frame(self.page.left, FRAME_TOP, self.page.frame, height, HEAVY_RULE)
        corner = self.page.left + FRAME_GAP, FRAME_TOP + FRAME_GAP
        pen.frame(*corner, self.page.frame - 2 * FRAME_GAP, height - 2 * FRAME_GAP, INNER)

    def _centred(
        self, pen: Pen, setting: Setting, top: float, text: str, chain: tuple[str, ...] = ()
    ) -> None:
        line = setting.single((Words(text),), chain)
        stacked(setting, (line,)).draw(pen, self.page.left, top, self.page.frame, CENTRE)

    def _spread(
        self, pen: Pen, setting: Setting, baseline: float, texts: tuple[str, ...], edge: float
    ) -> None:
        """Several texts on one line, the outer ones at the edges."""
        lines = [setting.single(_ruled(text)) for text in texts]
        sides = (LEFT, CENTRE, RIGHT) if len(lines) == 3 else (LEFT, RIGHT)
        for line, side in zip(lines, sides, strict=False):
            shift = (self.page.frame - 2 * edge - line.width()) * side
            setting.write(pen, self.page.left + edge + shift, baseline, line)

    def _draw_entry(self, pen: Pen, baseline: float, label: str, value: Line) -> None:
        left = self.page.left
        ENTRY.write(pen, left + LABEL_X, baseline, ENTRY.single((Words(label, Face.FORM),)))
        y = baseline + RULE_DROP
        pen.rule(left + LINE_X, y, left + LINE_END, y, INNER)
        room = LINE_END - LINE_X - VALUE_INSET
        lines = ENTRY.set((value,), room)
        if len(lines) == 1:
            ENTRY.write(pen, left + LINE_X + VALUE_INSET, baseline, lines[0])
            return
        lines = SMALLER.set((value,), room)
        top = y - len(lines) * SMALLER.pitch
        SMALLER.draw(pen, left + LINE_X + VALUE_INSET, top, lines)


def cover_items(cover: Cover, page: Page) -> Iterator[Item]:
    """The cover, alone on its page."""
    yield Item(SetCover(page, cover))


def _ruled(text: str) -> Line:
    runs: list[Run] = []
    for number, part in enumerate(text.split(BLANK_SIGN)):
        runs += [Blank(1)] if number else []
        runs += [Words(part)] if part else []
    return tuple(runs)
