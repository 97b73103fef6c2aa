"""Draw on one PDF page in millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from forms.breaking import Letter, SetLine
from forms.typefaces import HEAVY, HEAVY_OUTLINE, PT, registered

PAGE_HEIGHT = 297.0
ASCENT = 0.88  # of a full-width character, from its baseline up
BLANK_DROP = 0.6
MARK_CENTRE = 10.0
FILLED, FILLED_AND_OUTLINED = 0, 2

OUTER, INNER, HEAD_RULE, PEN_RULE = 1.0, 0.5, 0.9, 0.35


@dataclass(frozen=True)
class PlacedSlot:
    """Room for one person's ink, in mm from the centre of the top left corner mark."""

    key: str
    page: int
    x: float
    y: float
    width: float
    height: float


class Pen:
    """Black ink on one page. Remembers where it left room for signatures."""

    def __init__(self, canvas: Canvas, page: int) -> None:
        self._canvas = canvas
        self._page = page
        self.slots: list[PlacedSlot] = []

    def text(self, x: float, baseline: float, line: SetLine, size: float) -> None:
        """Set one line with its first letter at `x`."""
        text = self._canvas.beginText()
        for part in _segments(line):
            text.setTextOrigin(*_point(x + part.start, baseline))
            text.setFont(registered(part.font), size)
            text.setCharSpace((part.gap or 0.0) / PT)
            if part.font == HEAVY:
                self._canvas.setLineWidth(HEAVY_OUTLINE * size)
                text.setTextRenderMode(FILLED_AND_OUTLINED)
                text.textOut(part.text)
                text.setTextRenderMode(FILLED)
            else:
                text.textOut(part.text)
        self._canvas.drawText(text)
        for start, letter in line.placed():
            if not letter.sign:
                y = baseline + BLANK_DROP
                self.rule(x + start, y, x + start + letter.width, y, INNER)

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        """A solid rule."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(*_point(x1, y1), *_point(x2, y2))

    def dotted(self, x1: float, y: float, x2: float) -> None:
        """A faint rule to write on."""
        self._canvas.setDash(0.5, 1.6)
        self.rule(x1, y, x2, y, PEN_RULE)
        self._canvas.setDash()

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """An empty box."""
        self._canvas.setLineWidth(weight)
        self._canvas.rect(*_point(x, y + height), width / PT, height / PT)

    def fill(self, boxes: Iterator[tuple[float, float, float, float]]) -> None:
        """Solid boxes (x, y, width, height), all as one path."""
        path = self._canvas.beginPath()
        for x, y, width, height in boxes:
            path.rect(*_point(x, y + height), width / PT, height / PT)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def slot(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """Remember where somebody signs."""
        corner = (round(x - MARK_CENTRE, 2), round(y - MARK_CENTRE, 2))
        self.slots.append(PlacedSlot(key, self._page, *corner, width, height))


def _point(x: float, y: float) -> tuple[float, float]:
    return round(x / PT, 3), round((PAGE_HEIGHT - y) / PT, 3)


@dataclass
class _Segment:
    """Neighbours in one typeface with equal gaps, so that words stay words in the file."""

    start: float
    font: str
    text: str
    end: float
    gap: float | None = None

    def takes(self, x: float, letter: Letter) -> bool:
        """Add a letter if it belongs here."""
        gap = round(x - self.end, 4)
        if letter.font != self.font or (self.gap is not None and gap != self.gap):
            return False
        self.gap, self.end = gap, x + letter.width
        self.text += letter.sign
        return True


def _segments(line: SetLine) -> list[_Segment]:
    found: list[_Segment] = []
    for x, letter in line.placed():
        if letter.sign and not (found and found[-1].takes(x, letter)):
            found.append(_Segment(x, letter.font, letter.sign, x + letter.width))
    return found
