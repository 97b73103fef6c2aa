"""Set lines of runs in type: choose sizes, break lines, and place them one below the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from forms.blocks import Line, Words
from forms.breaking import SetLine, set_lines
from forms.typefaces import PT
from forms.writers.pdf.pen import ASCENT, Pen
from forms.writers.pdf.runs import draw_line, least_height, letters

INDENT = Words("\u3000\u3000")
LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0


@dataclass(frozen=True)
class Setting:
    """A size in points and the distance of lines as a multiple of it."""

    size: float
    leading: float = 1.34

    @property
    def em(self) -> float:
        """The width of a full-width character in mm."""
        return self.size * PT

    @property
    def pitch(self) -> float:
        """The distance from line to line in mm."""
        return self.size * self.leading * PT

    def set(self, lines: Iterable[Line], width: float) -> list[SetLine]:
        """Every line broken to the width."""
        found: list[SetLine] = []
        for line in lines:
            found += set_lines(list(letters(line, self.size)), width, self.em)
        return found

    def single(self, line: Line, chain: tuple[str, ...] = ()) -> SetLine:
        """A line that is known to be short."""
        return SetLine(tuple(letters(line, self.size, chain)))

    def height(self, line: SetLine) -> float:
        """How high a line is: one pitch, or more where somebody signs on it."""
        return max(self.pitch, least_height(line))

    def write(self, pen: Pen, x: float, baseline: float, line: SetLine) -> None:
        """Draw one line on its baseline."""
        draw_line(pen, x, baseline, line, self.size)

    def draw(self, pen: Pen, x: float, top: float, lines: Iterable[SetLine]) -> None:
        """Draw lines downwards from `top`."""
        for number, line in enumerate(lines):
            self.write(pen, x, self.baseline(top + number * self.pitch), line)

    def baseline(self, top: float) -> float:
        """Where the first line below `top` stands."""
        return top + (self.pitch - self.em) / 2 + ASCENT * self.em


@dataclass(frozen=True)
class Stack:
    """Lines one below the other, each in its own setting."""

    lines: tuple[tuple[Setting, SetLine], ...] = ()

    @cached_property
    def height(self) -> float:
        """All lines together."""
        return sum(setting.height(line) for setting, line in self.lines)

    @cached_property
    def width(self) -> float:
        """As wide as the widest line."""
        return max((line.width() for _, line in self.lines), default=0.0)

    def draw(self, pen: Pen, x: float, top: float, room: float, side: float = LEFT) -> None:
        """Draw the lines at one side of the room, downwards from `top`."""
        for setting, line in self.lines:
            top += setting.height(line)
            shift = (room - line.width()) * side
            setting.write(pen, x + shift, setting.baseline(top - setting.pitch), line)

    def cut(self, room: float) -> tuple[Stack, Stack]:
        """The lines that fit into so much height, and the others."""
        count = 0
        for setting, line in self.lines:
            room -= setting.height(line)
            if room < 0:
                break
            count += 1
        return Stack(self.lines[:count]), Stack(self.lines[count:])


EMPTY = Stack()


def stacked(setting: Setting, lines: Iterable[SetLine]) -> Stack:
    """Lines in one setting."""
    return Stack(tuple((setting, line) for line in lines))
