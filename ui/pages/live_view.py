"""Everything the meeting screen shows, read in one go and away from the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ui.models.entry import Entry, recorded_entry
from workbench.bench import Bench
from workbench.live import AgendaRow, ItemDetails, list_agenda, read_item
from workbench.meetings import MeetingDetails, read_meeting
from workbench.tasks import TaskRow, list_earlier_tasks


@dataclass(frozen=True)
class LiveView:
    """A meeting in session with the item in view, if there is one."""

    meeting: MeetingDetails
    rows: list[AgendaRow]
    tasks: list[TaskRow]
    item: ItemDetails | None

    @property
    def in_session(self) -> bool:
        """Whether anything can still be recorded."""
        return self.meeting.row.state == "in_session"

    @property
    def usual_due(self) -> date:
        """By when things are done unless another day is named: the next meeting."""
        return self.meeting.next_held_on

    def recorded(self) -> Entry:
        """What the fields say before anything is typed."""
        return Entry() if self.item is None else recorded_entry(self.item, self.usual_due)

    def other_tasks(self) -> list[TaskRow]:
        """The promises that are not about the item in view."""
        mine = {task.id for task in self.item.earlier_tasks} if self.item else set()
        return [task for task in self.tasks if task.id not in mine]


def read_live(bench: Bench, meeting_id: int, item_id: int | None) -> LiveView:
    """Read it all again. Takes a moment when the agenda is long."""
    return LiveView(
        meeting=read_meeting(bench, meeting_id),
        rows=list_agenda(bench, meeting_id),
        tasks=list_earlier_tasks(bench, meeting_id),
        item=None if item_id is None else read_item(bench, item_id),
    )
