"""Everything the meeting screen shows, read in one go and away from the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ui.models.entry import Entry, recorded_entry
from workbench.bench import Bench
from workbench.item_background import Background, read_background
from workbench.live import AgendaRow, ItemDetails, list_agenda, meeting_began, read_item
from workbench.meetings import MeetingDetails, read_meeting
from workbench.phrases import list_phrases
from workbench.tasks import TaskRow, list_earlier_tasks


@dataclass(frozen=True)
class LiveView:
    """A meeting in session with the item in view, if there is one, and what lies behind it."""

    meeting: MeetingDetails
    rows: list[AgendaRow]
    tasks: list[TaskRow]
    phrases: tuple[str, ...]
    item: ItemDetails | None
    background: Background | None = None
    began: datetime | None = None

    @property
    def in_session(self) -> bool:
        """Whether anything can still be recorded."""
        return self.meeting.row.state == "in_session"

    @property
    def held_on(self) -> date:
        """The day of the meeting, from which days are said."""
        return self.meeting.row.held_on

    def recorded(self) -> Entry:
        """What the fields say before anything is typed."""
        return Entry() if self.item is None else recorded_entry(self.item)

    def other_tasks(self) -> list[TaskRow]:
        """The promises about nobody on the agenda, which would be heard of with no item."""
        numbers = {row.case_number for row in self.rows if row.case_number}
        return [task for task in self.tasks if task.case_number not in numbers]


def read_live(bench: Bench, meeting_id: int, item_id: int | None) -> LiveView:
    """Read it all again. Takes a moment when the agenda is long."""
    return LiveView(
        meeting=read_meeting(bench, meeting_id),
        rows=list_agenda(bench, meeting_id),
        tasks=list_earlier_tasks(bench, meeting_id),
        phrases=tuple(row.words for row in list_phrases(bench)),
        item=None if item_id is None else read_item(bench, item_id),
        background=None if item_id is None else read_background(bench, item_id),
        began=meeting_began(bench, meeting_id),
    )
