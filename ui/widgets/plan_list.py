"""A list whose rows carry a tick, a level, tags and minutes, and can be moved about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.icons import draw_icon
from ui.style import outline
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

TICK, NAME, CHIP, MINUTES, GRIP = 30, 92, 68, 56, 22


class PlanDelegate(RowDelegate):
    """Draws faces in columns, so that ticks, levels and tags stand under each other."""

    def sizeHint(self, option: object, index: Index) -> QSize:
        face = index.data(FACE_ROLE)
        if face is None or face.group:
            height = round(QFontMetricsF(theme().font(Type.HEAD)).height()) + 16
            return QSize(80, height)
        body = QFontMetricsF(theme().font(Type.BODY)).height()
        note = QFontMetricsF(theme().font(Type.NOTE)).height() + 2 if face.note else 0
        return QSize(80, round(max(body, theme().px(22)) + note + 14))

    def _draw_group(self, painter: QPainter, box: QRectF, face: Face) -> None:
        look, words = theme(), box.adjusted(0, 4, 0, -2)
        painter.setFont(look.font(Type.HEAD))
        painter.setPen(look.colour("text"))
        painter.drawText(words, VCENTRE, face.title)
        shift = QFontMetricsF(painter.font()).horizontalAdvance(face.title) + 10
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("text3"))
        painter.drawText(words.adjusted(shift, 0, 0, 0), VCENTRE, face.note)
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), look.colour("line2"))

    def _draw_row(self, painter: QPainter, box: QRectF, face: Face, chosen: bool) -> None:
        look = theme()
        line = max(QFontMetricsF(look.font(Type.BODY)).height(), look.px(22))
        top = QRectF(box.x() + 8, box.y() + 6, box.width() - 12, line)
        self._draw_tick(painter, top, ticked=bool(face.ticked))
        right = self._draw_end(painter, top, face)
        left = top.x() + look.px(TICK)
        name = right - left if face.wide else look.px(NAME)
        painter.setFont(look.font(Type.HEAD if face.ticked else Type.BODY))
        painter.setPen(look.colour("text" if face.ticked else "text3"))
        room = QRectF(left, top.y(), name, top.height())
        painter.drawText(room, VCENTRE, shortened(painter, face.title, name - 6))
        if face.chip is not None:
            spot = QPointF(left + name, top.center().y() - chip_size(face.chip).height() / 2)
            draw_chip(painter, spot, face.chip)
        first = left + look.px(NAME + CHIP) if not face.wide else right - look.px(NAME)
        _draw_tags(painter, QRectF(first, top.y(), right - first, top.height()), face.tags)
        if face.note:
            self._draw_note(painter, QRectF(left, top.bottom() + 2, right - left, 0), face.note)

    def _draw_tick(self, painter: QPainter, top: QRectF, *, ticked: bool) -> None:
        look, side = theme(), theme().px(18)
        box = QRectF(top.x(), top.center().y() - side / 2, side, side)
        painter.save()
        painter.setBrush(look.colour("accent" if ticked else "sheet"))
        outline(painter, box, look.colour("accent" if ticked else "edge"), 1, 4)
        painter.restore()
        if ticked:
            draw_icon(painter, box.adjusted(2, 2, -2, -2), "check", look.colour("onaccent"))

    def _draw_end(self, painter: QPainter, top: QRectF, face: Face) -> float:
        look, side = theme(), theme().px(14)
        edge = top.right() - side
        grip = QRectF(edge, top.center().y() - side / 2, side, side)
        draw_icon(painter, grip, "grip", look.colour("text3"))
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("text2" if face.ticked else "text3"))
        words = QRectF(edge - look.px(MINUTES), top.y(), look.px(MINUTES) - 8, top.height())
        painter.drawText(words, RIGHT, face.right)
        return words.x()

    def _draw_note(self, painter: QPainter, line: QRectF, words: str) -> None:
        painter.setFont(theme().font(Type.NOTE))
        painter.setPen(theme().colour("text2"))
        line.setHeight(QFontMetricsF(painter.font()).height())
        painter.drawText(line, VCENTRE, shortened(painter, words, line.width()))


class PlanList(RowsList):
    """Space or a click puts on or takes off, Alt+↑/↓ or the handle moves. It changes nothing."""

    ticked = Signal(QModelIndex)
    moved = Signal(QModelIndex, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, margin=0, parent=parent)
        self.setItemDelegate(PlanDelegate(0, self))
        self._dragged = QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        super().mousePressEvent(event)
        if not _is_row(index) or event.button() is not Qt.MouseButton.LeftButton:
            return
        if spot.x() < theme().px(TICK):
            self.ticked.emit(index)
        elif spot.x() > self.viewport().width() - theme().px(GRIP + 8):
            self._dragged = index
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        dragged, self._dragged = self._dragged, QModelIndex()
        target = self.indexAt(event.position().toPoint())
        self.viewport().unsetCursor()
        if dragged.isValid() and _is_row(target) and target.row() != dragged.row():
            self.moved.emit(dragged, target.row() - dragged.row())


def _is_row(index: Index) -> bool:
    face = index.data(FACE_ROLE) if index.isValid() else None
    return face is not None and not face.group


def _draw_tags(painter: QPainter, room: QRectF, tags: Sequence[tuple[str, bool]]) -> None:
    """As many as there is room for, then how many more there are."""
    look, x = theme(), room.x()
    metrics = QFontMetricsF(look.font(Type.NOTE))
    rest = metrics.horizontalAdvance("+9") + 6
    for number, (words, calling) in enumerate(tags):
        width = metrics.horizontalAdvance(words) + look.px(12)
        last = number == len(tags) - 1
        if x + width + (0 if last else rest) > room.right():
            painter.setFont(look.font(Type.NOTE))
            painter.setPen(look.colour("text3"))
            more = QRectF(x, room.y(), room.right() - x, room.height())
            painter.drawText(more, VCENTRE, f"+{len(tags) - number}")
            return
        _draw_tag(painter, QRectF(x, room.y() + 1, width, room.height() - 2), words, calling)
        x += width + 6


def _draw_tag(painter: QPainter, box: QRectF, words: str, calling: bool) -> None:
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if calling:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("warnbg"))
        painter.drawRoundedRect(box, 4, 4)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline(painter, box, look.colour("line2"), 1, 4)
    painter.setFont(look.font(Type.NOTE))
    painter.setPen(look.colour("warn" if calling else "text2"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()
