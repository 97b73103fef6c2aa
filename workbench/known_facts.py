"""What the record says about a patient on a day, for the rules, and where each fact stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact
from workbench.medication_strategies import strategies_until
from workbench.rules.facts import Facts
from workbench.rules.visit_answers import VisitRecord
from workbench.rules.visit_records import facts_of
from workbench.telling import Found, Teller
from workbench.told_by_register import HARM, REGISTER_TELLERS
from workbench.visit_columns import record_of
from workbench.visits import visits_until

# What once happened does not stop having happened because a later source does not mention it.
_STAYS_TRUE = frozenset({CaseFact.PAST_SERIOUS_HARM})


@dataclass(frozen=True)
class Known:
    """Everything known for the rules, and for each fact where it was found."""

    facts: Facts
    sources: Mapping[CaseFact, Found]


def known_on(session: Session, patient_id: int, day: date, at: datetime | None = None) -> Known:
    """What held for a patient on a day, as known at a moment, with the source of each fact."""
    sources: dict[CaseFact, Found] = {}
    for teller in TELLERS:
        for found in teller(session, patient_id, day, at):
            if _better(found, sources.get(found.fact)):
                sources[found.fact] = found
    values = {fact.value: found.value for fact, found in sources.items()}
    return Known(Facts(**values), sources)  # type: ignore[arg-type] # each fact has its own type


def latest_facts(session: Session, patient_id: int, day: date, at: datetime | None = None) -> Facts:
    """The same without the sources, as the rules take it."""
    return known_on(session, patient_id, day, at).facts


def _visits(session: Session, patient_id: int, day: date, at: datetime | None) -> Iterable[Found]:
    """Of each fact the last visit that answered it; the visits come last one first."""
    for visit in visits_until(session, patient_id, day, at):
        for fact, value in _told(record_of(visit)):
            yield Found(fact, value, visit.true_from, "visit", visit.root_id)


def _strategies(
    session: Session, patient_id: int, day: date, at: datetime | None
) -> Iterable[Found]:
    """The class that 一人一策 puts a patient into is an answer on adherence."""
    for row in reversed(strategies_until(session, day, at, patient_id=patient_id)):
        adherence = row.medication_class.adherence
        yield Found(
            CaseFact.ADHERENCE, adherence, row.true_from, "medication_strategy", row.root_id
        )


# Whoever knows more of a patient joins here. Of two on one day the earlier told is heard.
TELLERS: tuple[Teller, ...] = (_visits, _strategies, *REGISTER_TELLERS)


def _told(record: VisitRecord) -> Iterable[tuple[CaseFact, object]]:
    facts = facts_of(record)
    for fact in CaseFact:
        value = getattr(facts, fact.value)
        if value is not None:
            yield fact, value
    if HARM.intersection(record.answers.acts or {}):
        yield CaseFact.PAST_SERIOUS_HARM, True


def _better(found: Found, present: Found | None) -> bool:
    if present is None:
        return True
    if found.fact in _STAYS_TRUE and present.value is not found.value:
        return found.value is True
    return found.on > present.on
