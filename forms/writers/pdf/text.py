"""Headings, running text, lines to write on, and the words that end a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.blocks import Ending, Face, Heading, PenLines, Text, Words
from forms.breaking import SetLine
from forms.writers.pdf.flow import Item, Piece
from forms.writers.pdf.pen import Pen
from forms.writers.pdf.setting import INDENT, Setting

LEFT, WIDTH = 25.0, 170.0
HEADING = Setting(11)
NOTE = Setting(9.5)
BODY_TEXT = Setting(10.5, 1.5)
REMARK = Setting(10.5, 1.38)
ENDING = Setting(9.5)
HEADING_HEIGHT = 6.4
NOTE_GAP = 2.4
COMPANY = 2  # lines that keep each other company at the foot or head of a page
PEN_PITCH, PEN_AFTER = 9.0, 4.0


@dataclass(frozen=True)
class SetHeading:
    """The head of a section and its note."""

    line: SetLine
    note: SetLine
    height: float = HEADING_HEIGHT

    def draw(self, pen: Pen, top: float) -> None:
        """Draw both on one line."""
        baseline = HEADING.baseline(top)
        pen.text(LEFT, baseline, self.line, HEADING.size)
        if self.note.letters:
            pen.text(LEFT + self.line.width() + NOTE_GAP, baseline, self.note, NOTE.size)

    def split(self, room: float) -> None:
        """A heading is one line."""


@dataclass(frozen=True)
class SetText:
    """Lines of a paragraph."""

    lines: tuple[SetLine, ...]
    setting: Setting
    after: float = 0.0

    @property
    def height(self) -> float:
        """All lines, and the room below the last."""
        return len(self.lines) * self.setting.pitch + self.after

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines."""
        self.setting.draw(pen, LEFT, top, self.lines)

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

    count: int

    @property
    def height(self) -> float:
        """All lines, and room below the last."""
        return self.count * PEN_PITCH + PEN_AFTER

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines."""
        for number in range(1, self.count + 1):
            pen.dotted(LEFT, top + number * PEN_PITCH, LEFT + WIDTH)

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Divide between two lines."""
        most = int((room - PEN_AFTER) / PEN_PITCH)
        if 0 < most < self.count:
            return SetPenLines(most), SetPenLines(self.count - most)
        return None


@dataclass(frozen=True)
class SetEnding:
    """Says that nothing follows."""

    line: SetLine
    height: float = 8.0

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it in the middle of the page."""
        x = LEFT + (WIDTH - self.line.width()) / 2
        pen.text(x, ENDING.baseline(top + 2), self.line, ENDING.size)

    def split(self, room: float) -> None:
        """The words are one line."""


def heading_items(heading: Heading, space: float) -> Iterator[Item]:
    """The heading, tied to what follows."""
    line = HEADING.single((Words(heading.text, Face.STRONG),))
    yield Item(SetHeading(line, NOTE.single(heading.note)), space, with_next=True)


def text_items(text: Text, space: float, *, tied: bool) -> Iterator[Item]:
    """The paragraphs. When tied, the last lines stay with what follows."""
    setting = BODY_TEXT if text.indented else REMARK
    last = len(text.paragraphs) - 1
    for number, paragraph in enumerate(text.paragraphs):
        runs = (INDENT, *paragraph) if text.indented else paragraph
        lines = tuple(setting.set((runs,), WIDTH))
        piece = SetText(lines, setting, after=1.0 if number == last else 0.0)
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


def pen_line_items(lines: PenLines, *, tied: bool) -> Iterator[Item]:
    """Lines to write on."""
    yield Item(SetPenLines(lines.count), with_next=tied)


def ending_items(ending: Ending) -> Iterator[Item]:
    """The last words, which stand only where there is room for them."""
    yield Item(SetEnding(ENDING.single((Words(ending.text, Face.FORM),))), optional=True)
