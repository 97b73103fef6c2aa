"""Lists of two-line rows: who and how far on the first line, facts on the second."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from ui.icons import draw_icon
from ui.style import draw_triangle
from ui.theme import Type, theme
from ui.widgets.chips import chip_size, draw_chip

FACE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
VCENTRE = int(Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class Face:
    """What one row shows. A group is a heading between rows and cannot be chosen.

    Tags say whether they ask for a hand; a tick tells what is chosen. Where the words at the right
    lead somewhere they look like it.
    """

    title: str
    note: str = ""
    lead: str = ""
    right: str = ""
    chip: int | None = None
    done: bool = False
    attention: bool = False
    strong: bool = False
    group: bool = False
    tags: tuple[tuple[str, bool], ...] = ()
    ticked: bool | None = None
    wide: bool = False
    leads: bool = False


class RowDelegate(QStyledItemDelegate):
    """Draws faces."""

    def __init__(self, margin: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._margin = margin

    def sizeHint(self, option: object, index: Index) -> QSize:
        face = index.data(FACE_ROLE)
        body = QFontMetricsF(theme().font(Type.BODY)).height()
        note = QFontMetricsF(theme().font(Type.NOTE)).height()
        if face is None or face.group:
            return QSize(80, round(note + 14))
        return QSize(80, round(body + (note + 2 if face.note else 0) + 14))

    def paint(self, painter: QPainter, option: object, index: Index) -> None:
        face = index.data(FACE_ROLE)
        box = QRectF(option.rect)  # type: ignore[attr-defined]  # the stubs leave the fields out
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        if face.group:
            self._draw_group(painter, box, face)
        else:
            self._draw_ground(painter, box, state, last=_is_last(index))
            self._draw_row(painter, box, face, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _draw_group(self, painter: QPainter, box: QRectF, face: Face) -> None:
        painter.setFont(theme().font(Type.NOTE_BOLD))
        painter.setPen(theme().colour("text2"))
        words = box.adjusted(self._margin, 4, -self._margin, 0)
        painter.drawText(words, VCENTRE, face.title)
        shift = QFontMetricsF(painter.font()).horizontalAdvance(face.title) + 8
        painter.setFont(theme().font(Type.NOTE))
        painter.setPen(theme().colour("text3"))
        painter.drawText(words.adjusted(shift, 0, 0, 0), VCENTRE, face.note)

    def _draw_ground(
        self, painter: QPainter, box: QRectF, state: QStyle.StateFlag, *, last: bool
    ) -> None:
        look = theme()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not chosen and not last:
            line = QRectF(
                box.x() + self._margin, box.bottom() - 1, box.width() - 2 * self._margin, 1
            )
            painter.fillRect(line, look.colour("line"))
        if chosen or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -2), 6, 6)
        if chosen:
            bar = QRectF(box.x(), box.y() + 8, 3, box.height() - 17)
            painter.fillRect(bar, look.colour("accent"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(look.colour("accent"))
                painter.drawRoundedRect(box.adjusted(6.5, 1.5, -6.5, -2.5), 6, 6)

    def _draw_row(self, painter: QPainter, box: QRectF, face: Face, chosen: bool) -> None:
        look = theme()
        body = QFontMetricsF(look.font(Type.BODY)).height()
        left, right = box.x() + self._margin, box.right() - self._margin
        top = QRectF(left, box.y() + 6, right - left, body)
        if face.lead:
            painter.setFont(look.font(Type.NOTE))
            painter.setPen(look.colour("text3"))
            painter.drawText(top, VCENTRE, face.lead)
            top.setLeft(left + look.px(28))
        line_left = top.left()
        top.setRight(self._draw_right(painter, top, face) - 8)
        strong = face.strong or chosen
        painter.setFont(look.font(Type.HEAD if strong and not face.done else Type.BODY))
        painter.setPen(look.colour("text2" if face.done and not chosen else "text"))
        painter.drawText(top, VCENTRE, shortened(painter, face.title, top.width()))
        if face.note:
            note = QFontMetricsF(look.font(Type.NOTE)).height()
            under = QRectF(line_left, top.bottom() + 2, right - line_left, note)
            painter.setFont(look.font(Type.NOTE))
            quiet = "accent" if chosen else "text2"
            painter.setPen(look.colour("warn" if face.attention else quiet))
            painter.drawText(under, VCENTRE, shortened(painter, face.note, under.width()))

    def _draw_right(self, painter: QPainter, top: QRectF, face: Face) -> float:
        look, edge = theme(), top.right()
        if face.chip is not None:
            size = chip_size(face.chip)
            edge -= size.width()
            draw_chip(painter, QPointF(edge, top.center().y() - size.height() / 2), face.chip)
            edge -= 10
        if face.right:
            painter.setFont(look.font(Type.NOTE))
            painter.setPen(look.colour("accent" if face.leads else "text2"))
            painter.drawText(
                QRectF(top.x(), top.y(), edge - top.x(), top.height()), RIGHT, face.right
            )
            edge -= QFontMetricsF(painter.font()).horizontalAdvance(face.right) + 8
        if face.done or face.attention:
            side = look.px(14)
            spot = QRectF(edge - side, top.center().y() - side / 2, side, side)
            if face.done:
                draw_icon(painter, spot, "check", look.colour("accent"))
            else:
                draw_triangle(painter, spot.adjusted(2, 2, -2, -2), look.colour("warn"))
            edge -= side + 6
        return edge


class RowsList(QListView):
    """A list without frames. Enter opens, arrows move and skip the headings."""

    def __init__(self, name: str, *, margin: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(RowDelegate(margin, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        theme().changed.connect(self._remeasure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            self._go_to_first()
            return
        super().keyPressEvent(event)

    def _go_to_first(self) -> None:
        """Qt would stay where it is when a heading leads the list."""
        for number in range(self.model().rowCount()):
            index = self.model().index(number, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                self.scrollToTop()
                return

    @Slot()
    def _remeasure(self) -> None:
        self.doItemsLayout()


def shortened(painter: QPainter, words: str, width: float) -> str:
    """Words with an ellipsis where there is no room for all of them."""
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _is_last(index: Index) -> bool:
    below = index.model().index(index.row() + 1, 0)
    face = below.data(FACE_ROLE) if below.isValid() else None
    return face is None or face.group
