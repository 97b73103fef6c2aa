"""The letters of a line, and what is drawn among them: blanks, boxes, squares, changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, groupby
from typing import assert_never

from forms.blocks import Blank, Box, Change, Face, Ink, Line, Squares, Words
from forms.breaking import SPACES, Letter, SetLine
from forms.typefaces import CHAINS, MISSING, PT, advance, font_for
from forms.writers.pdf.pen import ASCENT, INNER, Pen

BLANK_DROP = 0.6
BOX_SHARE, LEAST_BOX, GREATEST_BOX, BOX_GAP = 0.34, 3.2, 3.6, 0.5
BOX_RULE, TICK_RULE = 0.7, 1.2
TICK = ((0.2, 0.5), (0.42, 0.75), (0.84, 0.2))  # of the side of the box
SQUARE, SLASHED_PITCH, PITCH, SQUARES_GAP = 4.8, 6.6, 5.6, 0.8
SQUARE_RULE, SIGN_SIZE = 0.7, 10.5
INK_HEIGHT, INK_DROP = 12.0, 1.0
HEIGHTS: dict[type, float] = {Squares: SQUARE + 0.6, Ink: INK_HEIGHT + 0.2}
ADDED_RULE, ADDED_DROPS = 0.6, (0.75, 1.3)
REMOVED_RULE, REMOVED_RISE = 0.7, 0.36


def letters(line: Line, size: float, chain: tuple[str, ...] = ()) -> Iterator[Letter]:
    """The characters of a line, each with its typeface and width.

    A name is one unit, and so is a box with the words after it, up to the next space.
    """
    units = count(1)
    boxed = 0
    for run in line:
        if not isinstance(run, Words):
            boxed = next(units) if isinstance(run, Box) else boxed
            unit = boxed if isinstance(run, Blank | Box) else 0
            yield Letter("", _width(run, size), unit=unit, drawn=run)
            continue
        named = next(units) if run.whole else 0
        for sign in run.text:
            boxed = 0 if sign in SPACES else boxed
            font, shown = _drawable(sign, chain or CHAINS[run.face])
            width = advance(shown, font, size)
            yield Letter(shown, width, font, boxed or named, change=run.change)


def draw_line(pen: Pen, x: float, baseline: float, line: SetLine, size: float) -> None:
    """Draw a line with everything in it, its first letter at `x`."""
    middle = baseline - (ASCENT - 0.5) * size * PT
    if not line.letters:
        pen.text(x, baseline, (), size)  # sealed sheets, drawn again, are equal to the byte
    for in_squares, found in groupby(line.placed(), key=lambda p: isinstance(p[1].drawn, Squares)):
        placed = list(found)
        if not in_squares:
            pen.text(x, baseline, placed, size)
        for start, letter in placed:
            if letter.drawn:
                _draw_in_place(pen, x + start, (baseline, middle), letter, size)
    if any(letter.change is not Change.NONE for letter in line.letters):
        _draw_changes(pen, x, baseline, line, size)


def _draw_in_place(
    pen: Pen, x: float, heights: tuple[float, float], letter: Letter, size: float
) -> None:
    baseline, middle = heights
    match letter.drawn:
        case None:
            pass
        case Blank():
            y = baseline + BLANK_DROP
            pen.rule(x, y, x + letter.width, y, INNER)
        case Box():
            _draw_box(pen, x, middle, _box(size), letter.drawn)
        case Squares():
            _draw_squares(pen, x, middle, letter.drawn)
        case Ink():
            if letter.drawn.key:
                top = baseline + INK_DROP - INK_HEIGHT
                pen.slot(letter.drawn.key, x, top, letter.width, INK_HEIGHT)
        case _:
            assert_never(letter.drawn)


def least_height(line: SetLine) -> float:
    """The room that squares, or somebody who signs on the line, need above its foot."""
    drawn = [type(letter.drawn) for letter in line.letters if letter.drawn]
    return max((HEIGHTS.get(kind, 0.0) for kind in drawn), default=0.0)


def _drawable(sign: str, chain: tuple[str, ...]) -> tuple[str, str]:
    font = font_for(sign, chain)
    return (font, sign) if font else (CHAINS[Face.FORM][0], MISSING)


def _width(run: Blank | Box | Squares | Ink, size: float) -> float:
    match run:
        case Blank():
            return run.characters * size * PT
        case Box():
            return _box(size) + BOX_GAP
        case Squares():
            return (len(run.signs) - 1) * _pitch(run) + SQUARE + 2 * SQUARES_GAP
        case Ink():
            return run.width
        case _:
            assert_never(run)


def _box(size: float) -> float:
    return min(GREATEST_BOX, max(LEAST_BOX, BOX_SHARE * size))


def _pitch(squares: Squares) -> float:
    return SLASHED_PITCH if squares.slashes else PITCH


def _draw_box(pen: Pen, x: float, middle: float, side: float, box: Box) -> None:
    top = middle - side / 2
    pen.frame(x, top, side, side, BOX_RULE)
    if box.ticked:
        pen.path(((x + right * side, top + down * side) for right, down in TICK), TICK_RULE)


def _draw_squares(pen: Pen, x: float, middle: float, squares: Squares) -> None:
    top, pitch = middle - SQUARE / 2, _pitch(squares)
    for number, sign in enumerate(squares.signs):
        left = x + SQUARES_GAP + number * pitch
        pen.frame(left, top, SQUARE, SQUARE, SQUARE_RULE)
        if squares.slashes and number:
            pen.rule(left - pitch + SQUARE, top + SQUARE, left, top, INNER)
        line = SetLine(tuple(letters((Words(sign, Face.STRONG),), SIGN_SIZE)))
        baseline = middle + (ASCENT - 0.5) * SIGN_SIZE * PT
        pen.text(left + (SQUARE - line.width()) / 2, baseline, line.placed(), SIGN_SIZE)


def _draw_changes(pen: Pen, x: float, baseline: float, line: SetLine, size: float) -> None:
    for change, found in groupby(line.placed(), key=lambda placed: placed[1].change):
        stretch = list(found)
        start = x + stretch[0][0]
        end = x + stretch[-1][0] + stretch[-1][1].width
        if change is Change.ADDED:
            for drop in ADDED_DROPS:
                pen.rule(start, baseline + drop, end, baseline + drop, ADDED_RULE)
        elif change is Change.REMOVED:
            y = baseline - REMOVED_RISE * size * PT
            pen.rule(start, y, end, y, REMOVED_RULE)
