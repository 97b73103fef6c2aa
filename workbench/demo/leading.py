"""The quarterly meetings of the group that leads case management."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from data.codes import AbsenceReason, MeetingKind
from workbench.agendas import add_matter_to_agenda
from workbench.demo.agenda import CLOSINGS, OPENINGS
from workbench.demo.clock import MONTHS, Calendar, Near
from workbench.demo.meetings import (
    BEGINS,
    after,
    close,
    decide,
    hear_about_tasks,
    meeting_on,
    plan_for,
    speak,
)
from workbench.demo.reading import read_matter
from workbench.demo.seats import Seat
from workbench.demo.story import Matter
from workbench.demo.street import Step, Street
from workbench.meetings import (
    read_meeting,
    record_absence,
    start_meeting,
    write_meeting_notes,
)

_FILE = Path(__file__).parent / "leading.toml"
_QUARTER = 3
_LATER, _NOTICE = 7, timedelta(days=3)
_MINUTES = 55


def leading_meetings(calendar: Calendar) -> Iterator[Step]:
    """A meeting after each quarter of monthly ones."""
    matters = [read_matter(m) for m in tomllib.loads(_FILE.read_text("utf-8"))["meeting"]]
    quarters = range(_QUARTER, MONTHS + 1, _QUARTER)
    for number, matter in zip(quarters, matters, strict=True):
        day = calendar.working(calendar.on(Near(number, _LATER)))
        meeting = _Quarterly(number // _QUARTER, day, matter)
        yield Step(day - _NOTICE, time(9), meeting.plan)
        yield Step(day, BEGINS, meeting.hold)


@dataclass(frozen=True)
class _Quarterly:
    """One of these meetings, which has one matter."""

    number: int
    day: date
    matter: Matter

    def plan(self, street: Street) -> None:
        meeting = plan_for(street, street.leading, street.leaders, self.day, MeetingKind.LEADING)
        title = self.matter.title
        street.items[meeting, title] = add_matter_to_agenda(street.bench, meeting, title=title)

    def hold(self, street: Street) -> None:
        meeting = meeting_on(street, self.day)
        absent = {} if self.number % 2 else {Seat.DISABLED: AbsenceReason.DUTY}
        for seat, reason in absent.items():
            record_absence(street.bench, meeting, street.leaders[seat], reason=reason)
        start_meeting(street.bench, meeting)
        hear_about_tasks(street, meeting)
        item = street.items[meeting, self.matter.title]
        speak(street, street.leaders, item, self.matter.said, absent)
        decide(street, street.leaders, item, None, self.matter.todos, self.day)
        write_meeting_notes(
            street.bench,
            meeting,
            opening=OPENINGS[0],
            other_matters="",
            closing=CLOSINGS[self.number % len(CLOSINGS)],
            next_held_on=read_meeting(street.bench, meeting).next_held_on,
        )
        close(street, meeting, after(BEGINS, _MINUTES))
