"""F1 and the printed manual: the same chapters, with the keys as they are in the menus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.dialogs.manual import ManualWindow
from ui.models.commands import MenuEntry
from ui.models.papers import Paper
from workbench.bench import Bench
from workbench.manual import KeyRow, preview_manual, save_manual
from workbench.printing import ToPrint

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
            self._open = ManualWindow(self._page, self._commands, self._window)
            self._open.paper_wanted.connect(self.paper_wanted)
            self._open.finished.connect(self._forget)
        self._open.show_page(self._page)
        self._open.show()
        self._open.activateWindow()

    @Slot()
    def _forget(self) -> None:
        self._open = None


def manual_paper(bench: Bench, entries: Sequence[MenuEntry]) -> Paper:
    """The manual to look at, print and save."""
    keys = tuple(
        KeyRow(entry.words.rstrip("…"), "·".join(entry.menus), entry.keys)
        for entry in entries
        if entry.keys
    )
    return Paper(
        "操作手册",
        signed=False,
        look=partial(preview_manual, bench, keys),
        pages=lambda: ToPrint(preview_manual(bench, keys).pdf, 0),
        name=lambda: "操作手册",
        save=partial(save_manual, bench, keys),
        record=None,
    )
