"""Ctrl+K: reads who and what there is beside the screen, and leads to what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Slot
from PySide6.QtWidgets import QWidget

from ui.background import Reading
from ui.dialogs.finder import FinderDialog
from ui.messages import show_problem
from ui.models.commands import MenuEntry
from ui.models.finder import Hit
from ui.openings import Openings
from ui.pages.entering import Entering
from workbench.bench import Bench
from workbench.finder import Findable, FoundMeeting, FoundPerson, read_findable
from workbench.recents import Recent


class Finding(QObject):
    """Keeps what was read last, so that the field answers at once when it is opened again."""

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        openings: Openings,
        entering: Entering,
        desk: QWidget,
    ) -> None:
        super().__init__(desk)
        self._bench, self._openings, self._entering, self._desk = bench, openings, entering, desk
        self._findable: Findable | None = None
        self._dialog: FinderDialog | None = None
        self._reading = Reading(self, pool, self._take, partial(show_problem, desk))

    def open(self, commands: Sequence[MenuEntry]) -> None:
        """Ask what is wanted."""
        if self._dialog is not None:
            return
        self._dialog = FinderDialog(self._findable, commands, self._desk.window())
        self._dialog.chosen.connect(self._go)
        self._dialog.meeting_wanted.connect(self._entering.call_meeting)
        self._dialog.finished.connect(self._close)
        self._dialog.open()
        self._reading.ask(partial(read_findable, self._bench))

    def _take(self, findable: Findable) -> None:
        self._findable = findable
        if self._dialog is not None:
            self._dialog.show_findable(findable)

    @Slot()
    def _close(self) -> None:
        self._dialog = None

    @Slot(object)
    def _go(self, hit: Hit) -> None:
        match hit:
            case MenuEntry():
                hit.action.trigger()
            case FoundPerson():
                self._openings.open_person(hit.patient_id, hit.case_id)
            case FoundMeeting():
                self._openings.show_meeting(hit.id)
            case Recent():
                self._openings.open_recent(hit)
