"""A list that is read aloud: every row in full, its words wrapped under who it is about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.style import draw_triangle
from ui.theme import Type, theme
from ui.widgets.chips import chip_size, draw_chip
from ui.widgets.lists import (
    FACE_ROLE,
    RIGHT,
    VCENTRE,
    Face,
    Index,
    RowDelegate,
    RowsList,
    shortened,
)

LEAD, LABEL = 28, 44
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
ARROW = "→"


@dataclass(frozen=True)
class Passage(Face):
    """A row with as many lines as it takes, each a label and words; `before` is the level last."""

    beside: str = ""
    before: int | None = None
    lines: tuple[tuple[str, str], ...] = ()


class PassageDelegate(RowDelegate):
    """Draws passages."""

    def sizeHint(self, option: object, index: Index) -> QSize:
        face = index.data(FACE_ROLE)
        if not isinstance(face, Passage):
            return super().sizeHint(option, index)
        width = self._words_width(self._view.viewport().width())
        body = QFontMetricsF(theme().font(Type.BODY)).height()
        lines = sum(_height(words, width) for _, words in face.lines)
        return QSize(80, round(body + lines + 3 * len(face.lines) + 14))

    def __init__(self, margin: int, view: QListView) -> None:
        super().__init__(margin, view)
        self._view = view

    def _words_width(self, width: float) -> float:
        return max(width - 2 * self._margin - theme().px(LEAD + LABEL), theme().px(120))

    def _draw_row(self, painter: QPainter, box: QRectF, face: Face, chosen: bool) -> None:
        if not isinstance(face, Passage):
            super()._draw_row(painter, box, face, chosen)
            return
        look = theme()
        body = QFontMetricsF(look.font(Type.BODY)).height()
        top = QRectF(box.x() + self._margin, box.y() + 6, box.width() - 2 * self._margin, body)
        self._draw_title(painter, top, face)
        y = top.bottom() + 3
        left = top.x() + look.px(LEAD)
        width = self._words_width(box.width())
        for label, words in face.lines:
            height = _height(words, width)
            painter.setFont(look.font(Type.NOTE))
            painter.setPen(look.colour("text3"))
            painter.drawText(QRectF(left, y, look.px(LABEL), body), VCENTRE, label)
            painter.setFont(look.font(Type.BODY))
            painter.setPen(look.colour("warn" if face.attention else "text"))
            words_left = left + (look.px(LABEL) if label else 0)
            painter.drawText(QRectF(words_left, y, width, height + 2), WRAPPED, words)
            y += height + 3

    def _draw_title(self, painter: QPainter, top: QRectF, face: Passage) -> None:
        look = theme()
        line = QRectF(top)
        painter.setPen(look.colour("text3"))
        if face.attention:
            side = look.px(12)
            spot = QRectF(line.x() + 2, line.center().y() - side / 2, side, side)
            draw_triangle(painter, spot, look.colour("warn"))
        else:
            painter.setFont(look.font(Type.NOTE))
            painter.drawText(line, VCENTRE, face.lead)
        line.setLeft(line.x() + look.px(LEAD))
        line.setRight(self._draw_levels(painter, line, face) - 8)
        painter.setFont(look.font(Type.HEAD))
        painter.setPen(look.colour("text"))
        shown = shortened(painter, face.title, line.width())
        painter.drawText(line, VCENTRE, shown)
        line.setLeft(line.x() + QFontMetricsF(painter.font()).horizontalAdvance(shown) + 10)
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("warn" if face.attention else "text2"))
        painter.drawText(line, VCENTRE, shortened(painter, face.beside, line.width()))

    def _draw_levels(self, painter: QPainter, line: QRectF, face: Passage) -> float:
        """Last level and this one at the right end; return where they begin."""
        look, edge = theme(), line.right()
        painter.setFont(look.font(Type.NOTE))
        metrics = QFontMetricsF(painter.font())
        for level, mark in ((face.chip, ARROW), (face.before, "")):
            if level is None:
                continue
            size = chip_size(level)
            edge -= size.width()
            draw_chip(painter, QPointF(edge, line.center().y() - size.height() / 2), level)
            if mark and face.before is not None:
                painter.setPen(look.colour("text2"))
                edge -= metrics.horizontalAdvance(mark) + 12
                painter.drawText(QPointF(edge + 6, line.center().y() + metrics.ascent() / 2), mark)
        if face.right:
            painter.setPen(look.colour("accent" if face.leads else "text2"))
            words = QRectF(line.x(), line.y(), edge - line.x() - 8, line.height())
            painter.drawText(words, RIGHT, face.right)
            edge -= metrics.horizontalAdvance(face.right) + 16
        return edge


class ReadingList(RowsList):
    """Measures its rows again whenever the room for words changes."""

    def __init__(self, name: str, *, margin: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(name, margin=margin, parent=parent)
        self.setItemDelegate(PassageDelegate(margin, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.doItemsLayout()


def _height(words: str, width: float) -> float:
    metrics = QFontMetricsF(theme().font(Type.BODY))
    return metrics.boundingRect(QRectF(0, 0, width, 10_000), WRAPPED, words).height()
