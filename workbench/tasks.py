"""Work that follows from decisions and adopted remarks, reported at the next meeting."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MeetingKind, TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import TaskResult, TaskTerms
from data.models.teams import Member
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.states import any_meeting, closed_before, running_meeting
from workbench.task_sources import FoundTask, adopted_tasks, decided_tasks, still_open
from workbench.task_terms import any_task, terms_of
from workbench.words import clean_text, required

# Before anything was closed.
_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


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
    partner: str = ""
    evidence: str = ""
    implementer_id: int = 0
    heard_on: date | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether it should be done and nobody has said yet what became of it."""
        return self.outcome is None and self.overdue_days > 0

    @property
    def state(self) -> str:
        """What became of it, in words."""
        if self.outcome is not None:
            return self.outcome.label
        return f"逾期{self.overdue_days}天" if self.overdue_days else "未到期"


def list_earlier_tasks(bench: Bench, meeting_id: int, at: datetime | None = None) -> list[TaskRow]:
    """The tasks that a meeting has to hear about, as known at a moment."""
    with bench.asking("list_earlier_tasks") as session:
        return earlier_tasks(session, any_meeting(session, meeting_id), at)


def record_task_result(
    bench: Bench,
    task_id: int,
    *,
    outcome: TaskOutcome,
    note: str = "",
    evidence: str = "",
    meeting_id: int | None = None,
) -> None:
    """Say what became of a task and what shows it, at a meeting in session or between meetings.

    Anything but 已办 needs a word of explanation.
    """
    with bench.doing("record_task_result") as work:
        patient_id = _patient_of(work.session, task_id)
        said = clean_text(note)
        if outcome is not TaskOutcome.DONE:
            said = required("未办的说明", note)
        if meeting_id is not None:
            running_meeting(work.session, meeting_id)
        given = {"outcome": outcome, "note": said, "evidence": clean_text(evidence)}
        _write_result(work, task_id, patient_id, meeting_id, given)
        work.about(task=task_id)
        if meeting_id is not None:
            work.about(meeting=meeting_id)


def name_task_partner(bench: Bench, task_id: int, *, partner: str) -> None:
    """Say which department helps with a task; said again, it is a correction."""
    with bench.doing("name_task_partner") as work:
        patient_id, words = _patient_of(work.session, task_id), clean_text(partner)
        present = terms_of(work.session, [task_id]).get(task_id)
        if present is not None:
            present.correct(work.session, work.written, {"partner": words})
        else:
            TaskTerms.enter(
                work.session,
                work.written,
                patient_id=patient_id,
                true_from=work.today,
                task_id=task_id,
                partner=words,
            )
        work.about(task=task_id)


def slip_number(task_id: int) -> str:
    """What a task is called on paper."""
    return f"T-{task_id:04d}"


def earlier_tasks(
    session: Session,
    meeting: Meeting,
    at: datetime | None = None,
    *,
    patient_id: int | None = None,
) -> list[TaskRow]:
    """The team's tasks that were still open when its last regular meeting before this one closed.

    A meeting about one case hears of that one alone, and takes nothing away from the regular one.
    Tasks of that and earlier meetings, and of remarks adopted before the day of this one by
    whoever is on the team. All of them, or those about one patient; in a few queries however
    long the history is.
    """
    closed = closed_before(session, meeting, at)
    urgent = meeting.kind is MeetingKind.URGENT
    heard_at = [m.closed_at for m in closed if urgent or m.kind is not MeetingKind.URGENT]
    moment = max((closing for closing in heard_at if closing is not None), default=_BEGINNING)
    about = _about(session, meeting, patient_id)
    given = [AgendaItem.meeting_id.in_([m.id for m in closed]), still_open(moment, at)]
    taken = [
        Member.team_id == meeting.team_id,
        TaskTerms.true_from < meeting.held_on,
        still_open(moment, at),
    ]
    if about is not None:
        given.append(Decision.patient_id.in_(about))
        taken.append(TaskTerms.patient_id.in_(about))
    found = [*decided_tasks(session, *given, at=at), *adopted_tasks(session, *taken, at=at)]
    keys = [row.task_id for row in found]
    heard, terms = _heard_since(session, keys, moment, at), terms_of(session, keys, at)
    return [
        _row(meeting, row, heard.get(row.task_id), terms.get(row.task_id))
        for row in sorted(found, key=lambda row: row.task_id)
    ]


def _about(session: Session, meeting: Meeting, patient_id: int | None) -> Collection[int] | None:
    """About whom the tasks are that a meeting hears of; None where about everybody."""
    if patient_id is not None:
        return (patient_id,)
    if meeting.kind is not MeetingKind.URGENT:
        return None
    on_it = select(AgendaItem.patient_id).where(AgendaItem.meeting_id == meeting.id)
    return {key for key in session.scalars(on_it) if key is not None}


def _heard_since(
    session: Session, tasks: Sequence[int], moment: datetime, at: datetime | None
) -> dict[int, TaskResult]:
    """The last word on each task since a moment."""
    query = known(TaskResult, at).where(
        TaskResult.task_id.in_(tasks), TaskResult.written_at > moment
    )
    return {r.task_id: r for r in session.scalars(query.order_by(TaskResult.written_at))}


def _row(
    meeting: Meeting, found: FoundTask, last: TaskResult | None, terms: TaskTerms | None
) -> TaskRow:
    due_on = found.due_on or meeting.held_on
    return TaskRow(
        id=found.task_id,
        case_number=found.case_number,
        title=found.title,
        implementer=found.implementer,
        due_on=due_on,
        overdue_days=max((meeting.held_on - due_on).days, 0),
        outcome=last.outcome if last else None,
        note=last.note if last else "",
        patient_id=found.patient_id,
        partner=terms.partner if terms else "",
        evidence=last.evidence if last else "",
        implementer_id=found.implementer_id,
        heard_on=last.true_from if last else None,
    )


def _results(session: Session, task_id: int) -> list[TaskResult]:
    query = known(TaskResult).where(TaskResult.task_id == task_id)
    return list(session.scalars(query.order_by(TaskResult.written_at)))


def _patient_of(session: Session, task_id: int) -> int | None:
    task = any_task(session, task_id)
    if task.annotation_id is not None:
        return terms_of(session, [task_id])[task_id].patient_id
    decision = session.scalar(known(Decision).where(Decision.root_id == task.decision_id))
    if decision is None:
        raise NotFound("这项任务")
    return decision.patient_id


def _write_result(
    work: Work,
    task_id: int,
    patient_id: int | None,
    meeting_id: int | None,
    given: Mapping[str, object],
) -> None:
    at_this_meeting = [
        r
        for r in _results(work.session, task_id)
        if meeting_id is not None and r.meeting_id == meeting_id
    ]
    if at_this_meeting:
        at_this_meeting[-1].correct(work.session, work.written, given)
        return
    TaskResult.enter(
        work.session,
        work.written,
        patient_id=patient_id,
        true_from=work.today,
        task_id=task_id,
        meeting_id=meeting_id,
        **given,
    )
