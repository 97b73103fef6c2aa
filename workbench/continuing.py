"""What a meeting has to talk about before a case may go on as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.meetings import Meeting
from workbench.known_facts import NOTHING, facts_of_patients
from workbench.rules.dates import said as said_day
from workbench.rules.decisions import Obstacle, obstacles_to_continuing
from workbench.rules.visits import next_visit_on
from workbench.tasks import TaskRow
from workbench.unit_rules import rules_of
from workbench.visits import clinical_level_on


def obstacles_at(
    session: Session,
    item: AgendaItem,
    meeting: Meeting,
    before: Assessment | None,
    tasks: Sequence[TaskRow],
    *,
    said: bool = False,
) -> tuple[Obstacle, ...]:
    """Everything one key may not pass over; empty when the case may go on as it is."""
    found = obstacles_to_continuing(
        before.level if before else None,
        overdue_tasks=sum(task.is_overdue for task in tasks),
        said=said,
    )
    return found if before is None else (*found, *_news(session, item, meeting, before))


def _news(
    session: Session, item: AgendaItem, meeting: Meeting, before: Assessment
) -> Iterator[Obstacle]:
    if session.get_one(AgendaItem, before.item_id).case_id != item.case_id:
        yield Obstacle("新入组，入组以来还没有评定过", "新入组")
    patient_id = before.patient_id or 0
    found = clinical_level_on(session, patient_id, meeting.held_on)
    then = clinical_level_on(session, patient_id, before.true_from, before.written_at)
    if found is not None and found != (before.level if then is None else then):
        yield Obstacle(f"上次评定以来随访评为{found.label}，等级有变化", "随访等级有变")
    yield from _visit_missing(session, meeting, patient_id)


def _visit_missing(session: Session, meeting: Meeting, patient_id: int) -> Iterator[Obstacle]:
    """The period in which somebody has to be visited is the one of the unit's rules."""
    day = meeting.held_on
    facts = facts_of_patients(session, [patient_id], day).get(patient_id, NOTHING).facts
    due = next_visit_on(facts, on=day, profile=rules_of(session, day))
    if due is not None and facts.last_visit_on is None:
        yield Obstacle("本期没有随访记录", "没有随访")
    elif due is not None and due < day:
        yield Obstacle(f"本期没有随访记录，应于{said_day(due)}前随访", "没有随访")
