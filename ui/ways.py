"""Where the rows of the day lead: to the page on which each is dealt with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ui.models.patients import ALL, BY_VISIT, MANAGED
from ui.pages.meetings import MeetingsPage
from ui.pages.patients import PatientsPage
from ui.pages.tasks import TasksPage
from ui.pages.today import TodayPage
from workbench.preparation import Step
from workbench.today import Matter, Waiting


class WaysFromToday(QObject):
    """Narrows the page a row is about and asks for it to be shown."""

    def __init__(
        self,
        today: TodayPage,
        meetings: MeetingsPage,
        tasks: TasksPage,
        patients: PatientsPage,
        go: Callable[[str], None],
    ) -> None:
        super().__init__(today)
        self._meetings, self._tasks, self._patients, self._go = meetings, tasks, patients, go
        self._today = today
        today.meeting_wanted.connect(self._show_meeting)
        today.step_wanted.connect(self._go_to_step)
        today.matter_wanted.connect(self._go_to_matter)
        today.new_meeting_wanted.connect(meetings.command("plan_meeting").trigger)

    @Slot(int)
    def _show_meeting(self, meeting_id: int, place: str = "meetings") -> None:
        self._meetings.select(meeting_id)
        self._go(place)

    @Slot(object, int)
    def _go_to_step(self, step: Step, meeting_id: int) -> None:
        match step:
            case Step.TASKS:
                self._go("tasks")
            case Step.OPINIONS:
                self._show_meeting(meeting_id)
                self._meetings.plan.command("record_written_opinion").trigger()
            case Step.SIGN_IN:
                self._show_meeting(meeting_id, "documents")
            case Step.RATINGS:
                self._show_patients(MANAGED)
            case Step.AGENDA:
                self._show_meeting(meeting_id)

    @Slot(object)
    def _go_to_matter(self, line: Waiting) -> None:
        match line.matter:
            case Matter.OVERDUE_TASKS:
                self._tasks.show_overdue()
                self._go("tasks")
            case Matter.SIGNATURES:
                self._show_meeting(line.meeting_id or 0, "signing")
            case Matter.OPINIONS:
                self._today.show_opinions()
            case Matter.BACKUP:
                self._go("settings")
            case Matter.ANNOTATIONS:
                self._today.show_remarks()
            case Matter.CONSENTS:
                self._show_patients(ALL)
            case Matter.VISITS | Matter.PLANS:
                self._show_patients(MANAGED)

    def _show_patients(self, wanted: str) -> None:
        """Whose visit is due next leads, since that is what most of these rows are about."""
        self._patients.people.order.show_value(BY_VISIT)
        self._patients.show_filter(wanted)
        self._go("patients")
