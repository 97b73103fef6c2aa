"""Levels and tags as small boxes: number and word first, colour last."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import draw_triangle, outline
from ui.theme import Type, theme

ALARMING = 3  # from this level up the chip carries a triangle


def level_text(level: int) -> str:
    """A level as it is written everywhere: number and word."""
    return f"{level}级"


def chip_size(level: int) -> QSizeF:
    """How much room a level chip takes at the present font size."""
    metrics = QFontMetricsF(theme().font(Type.NOTE_BOLD))
    mark = theme().px(11) if level >= ALARMING else 0
    width = metrics.horizontalAdvance(level_text(level)) + mark + theme().px(12)
    return QSizeF(width, max(metrics.height() + 2, theme().px(20)))


def draw_chip(painter: QPainter, spot: QPointF, level: int) -> None:
    """Draw a level chip with its top left corner at a spot."""
    ink, size = theme().level(level), chip_size(level)
    box = QRectF(spot, size)
    painter.save()
    painter.setBrush(QColor(ink.fill))
    outline(painter, box, QColor(ink.outline), 1, 4)
    words = box.adjusted(theme().px(6), 0, -theme().px(6), 0)
    if level >= ALARMING:
        draw_mark(painter, words, QColor(ink.text))
        words.setLeft(words.left() + theme().px(11))
    painter.setFont(theme().font(Type.NOTE_BOLD))
    painter.setPen(QColor(ink.text))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, level_text(level))
    painter.restore()


def draw_mark(painter: QPainter, row: QRectF, ink: QColor) -> None:
    """The small triangle in front of an alarming level."""
    side = theme().px(8)
    draw_triangle(painter, QRectF(row.left(), row.center().y() - side / 2, side, side * 0.9), ink)


class LevelChip(QWidget):
    """One level on a page; empty when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._remeasure)

    def show_level(self, level: int | None) -> None:
        """Show this level, or nothing."""
        self._level = level
        self.setAccessibleName("" if level is None else level_text(level))
        self.setVisible(level is not None)
        self._remeasure()

    def sizeHint(self) -> QSize:
        if self._level is None:
            return QSize(0, 0)
        return chip_size(self._level).toSize() + QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._level is not None:
            painter = QPainter(self)
            draw_chip(painter, QPointF(0, 0), self._level)
            painter.end()

    @Slot()
    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()


class Tag(QWidget):
    """A fact in a box: outlined when plain, filled when it needs a hand or is new."""

    def __init__(
        self, text: str = "", ground: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._ground = text, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._remeasure)
        self.show_text(text, ground)

    def show_text(self, text: str, ground: str = "plain") -> None:
        """Say something else."""
        self._text, self._ground = text, ground
        self.setAccessibleName(text)
        if self.parentWidget() is not None or not text:
            self.setVisible(bool(text))  # without a place yet it would open as a window
        self._remeasure()

    def text(self) -> str:
        """The words in the box."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(Type.NOTE))
        width = metrics.horizontalAdvance(self._text) + theme().px(14)
        return QSize(round(width) + 1, max(round(metrics.height()) + 2, theme().px(20)) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0, 0, -1, -1)
        inks = {"plain": "text2", "warn": "warn", "new": "accent"}
        if self._ground == "plain":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline(painter, box, theme().colour("line2"), 1, 4)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("warnbg" if self._ground == "warn" else "tint2"))
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme().font(Type.NOTE))
        painter.setPen(theme().colour(inks[self._ground]))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.end()

    @Slot()
    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
