"""Work that follows from decisions, reported at the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data.codes import TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import Task, TaskResult
from data.models.teams import Member
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.states import any_meeting, running_meeting
from workbench.words import clean_text, required


@dataclass(frozen=True)
class TaskRow:
    """One task as a meeting finds it; `overdue_days` counts from its due date to the meeting."""

    id: int
    case_number: str
    title: str
    implementer: str
    due_on: date
    overdue_days: int
    outcome: TaskOutcome | None
    note: str
    patient_id: int | None

    @property
    def state(self) -> str:
        """What became of it, in words."""
        if self.outcome is not None:
            return self.outcome.label
        return f"逾期{self.overdue_days}天" if self.overdue_days else "未到期"


def list_earlier_tasks(bench: Bench, meeting_id: int) -> list[TaskRow]:
    """The tasks of earlier meetings that this one has to hear about."""
    with bench.asking("list_earlier_tasks") as session:
        return earlier_tasks(session, any_meeting(session, meeting_id))


def record_task_result(
    bench: Bench,
    task_id: int,
    *,
    outcome: TaskOutcome,
    note: str = "",
    meeting_id: int | None = None,
) -> None:
    """Say what became of a task, at a meeting in session or between meetings.

    Anything but 已办 needs a word of explanation.
    """
    with bench.doing("record_task_result") as work:
        decision = _decision_of(work.session, task_id)
        said = clean_text(note)
        if outcome is not TaskOutcome.DONE:
            said = required("未办的说明", note)
        if meeting_id is not None:
            running_meeting(work.session, meeting_id)
        _write_result(work, task_id, decision, outcome, said, meeting_id)
        work.about(task=task_id)


def earlier_tasks(
    session: Session,
    meeting: Meeting,
    at: datetime | None = None,
    *,
    patient_id: int | None = None,
) -> list[TaskRow]:
    """The team's tasks that were still open when its last meeting before this one closed.

    All of them, or those about one patient; in two queries however long the history is.
    """
    closed = _closed_before(session, meeting, at)
    if not closed:
        return []
    last_closed = max(m.closed_at for m in closed if m.closed_at is not None)
    query = _open_at(last_closed, at).where(AgendaItem.meeting_id.in_([m.id for m in closed]))
    if patient_id is not None:
        query = query.where(Decision.patient_id == patient_id)
    rows = session.execute(query).all()
    heard = _heard_since(session, [task.id for _, task, _, _ in rows], last_closed, at)
    return [
        _row(meeting, decision, task, name, number, heard.get(task.id))
        for decision, task, name, number in rows
    ]


def _open_at(moment: datetime, at: datetime | None) -> Select[Decision, Task, str, str]:
    final = known(TaskResult, at).where(
        TaskResult.task_id == Task.id,
        TaskResult.written_at <= moment,
        TaskResult.outcome != TaskOutcome.NOT_CARRIED_OUT,
    )
    return (
        known(Decision, at)
        .add_columns(Task, Member.name, Case.number)
        .join(Task, Task.decision_id == Decision.root_id)
        .join(Member, Member.id == Decision.implementer_id)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .outerjoin(Case, Case.id == AgendaItem.case_id)
        .where(~final.exists())
        .order_by(Task.id)
    )


def _heard_since(
    session: Session, tasks: Sequence[int], moment: datetime, at: datetime | None
) -> dict[int, TaskResult]:
    """The last word on each task since a moment."""
    query = known(TaskResult, at).where(
        TaskResult.task_id.in_(tasks), TaskResult.written_at > moment
    )
    return {r.task_id: r for r in session.scalars(query.order_by(TaskResult.written_at))}


def _closed_before(session: Session, meeting: Meeting, at: datetime | None) -> list[Meeting]:
    query = select(Meeting).where(
        Meeting.team_id == meeting.team_id,
        Meeting.id != meeting.id,
        Meeting.closed_at.is_not(None),
        Meeting.held_on <= meeting.held_on,
    )
    if at is not None:
        query = query.where(Meeting.closed_at < at)
    return list(session.scalars(query))


def _row(
    meeting: Meeting,
    decision: Decision,
    task: Task,
    name: str,
    number: str | None,
    last: TaskResult | None,
) -> TaskRow:
    due_on = decision.due_on or meeting.held_on
    return TaskRow(
        id=task.id,
        case_number=number or "",
        title=decision.text,
        implementer=name,
        due_on=due_on,
        overdue_days=max((meeting.held_on - due_on).days, 0),
        outcome=last.outcome if last else None,
        note=last.note if last else "",
        patient_id=decision.patient_id,
    )


def _results(session: Session, task_id: int) -> list[TaskResult]:
    query = known(TaskResult).where(TaskResult.task_id == task_id)
    return list(session.scalars(query.order_by(TaskResult.written_at)))


def _decision_of(session: Session, task_id: int) -> Decision:
    task = session.get(Task, task_id)
    if task is not None:
        decision = session.scalar(known(Decision).where(Decision.root_id == task.decision_id))
        if decision is not None:
            return decision
    raise NotFound("这项任务")


def _write_result(
    work: Work,
    task_id: int,
    decision: Decision,
    outcome: TaskOutcome,
    note: str,
    meeting_id: int | None,
) -> None:
    at_this_meeting = [
        r
        for r in _results(work.session, task_id)
        if meeting_id is not None and r.meeting_id == meeting_id
    ]
    if at_this_meeting:
        changes = {"outcome": outcome, "note": note}
        at_this_meeting[-1].correct(work.session, work.written, changes)
        return
    TaskResult.enter(
        work.session,
        work.written,
        patient_id=decision.patient_id,
        true_from=work.today,
        task_id=task_id,
        meeting_id=meeting_id,
        outcome=outcome,
        note=note,
    )
