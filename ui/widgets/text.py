"""Words on a page: a label that follows the theme, and one that shortens itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Type, theme


class Label(QLabel):
    """Plain text in one of the type styles and one of the named colours."""

    def __init__(
        self,
        text: str = "",
        style: Type = Type.BODY,
        colour: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style, self._colour = style, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        theme().changed.connect(self._dress)
        self._dress()

    def set_colour(self, colour: str) -> None:
        """Use another named colour."""
        self._colour = colour
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._type())
        colours = QPalette(self.palette())
        for group in (QPalette.ColorGroup.Normal, QPalette.ColorGroup.Inactive):
            colours.setColor(group, QPalette.ColorRole.WindowText, theme().colour(self._colour))
        self.setPalette(colours)

    def _type(self) -> QFont:
        return theme().font(self._style)


class ShortLabel(Label):
    """One line that ends in an ellipsis when there is no room; the whole is in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(24), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        shown = QFontMetricsF(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        align = Qt.AlignmentFlag.AlignVCenter | (
            self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        )
        painter.drawText(self.rect(), int(align), shown)
        painter.end()
