"""What every page has in common: actions that work only while the page is the one in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.models.papers import Paper
from ui.models.person import Person
from ui.widgets.buttons import with_keys
from workbench.records import RecordKey

LEAST_WIDTH = 640


class Page(QWidget):
    """A place the rail leads to. `shows` names the tables whose changes concern it."""

    shows: frozenset[str] = frozenset()
    said = Signal(str)
    left = Signal()
    paper_changed = Signal()
    person_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self._commands: dict[str, QAction] = {}

    def minimumSizeHint(self) -> QSize:
        """What it takes once the panes beside the middle have given way."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST_WIDTH), least.height())

    def reload(self) -> None:
        """Read again what is on show."""

    def set_current(self, current: bool) -> None:
        """Come into view, or leave it."""
        self._current = current
        self._refresh_actions()

    def commands(self) -> list[QAction]:
        """Everything one can do here, for the menu."""
        return list(self._commands.values())

    def command(self, name: str) -> QAction:
        """One of them, by the name of its use case."""
        return self._commands[name]

    def paper(self) -> Paper | None:
        """The paper that can be looked at, printed and saved while the page is in view."""
        return None

    def person(self) -> Person | None:
        """Whom one can write about while the page is in view."""
        return None

    def record(self) -> RecordKey | None:
        """Which record about that person one has chosen, to correct it or take it back."""
        return None

    def subject(self) -> object:
        """What the page is about, for coming back to it; None for a page that keeps its place."""
        return None

    def show_subject(self, subject: object) -> None:
        """Come back to what the page was about."""

    def take_caret(self) -> None:
        """Let the keyboard in where work begins."""
        self.setFocus()

    def _add_command(
        self, name: str, text: str, keys: str, slot: Callable[[], object], *more_keys: str
    ) -> QAction:
        action = QAction(with_keys(text, QKeySequence(keys)), self)
        action.setObjectName(name)
        action.setIconText(text)
        action.setShortcuts([QKeySequence(each) for each in (keys, *more_keys) if each])
        action.triggered.connect(lambda: slot())
        self._commands[name] = action
        return action

    def _refresh_actions(self) -> None:
        """Enable what can be done now. Pages say what that is."""
        for action in self._commands.values():
            action.setEnabled(self._current)
