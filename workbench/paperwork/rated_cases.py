"""Every patient on an agenda with what was rated and decided, in a few queries however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.cases import Case, CaseTerms
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.teams import Member
from workbench.agenda_entries import items_of
from workbench.assessments import previous_assessments
from workbench.patients import Person, details_of

Named = TypeVar("Named", Case, Member)


@dataclass(frozen=True)
class RatedCase:
    """One patient on the agenda; a level is None where nobody rated or rates."""

    item_id: int
    case_number: str
    person: Person
    before: int | None
    now: int | None
    decisions: tuple[Decision, ...]
    implementers: tuple[str, ...]

    @property
    def change(self) -> str:
        """What became of the level; empty where it was not rated this time."""
        if self.now is None:
            return ""
        if self.before is None:
            return FIRST
        steps = self.now - self.before
        return f"{RAISED if steps > 0 else LOWERED}{abs(steps)}级" if steps else KEPT


RAISED, LOWERED, KEPT, FIRST = "升", "降", "不变", "新评"


def rated_cases(session: Session, meeting: Meeting, at: datetime | None = None) -> list[RatedCase]:
    """The patients of a meeting in the order of its agenda, as known at a moment."""
    items = [item for item in items_of(session, meeting.id) if item.patient_id is not None]
    keys = [item.id for item in items]
    patients = {item.patient_id for item in items if item.patient_id is not None}
    people = details_of(session, patients, meeting.held_on, at)
    before = previous_assessments(session, patients, meeting, at)
    rated = session.scalars(known(Assessment, at).where(Assessment.item_id.in_(keys)))
    levels = {row.item_id: int(row.level) for row in rated}
    decided = _decided(session, keys, at)
    numbers = _by_key(session, Case, _opened(session, items, at))
    members = _by_key(session, Member, _implementers(decided))
    found = []
    for item in items:
        decisions = decided.get(item.id, [])
        last = before.get(item.patient_id or 0)
        found.append(
            RatedCase(
                item_id=item.id,
                case_number=_number(item, numbers),
                person=people[item.patient_id or 0],
                before=int(last.level) if last else None,
                now=levels.get(item.id),
                decisions=tuple(decisions),
                implementers=_names(decisions, members),
            )
        )
    return found


def case_answers(case: RatedCase) -> dict[str, object]:
    """Who it is about and both levels, as sheets are handed it."""
    return {
        "case_number": case.case_number,
        "name": case.person.name,
        "village": case.person.village,
        "previous_level": case.before,
        "level": case.now,
    }


def _decided(
    session: Session, items: Collection[int], at: datetime | None
) -> dict[int, list[Decision]]:
    query = known(Decision, at).where(Decision.item_id.in_(items)).order_by(Decision.root_id)
    found: dict[int, list[Decision]] = defaultdict(list)
    for decision in session.scalars(query):
        found[decision.item_id].append(decision)
    return found


def _opened(session: Session, items: Sequence[AgendaItem], at: datetime | None) -> set[int]:
    """The cases that had been opened by a moment; one may be opened at its own item."""
    keys = {item.case_id for item in items if item.case_id}
    terms = known(CaseTerms, at).where(CaseTerms.case_id.in_(keys))
    return set(session.scalars(terms.with_only_columns(CaseTerms.case_id)))


def _implementers(decided: dict[int, list[Decision]]) -> set[int]:
    every = (decision.implementer_id for rows in decided.values() for decision in rows)
    return {key for key in every if key is not None}


def _by_key(session: Session, table: type[Named], keys: Collection[int]) -> dict[int, Named]:
    return {row.id: row for row in session.scalars(select(table).where(table.id.in_(keys)))}


def _number(item: AgendaItem, cases: dict[int, Case]) -> str:
    case = cases.get(item.case_id or 0)
    return case.number if case else ""


def _names(decisions: Sequence[Decision], members: dict[int, Member]) -> tuple[str, ...]:
    """Everybody who has something to do, once each."""
    keys = (decision.implementer_id for decision in decisions)
    return tuple(dict.fromkeys(members[key].name for key in keys if key is not None))
