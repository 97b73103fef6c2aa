"""The steps of a longer question: done, being asked, still to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import draw_icon
from ui.style import outline
from ui.theme import Type, theme


class StepTrail(QWidget):
    """Where one is among the questions."""

    def __init__(self, steps: tuple[str, ...], motto: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._motto, self._current = steps, motto, 0

    def show_step(self, step: int) -> None:
        """Mark what is done and what is being asked."""
        self._current = step
        here = (
            f"第{step + 1}步，共{len(self._steps)}步：{self._steps[step]}"
            if (step < len(self._steps))
            else f"{len(self._steps)}步都已走完"
        )
        self.setAccessibleName(here)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, 8, -1), 8, 8)
        painter.fillRect(self.width() - 1, 1, 1, self.height() - 2, look.colour("line"))
        left = look.px(28)
        self._write(painter, left, look.px(24), Type.TITLE, "text", "个案会商工作台")
        self._write(painter, left, look.px(54), Type.NOTE, "text2", self._motto)
        for number, title in enumerate(self._steps):
            self._draw_step(painter, left, look.px(96 + 40 * number), number, title)
        foot = self.height() - look.px(58)
        if foot < look.px(96 + 40 * len(self._steps)):
            painter.end()
            return
        draw_icon(painter, QRectF(left, foot, 18, 18), "shield", look.colour("accent"))
        self._write(painter, left + look.px(26), foot - 3, Type.NOTE, "text2", "数据加密后只存在")
        self._write(
            painter, left + look.px(26), foot + look.px(17), Type.NOTE, "text2", "这台电脑，不上网"
        )
        painter.end()

    def _write(self, painter: QPainter, x: int, y: int, style: Type, ink: str, words: str) -> None:
        painter.setFont(theme().font(style))
        painter.setPen(theme().colour(ink))
        painter.drawText(
            QRectF(x, y, self.width() - x, theme().px(26)),
            int(Qt.AlignmentFlag.AlignVCenter),
            words,
        )

    def _draw_step(self, painter: QPainter, x: int, y: int, number: int, title: str) -> None:
        look, side = theme(), theme().px(24)
        disc = QRectF(x, y, side, side)
        reached = number <= self._current
        painter.setBrush(look.colour("accent" if reached else "sheet"))
        outline(painter, disc, look.colour("accent" if reached else "edge"), 1, side / 2)
        if number < self._current:
            draw_icon(painter, disc.adjusted(4, 4, -4, -4), "check", look.colour("onaccent"))
        else:
            painter.setFont(look.font(Type.NOTE_BOLD))
            painter.setPen(look.colour("onaccent" if reached else "text2"))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))
        here = number == self._current
        style, ink = (Type.HEAD, "text") if here else (Type.BODY, "text2")
        self._write(painter, x + side + look.px(12), y, style, ink, title)
