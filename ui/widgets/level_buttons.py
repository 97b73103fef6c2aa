"""Choosing a danger level: six buttons in a row, last time's marked on its own button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from ui.style import draw_focus_ring, draw_triangle, focus_is_seen, outline
from ui.theme import Type, theme
from ui.widgets.chips import ALARMING, level_text
from ui.widgets.tabbing import stop_at_choice

LEVELS = range(6)
ROOM = 4  # around the button, for the ring of the chosen one and of the focus
STRIP = 4


class _LevelButton(QAbstractButton):
    def __init__(self, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._level, self._previous = level, False
        self.setCheckable(True)
        self.setText(level_text(level))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.mark_previous(False)

    def mark_previous(self, previous: bool) -> None:
        self._previous = previous
        words = f"{level_text(self._level)}，上次的等级" if previous else level_text(self._level)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        narrow = self.window().width() < theme().px(1200)
        wide, tall = (58, 36) if narrow else (74, 44)
        if narrow and self._previous:
            wide += 30  # 上次 stands beside the level where there is no room below it
        return QSize(theme().px(wide) + 2 * ROOM, theme().px(tall) + 2 * ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        if self.isChecked():
            self._draw_chosen(painter, face)
        else:
            self._draw_resting(painter, face)
        self._draw_words(painter, face)
        if focus_is_seen(self):
            draw_focus_ring(painter, QRectF(self.rect()), 8)
        painter.end()

    def _draw_chosen(self, painter: QPainter, face: QRectF) -> None:
        painter.setBrush(QColor(theme().level(self._level).fill))
        outline(painter, face, theme().colour("text"), 2, 6)

    def _draw_resting(self, painter: QPainter, face: QRectF) -> None:
        look = theme()
        painter.setBrush(look.colour("hover" if self.underMouse() else "sheet"))
        outline(painter, face, look.colour("edge"), 1, 6)
        shape = QPainterPath()
        shape.addRoundedRect(face.adjusted(1, 1, -1, -1), 5, 5)
        painter.setClipPath(shape)
        ink = look.level(self._level)
        strip = QColor(ink.outline if self._level == 0 else ink.fill)
        painter.fillRect(QRectF(face.x(), face.bottom() - STRIP, face.width(), STRIP), strip)
        painter.setClipping(False)

    def _draw_words(self, painter: QPainter, face: QRectF) -> None:
        chosen = self.isChecked()
        large = chosen and not self._previous
        font = theme().font(Type.LEVEL if large else Type.HEAD)
        ink = QColor(theme().level(self._level).text) if chosen else theme().colour("text")
        mark = theme().px(12 if self._previous else 15) if self._level >= ALARMING else 0
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + mark
        row = QRectF(face)
        if not chosen:
            row.setBottom(face.bottom() - STRIP + 1)
        if self._previous:
            quiet = ink if chosen else theme().colour("text2")
            row = self._draw_previous(painter, row, quiet)
        left = row.center().x() - width / 2
        if mark:
            side = theme().px(10)
            spot = QRectF(left, row.center().y() - side / 2, side, side * 0.9)
            draw_triangle(painter, spot, ink)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRectF(left + mark, row.y(), width, row.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _draw_previous(self, painter: QPainter, row: QRectF, ink: QColor) -> QRectF:
        painter.setFont(theme().font(Type.NOTE))
        painter.setPen(ink)
        if row.height() < theme().px(38):
            right = row.adjusted(row.width() * 0.6, 0, 0, 0)
            painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter), "上次")
            return row.adjusted(2, 0, -row.width() * 0.38, 0)
        foot = row.adjusted(0, row.height() * 0.5, 0, 0)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), "上次")
        return row.adjusted(0, 1, 0, -row.height() * 0.42)


class LevelButtons(QWidget):
    """The row of levels. Speaks up only when a person chose, never when a page fills it in."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("集体评估等级")
        self._group = QButtonGroup(self)
        self._buttons: list[_LevelButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for level in LEVELS:
            button = _LevelButton(level, self)
            self._buttons.append(button)
            self._group.addButton(button, level)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        theme().changed.connect(self.remeasure)

    def level(self) -> int | None:
        """The chosen level, if any."""
        number = self._group.checkedId()
        return number if number >= 0 else None

    def show_level(self, level: int | None, previous: int | None) -> None:
        """Fill in what is known, without announcing it."""
        self._group.setExclusive(False)
        for number, button in enumerate(self._buttons):
            button.setChecked(number == level)
            button.mark_previous(number == previous)
        self.remeasure()
        self._group.setExclusive(True)
        stop_at_choice(self._group)
        self.setFocusProxy(self._buttons[level or 0])

    def tab_stops(self) -> list[QWidget]:
        """What the keyboard can stop at."""
        return list(self._buttons)

    def choose(self, level: int) -> None:
        """What a key does: choose and say so."""
        self._buttons[level].click()

    @Slot()
    def remeasure(self) -> None:
        """Take the size that fits the window."""
        for button in self._buttons:
            button.setFixedSize(button.sizeHint())
            button.update()
