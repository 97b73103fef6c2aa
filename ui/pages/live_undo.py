"""The command that takes back what was done last at the meeting in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QThreadPool, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.background import Reading
from ui.messages import explain, show_problem
from ui.widgets.buttons import with_keys
from ui.widgets.notices import Banner
from workbench.bench import Bench
from workbench.errors import NotFound, Refused
from workbench.undo import Undoable, list_undoable, undo_last

_WORDS, _KEYS = "撤销", "Ctrl+Z"


class MeetingInView(Protocol):
    """What the command needs to know of the page it works on."""

    said: SignalInstance
    banner: Banner

    def place(self) -> tuple[int, int] | None:
        """Meeting and item in view."""

    def keep_draft(self) -> None:
        """Keep what is typed about the item in view."""

    def open_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        """Read a meeting again and go to an item of it."""


class Undoing(QObject):
    """Names in the menu what would be taken back; takes it back and leads to where it belongs.

    A field that holds the caret knows the key itself and keeps it.
    """

    def __init__(
        self,
        page: MeetingInView,
        bench: Bench,
        pool: QThreadPool,
        add: Callable[[str, str, str, Callable[[], object]], QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._page, self._bench = page, bench
        self._action = add("undo_last", _WORDS, _KEYS, self._undo)
        self._reading = Reading(self, pool, self._name, partial(show_problem, window))
        self._meeting_id = 0
        self._seen: int | None = None
        self._silent = True
        page.said.connect(self._note)

    def follow(self, meeting_id: int) -> None:
        """Read beside the screen what would be taken back now."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._seen = meeting_id, None
        self._reading.ask(partial(list_undoable, self._bench, meeting_id))

    @Slot()
    def _note(self) -> None:
        """The page says something by itself, which is worth more than what was done."""
        self._silent = True

    def _tell(self, undoable: Sequence[Undoable]) -> None:
        """Say what was done and how to take it back."""
        last = undoable[0].id if undoable else 0
        new, self._seen = self._seen is not None and last > self._seen, last
        if new and not self._silent:
            self._page.said.emit(f"{undoable[0].sentence}　{_WORDS} {_KEYS}")
        self._silent = False

    def _name(self, undoable: Sequence[Undoable]) -> None:
        self._tell(undoable)
        words = f"{_WORDS}：{undoable[0].sentence}" if undoable else _WORDS
        self._action.setText(with_keys(words, self._action.shortcut()))
        self._action.setIconText(words)

    def _undo(self) -> None:
        at = self._page.place()
        if at is None:
            return
        self._page.keep_draft()
        meeting_id, item_id = at
        try:
            undone = undo_last(self._bench, meeting_id)
        except Refused as refusal:
            self._page.banner.say(explain(refusal).text)
            return
        self._lead_to(meeting_id, undone.item_id or item_id)
        self._page.said.emit(f"已撤销：{undone.sentence}")

    def _lead_to(self, meeting_id: int, item_id: int) -> None:
        try:
            self._page.open_meeting(meeting_id, item_id)
        except NotFound:  # it was put on the agenda by what is taken back
            self._page.open_meeting(meeting_id)
