"""A flat row of tabs: words with the chosen one underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.style import draw_focus_ring, focus_is_seen
from ui.theme import Type, theme
from ui.widgets.tabbing import stop_at_choice


class _Tab(QAbstractButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(Type.HEAD))
        width = metrics.horizontalAdvance(self.text()) + theme().px(18)
        return QSize(round(width), max(theme().px(30), round(metrics.height()) + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        box = QRectF(self.rect())
        painter.setFont(look.font(Type.HEAD if self.isChecked() else Type.BODY))
        ink = "accent" if self.isChecked() else "text" if self.underMouse() else "text2"
        painter.setPen(look.colour(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.isChecked():
            side = look.px(9)
            line = QRectF(side, box.bottom() - 2, box.width() - 2 * side, 2)
            painter.fillRect(line, look.colour("accent"))
        if focus_is_seen(self):
            draw_focus_ring(painter, box, 4)
        painter.end()


class TabRow(QWidget):
    """One of several panes by its name. Arrows move, and only a person's choice is announced."""

    chosen = Signal(int)

    def __init__(self, name: str, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, title in enumerate(titles):
            tab = _Tab(title, self)
            self._group.addButton(tab, number)
            row.addWidget(tab)
        row.addStretch(1)
        stop_at_choice(self._group)
        self._group.idClicked.connect(self.chosen)
        theme().changed.connect(self._remeasure)
        self._remeasure()

    def number(self) -> int:
        """Which tab is chosen."""
        return max(self._group.checkedId(), 0)

    def show_number(self, number: int) -> None:
        """Mark a tab without announcing it."""
        self._group.button(number).setChecked(True)
        stop_at_choice(self._group)
        self.update()

    def name_tab(self, number: int, title: str) -> None:
        """Rename a tab, for its count."""
        tab = self._group.button(number)
        tab.setText(title)
        tab.setAccessibleName(title)
        self._remeasure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
        painter.end()

    @Slot()
    def _remeasure(self) -> None:
        for tab in self._group.buttons():
            tab.setFixedSize(tab.sizeHint())
        self.updateGeometry()
