"""A day that is typed: any usual notation is read, and the weekday stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Type, theme
from ui.widgets.inputs import LineBox

WEEKDAYS = "一二三四五六日"
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


class DayBox(LineBox):
    """Empty, a day, or words nobody can read as one. Up and Down go a day on or back."""

    def __init__(
        self,
        name: str,
        read: Callable[[str], date | None],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, hint, parent)
        self._read = read

    def day(self) -> date | None:
        """The day that stands there, if it can be read."""
        return self._read(self.text()) if self.text().strip() else None

    def show_day(self, day: date | None) -> None:
        """Fill in a day."""
        self.setText(day.isoformat() if day else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of what stood there."""
        super().focusInEvent(event)
        if event.reason() not in MOUSE:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left alone, a day stands in one notation."""
        day = self.day()
        if day is not None and day.isoformat() != self.text():
            self.show_day(day)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, day = STEPS.get(Qt.Key(event.key()), 0), self.day()
        if step and day is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.show_day(day + timedelta(days=step))
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = self._understood()
        painter = QPainter(self)
        painter.setFont(theme().font(Type.NOTE))
        painter.setPen(theme().colour("text2"))
        room = QRectF(self.rect()).adjusted(0, 0, -theme().px(12), 0)
        typed = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + theme().px(16)
        if typed + QFontMetricsF(painter.font()).horizontalAdvance(words) <= room.width():
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words
            )
        painter.end()

    def _understood(self) -> str:
        """The weekday, after the whole day where it was typed in short."""
        day = self.day()
        if day is None:
            return ""
        weekday = f"周{WEEKDAYS[day.weekday()]}"
        return weekday if self.text() == day.isoformat() else f"{day.isoformat()} {weekday}"
