"""Draw on one PDF page in millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from forms.breaking import Letter
from forms.pages import MARK_EDGE
from forms.typefaces import HEAVY, HEAVY_OUTLINE, PT, registered
from forms.writers.pdf.printed import PlacedSlot

ASCENT = 0.88  # of a full-width character, from its baseline up
FILLED, FILLED_AND_OUTLINED = 0, 2
BLACK, RED = (0.0, 0.0, 0.0), (0.8, 0.0, 0.0)

OUTER, INNER, HEAD_RULE, PEN_RULE, HEAVY_RULE = 1.0, 0.5, 0.9, 0.35, 1.4

Point = tuple[float, float]
Placed = tuple[float, Letter]


class Pen:
    """Black ink on one page. Remembers where it left room for signatures.

    The page lies `below` the top of a sheet of paper of some height; a half may lie lower.
    """

    def __init__(self, canvas: Canvas, page: int, paper_height: float, below: float = 0.0) -> None:
        self._canvas = canvas
        self._page = page
        self._foot = paper_height - below
        self.slots: list[PlacedSlot] = []

    def text(self, x: float, baseline: float, placed: Iterable[Placed], size: float) -> None:
        """Set the letters of a line at their distances from `x`."""
        text = self._canvas.beginText()
        for part in _segments(placed):
            text.setTextOrigin(*self._point(x + part.start, baseline))
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

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        """A solid rule."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(*self._point(x1, y1), *self._point(x2, y2))

    def path(self, points: Iterable[Point], weight: float) -> None:
        """A solid rule with corners."""
        self._canvas.setLineWidth(weight)
        self._canvas.drawPath(self._along(points), stroke=1, fill=0)

    def shape(self, points: Iterable[Point], *, hollow: bool = False) -> None:
        """A closed figure with straight sides."""
        figure = self._along(points)
        figure.close()
        self._canvas.setLineWidth(INNER)
        self._canvas.drawPath(figure, stroke=int(hollow), fill=int(not hollow))

    def dot(self, x: float, y: float, radius: float, *, hollow: bool = False) -> None:
        """A round dot about a centre."""
        self._canvas.setLineWidth(INNER)
        centre = self._point(x, y)
        self._canvas.circle(*centre, radius / PT, stroke=int(hollow), fill=int(not hollow))

    def dotted(self, x1: float, y: float, x2: float) -> None:
        """A faint rule to write on."""
        self.broken(x1, y, x2, y, PEN_RULE, (0.5, 1.6))

    def broken(
        self, x1: float, y1: float, x2: float, y2: float, weight: float, dash: Point
    ) -> None:
        """A rule of dots or dashes."""
        self._canvas.setDash(*dash)
        self.rule(x1, y1, x2, y2, weight)
        self._canvas.setDash()

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """An empty box."""
        self._canvas.setLineWidth(weight)
        self._canvas.rect(*self._point(x, y + height), width / PT, height / PT)

    def fill(self, boxes: Iterator[tuple[float, float, float, float]]) -> None:
        """Solid boxes (x, y, width, height), all as one path."""
        path = self._canvas.beginPath()
        for x, y, width, height in boxes:
            path.rect(*self._point(x, y + height), width / PT, height / PT)
        self._canvas.drawPath(path, stroke=0, fill=1)

    @contextmanager
    def in_red(self) -> Iterator[None]:
        """Everything within is red, as on the head of an official paper."""
        self._colour(RED)
        yield
        self._colour(BLACK)

    def slot(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """Remember where somebody signs."""
        corner = (round(x - MARK_EDGE, 2), round(y - MARK_EDGE, 2))
        size = (round(width, 2), round(height, 2))
        self.slots.append(PlacedSlot(key, self._page, *corner, *size))

    def _colour(self, colour: tuple[float, float, float]) -> None:
        self._canvas.setFillColorRGB(*colour)
        self._canvas.setStrokeColorRGB(*colour)

    def _along(self, points: Iterable[Point]) -> PDFPathObject:
        figure = self._canvas.beginPath()
        first, *others = points
        figure.moveTo(*self._point(*first))
        for point in others:
            figure.lineTo(*self._point(*point))
        return figure

    def _point(self, x: float, y: float) -> Point:
        return round(x / PT, 3), round((self._foot - y) / PT, 3)


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


def _segments(placed: Iterable[Placed]) -> list[_Segment]:
    found: list[_Segment] = []
    for x, letter in placed:
        if letter.sign and not (found and found[-1].takes(x, letter)):
            found.append(_Segment(x, letter.font, letter.sign, x + letter.width))
    return found
