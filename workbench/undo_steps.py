"""The commands of a meeting in session that can be taken back, read from the audit chain."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.canonical import canonical
from data.codes import MeetingState, Outcome
from data.facts import Fact
from data.models.audit import AuditRow
from data.models.meetings import Meeting
from data.models.tasks import TaskResult
from workbench.agenda_entries import items_of
from workbench.changes import SPEAKERS, TOLD_WITH_OTHERS

ADDED = ("add_case_to_agenda", "add_patient_to_agenda", "propose_intake", "add_matter_to_agenda")
ATTENDED = ("record_absence", "record_presence")
TAKEN_BACK = frozenset(
    {
        *("record_opinion", "record_assessment", "record_decision", "withdraw_decision"),
        *("confirm_item", "continue_case", "defer_item", "record_task_result"),
        *("confirm_plan", "exit_case", "decide_intake", "decide_subsidy_proposal"),
        *("remove_from_agenda", "put_back_on_agenda", *ADDED, *ATTENDED),
    }
)
_TAKING_BACK = "undo_last"
_FACTS: tuple[type[Fact], ...] = (*(speaker.table for speaker in SPEAKERS), *TOLD_WITH_OTHERS)


@dataclass(frozen=True)
class Step:
    """One command: its audit row, the moment every fact of it bears, and what it was about."""

    id: int
    at: datetime
    action: str
    detail: Mapping[str, object]
    item_id: int | None
    patient_id: int | None

    @property
    def member_id(self) -> int:
        """Who was named; 0 for nobody."""
        return self.number("member")

    def number(self, name: str) -> int:
        """A key the row tells; 0 when it tells none."""
        value = self.detail.get(name)
        return value if isinstance(value, int) else 0


def steps_of(session: Session, meeting: Meeting) -> list[Step]:
    """Every command of a meeting that was not taken back yet, in order; none once it is closed."""
    if meeting.state is not MeetingState.IN_SESSION:
        return []
    undone, found = set(), []
    about = _About.at(session, meeting)
    for row, detail in _rows(session, meeting):
        if row.action == _TAKING_BACK and detail.get("meeting") == meeting.id:
            undone.add(detail.get("step"))
        elif row.action in TAKEN_BACK and about.is_here(detail):
            found.append(about.step(row, detail))
    return [step for step in found if step.id not in undone]


def last_step(session: Session, meeting: Meeting) -> Step | None:
    """The newest of them."""
    steps = steps_of(session, meeting)
    return steps[-1] if steps else None


def facts_of(session: Session, step: Step) -> list[Fact]:
    """Every revision one command wrote, in whatever table: all bear its moment."""
    found: list[Fact] = []
    for table in _FACTS:
        of_it = table.patient_id == step.patient_id, table.written_at == step.at
        found += session.scalars(select(table).where(*of_it).order_by(table.id))
    return found


@dataclass(frozen=True)
class _About:
    """What the rows of one meeting are about."""

    meeting_id: int
    patients: Mapping[int, int | None]
    heard: Mapping[datetime, int | None]

    @classmethod
    def at(cls, session: Session, meeting: Meeting) -> _About:
        results = select(TaskResult).where(TaskResult.meeting_id == meeting.id)
        return cls(
            meeting_id=meeting.id,
            patients={item.id: item.patient_id for item in items_of(session, meeting.id)},
            heard={row.written_at: row.patient_id for row in session.scalars(results)},
        )

    def is_here(self, detail: Mapping[str, Any]) -> bool:
        """Whether a row tells of this meeting; a task can also be reported outside of one."""
        return detail.get("meeting") == self.meeting_id

    def step(self, row: AuditRow, detail: Mapping[str, Any]) -> Step:
        item_id = detail.get("item")
        patient_id = self.patients.get(item_id or detail.get("key") or 0, detail.get("patient"))
        if row.action == "record_task_result":
            patient_id = self.heard[row.at]
            item_id = self._item_of(patient_id)
        return Step(row.id, row.at, row.action, detail, item_id, patient_id)

    def _item_of(self, patient_id: int | None) -> int | None:
        of_them = (i for i, p in self.patients.items() if p is not None and p == patient_id)
        return next(of_them, None)


def _rows(session: Session, meeting: Meeting) -> Sequence[tuple[AuditRow, dict[str, Any]]]:
    """What was done since the meeting began."""
    began = (
        select(AuditRow.id)
        .where(AuditRow.action == "start_meeting", AuditRow.outcome == Outcome.DONE)
        .where(AuditRow.detail == canonical({"meeting": meeting.id}))
        .order_by(AuditRow.id.desc())
        .limit(1)
    )
    since = select(AuditRow).where(
        AuditRow.id > (session.scalar(began) or 0),
        AuditRow.outcome == Outcome.DONE,
        AuditRow.action.in_({*TAKEN_BACK, _TAKING_BACK}),
    )
    return [(row, json.loads(row.detail)) for row in session.scalars(since.order_by(AuditRow.id))]
