"""What the lists in a case's file say: entry, decisions, visits, tasks, months."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.intakes import Intake, IntakeDecision
from data.models.meetings import Meeting
from data.models.tasks import TaskResult
from data.models.teams import Member
from data.models.visits import Visit
from workbench.paperwork.approval import APPROVAL_LISTS, criteria_answers
from workbench.paperwork.months import months_answers
from workbench.paperwork.standing import tasks_of
from workbench.patients import details_on
from workbench.speaking import in_words
from workbench.tasks import slip_number
from workbench.visits import visits_until

Answers = dict[str, object]


def whose_answers(
    session: Session, case: Case, unit: str, day: date, at: datetime | None = None
) -> Answers:
    """Whose file it is, as every list in it says."""
    return {
        "unit": unit,
        "case_number": case.number,
        "name": details_on(session, case.patient_id, day, at).name,
        "day": day.isoformat(),
    }


def entry_answers(session: Session, case: Case, at: datetime | None = None) -> Answers | None:
    """How a case came about; None for one that was opened without going through criteria."""
    decided = session.scalars(
        known(IntakeDecision, at).where(IntakeDecision.case_id == case.id)
    ).first()
    if decided is None:
        return None
    query = known(Intake, at).where(Intake.root_id == decided.intake_id)
    intake = session.scalars(query).first()
    by_hand = "人工建议入组" if intake and intake.by_hand else ""
    return {
        "lists": {key: APPROVAL_LISTS[key] for key in ("criteria", "met")},
        "checked_on": intake.true_from.isoformat() if intake else "",
        "kind": intake.kind.label if intake and intake.kind else "",
        "reason": "：".join(filter(None, (by_hand, intake.reason if intake else ""))),
        "outcome": decided.outcome.label,
        "decided_on": decided.true_from.isoformat(),
        "ruling": decided.reason,
        "criteria": criteria_answers(session, intake, at),
    }


def decisions_answers(
    session: Session, case: Case, day: date, at: datetime | None = None
) -> Answers:
    """What the meetings held by a day decided on a case, in that order."""
    query = (
        known(Decision, at)
        .add_columns(Meeting.held_on)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.case_id == case.id, Meeting.held_on <= day)
        .order_by(Meeting.held_on, Decision.root_id)
    )
    found = [(row[0], row[1]) for row in session.execute(query)]
    items = {decision.item_id for decision, _ in found}
    rated = session.scalars(known(Assessment, at).where(Assessment.item_id.in_(items)))
    levels = {row.item_id: int(row.level) for row in rated}
    names = _names(session, {d.implementer_id for d, _ in found if d.implementer_id})
    return {
        "decisions": [
            {
                "on": held_on.isoformat(),
                "level": levels.get(decision.item_id),
                "text": decision.text,
                "implementer": names.get(decision.implementer_id or 0, ""),
                "due_on": decision.due_on.isoformat() if decision.due_on else "",
            }
            for decision, held_on in found
        ]
    }


def visits_answers(session: Session, case: Case, day: date, at: datetime | None = None) -> Answers:
    """The visits since a patient entered, by a day, in that order."""
    visits = visits_until(session, case.patient_id, day, at)[::-1]
    return {"visits": [_visit(v) for v in visits if v.true_from >= case.entered_on]}


def tasks_answers(session: Session, case: Case, at: datetime | None = None) -> Answers:
    """The tasks about a case, the first due first, with the last word on each."""
    tasks = [t for t in tasks_of(session, case.patient_id, at) if t.case_number == case.number]
    results = _results(session, [task.task_id for task in tasks], at)
    return {
        "tasks": [
            {
                "number": slip_number(task.task_id),
                "title": task.title,
                "implementer": task.implementer,
                "due_on": task.due_on.isoformat() if task.due_on else "",
                **_outcome(results.get(task.task_id)),
            }
            for task in tasks
        ]
    }


def timeline_answers(
    session: Session, case: Case, day: date, at: datetime | None = None
) -> Answers:
    """The months up to a day."""
    return {"timeline": months_answers(session, case.patient_id, day, at)}


def _visit(visit: Visit) -> Answers:
    lost = f"失访：{visit.lost_reason.label}{visit.lost_other}" if visit.lost_reason else ""
    dead = f"死亡：{visit.died_on.isoformat()}" if visit.died_on else ""
    symptoms = "、".join(filter(None, (in_words(visit.symptoms), visit.symptoms_other)))
    return {
        "on": visit.true_from.isoformat(),
        "form": visit.form.label,
        "level": None if visit.level is None else int(visit.level),
        "stability": in_words(visit.stability),
        "adherence": in_words(visit.adherence),
        "words": "；".join(filter(None, (lost, dead, symptoms, visit.words))),
        "doctor": visit.doctor,
    }


def _outcome(result: TaskResult | None) -> Answers:
    if result is None:
        return {"outcome": "未报", "note": ""}
    note = "；".join(filter(None, (result.note, result.evidence)))
    return {"outcome": result.outcome.label, "note": note}


def _results(session: Session, tasks: Sequence[int], at: datetime | None) -> dict[int, TaskResult]:
    query = known(TaskResult, at).where(TaskResult.task_id.in_(tasks))
    return {row.task_id: row for row in session.scalars(query.order_by(TaskResult.written_at))}


def _names(session: Session, members: Collection[int]) -> dict[int, str]:
    query = select(Member.id, Member.name).where(Member.id.in_(members))
    return {row.id: row.name for row in session.execute(query)}
