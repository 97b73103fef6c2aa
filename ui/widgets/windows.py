"""Dialogs of one kind, columns that scroll, and the grounds that pages stand on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.followers import focus_moves
from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.notices import Banner
from ui.widgets.text import Label

LEAST_HEIGHT = 120  # below this a column scrolls
LEAST_WIDTH, MARGIN = 420, 32


class FormDialog(QDialog):
    """Fields above, the verb and 取消 below. Refusals stand in the dialog itself."""

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._inside = QWidget()
        self.fields = QVBoxLayout(self._inside)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(12)
        self.banner = Banner()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, Type.TITLE))
        if explanation:
            column.addWidget(Label(explanation, Type.NOTE, "text2", wrap=True))
        column.addWidget(ScrollColumn(title, self._inside), 1)
        column.addWidget(self.banner)
        column.addLayout(self._foot)
        self.setMinimumWidth(theme().px(LEAST_WIDTH))

    def want_width(self, width: int) -> None:
        """Be so wide at 100 %, as far as the window behind leaves room."""
        behind = self.parentWidget()
        room = behind.window().width() - MARGIN if behind is not None else theme().px(width)
        self.setMinimumWidth(min(theme().px(width), max(room, theme().px(LEAST_WIDTH))))

    def folded_height(self, width: int) -> int:
        """How much taller the fields are in so wide a dialog, where lines of them are broken."""
        margins = self._column.contentsMargins()
        needed = self._inside.heightForWidth(width - margins.left() - margins.right())
        return max(needed - self._inside.sizeHint().height(), 0)

    def refuse(self, words: str) -> None:
        """Say in place why not, and make room for the words."""
        self.banner.say(words)
        QTimer.singleShot(0, self, self.adjustSize)

    def add_verbs(self, *buttons: Button) -> None:
        """Put the buttons at the foot; the first is what Enter does."""
        for button in buttons:
            self._foot.addWidget(button)
        buttons[0].setDefault(True)
        for other in buttons[1:]:
            other.setAutoDefault(False)


class ScrollColumn(QScrollArea):
    """A column without a frame that scrolls when the window is low, or very narrow."""

    def __init__(self, name: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        focus_moves().connect(self._follow_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What holds the keyboard stays in sight when the column grows above it."""
        if event.type() == QEvent.Type.Resize and watched is self.widget():
            QTimer.singleShot(0, self, self._follow_focus)
        return super().eventFilter(watched, event)

    @Slot()
    def _follow_focus(self) -> None:
        holder = QApplication.focusWidget()
        if holder is None or not self.widget().isAncestorOf(holder):
            return
        foot = holder.mapTo(self.widget(), holder.rect().bottomLeft()).y() + theme().px(16)
        if foot <= self.viewport().height():
            self.verticalScrollBar().setValue(0)  # whatever heads the column stays in sight
        else:
            self.ensureWidgetVisible(holder, 0, theme().px(16))
            if holder.height() < self.viewport().height():
                # Of a text box Qt brings only the line with the caret into sight.
                self.ensureVisible(
                    holder.mapTo(self.widget(), holder.rect().topLeft()).x(), foot, 0, 0
                )

    def sizeHint(self) -> QSize:
        """As tall as what is inside; a low screen takes away from that."""
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, min(self.widget().minimumSizeHint().height(), LEAST_HEIGHT))


class Ground(QWidget):
    """A pane in one of the named colours, with a hairline on one side if wanted."""

    def __init__(self, colour: str, *, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._edge = colour, edge

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour(self._colour))
        places = {
            "left": (0, 0, 1, self.height()),
            "right": (self.width() - 1, 0, 1, self.height()),
            "top": (0, 0, self.width(), 1),
        }
        if self._edge:
            painter.fillRect(*places[self._edge], theme().colour("line"))
        painter.end()


class Sheet(QWidget):
    """A rounded white sheet lying on the desk."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(theme().colour("sheet"))
        outline(painter, QRectF(self.rect()), theme().colour("line"), 1, 8)
        painter.end()


def beside(listed: QWidget, sheet: QWidget) -> QWidget:
    """A list on the desk, and to its right the white sheet of what is chosen."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(listed)
    pane = Ground("sheet", edge="left")
    inside = QVBoxLayout(pane)
    inside.setContentsMargins(1, 0, 0, 0)
    inside.addWidget(sheet)
    row.addWidget(pane, 1)
    return whole
