"""The steps of a piece of work on one line: done, being done, still to come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.lists import VCENTRE

MARK, GAP, BETWEEN = 16, 6, 26


class StepStrip(QWidget):
    """Where one is among the steps; everything is read aloud in one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._remeasure)

    def show_steps(self, steps: tuple[str, ...], current: int) -> None:
        """Show these, all before the current one done."""
        self._steps, self._current = steps, current
        done = steps[:current]
        told = f"已完成{'、'.join(done)}。" if done else ""
        now = f"正在：{steps[current]}" if current < len(steps) else "全部完成"
        self.setAccessibleName(told + now)
        self._remeasure()

    def sizeHint(self) -> QSize:
        width = sum(self._width(n) for n in range(len(self._steps)))
        between = theme().px(BETWEEN) * max(len(self._steps) - 1, 0)
        return QSize(round(width + between), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.0, self.height() / 2
        for number, words in enumerate(self._steps):
            if number:
                line = QRectF(x + 6, middle, look.px(BETWEEN) - 12, 1)
                painter.fillRect(line, look.colour("line2"))
                x += look.px(BETWEEN)
            self._draw_step(painter, x, middle, number, words)
            x += self._width(number)
        painter.end()

    def _draw_step(
        self, painter: QPainter, x: float, middle: float, number: int, words: str
    ) -> None:
        look, side = theme(), theme().px(MARK)
        spot = QRectF(x, middle - side / 2, side, side)
        here = number == self._current
        if number < self._current:
            draw_icon(painter, spot, "check", look.colour("accent"))
        else:
            radius = side / 2 - 3
            disc = QRectF(spot.center() - QPointF(radius, radius), QSize(1, 1)).adjusted(
                0, 0, 2 * radius - 1, 2 * radius - 1
            )
            painter.setBrush(look.colour("accent") if here else Qt.BrushStyle.NoBrush)
            outline(painter, disc, look.colour("accent" if here else "edge"), 1.5, radius)
        painter.setFont(self._font(number))
        painter.setPen(look.colour("accent" if here else "text2"))
        box = QRectF(spot.right() + GAP, 0, self.width(), self.height())
        painter.drawText(box, VCENTRE, words)

    def _font(self, number: int) -> QFont:
        return theme().font(Type.HEAD if number == self._current else Type.BODY)

    def _width(self, number: int) -> float:
        words = QFontMetricsF(self._font(number)).horizontalAdvance(self._steps[number])
        return float(words) + theme().px(MARK) + GAP

    @Slot()
    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
