"""The code that names a page, as one filled path."""

from __future__ import annotations

from collections.abc import Iterator

import segno

from forms.writers.pdf.pen import Pen

MODULES = 25
SIZE = 20.0
MODULE = SIZE / MODULES


def draw_code(pen: Pen, x: float, y: float, payload: str) -> None:
    """Draw the code with its top left corner at (x, y)."""
    pen.fill(_boxes(x, y, payload))


def _boxes(x: float, y: float, payload: str) -> Iterator[tuple[float, float, float, float]]:
    code = segno.make_qr(payload, version=2, error="m", boost_error=False)
    for number, row in enumerate(code.matrix):
        for start, length in _dark(row):
            at = (x + start * MODULE, y + number * MODULE)
            yield (*at, length * MODULE, MODULE)


def _dark(row: bytearray) -> Iterator[tuple[int, int]]:
    """Neighbouring dark modules as (start, length)."""
    start = None
    for column, module in enumerate((*row, 0)):
        if module and start is None:
            start = column
        elif not module and start is not None:
            yield start, column - start
            start = None
