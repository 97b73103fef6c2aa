"""Official papers: everything on a grid of 22 lines, red at the head and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from forms.blocks import Chapter, Face, Imprint, Line, RedHead, Text, Words
from forms.breaking import SetLine
from forms.official import PITCH, SIZE, SMALLER, imprint_words, is_second_order
from forms.pages import Page
from forms.stamp import Stamp
from forms.typefaces import PT, TITLE_CHAIN
from forms.writers.pdf.flow import Item
from forms.writers.pdf.pen import ASCENT, OUTER, Pen
from forms.writers.pdf.setting import INDENT, LEFT, RIGHT, Setting
from forms.writers.pdf.text import SetText

BODY = Setting(SIZE, PITCH / (SIZE * PT))
TITLE, FOOT, DEMO = Setting(26, 1.3), Setting(SMALLER), Setting(9)
NAME_DROP, NUMBER_DROP, ISSUER_DROP, RULE_DROP = 35.0, 14.0, 11.0, 4.2
RED_RULE, IMPRINT_RULE = 1.6, 0.7
LEAST_BLANK = 1  # lines between the red rule and the text
IMPRINT_ROW = 9.2
MARK_BASELINE = 20.0


@dataclass(frozen=True)
class OfficialFurniture:
    """The number of the page at its outer edge; a mark where the paper is not the real one."""

    page: Page
    stamp: Stamp

    def draw(self, pen: Pen, number: int, pages: int) -> None:
        """Draw around page `number` of `pages`."""
        if self.stamp.mark:
            mark = DEMO.single((Words(f"【{self.stamp.mark}】", Face.STRONG),))
            DEMO.write(pen, self.page.left, MARK_BASELINE, mark)
        line = FOOT.single((Words(f"— {number} —", Face.FORM),))
        edge = FOOT.em
        right = self.page.right - edge - line.width()
        FOOT.write(pen, right if number % 2 else self.page.left + edge, self.page.foot, line)


@dataclass(frozen=True)
class SetRedHead:
    """Name, number, issuer and day over a red rule, as many lines high as it takes."""

    page: Page
    names: tuple[SetLine, ...]
    head: RedHead

    @property
    def height(self) -> float:
        """Whole lines of the grid, the last of them blank."""
        return (ceil(self._rule / PITCH) + LEAST_BLANK) * PITCH

    @property
    def _number(self) -> float:
        """How far down the number stands."""
        name = NAME_DROP + ASCENT * TITLE.em + (len(self.names) - 1) * TITLE.pitch
        return name + NUMBER_DROP

    @property
    def _rule(self) -> float:
        return self._number + ISSUER_DROP + RULE_DROP

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the name and the rule in red, the rest in black."""
        left, right = self.page.left, self.page.right
        with pen.in_red():
            for number, line in enumerate(self.names):
                baseline = top + NAME_DROP + ASCENT * TITLE.em + number * TITLE.pitch
                TITLE.write(pen, (left + right - line.width()) / 2, baseline, line)
            pen.rule(left, top + self._rule, right, top + self._rule, RED_RULE)
        count = BODY.single(_value(self.head.number))
        BODY.write(pen, (left + right - count.width()) / 2, top + self._number, count)
        baseline = top + self._number + ISSUER_DROP
        _draw_pair(pen, self.page, BODY, baseline, self.head.issuer, self.head.day)

    def split(self, room: float) -> None:
        """A head stays whole."""


@dataclass(frozen=True)
class SetImprint:
    """Who gets the paper, and who printed it when, between rules."""

    page: Page
    sent_to: tuple[SetLine, ...]
    imprint: Imprint

    @property
    def height(self) -> float:
        """The rows, of which only that of the receivers may be higher."""
        return self._first + IMPRINT_ROW

    @property
    def _first(self) -> float:
        more = max(0, len(self.sent_to) - 1)
        return IMPRINT_ROW + more * FOOT.pitch if self.sent_to else 0.0

    def draw(self, pen: Pen, top: float) -> None:
        """Draw rows and rules."""
        left, right = self.page.left, self.page.right
        for number, line in enumerate(self.sent_to):
            y = top + (IMPRINT_ROW - FOOT.pitch) / 2 + number * FOOT.pitch
            FOOT.write(pen, left + FOOT.em, FOOT.baseline(y), line)
        low = top + self._first
        _, issuer, day = imprint_words(self.imprint)
        baseline = FOOT.baseline(low + (IMPRINT_ROW - FOOT.pitch) / 2)
        _draw_pair(pen, self.page, FOOT, baseline, issuer, day)
        pen.rule(left, top, right, top, OUTER)
        if self.sent_to:
            pen.rule(left, low, right, low, IMPRINT_RULE)
        pen.rule(left, low + IMPRINT_ROW, right, low + IMPRINT_ROW, OUTER)

    def split(self, room: float) -> None:
        """The last lines stay together."""


def red_head_items(head: RedHead, page: Page) -> Iterator[Item]:
    """The head of the paper."""
    name = (Words(head.title, Face.FORM),)
    yield Item(SetRedHead(page, tuple(_set_name(name, page.frame)), head), with_next=True)


def chapter_items(chapter: Chapter, page: Page) -> Iterator[Item]:
    """A head within the text, tied to what follows."""
    face = Face.VALUE if is_second_order(chapter) else Face.STRONG
    lines = BODY.set(((INDENT, Words(chapter.text, face)),), page.frame)
    yield Item(SetText(page.left, tuple(lines), BODY), with_next=True)


def official_text_items(text: Text, page: Page) -> Iterator[Item]:
    """Paragraphs on the grid."""
    for paragraph in text.paragraphs:
        runs = (INDENT, *paragraph) if text.indented else paragraph
        yield Item(SetText(page.left, tuple(BODY.set((runs,), page.frame)), BODY))


def imprint_items(imprint: Imprint, page: Page) -> Iterator[Item]:
    """The last lines, at the foot of the last page."""
    sent_to, _, _ = imprint_words(imprint)
    lines = FOOT.set((_value(sent_to),), page.frame - 2 * FOOT.em) if sent_to else []
    yield Item(SetImprint(page, tuple(lines), imprint), sunk=True)


def _set_name(name: Line, width: float) -> list[SetLine]:
    """The name of the paper on as many lines as it needs, about equally long."""
    whole = TITLE.single(name, TITLE_CHAIN)
    count = ceil(whole.width() / width)
    size = ceil(len(whole.letters) / max(1, count))
    starts = range(0, len(whole.letters), max(1, size))
    return [SetLine(whole.letters[start : start + size]) for start in starts]


def _draw_pair(
    pen: Pen, page: Page, setting: Setting, baseline: float, left: str, right: str
) -> None:
    """Two texts on one line, each one character in from its edge."""
    for text, side in ((left, LEFT), (right, RIGHT)):
        line = setting.single(_value(text))
        room = page.frame - 2 * setting.em - line.width()
        setting.write(pen, page.left + setting.em + room * side, baseline, line)


def _value(text: str) -> Line:
    return (Words(text),)
