"""A month that drops down below a field for choosing a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget


class MonthSheet(QCalendarWidget):
    """Begins at a day, else at the present. Arrows and Enter choose, and so does one click."""

    chosen = Signal(object)

    def __init__(self, day: date | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("月历")
        self.setVerticalHeaderFormat(self.VerticalHeaderFormat.NoVerticalHeader)
        for rest in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(rest, QTextCharFormat())  # red is kept for danger
        if day is not None:
            self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def open_below(self, field: QWidget) -> None:
        """Drop down, or up where there is no room below."""
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height()))
        room = field.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner = field.mapToGlobal(QPoint(0, -self.height()))
        corner.setX(min(corner.x(), room.right() - self.width()))
        self.move(corner)
        self.show()
        self.setFocus()

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
