"""Cells of a table: text in the size of its role, small words in corners, room for ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.blocks import Cell, Density, Face, Line, Role, Words
from forms.breaking import Letter, SetLine
from forms.writers.pdf.pen import HEAVY_RULE, INNER, Pen
from forms.writers.pdf.setting import CENTRE, EMPTY, LEFT, RIGHT, Setting, Stack, stacked

SIDE_PADDING = 1.6
PADDING = 1.0
CLOSER = 0.8  # what the sides of a small cell with a name may give up
INK_WIDTH, INK_HEIGHT = 25.0, 12.0
CHOSEN_WIDTH, CHOSEN_HEIGHT, CHOSEN_INSET = 18.0, 9.0, 1.0
PEN_PITCH, LEAST_BELOW = 8.0, 1.0

CORNER = Setting(9)
LABEL, HEAD, NOTE = Setting(10), Setting(10), Setting(9.5)
VALUES = {
    Density.NORMAL: Setting(10.5),
    Density.DENSE: Setting(10, 1.28),
    Density.FINE: Setting(9.5, 1.26),
}
PADDINGS = {Density.NORMAL: PADDING, Density.DENSE: 0.9, Density.FINE: 0.25}
SETTINGS = {
    Role.LABEL: LABEL,
    Role.HEAD: HEAD,
    Role.SUBJECT: Setting(10.5),
    Role.NOTE: NOTE,
    Role.KEY: Setting(12),
    Role.LEVEL: Setting(14, 1.2),
}
NAME_SIZES = (12.0, 11.5, 11.0, 10.5)
SMALLEST = 9.0
NAMED_ROLES = (Role.LABEL, Role.HEAD, Role.NOTE)


@dataclass(frozen=True)
class SetCell:
    """A cell set in type at its place in the row."""

    cell: Cell
    x: float
    width: float
    text: Stack
    setting: Setting
    padding: float = PADDING
    corner: Stack = EMPTY
    low: Stack = EMPTY

    @property
    def height(self) -> float:
        """What the words need, and the ink."""
        words = self.corner.height + self.text.height + self.low.height + 2 * self.padding
        return max(words, INK_HEIGHT) if self.cell.slot else words

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the words in reading order, the text in the middle of what is left to it."""
        x, room = self.x + SIDE_PADDING, self.width - 2 * SIDE_PADDING
        self.corner.draw(pen, x, top + self.padding, room)
        upper = top + self.corner.height
        left = height - self.corner.height - self.low.height
        gap = self.padding if self._is_topped else (left - self.text.height) / 2
        self.text.draw(pen, x, upper + gap, room, CENTRE if self.cell.centred else LEFT)
        bottom = top + height - (self.padding if self.low.lines else 0.0)
        self.low.draw(pen, x, bottom - self.low.height, room, RIGHT)
        self._draw_marks(pen, top, height)
        if self.cell.ruled:
            self._draw_pen_lines(pen, upper + self._written, bottom - self.low.height)

    def cut(self, room: float) -> tuple[SetCell, SetCell]:
        """The lines that fit into so much height, and what follows them."""
        first, rest = self.text.cut(room - 2 * self.padding - self.corner.height)
        plain = replace(self.cell, slot="", struck=False, framed=False, ruled=False)
        above = replace(self, cell=plain, text=first, low=EMPTY)
        return above, replace(self, text=rest, corner=EMPTY)

    @property
    def is_white(self) -> bool:
        """Whether nothing is printed in it."""
        words = (self.corner, self.text, self.low)
        said = any(line.letters for stack in words for _, line in stack.lines)
        return not (said or self.cell.ruled or self.cell.struck or self.cell.slot)

    @property
    def _is_topped(self) -> bool:
        return self.cell.ruled or bool(self.low.lines and self.text.lines)

    @property
    def _written(self) -> float:
        """How far down the text of a ruled cell reaches."""
        said = any(line.letters for _, line in self.text.lines)
        return self.padding + self.text.height if said else 0.0

    def _draw_marks(self, pen: Pen, top: float, height: float) -> None:
        right, bottom = self.x + self.width, top + height
        if self.cell.struck:
            pen.rule(self.x, bottom, right, top, INNER)
        if self.cell.framed:
            width = min(CHOSEN_WIDTH, self.width - CHOSEN_INSET)
            depth = min(CHOSEN_HEIGHT, height - CHOSEN_INSET)
            corner = (right + self.x - width) / 2, (top + bottom - depth) / 2
            pen.frame(*corner, width, depth, HEAVY_RULE)
        if self.cell.slot:
            pen.slot(self.cell.slot, *self._ink(top, height))

    def _ink(self, top: float, height: float) -> tuple[float, float, float, float]:
        """What the words leave for ink: the part beside them, or else the part above or below."""
        taken = self.text.width + SIDE_PADDING if self.text.width else 0.0
        ending = self.low.width + 2 * SIDE_PADDING if self.low.lines else 0.0
        if self.width - taken - ending >= INK_WIDTH:
            return self.x + taken, top, self.width - taken - ending, height
        above = self.text.height + self.padding if self.text.width else 0.0
        below = self.low.height + self.padding if self.low.lines else 0.0
        return self.x, top + above, self.width, height - above - below

    def _draw_pen_lines(self, pen: Pen, top: float, bottom: float) -> None:
        y = top + PEN_PITCH
        while y <= bottom - LEAST_BELOW:
            pen.dotted(self.x + SIDE_PADDING, y, self.x + self.width - SIDE_PADDING)
            y += PEN_PITCH


def set_cell(
    cell: Cell, x: float, width: float, density: Density = Density.NORMAL, reserved: float = 0.0
) -> SetCell:
    """Set a cell in type, with some room kept free at its right."""
    setting = SETTINGS.get(cell.role) or VALUES[density]
    room = width - 2 * SIDE_PADDING - reserved
    text = _with_aside(Stack(tuple(_text(cell, setting, room))), cell, setting, room)
    if not text.width and (cell.low or cell.corner):
        text = EMPTY
    return SetCell(
        *(cell, x, width, text, setting, PADDINGS[density]),
        stacked(CORNER, CORNER.set((cell.corner,), room)) if cell.corner else EMPTY,
        stacked(setting, setting.set((cell.low,), room)) if cell.low else EMPTY,
    )


def set_name(line: Line, width: float) -> Stack:
    """A name as large as fits on one line, else on two, else on as many as it needs."""
    lines: list[SetLine] = []
    for size, most in (*((size, 1) for size in NAME_SIZES), (NAME_SIZES[-1], 2)):
        lines = Setting(size).set((line,), width)
        if len(lines) <= most and all(set_line.width() <= width for set_line in lines):
            return stacked(_close(size), lines)
    return stacked(_close(SMALLEST), Setting(SMALLEST).set((line,), width))


def set_role(line: Line, width: float) -> Stack:
    """Somebody's role, smaller where it would not fit on one line."""
    usual = NOTE.set((line,), width)
    if len(usual) == 1:
        return stacked(NOTE, usual)
    return stacked(CORNER, CORNER.set((line,), width))


def _text(cell: Cell, setting: Setting, room: float) -> Iterator[tuple[Setting, SetLine]]:
    """The lines of a cell. A name that stands alone among others is what people look for."""
    named = cell.role in NAMED_ROLES and len(cell.lines) > 1 and any(map(_is_name, cell.lines))
    close = room + 2 * CLOSER if cell.centred else room
    for number, line in enumerate(cell.lines):
        if named:
            place = set_name(_heavy(line), close) if _is_name(line) else set_role(line, close)
            yield from place.lines
        else:
            own = NOTE if cell.role is Role.LEVEL and number else setting
            said = _heavy(line) if cell.role is Role.HEAD else line
            yield from ((own, part) for part in own.set((said,), room))


def _with_aside(text: Stack, cell: Cell, setting: Setting, room: float) -> Stack:
    """The words at the right of the last line, or on a line of their own where there is no room."""
    if not cell.aside:
        return text
    aside = setting.single(cell.aside)
    *before, (own, last) = text.lines
    free = room - last.width() - aside.width()
    if free < setting.em:
        return Stack((*text.lines, (setting, _shifted(SetLine(()), room - aside.width(), aside))))
    return Stack((*before, (own, _shifted(last, free, aside))))


def _shifted(line: SetLine, free: float, aside: SetLine) -> SetLine:
    return SetLine((*line.letters, Letter("", max(free, 0.0)), *aside.letters))


def _is_name(line: Line) -> bool:
    return len(line) == 1 and isinstance(line[0], Words) and line[0].whole


def _heavy(line: Line) -> Line:
    return tuple(replace(run, face=Face.STRONG) if isinstance(run, Words) else run for run in line)


def _close(size: float) -> Setting:
    return Setting(size, 1.1)
