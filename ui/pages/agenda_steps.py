"""What is done to one entry of an agenda, and where the lights before a meeting lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.messages import show_problem
from ui.models.person import Person
from workbench.agenda_order import move_on_agenda, move_to_tier, put_back_on_agenda
from workbench.agenda_plan import PlannedEntry
from workbench.agendas import remove_from_agenda
from workbench.bench import Bench
from workbench.checkup import Light, Point
from workbench.errors import Refused
from workbench.screen import AgendaTier

OTHER_TIER = {AgendaTier.FOCUS: AgendaTier.ROUND, AgendaTier.ROUND: AgendaTier.FOCUS}


class EntrySteps:
    """Carries out one step about one entry; a refusal is shown."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        self._bench, self._page = bench, page

    def move(self, entry: PlannedEntry, by: int) -> None:
        """Up or down among what is listed."""
        self._try(partial(move_on_agenda, self._bench, entry.id, by=by))

    def move_to_other_tier(self, entry: PlannedEntry) -> None:
        """From 重点讨论 to 逐例过, or back."""
        if entry.tier in OTHER_TIER:
            tier = OTHER_TIER[entry.tier]
            self._try(partial(move_to_tier, self._bench, entry.id, tier=tier))

    def remove(self, entry: PlannedEntry) -> None:
        """Off the agenda, kept to be put back."""
        self._try(partial(remove_from_agenda, self._bench, entry.id))

    def put_back(self, entry: PlannedEntry) -> None:
        """On the agenda again."""
        self._try(partial(put_back_on_agenda, self._bench, entry.id))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Refused as refusal:
            show_problem(self._page.window(), refusal)


class LightWays(QObject):
    """Where each light leads: an action of the page, or another page."""

    case_wanted = Signal(str)
    visit_wanted = Signal(object)
    tasks_wanted = Signal()

    def __init__(self, command: Callable[[str], QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._command = command

    def follow(self, light: Light) -> None:
        """Go where this one is dealt with."""
        match light.point:
            case Point.AGENDA:
                self._command("fill_agenda").trigger()
            case Point.RATINGS if light.first is not None:
                whom = light.first
                person = Person(whom.patient_id, whom.masked, whom.case_id, whom.case_number)
                self.visit_wanted.emit(person)
            case Point.PSYCHIATRIST | Point.TABLE:
                self._command("record_attendance").trigger()
            case Point.TASKS:
                self.tasks_wanted.emit()
            case Point.OPINIONS:
                self._command("record_written_opinion").trigger()
            case Point.CONSENTS if light.first is not None:
                self.case_wanted.emit(light.first.case_number)
            case Point.PACK:
                self._command("print_pack").trigger()
