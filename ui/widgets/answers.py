"""One question's answer, whatever it is given with, and those that are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.day_box import DayBox
from ui.widgets.inputs import LineBox, TextBox


class Answer(QWidget):
    """`given` when a person answered; `settled` when they did so by a digit and may go on.

    `left` when something typed was left for another field.
    """

    given = Signal()
    settled = Signal()
    left = Signal()
    wraps = False  # takes several lines where one has no room
    stretches = False  # takes whatever room there is

    def value(self) -> object:
        """The answer; None while the question is open."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Fill in what is known, without announcing it."""
        raise NotImplementedError

    def tab_stops(self) -> list[QWidget]:
        """What the keyboard can stop at."""
        raise NotImplementedError

    def take_caret(self) -> None:
        """Let the keyboard in."""
        stops = self.tab_stops()
        by_tab = (s for s in stops if s.focusPolicy() == Qt.FocusPolicy.StrongFocus)
        next(by_tab, stops[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _hold(self, inside: QWidget, *, stretch: bool = False) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1 if stretch else 0)
        if not stretch:
            row.addStretch(1)


class LineAnswer(Answer):
    """A few typed words."""

    stretches = True

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self._box = LineBox(name, hint)
        self._box.textEdited.connect(self.given)
        self._box.editingFinished.connect(self.left)
        self._hold(self._box, stretch=True)

    def value(self) -> object:
        return self._box.text()

    def show_value(self, value: object) -> None:
        if self._box.text() != (value or ""):
            self._box.setText(str(value or ""))

    def tab_stops(self) -> list[QWidget]:
        return [self._box]


class TextAnswer(Answer):
    """Sentences."""

    stretches = True

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self._box = TextBox(name, hint, lines=3)
        self._box.textChanged.connect(self.given)
        self._box.left.connect(self.left)
        self._hold(self._box, stretch=True)

    def value(self) -> object:
        return self._box.toPlainText()

    def show_value(self, value: object) -> None:
        if self._box.toPlainText() != (value or ""):
            self._box.blockSignals(True)
            self._box.setPlainText(str(value or ""))
            self._box.moveCursor(QTextCursor.MoveOperation.End)
            self._box.blockSignals(False)

    def write_after(self, words: str) -> None:
        """Add a line to go on from, as if it had been typed."""
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        self._box.insertPlainText(f"\n{words}" if self._box.toPlainText() else words)

    def tab_stops(self) -> list[QWidget]:
        return [self._box]


class DayAnswer(Answer):
    """A day, or none yet. What is typed and is no day stands in its `box` and counts as none."""

    def __init__(self, box: DayBox) -> None:
        super().__init__()
        self.box = box
        box.textEdited.connect(self._tell)
        box.day_changed.connect(self.given)
        box.editingFinished.connect(self.left)
        self._hold(box)

    def value(self) -> object:
        return self.box.day()

    def show_value(self, value: object) -> None:
        self.box.show_day(value)  # type: ignore[arg-type] # days only

    @Slot()
    def _tell(self) -> None:
        """Half a day is no answer yet."""
        if not self.box.has_unread():
            self.given.emit()

    def tab_stops(self) -> list[QWidget]:
        return [self.box]
