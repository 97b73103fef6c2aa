"""The agenda of a meeting that is being prepared: every entry, and how long all of it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy.orm import Session

from data.codes import AgendaTier, RiskLevel
from data.models.agendas import AgendaItem
from data.models.meetings import Meeting
from workbench.agenda_entries import Entry, in_order
from workbench.agendas import reasons_of
from workbench.bench import Bench
from workbench.meeting_rules import rule_for
from workbench.paperwork.topics import topics_for
from workbench.rules.agendas import USUAL_MINUTES, Why
from workbench.states import any_meeting
from workbench.words import masked


@dataclass(frozen=True)
class PlannedEntry:
    """One line of an agenda; the key is of the item, or of what was taken off it."""

    id: int
    listed: bool
    tier: AgendaTier
    title: str
    case_number: str
    patient_id: int | None
    case_id: int | None
    level: RiskLevel | None
    reasons: tuple[Why, ...]
    minutes: int
    usual_minutes: int
    question: str
    late: bool


@dataclass(frozen=True)
class AgendaPlan:
    """Everything on an agenda or taken off it; `usual` is how long the team meets as a rule."""

    meeting_id: int
    begins: time
    usual: int | None
    entries: tuple[PlannedEntry, ...]

    @property
    def listed(self) -> tuple[PlannedEntry, ...]:
        """What is on the agenda."""
        return tuple(entry for entry in self.entries if entry.listed)

    @property
    def minutes(self) -> int:
        """How long what is on the agenda takes."""
        return sum(entry.minutes for entry in self.listed)

    @property
    def ends(self) -> time:
        """When the meeting would be over."""
        hours, minutes = divmod(self.begins.hour * 60 + self.begins.minute + self.minutes, 60)
        return time(hours % 24, minutes)


def read_agenda_plan(bench: Bench, meeting_id: int, at: datetime | None = None) -> AgendaPlan:
    """The agenda of a meeting, names masked; in a few queries however many entries."""
    with bench.asking("read_agenda_plan") as session:
        meeting = any_meeting(session, meeting_id)
        usual = rule_for(session, meeting.team_id, at)
        entries = _entries(session, meeting, in_order(session, meeting_id), at)
        return AgendaPlan(meeting_id, meeting.begins, usual.minutes if usual else None, entries)


def _entries(
    session: Session, meeting: Meeting, entries: Sequence[Entry], at: datetime | None
) -> tuple[PlannedEntry, ...]:
    topics = topics_for(session, meeting, entries, at)
    return tuple(
        PlannedEntry(
            id=entry.id,
            listed=isinstance(entry, AgendaItem),
            tier=entry.tier,
            title=masked(topic.name) if entry.patient_id else topic.name,
            case_number=topic.case_number,
            patient_id=entry.patient_id,
            case_id=entry.case_id,
            level=None if topic.level is None else RiskLevel(topic.level),
            reasons=reasons_of(entry),
            minutes=entry.minutes or USUAL_MINUTES[entry.tier],
            usual_minutes=USUAL_MINUTES[entry.tier],
            question=entry.question,
            late=entry.late,
        )
        for entry, topic in zip(entries, topics, strict=True)
    )
