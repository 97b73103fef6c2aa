"""F1: the chapter of the manual about the page in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.loading import wait_until_loaded

if TYPE_CHECKING:
    from ui.dialogs.manual import ManualWindow

DOOR = "door"


class Helping(QObject):
    """Keeps the window with the chapter of the page in view."""

    paper_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._page = DOOR
        self._commands: Mapping[str, Sequence[QAction]] = {}
        self._open: ManualWindow | None = None

    def about(self, commands: Mapping[str, Sequence[QAction]]) -> None:
        """What can be done on which page; nothing at the door."""
        self._commands = commands

    @Slot(str)
    def turn(self, page: str) -> None:
        """Another page has come into view."""
        self._page = page
        if self._open is not None:
            self._open.show_page(page)

    @Slot()
    def show_chapter(self) -> None:
        """Open the book at the page in view, or bring it forward."""
        if self._open is None:
            wait_until_loaded()
            from ui.dialogs.manual import ManualWindow

            self._open = ManualWindow(self._page, self._commands, self._window)
            self._open.paper_wanted.connect(self.paper_wanted)
            self._open.finished.connect(self._forget)
        self._open.show_page(self._page)
        self._open.show()
        self._open.activateWindow()

    @Slot()
    def _forget(self) -> None:
        self._open = None
