"""The way between pages at the left edge: words beside icons, or under them when narrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import draw_icon
from ui.style import draw_focus_ring, focus_is_seen
from ui.theme import Type, theme

WIDE, NARROW = 120, 60
LEAST, LEAST_WITH_ICON = 26, 44  # a low window takes the icons away before the words


class _RailButton(QAbstractButton):
    def __init__(self, icon_name: str, text: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name, self.narrow = icon_name, False
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{text}  {keys}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(
            theme().px(NARROW if self.narrow else WIDE), theme().px(50 if self.narrow else 38)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = 6 if self.narrow else 8
        pill = QRectF(self.rect()).adjusted(side, 1, -side, -1)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint" if here else "hover"))
            painter.drawRoundedRect(pill, 6, 6)
        if here:
            painter.fillRect(QRectF(0, 9, 3, self.height() - 18), look.colour("accent"))
        ink = look.colour("accent" if here else "text2")
        painter.setPen(ink)
        self._draw_words(painter, bold=here)
        if focus_is_seen(self):
            draw_focus_ring(painter, pill, 6)
        painter.end()

    def _draw_words(self, painter: QPainter, *, bold: bool) -> None:
        look, size = theme(), theme().px(18)
        middle = self.height() / 2
        if self.narrow and self.height() < look.px(LEAST_WITH_ICON):
            style, align = Type.NOTE_BOLD if bold else Type.NOTE, Qt.AlignmentFlag.AlignCenter
            painter.setFont(look.font(style))
            painter.drawText(QRectF(self.rect()), int(align), self.text())
            return
        if self.narrow:
            spot = QRectF((self.width() - size) / 2, look.px(6), size, size)
            words = QRectF(0, look.px(25), self.width(), self.height() - look.px(25))
            style, align = Type.NOTE_BOLD if bold else Type.NOTE, Qt.AlignmentFlag.AlignHCenter
        else:
            spot = QRectF(look.px(20), middle - size / 2, size, size)
            words = QRectF(look.px(48), 0, self.width(), self.height())
            style, align = Type.HEAD if bold else Type.BODY, Qt.AlignmentFlag.AlignVCenter
        draw_icon(painter, spot, self._icon_name, painter.pen().color())
        painter.setFont(look.font(style))
        painter.drawText(words, int(align), self.text())


class Rail(QWidget):
    """One button for each place; the last stands at the foot."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("导航")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _RailButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 7, 0, 7)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        theme().changed.connect(self._remeasure)

    def add_place(self, name: str, icon_name: str, text: str, keys: str, *, foot: bool) -> None:
        """Offer a place to go to."""
        button = _RailButton(icon_name, text, keys, self)
        self._buttons[name] = button
        self._group.addButton(button)
        spot = self._column.count() if foot else self._column.count() - 1
        self._column.insertWidget(spot, button)
        button.clicked.connect(lambda: self.chosen.emit(name))

    def show_place(self, name: str) -> None:
        """Mark where one is."""
        self._buttons[name].setChecked(True)

    def places(self) -> list[str]:
        """The words of all places, from the top."""
        return [button.text() for button in self._buttons.values()]

    def set_narrow(self, narrow: bool) -> None:
        """Put the words under the icons."""
        for button in self._buttons.values():
            button.narrow = narrow
        self._remeasure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().colour("line"))
        painter.end()

    @Slot()
    def _remeasure(self) -> None:
        for button in self._buttons.values():
            button.setMinimumHeight(theme().px(LEAST))
            button.setMaximumHeight(button.sizeHint().height())
            self.setFixedWidth(button.sizeHint().width())
            button.update()
