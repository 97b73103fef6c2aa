"""How far one has come, as a row of small segments: tall ones weigh more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme

TALL, LOW, WIDEST = 8, 4, 8


class Segments(QWidget):
    """One segment for each item, done ones filled and the present one dark."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._items: tuple[tuple[bool, bool], ...] = ()
        self._current: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TALL + 4)

    def show_items(self, items: Sequence[tuple[bool, bool]]) -> None:
        """Show items, each of which is done or not, and weighs more or less."""
        self._items = tuple(items)
        done = sum(each[0] for each in items)
        self.setAccessibleName(f"{self._name}，{len(items)}项中已过{done}项")
        self.update()

    def show_current(self, number: int | None) -> None:
        """Mark the item that is talked about."""
        self._current = number
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), TALL + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._items:
            return
        painter, look = QPainter(self), theme()
        step = min(self.width() / len(self._items), WIDEST + 2)
        gap = 2 if step >= 5 else 1
        for number, (done, heavy) in enumerate(self._items):
            tall = TALL if heavy else LOW
            here = number == self._current
            ink = "text" if here else "accent" if done else "line2"
            spot = QRectF(number * step, TALL - tall + 2, max(step - gap, 1), tall)
            painter.fillRect(spot, look.colour(ink))
        painter.end()
