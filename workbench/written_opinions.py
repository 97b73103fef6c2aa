"""What members who cannot come say in writing, recorded before the meeting or during it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import AbsenceReason, MemberRole, RiskLevel
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Opinion
from data.models.cases import Case
from workbench.agenda_entries import items_of
from workbench.assessments import Said, write_opinion
from workbench.bench import Bench
from workbench.errors import EmptyField
from workbench.meetings import attendance_of
from workbench.patients import details_of
from workbench.states import any_item, any_meeting, unsealed_meeting
from workbench.words import masked


@dataclass(frozen=True)
class AbsentMember:
    """Somebody who will not be at the table, and what they said so far on each item."""

    member_id: int
    name: str
    role: MemberRole
    reason: AbsenceReason | None
    said: Mapping[int, Said]


@dataclass(frozen=True)
class SubjectOfOpinion:
    """One entry of the agenda, the name masked; matters are not rated."""

    item_id: int
    title: str
    case_number: str
    is_rated: bool


@dataclass(frozen=True)
class WrittenOpinions:
    """Who may be heard in writing, and on what."""

    absent: tuple[AbsentMember, ...]
    items: tuple[SubjectOfOpinion, ...]


def read_written_opinions(bench: Bench, meeting_id: int) -> WrittenOpinions:
    """Everybody who is absent from a meeting, with what was received; in a few queries."""
    with bench.asking("read_written_opinions") as session:
        meeting = any_meeting(session, meeting_id)
        items = items_of(session, meeting_id)
        opinions = known(Opinion).where(Opinion.item_id.in_([item.id for item in items]))
        said: dict[int, dict[int, Said]] = {}
        for row in session.scalars(opinions):
            words = Said(row.words, row.level, row.dissent, row.in_writing)
            said.setdefault(row.member_id, {})[row.item_id] = words
        absent = tuple(
            AbsentMember(m.id, m.name, m.role, came.reason, said.get(m.id, {}))
            for came, m in attendance_of(session, meeting.id)
            if not came.present
        )
        return WrittenOpinions(absent, _subjects(session, meeting.held_on, items))


def record_written_opinion(
    bench: Bench,
    item_id: int,
    member_id: int,
    *,
    words: str,
    level: RiskLevel | None = None,
    dissent: str = "",
) -> None:
    """Write down what an absent member sent in about an item, as soon as it is there.

    Said again, it is a correction; emptied, it is withdrawn.
    """
    with bench.doing("record_written_opinion") as work:
        item = any_item(work.session, item_id)
        unsealed_meeting(work.session, item.meeting_id)
        said = Said(words, level, dissent, in_writing=True)
        if not said.cleaned().says_something and not _heard(work.session, item_id, member_id):
            raise EmptyField("书面意见")
        write_opinion(work, item, member_id, said)
        work.about(item=item_id, member=member_id)


def _heard(session: Session, item_id: int, member_id: int) -> bool:
    mine = known(Opinion).where(Opinion.item_id == item_id, Opinion.member_id == member_id)
    return session.scalars(mine).first() is not None


def _subjects(session: Session, day: date, items: list[AgendaItem]) -> tuple[SubjectOfOpinion, ...]:
    people = details_of(session, {i.patient_id for i in items if i.patient_id}, day)
    cases = select(Case.id, Case.number).where(Case.id.in_([i.case_id for i in items if i.case_id]))
    numbers = {row.id: row.number for row in session.execute(cases)}
    return tuple(
        SubjectOfOpinion(
            item.id,
            masked(people[item.patient_id].name) if item.patient_id else item.title,
            numbers.get(item.case_id or 0, ""),
            item.patient_id is not None,
        )
        for item in items
    )
