"""What was left unsettled: tasks that are late or were not carried out, and cases put off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import DecisionKind, TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import TaskResult
from workbench.open_tasks import open_tasks
from workbench.rules.meeting_kinds import rates
from workbench.states import closed_before
from workbench.tasks import earlier_tasks


@dataclass(frozen=True)
class Unsettled:
    """Of each patient, how many tasks are overdue or not carried out, and who was put off."""

    overdue: Counter[int] = field(default_factory=Counter)
    blocked: Counter[int] = field(default_factory=Counter)
    deferred: frozenset[int] = frozenset()


def unsettled_before(session: Session, meeting: Meeting, at: datetime | None = None) -> Unsettled:
    """What a meeting has to take up again: of its own team, or of all where it stands above them.

    A team hears of its own tasks one by one, so those not carried out call for no second reason.
    """
    if rates(meeting.kind):
        tasks = earlier_tasks(session, meeting, at)
        overdue = Counter(t.patient_id for t in tasks if t.patient_id and t.is_overdue)
        before = [row.id for row in closed_before(session, meeting, at)]
        return Unsettled(overdue, deferred=deferred_at(session, before[-1:], at))
    day = meeting.held_on
    rows = [task for task in open_tasks(session, day, at=at) if task.patient_id]
    failed = _not_carried_out(session, [task.id for task in rows], at)
    return Unsettled(
        Counter(t.patient_id for t in rows if t.patient_id and t.overdue_days),
        Counter(t.patient_id for t in rows if t.patient_id and t.id in failed),
        _put_off_anywhere(session, meeting, at),
    )


def deferred_at(
    session: Session, meetings: Sequence[int], at: datetime | None = None
) -> frozenset[int]:
    """The patients whose cases were put off at these meetings."""
    put_off = known(Decision, at).join(AgendaItem, AgendaItem.id == Decision.item_id)
    put_off = put_off.where(
        Decision.kind == DecisionKind.DEFER, AgendaItem.meeting_id.in_(meetings)
    )
    patients = session.scalars(put_off.with_only_columns(Decision.patient_id))
    return frozenset(key for key in patients if key is not None)


def _not_carried_out(session: Session, tasks: Sequence[int], at: datetime | None) -> set[int]:
    """Which open tasks were said not to have been carried out, by the last word on them."""
    heard = known(TaskResult, at).where(TaskResult.task_id.in_(tasks))
    last = {row.task_id: row for row in session.scalars(heard.order_by(TaskResult.written_at))}
    return {key for key, row in last.items() if row.outcome is TaskOutcome.NOT_CARRIED_OUT}


def _put_off_anywhere(session: Session, meeting: Meeting, at: datetime | None) -> frozenset[int]:
    """The patients whose case was put off the last time any meeting came to it."""
    decided = (
        known(Decision, at)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Meeting.closed_at.is_not(None), Meeting.held_on <= meeting.held_on)
        .where(Meeting.id != meeting.id, Decision.patient_id.is_not(None))
        .order_by(Meeting.held_on, Meeting.closed_at, Decision.id)
        .with_only_columns(Decision.patient_id, Decision.kind)
    )
    last = {row.patient_id: row.kind for row in session.execute(decided)}
    return frozenset(key for key, kind in last.items() if kind is DecisionKind.DEFER)
