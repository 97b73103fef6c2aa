"""How much room words take on a page that Word lays out itself: near enough to plan with."""

from __future__ import annotations

from math import ceil

from forms.blocks import Blank, Box, Ink, Line, Run, Squares, Words

PT = 25.4 / 72
FULL_SPACE, HALF_SPACE = "\u3000", "\u2002"
HALF_WIDTH = 0.56  # em, a digit in the sans face
BOX, SQUARE = 3.6, 4.8
INK_HEIGHT = 12.0


def twips(millimetres: float) -> int:
    """Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


def width(line: Line, size: float) -> float:
    """How long a line is in mm when nothing breaks it."""
    return sum(_width(part, size * PT) for part in line)


def height(line: Line, size: float, pitch: float, room: float) -> float:
    """How high a line stands in mm when it is broken to the room."""
    if any(isinstance(part, Ink) for part in line):
        return max(INK_HEIGHT, pitch)
    return max(1, ceil(width(line, size) / room)) * pitch


def _width(part: Run, em: float) -> float:
    match part:
        case Words():
            return em * sum(HALF_WIDTH if sign < "\u0100" else 1.0 for sign in part.text)
        case Blank():
            return em * part.characters
        case Box():
            return BOX + em / 4
        case Squares():
            return (SQUARE + em / 4) * len(part.signs)
        case Ink():
            return part.width
