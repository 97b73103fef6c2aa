"""A day that is typed: any usual notation is read, and the weekday stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.theme import Type, theme
from ui.widgets.inputs import LineBox
from ui.widgets.month_sheet import MonthSheet

WEEKDAYS = "一二三四五六日"
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
UNREAD = "看不懂这个日期"
WRITTEN = "如 1125、昨天"


class DayBox(LineBox):
    """Empty, a day, or words that `read` makes nothing of. Up and Down go a day on or back.

    `day_changed` is said once a person has left another day there, or none. Alt+Down opens a month
    to choose from.
    """

    day_changed = Signal()

    def __init__(
        self,
        name: str,
        read: Callable[[str], date | None],
        hint: str = WRITTEN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, hint, parent)
        self.read = read
        self._told: date | None = None
        self._opens = QAction("从月历上选", self)
        self._opens.triggered.connect(self._open_month)
        self.addAction(self._opens, LineBox.ActionPosition.TrailingPosition)
        theme().changed.connect(self._fit)
        self._fit()

    def day(self) -> date | None:
        """The day that stands there, if it can be read."""
        return self.read(self.text()) if self.text().strip() else None

    def show_day(self, day: date | None) -> None:
        """Fill in a day, without announcing it; what is just being typed is not disturbed."""
        self._told = day
        if not (self.hasFocus() and day == self.day()):
            self.setText(day.isoformat() if day else "")
            self.setCursorPosition(0)

    def has_unread(self) -> bool:
        """Whether something stands there that is no day."""
        return bool(self.text().strip()) and self.day() is None

    def sizeHint(self) -> QSize:
        return QSize(theme().px(150), super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of what stood there."""
        super().focusInEvent(event)
        if event.reason() not in MOUSE:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left alone, a day stands in one notation."""
        self._settle()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step, day = STEPS.get(Qt.Key(event.key()), 0), self.day()
        if held == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self._open_month()
        elif step and day is not None and not held:
            self._take(day + timedelta(days=step))
        else:
            if event.key() in ENTER:
                self._settle()
            elif event.text().isdigit() and self._begins_anew():
                self.clear()
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        lost = self.has_unread() and not self.hasFocus()
        words = UNREAD if lost else self._understood()
        painter = QPainter(self)
        painter.setFont(theme().font(Type.NOTE))
        painter.setPen(theme().colour("bad" if lost else "text2"))
        room = QRectF(self.rect()).adjusted(0, 0, -theme().px(30), 0)
        typed = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + theme().px(12)
        if lost or typed + QFontMetricsF(painter.font()).horizontalAdvance(words) <= room.width():
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

    def _begins_anew(self) -> bool:
        """Before a whole day only another day can begin."""
        day = self.day()
        return day is not None and self.text() == day.isoformat() and not self.cursorPosition()

    def _take(self, day: date) -> None:
        """Let a person's step or choice stand."""
        self.setText(day.isoformat())
        self.selectAll()
        self.textEdited.emit(self.text())
        self._settle()

    def _settle(self) -> None:
        day = self.day()
        if day is not None and day.isoformat() != self.text():
            self.setText(day.isoformat())
        if day != self._told:
            self._told = day
            self.day_changed.emit()

    @Slot()
    def _open_month(self) -> None:
        month = MonthSheet(self.day(), self)
        month.chosen.connect(self._take)
        month.open_below(self)

    @Slot()
    def _fit(self) -> None:
        self._opens.setIcon(icon("calendar", theme().colour("text2")))
        self.setMinimumWidth(theme().px(142))
