"""The items of an agenda as papers before a meeting list them, in a few queries however many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import AgendaTier
from data.models.assessments import Assessment
from data.models.meetings import Meeting
from workbench.agenda_entries import Entry, items_of
from workbench.agendas import reasons_of
from workbench.assessments import previous_assessments
from workbench.cases import Managed, managed_on
from workbench.patients import Person, details_of
from workbench.rules.agendas import BY_HAND, Rated, standing_level
from workbench.visits import clinical_levels_of

NOT_CLASSED = "未评"


@dataclass(frozen=True)
class Topic:
    """One item: a patient with the level they stand at, or a matter known by its name alone.

    `previous` is what the team agreed last.
    """

    item_id: int
    position: int
    tier: AgendaTier
    name: str
    case_number: str = ""
    facts: tuple[str, ...] = ()
    level: int | None = None
    previous: Rated | None = None
    stability: str = ""
    reasons: str = ""
    reporter: str = ""


@dataclass(frozen=True)
class _Records:
    """What is known about everybody on an agenda."""

    people: dict[int, Person]
    cases: dict[int, Managed]
    clinical: dict[int, Rated]
    agreed: dict[int, Assessment]


def topics_of(session: Session, meeting: Meeting, at: datetime | None = None) -> list[Topic]:
    """The items of a meeting in the order of its agenda."""
    return topics_for(session, meeting, items_of(session, meeting.id), at)


def topics_for(
    session: Session, meeting: Meeting, items: Sequence[Entry], at: datetime | None = None
) -> list[Topic]:
    """The same of some entries, also of those taken off the agenda."""
    day = meeting.held_on
    patients = {item.patient_id for item in items if item.patient_id is not None}
    records = _Records(
        people=details_of(session, patients, day, at),
        cases=managed_on(session, {i.case_id for i in items if i.case_id is not None}, day, at),
        clinical=clinical_levels_of(session, patients, day, at),
        agreed=previous_assessments(session, patients, meeting, at),
    )
    return [_topic(item, number, records) for number, item in enumerate(items, 1)]


def _topic(item: Entry, number: int, records: _Records) -> Topic:
    if item.patient_id is None:
        return Topic(item.id, number, item.tier, item.title)
    person, case = records.people[item.patient_id], records.cases.get(item.case_id or 0)
    last = records.agreed.get(item.patient_id)
    previous = Rated(last.level, last.true_from) if last else None
    level = standing_level(records.clinical.get(item.patient_id), previous)
    facts = person.village, person.diagnosis, case.kind.label if case else ""
    return Topic(
        item_id=item.id,
        position=number,
        tier=item.tier,
        name=person.name,
        case_number=case.number if case else "",
        facts=tuple(filter(None, facts)),
        level=None if level is None else int(level),
        previous=previous,
        stability=last.stability.label if last and last.stability else NOT_CLASSED,
        reasons="；".join(_why_listed(item)) or BY_HAND,
        reporter=case.case_manager if case else "",
    )


def _why_listed(item: Entry) -> Iterator[str]:
    if item.question:
        yield f"请会议决定：{item.question}"
    if item.late:
        yield "临时加入"
    yield from (why.words for why in reasons_of(item))
