"""Words inside the page that ask for something or report something: banner, toast, empty state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import draw_icon
from ui.style import draw_triangle, outline
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.text import Label

TOAST_STAYS = 6000


class Banner(QWidget):
    """Please do this, or this went wrong: a mark, sentences, perhaps a way out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bad = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = Label("", Type.BODY, wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(38, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str, *, bad: bool = False) -> None:
        """Show these sentences, or hide when there are none."""
        self._bad = bad
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The sentences on show."""
        return "" if self.isHidden() else self._words.text()

    def add_way_out(self, button: Button) -> None:
        """Offer what can be done about it."""
        self._row.addWidget(button)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As tall as the words need in the width there is: a layout gives no more than this."""
        hint = super().sizeHint()
        needed = self.heightForWidth(self.width()) if self.isVisible() else 0
        return QSize(hint.width(), max(hint.height(), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        ink = look.colour("bad" if self._bad else "warn")
        painter.setBrush(look.colour("badbg" if self._bad else "warnbg"))
        outline(painter, QRectF(self.rect()), ink, 1, 8)
        first = QFontMetricsF(look.font(Type.BODY)).height()
        middle = 8 + first / 2 if self.height() > 2 * first + 16 else self.height() / 2
        if self._bad:
            painter.fillRect(QRectF(15, middle - 6, 12, 12), ink)
        else:
            draw_triangle(painter, QRectF(14, middle - 6, 14, 12), ink)
        painter.end()


class Toast(QWidget):
    """A short report of what was done. It goes by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._ground = "", parent
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_STAYS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """Report something at the bottom left."""
        self._words = words
        self.setAccessibleName(words)
        self.resize(self.sizeHint())
        self.settle()
        self.show()
        self.raise_()
        self._timer.start()

    def words(self) -> str:
        """The report on show."""
        return self._words if self.isVisible() else ""

    @Slot()
    def settle(self) -> None:
        """Go to the bottom left of whatever it lies on."""
        ground = self._ground
        self.move(16, ground.height() - self.height() - theme().px(26) - 12)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(Type.BODY))
        return QSize(
            round(metrics.horizontalAdvance(self._words)) + 60, round(metrics.height() + 18)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        side = theme().px(16)
        spot = QRectF(14, (self.height() - side) / 2, side, side)
        draw_icon(painter, spot, "check", look.colour("sheet"))
        painter.setFont(look.font(Type.BODY))
        painter.setPen(look.colour("sheet"))
        words = QRectF(40, 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        painter.end()


class EmptyState(QWidget):
    """What would stand here, how it comes to be, and the button for it."""

    def __init__(
        self, icon_name: str, what: str, how: str, *buttons: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._buttons = icon_name, buttons
        self.setAccessibleName(f"{what.rstrip('。')}。{how}")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addSpacing(44)
        column.addWidget(Label(what, Type.HEAD), 0, middle)
        explanation = Label(how, Type.NOTE, "text2", wrap=True)
        explanation.setAlignment(middle)
        column.addWidget(explanation)
        self._first = column.itemAt(2).widget()
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def take_caret(self) -> None:
        """The last step that is possible, which leads on; without one the words themselves."""
        possible = [button for button in self._buttons if button.isEnabled()]
        (possible[-1] if possible else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line2"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        spot = QRectF(0, 0, 32, 32)
        spot.moveCenter(QPointF(self.width() / 2, self._first.y() - 26))
        draw_icon(painter, spot, self._icon_name, look.colour("text2"))
        painter.end()
