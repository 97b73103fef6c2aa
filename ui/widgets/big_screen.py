"""Parts of what is read from across a room: words, levels, marks and a clock that grow with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.style import draw_triangle
from ui.theme import Type, theme
from ui.widgets.chips import chip_size, draw_chip, level_text
from ui.widgets.text import Label

FITS = (860, 600)  # with this much room the words stand in their own size


class BigScreenSize:
    """How much larger than its least size everything is drawn: as far as there is room for it."""

    def __init__(self) -> None:
        self.factor = 1.0

    def fit(self, width: int, height: int) -> None:
        """Take the size that suits a screen: grown with it, and with the size of type asked for."""
        room = min(width / FITS[0], height / FITS[1])
        screen = max(1.0, min(width / 1024, height / 768))
        self.factor = max(1.0, min(screen * theme().scale / 100, room))

    def px(self, pixels: float) -> int:
        """A length meant for the least size."""
        return round(pixels * self.factor)


class Growing(QWidget):
    """Whatever is drawn in the size of the big screen."""

    def grow(self, factor: float) -> None:
        """Be drawn so much larger than at the least."""


class BigLabel(Label):
    """Words in one of the big styles."""

    _factor = 1.0

    def grow(self, factor: float) -> None:
        """Be drawn so much larger than at the least."""
        self._factor = factor
        self._dress()

    def _type(self) -> QFont:
        font = super()._type()
        font.setPointSizeF(self._style.value[0] * self._factor)
        return font


class BigLevel(Growing):
    """A level as its chip is drawn elsewhere, many times the size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: int | None = None
        self._factor = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._remeasure)

    def show_level(self, level: int | None) -> None:
        """Show this level, or nothing."""
        self._level = level
        self.setAccessibleName("" if level is None else level_text(level))
        self.setVisible(level is not None)
        self.updateGeometry()
        self.update()

    def grow(self, factor: float) -> None:
        self._factor = factor
        self._remeasure()

    def sizeHint(self) -> QSize:
        if self._level is None:
            return QSize(0, 0)
        return (chip_size(self._level) * self._enlarged()).toSize() + QSize(2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._level is None:
            return
        painter = QPainter(self)
        painter.scale(self._enlarged(), self._enlarged())
        draw_chip(painter, QPointF(0, 0), self._level)
        painter.end()

    def _remeasure(self) -> None:
        self.updateGeometry()

    def _enlarged(self) -> float:
        small = theme().font(Type.NOTE_BOLD).pointSizeF()
        return Type.BIG_LEVEL.value[0] * self._factor / small


class BigMark(Growing):
    """Done, late or still to do, as a shape; the word stands at the end of the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.grow(1.0)

    def show_mark(self, mark: str) -> None:
        """Show this mark, or none."""
        self._mark = mark
        self.update()

    def grow(self, factor: float) -> None:
        self.setFixedSize(round(34 * factor), round(38 * factor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width() * 0.76
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        if self._mark == "late":
            draw_triangle(painter, box.adjusted(0, 1, 0, -1), theme().colour("warn"))
        elif self._mark == "done":
            draw_icon(painter, box, "check", theme().colour("accent"))
        elif self._mark:
            painter.setPen(QPen(theme().colour("edge"), side / 12))
            painter.drawEllipse(box.adjusted(3, 3, -3, -3))
        painter.end()


class BigBar(Growing):
    """How much of the time meant for something is used up; past it the bar is full and warns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.grow(1.0)

    def show_used(self, used: float) -> None:
        """Show a part of one."""
        self._used = used
        self.update()

    def grow(self, factor: float) -> None:
        self.setFixedSize(round(110 * factor), round(6 * factor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = whole.height() / 2
        painter.setBrush(theme().colour("line2"))
        painter.drawRoundedRect(whole, radius, radius)
        used = QRectF(whole)
        used.setWidth(whole.width() * min(self._used, 1.0))
        painter.setBrush(theme().colour("warn" if self._used > 1 else "accent"))
        painter.drawRoundedRect(used, radius, radius)
        painter.end()


class Tinted(QWidget):
    """The ground of what is being written."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()


class BigRule(Growing):
    """A hairline between two parts, with air around it."""

    def grow(self, factor: float) -> None:
        self.setFixedHeight(round(24 * factor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inside = QPainter(self), self.contentsRect()
        middle = inside.center().y()
        painter.fillRect(inside.left(), middle, inside.width(), 1, theme().colour("line2"))
        painter.end()
