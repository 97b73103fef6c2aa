"""The strip at the foot of every page: a sentence, and everybody's room for ink beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from forms.blocks import Face, Words
from forms.pages import Page, Strip
from forms.writers.pdf.flow import Piece
from forms.writers.pdf.pen import OUTER, Pen
from forms.writers.pdf.setting import Setting, Stack, stacked
from forms.writers.pdf.tables import table_items

SENTENCE = Setting(10, 1.28)
ABOVE_TABLE = 1.0


@dataclass(frozen=True)
class SetStrip:
    """A strip set in type, which ends where the body of its page would."""

    page: Page
    sentence: Stack
    pieces: tuple[Piece, ...]

    @property
    def body_bottom(self) -> float:
        """Where the content above has to end."""
        return self._table_top - ABOVE_TABLE - self.sentence.height

    def draw(self, pen: Pen) -> None:
        """Draw it at the foot of a page."""
        top = self._table_top
        y = top - ABOVE_TABLE - self.sentence.height
        self.sentence.draw(pen, self.page.left, y, self.page.frame)
        for piece in self.pieces:
            piece.draw(pen, top)
            top += piece.height
        height = self.page.bottom - self._table_top
        pen.frame(self.page.left, self._table_top, self.page.frame, height, OUTER)

    @property
    def _table_top(self) -> float:
        return self.page.bottom - sum(piece.height for piece in self.pieces)


def set_strip(strip: Strip, page: Page) -> SetStrip:
    """Set a strip for the pages it stands on."""
    sentence = SENTENCE.set(((Words(strip.sentence, Face.FORM),),), page.frame)
    body = page.bottom - page.body_top()
    items = table_items(strip.table, page, body, 0, 0.0)
    return SetStrip(page, stacked(SENTENCE, sentence), tuple(item.piece for item in items))
