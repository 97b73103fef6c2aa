"""Set lines of runs in type: choose typefaces, break lines, and place them in a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from forms.blocks import Blank, Face, Line, Words
from forms.breaking import Letter, SetLine, set_lines
from forms.typefaces import CHAINS, MISSING, PT, advance, font_for
from forms.writers.pdf.pen import ASCENT, Pen

INDENT = Words("\u3000\u3000")


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

    def single(self, line: Line) -> SetLine:
        """A line that is known to be short."""
        return SetLine(tuple(letters(line, self.size)))

    def draw(self, pen: Pen, x: float, top: float, lines: Iterable[SetLine]) -> None:
        """Draw lines downwards from `top`."""
        for number, line in enumerate(lines):
            pen.text(x, self.baseline(top + number * self.pitch), line, self.size)

    def baseline(self, top: float) -> float:
        """Where the first line below `top` stands."""
        return top + (self.pitch - self.em) / 2 + ASCENT * self.em


def letters(line: Line, size: float, chain: tuple[str, ...] = ()) -> Iterator[Letter]:
    """The characters of a line, each with its typeface and width."""
    units = count(1)
    for run in line:
        if isinstance(run, Blank):
            yield Letter("", run.characters * size * PT)
            continue
        unit = next(units) if run.whole else 0
        for sign in run.text:
            yield _letter(sign, chain or CHAINS[run.face], size, unit)


def _letter(sign: str, chain: tuple[str, ...], size: float, unit: int) -> Letter:
    font = font_for(sign, chain)
    if font is None:
        hei = CHAINS[Face.FORM][0]
        return Letter(MISSING, advance(MISSING, hei, size), hei, unit)
    return Letter(sign, advance(sign, font, size), font, unit)
