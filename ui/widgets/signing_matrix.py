"""Who has signed which sheet, as small places in rows and columns; shape first, colour last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Type, theme
from ui.widgets.lists import VCENTRE, shortened

NAMES, MOST_NAMES, CELL, LEAST_CELL, ROW = 112, 200, 24, 15, 26
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEGEND = "墨迹 已签　补 补签　代 代签　缺 缺席　虚框 待签　横线 不需要签"


class Mark(Enum):
    """What is known of one place."""

    NONE = ""
    SIGNED = "已签"
    LATE = "补签"
    PROXY = "代签"
    ABSENT = "缺席"
    WAITING = "待签"


@dataclass(frozen=True)
class Row:
    """One person, and a mark for every column."""

    name: str
    marks: tuple[Mark, ...]


class SigningMatrix(QWidget):
    """Shows; nothing is marked here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._columns, self._current = 0, -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._remeasure)

    def show_rows(self, rows: Sequence[Row], columns: int) -> None:
        """Show everybody's places on so many sheets."""
        self._rows, self._columns = tuple(rows), columns
        told = (f"{row.name} {self._counts(row)}" for row in self._rows)
        self.setAccessibleName("签字情况")
        self.setAccessibleDescription("；".join(told))
        self._remeasure()

    def show_current(self, column: int) -> None:
        """Point out one sheet."""
        self._current = column
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        width = look.px(NAMES) + self._columns * look.px(LEAST_CELL)
        return QSize(width, look.px(ROW) * (len(self._rows) + 1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = (self.width() - look.px(NAMES)) / max(self._columns, 1)
        cell = min(max(room, look.px(LEAST_CELL)), look.px(CELL))
        left = self.width() - self._columns * cell  # where the places begin
        left = min(max(left, look.px(NAMES)), look.px(MOST_NAMES))
        if self._current >= 0:
            x = left + self._current * cell
            painter.fillRect(QRectF(x, 0, cell, self.height()), look.colour("tint"))
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("text3"))
        for column in range(self._columns):
            box = QRectF(left + column * cell, 0, cell, look.px(ROW))
            painter.drawText(box, CENTRE, str(column + 1))
        for number, row in enumerate(self._rows, 1):
            self._draw_row(painter, row, QRectF(left, number * look.px(ROW), cell, look.px(ROW)))
        painter.end()

    def _draw_row(self, painter: QPainter, row: Row, first: QRectF) -> None:
        look, top = theme(), first.y()
        painter.fillRect(QRectF(0, top, self.width(), 1), look.colour("line"))
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("text"))
        names = QRectF(0, top, first.x() - 6, first.height())
        painter.drawText(names, VCENTRE, shortened(painter, row.name, names.width()))
        for column, mark in enumerate(row.marks):
            box = first.translated(column * first.width(), 0).adjusted(2, 6, -2, -6)
            _draw_mark(painter, box, mark)

    @staticmethod
    def _counts(row: Row) -> str:
        waiting = [str(n) for n, mark in enumerate(row.marks, 1) if mark is Mark.WAITING]
        return f"第{'、'.join(waiting)}份待签" if waiting else "没有待签的"

    @Slot()
    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()


def _draw_mark(painter: QPainter, box: QRectF, mark: Mark) -> None:
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match mark:
        case Mark.SIGNED:
            painter.setPen(QPen(look.colour("accent"), 1.6))
            painter.drawPath(_squiggle(box))
        case Mark.WAITING:
            painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box, 3, 3)
        case Mark.NONE:
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.drawLine(box.center() - QPointF(4, 0), box.center() + QPointF(4, 0))
        case _:
            _draw_word(painter, box, mark.value[0])


def _draw_word(painter: QPainter, box: QRectF, word: str) -> None:
    look = theme()
    painter.setFont(look.font(Type.KEY))
    wide = max(QFontMetricsF(painter.font()).height(), box.height())
    painter.setPen(look.colour("accent" if word != Mark.ABSENT.value[0] else "text2"))
    painter.drawText(
        QRectF(box.x() - 4, box.center().y() - wide / 2, box.width() + 8, wide), CENTRE, word
    )


def _squiggle(box: QRectF) -> QPainterPath:
    """A stroke of ink."""
    path, step = QPainterPath(), box.width() / 4
    middle, lift = box.center().y(), box.height() / 3
    path.moveTo(box.left() + 1, middle + lift / 2)
    for wave in range(2):
        x = box.left() + 1 + wave * 2 * step
        path.quadTo(x + step / 2, middle - lift, x + step, middle)
        path.quadTo(x + 1.5 * step, middle + lift, x + 2 * step - 2, middle - lift / 3)
    return path
