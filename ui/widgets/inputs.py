"""Where one types or picks: outlines that stand out, focus one can see, Tab that moves on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QSize, Qt, QTime, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Type, theme
from ui.widgets.text import Label


class LineBox(QLineEdit):
    """One line of typing, with a name for those who cannot see it."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTextMargins(4, 0, 4, 0)


def secret_box(name: str) -> LineBox:
    """A line whose letters nobody reads over one's shoulder."""
    box = LineBox(name)
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box


class SearchBox(LineBox):
    """One line that is searched for while one types, an input method's letters included.

    Esc empties it, and the down key goes on to what was found.
    """

    searched = Signal(str)
    went_down = Signal()

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.textChanged.connect(self.searched)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters not yet turned into characters change no text; they are searched for too."""
        super().inputMethodEvent(event)
        if event.preeditString():
            self.searched.emit(self.text() + event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class NumberBox(QSpinBox):
    """A small whole number. The wheel scrolls the page, not the answer."""

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TextBox(QPlainTextEdit):
    """Several lines of typing. Tab goes on to the next field."""

    left = Signal()

    def __init__(
        self,
        name: str,
        hint: str = "",
        *,
        lines: int = 2,
        stretches: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._stretches = lines, stretches
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setProperty("field", True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setViewportMargins(6, 3, 6, 3)
        upright = QSizePolicy.Policy.Expanding if stretches else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        theme().changed.connect(self._remeasure)
        self._remeasure()

    def have_lines(self, lines: int) -> None:
        """Be so many lines tall; one that stretches, at least."""
        if lines != self._lines:
            self._lines = lines
            self._remeasure()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @Slot()
    def _remeasure(self) -> None:
        line = QFontMetricsF(theme().font(Type.BODY)).lineSpacing()
        edge = self.frameWidth() + self.viewportMargins().top() + self.document().documentMargin()
        height = round(line * self._lines + 2 * edge)
        self.setMinimumHeight(height)
        if not self._stretches:
            self.setMaximumHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.minimumHeight())


class GrowingBox(TextBox):
    """As tall as what is typed in it, from one line up to a few."""

    MOST_LINES = 4

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, lines=1, parent=parent)
        self.setViewportMargins(5, 1, 5, 1)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @Slot()
    def _grow(self) -> None:
        lines = round(self.document().size().height())  # plain text is measured in lines
        self._lines = min(max(lines, 1), self.MOST_LINES)
        self._remeasure()


class Choice(QComboBox):
    """One of several values. The wheel scrolls the page, not the answer."""

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self._values: list[object] = []
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Replace what can be chosen; the first stands."""
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in choices]
        self.addItems([text for _, text in choices])
        self.blockSignals(False)

    def value(self) -> object | None:
        """What stands."""
        number = self.currentIndex()
        return self._values[number] if number >= 0 else None

    def show_value(self, value: object | None) -> None:
        """Fill in what is known, without announcing it."""
        self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        self.blockSignals(False)
        self.update()

    def showPopup(self) -> None:
        """Open the list, wide enough for its longest words."""
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + theme().px(24)))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TimeBox(QTimeEdit):
    """A time of day."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")

    def focusNextPrevChild(self, forward: bool) -> bool:
        """One Tab leads past the time; the arrows go to the minutes."""
        return QWidget.focusNextPrevChild(self, forward)

    def moment(self) -> time:
        """The time set."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def show_moment(self, moment: time) -> None:
        """Fill in a time, without announcing it."""
        self.blockSignals(True)
        self.setTime(QTime(moment.hour, moment.minute))
        self.blockSignals(False)


class Field(QWidget):
    """A label above its input, and a quiet word after the label."""

    def __init__(self, label: str, box: QWidget, note: str = "") -> None:
        super().__init__()
        self._title = Label(label, Type.NOTE_BOLD, "text2")
        self._title.setBuddy(box)
        self._note = Label(note, Type.NOTE, "text3")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(box)

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self._title.setText(label)

    def set_note(self, note: str, colour: str = "text3") -> None:
        """Say something about this one field."""
        self._note.setText(note)
        self._note.set_colour(colour)
