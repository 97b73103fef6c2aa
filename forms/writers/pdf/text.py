"""Headings, running text, boxes that nobody overlooks, and the words that end a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.blocks import Emphasis, Ending, Face, Heading, PenLines, Text, Words
from forms.breaking import SetLine
from forms.pages import Page
from forms.writers.pdf.flow import Item, Piece
from forms.writers.pdf.pen import HEAVY_RULE, Pen
from forms.writers.pdf.setting import INDENT, Setting, Stack, stacked

HEADING = Setting(11)
NOTE = Setting(9.5)
BODY_TEXT = Setting(10.5, 1.5)
REMARK = Setting(10.5, 1.38)
ENDING = Setting(9.5)
HEADING_HEIGHT, ENDING_HEIGHT = 6.4, 8.0
NOTE_GAP = 2.4
COMPANY = 2  # lines that keep each other company at the foot or head of a page
AFTER_TEXT = 1.0
PEN_PITCH, PEN_AFTER = 9.0, 4.0
BOX_SIDE, BOX_PADDING = 3.0, 1.8
GAP = Words("\u3000")


@dataclass(frozen=True)
class SetHeading:
    """The head of a section and its note."""

    left: float
    line: SetLine
    note: tuple[SetLine, ...]

    @property
    def height(self) -> float:
        """One line, or as many as the note needs."""
        return HEADING_HEIGHT + max(0, len(self.note) - 1) * NOTE.pitch

    def draw(self, pen: Pen, top: float) -> None:
        """Draw both side by side."""
        baseline = HEADING.baseline(top)
        HEADING.write(pen, self.left, baseline, self.line)
        x = self.left + self.line.width() + NOTE_GAP
        for number, line in enumerate(self.note):
            NOTE.write(pen, x, baseline + number * NOTE.pitch, line)

    def split(self, room: float) -> None:
        """A heading stays whole."""


@dataclass(frozen=True)
class SetText:
    """Lines of a paragraph."""

    left: float
    lines: tuple[SetLine, ...]
    setting: Setting
    after: float = 0.0

    @property
    def height(self) -> float:
        """All lines, and the room below the last."""
        return len(self.lines) * self.setting.pitch + self.after

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines."""
        self.setting.draw(pen, self.left, top, self.lines)

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Divide so that no line is left alone on either page."""
        most = min(int(room / self.setting.pitch), len(self.lines) - COMPANY)
        return self.cut(most) if most >= COMPANY else None

    def cut(self, count: int) -> tuple[SetText, SetText]:
        """The first so many lines, and the others."""
        first = replace(self, lines=self.lines[:count], after=0.0)
        return first, replace(self, lines=self.lines[count:])


@dataclass(frozen=True)
class SetPenLines:
    """Ruled lines to write on."""

    left: float
    width: float
    count: int

    @property
    def height(self) -> float:
        """All lines, and room below the last."""
        return self.count * PEN_PITCH + PEN_AFTER

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines."""
        for number in range(1, self.count + 1):
            pen.dotted(self.left, top + number * PEN_PITCH, self.left + self.width)

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Divide between two lines."""
        most = int((room - PEN_AFTER) / PEN_PITCH)
        if 0 < most < self.count:
            return replace(self, count=most), replace(self, count=self.count - most)
        return None


@dataclass(frozen=True)
class SetBox:
    """Lines in a heavy box."""

    left: float
    width: float
    text: Stack
    least: float

    @property
    def height(self) -> float:
        """The lines with the room around them."""
        return max(self.least, self.text.height + 2 * BOX_PADDING)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the box and what it says."""
        pen.frame(self.left, top, self.width, self.height, HEAVY_RULE)
        x, room = self.left + BOX_SIDE, self.width - 2 * BOX_SIDE
        self.text.draw(pen, x, top + BOX_PADDING, room)

    def split(self, room: float) -> None:
        """What nobody may overlook stays together."""


@dataclass(frozen=True)
class SetEnding:
    """Says that nothing follows."""

    middle: float
    line: SetLine
    height: float = ENDING_HEIGHT

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it in the middle of the page."""
        x = self.middle - self.line.width() / 2
        ENDING.write(pen, x, ENDING.baseline(top + 2), self.line)

    def split(self, room: float) -> None:
        """The words are one line."""


def heading_items(heading: Heading, page: Page, space: float) -> Iterator[Item]:
    """The heading, tied to what follows."""
    line = HEADING.single((Words(heading.text, Face.STRONG),))
    room = page.frame - line.width() - NOTE_GAP
    note = tuple(NOTE.set((heading.note,), room)) if heading.note else ()
    yield Item(SetHeading(page.left, line, note), space, with_next=True)


def text_items(text: Text, page: Page, space: float, *, tied: bool) -> Iterator[Item]:
    """The paragraphs. When tied, the last lines stay with what follows."""
    setting = BODY_TEXT if text.indented else REMARK
    last = len(text.paragraphs) - 1
    for number, paragraph in enumerate(text.paragraphs):
        runs = (INDENT, *paragraph) if text.indented else paragraph
        lines = tuple(setting.set((runs,), page.frame))
        after = AFTER_TEXT if number == last else 0.0
        piece = SetText(page.left, lines, setting, after)
        above = space if number == 0 else 0.0
        if tied and number == last:
            yield from _tied(piece, above)
        else:
            yield Item(piece, above)


def _tied(piece: SetText, space: float) -> Iterator[Item]:
    count = len(piece.lines) - COMPANY
    if count < COMPANY:
        yield Item(piece, space, with_next=True)
        return
    first, rest = piece.cut(count)
    yield Item(first, space)
    yield Item(rest, with_next=True)


def pen_line_items(lines: PenLines, page: Page, *, tied: bool) -> Iterator[Item]:
    """Lines to write on."""
    yield Item(SetPenLines(page.left, page.frame, lines.count), with_next=tied)


def emphasis_items(box: Emphasis, page: Page, space: float) -> Iterator[Item]:
    """The box, its heading before a single sentence or above several lines."""
    title = Words(box.title, Face.STRONG)
    inline = bool(box.title) and len(box.lines) == 1
    said = ((title, GAP, *box.lines[0]),) if inline else box.lines
    above = (HEADING.single((title,)),) if box.title and not inline else ()
    lines = REMARK.set(said, page.frame - 2 * BOX_SIDE)
    text = Stack((*stacked(HEADING, above).lines, *stacked(REMARK, lines).lines))
    yield Item(SetBox(page.left, page.frame, text, box.least), space)


def ending_items(ending: Ending, page: Page) -> Iterator[Item]:
    """The last words, which stand only where there is room for them."""
    line = ENDING.single((Words(ending.text, Face.FORM),))
    yield Item(SetEnding((page.left + page.right) / 2, line), optional=True)
