"""What lies behind an item, read beside the screen; the next one is read ahead as a whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from ui.background import Reading
from ui.messages import show_problem
from workbench.bench import Bench
from workbench.item_background import Background, read_background
from workbench.live import ItemDetails, read_item

Answer = tuple[int, Background | None, ItemDetails | None]


class Foresight(QObject):
    """Says at once what it knows; asks for the rest and reports when it is there."""

    known = Signal(int)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        failed = partial(show_problem, parent)
        self._here = Reading(self, pool, self._hear, failed)
        self._ahead = Reading(self, pool, self._hear, failed)
        self._found: dict[int, Background | None] = {}
        self._items: dict[int, ItemDetails] = {}

    def ask(self, item_id: int) -> None:
        """Report what lies behind an item now, and again once more of it is known."""
        self.known.emit(item_id)
        if item_id not in self._found:
            self._here.ask(partial(self._read, item_id))

    def look_ahead(self, item_id: int | None) -> None:
        """Read what will be asked for next."""
        if item_id is not None:
            self._ahead.ask(partial(self._read_all, item_id))

    def learn(self, item_id: int, background: Background | None) -> None:
        """Something was written and read again: nothing else that was known holds any more."""
        self._found, self._items = {item_id: background}, {}

    def forget(self) -> None:
        """Another meeting."""
        self._found, self._items = {}, {}

    def item(self, item_id: int) -> ItemDetails:
        """An item as it was read ahead, as long as only others were written on; else read now."""
        return self._items.pop(item_id, None) or read_item(self._bench, item_id)

    def background(self, item_id: int) -> tuple[Background | None, bool]:
        """What lies behind an item, and whether that is known yet."""
        return self._found.get(item_id), item_id in self._found

    def _read(self, item_id: int) -> Answer:
        return item_id, read_background(self._bench, item_id), None

    def _read_all(self, item_id: int) -> Answer:
        return item_id, read_background(self._bench, item_id), read_item(self._bench, item_id)

    def _hear(self, answer: Answer) -> None:
        item_id, background, item = answer
        self._found[item_id] = background
        if item is not None:
            self._items = {item_id: item}
        self.known.emit(item_id)
