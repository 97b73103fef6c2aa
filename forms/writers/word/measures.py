"""How much room words take on a page that Word lays out itself: near enough to plan with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from forms.blocks import Blank, Box, Ink, Line, Squares, Words
from forms.breaking import Letter, SetLine, set_lines
from forms.typefaces import CHAINS, advance, font_for

PT = 25.4 / 72
FULL_SPACE, HALF_SPACE = "\u3000", "\u2002"
BOX, SQUARE = 3.6, 4.8
INK_HEIGHT, SQUARES_HEIGHT = 12.0, 5.4


def twips(millimetres: float) -> int:
    """Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


def width(line: Line, size: float) -> float:
    """How long a line is in mm when nothing breaks it."""
    return sum(letter.width for letter in _letters(line, size))


def broken(line: Line, size: float, room: float) -> list[SetLine]:
    """The lines a line becomes in the room, as the bundled typefaces would have it."""
    return set_lines(list(_letters(line, size)), room, size * PT)


def height(line: Line, size: float, pitch: float, room: float) -> float:
    """How high a line stands in mm when it is broken to the room."""
    count = max(1, len(broken(line, size, room)))
    return count * high_enough(line, pitch, count)


def high_enough(line: Line, pitch: float, count: int = 1) -> float:
    """The pitch at which so many lines have room for what stands higher than words do.

    Every line of a paragraph is equally high in Word, so they share what squares take on one.
    """
    if any(isinstance(part, Ink) for part in line):
        return max(pitch, INK_HEIGHT)
    if any(isinstance(part, Squares) for part in line):
        return pitch + max(0.0, SQUARES_HEIGHT - pitch) / count
    return pitch


def _letters(line: Line, size: float) -> Iterator[Letter]:
    for part in line:
        if not isinstance(part, Words):
            yield Letter("", _width(part, size * PT), drawn=part)
            continue
        for sign in part.text:
            font = font_for(sign, CHAINS[part.face])
            yield Letter(sign, advance(sign, font, size) if font else size * PT)


def _width(part: Blank | Box | Squares | Ink, em: float) -> float:
    match part:
        case Blank():
            return em * part.characters
        case Box():
            return BOX + em / 4
        case Squares():
            return (SQUARE + em / 4) * len(part.signs)
        case Ink():
            return part.width
        case _:
            assert_never(part)
