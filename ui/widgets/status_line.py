"""Facts at the foot of the window: saved, backed up, where the data is, what is masked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import Type, theme

GAP = 18
VCENTRE = int(Qt.AlignmentFlag.AlignVCenter)


class StatusLine(QWidget):
    """One painted line; nothing in it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = self._backup = ""
        self._masked = "遮名：开"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._remeasure)
        self._tell()

    def show_saved(self, words: str) -> None:
        """Say what was kept and when."""
        self._saved = words
        self._tell()

    def show_backup(self, words: str) -> None:
        """Say when the last backup was made."""
        self._backup = words
        self._tell()

    def show_masking(self, words: str) -> None:
        """Say whether names are shortened on this page."""
        self._masked = words
        self._tell()

    def words(self) -> str:
        """The whole line."""
        return "，".join(part for part in (*self._facts(), self._masked) if part)

    def sizeHint(self) -> QSize:
        note = QFontMetricsF(theme().font(Type.NOTE)).height()
        return QSize(200, max(theme().px(26), round(note + 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("text2"))
        metrics, side, x = QFontMetricsF(painter.font()), look.px(14), 14.0
        middle = self.height() / 2
        if self._saved:
            spot = QRectF(x, middle - side / 2, side, side)
            draw_icon(painter, spot, "check", look.colour("accent"))
            x += side + 6
        for fact in filter(None, self._facts()):
            width = metrics.horizontalAdvance(fact)
            painter.drawText(QRectF(x, 0, width + 2, self.height()), VCENTRE, fact)
            x += width + GAP
        width = metrics.horizontalAdvance(self._masked)
        right = self.width() - 14 - width
        painter.drawText(QRectF(right, 0, width + 2, self.height()), VCENTRE, self._masked)
        spot = QRectF(right - side - 6, middle - side / 2, side, side)
        draw_icon(painter, spot, "eye_off", look.colour("text2"))
        painter.end()

    def _facts(self) -> tuple[str, ...]:
        return (self._saved, self._backup, "数据仅存本机")

    def _tell(self) -> None:
        self.setAccessibleName(self.words())
        self.update()

    @Slot()
    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
