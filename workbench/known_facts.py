"""What the record says about patients on a day, for the rules, and where each fact stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact
from workbench.rules.facts import Facts
from workbench.telling import Found, Teller
from workbench.told_by_register import REGISTER_TELLERS
from workbench.told_by_visits import strategies_tell, visits_tell

# What once happened does not stop having happened because a later source does not mention it.
_STAYS_TRUE = frozenset({CaseFact.PAST_SERIOUS_HARM})


@dataclass(frozen=True)
class Known:
    """Everything known for the rules, and for each fact where it was found."""

    facts: Facts
    sources: Mapping[CaseFact, Found]


NOTHING = Known(Facts(), {})


def known_on(session: Session, patient_id: int, day: date, at: datetime | None = None) -> Known:
    """What held for a patient on a day, as known at a moment, with the source of each fact."""
    return facts_of_patients(session, [patient_id], day, at).get(patient_id, NOTHING)


def latest_facts(session: Session, patient_id: int, day: date, at: datetime | None = None) -> Facts:
    """The same without the sources, as the rules take it."""
    return known_on(session, patient_id, day, at).facts


def facts_of_patients(
    session: Session,
    patient_ids: Collection[int] | None,
    day: date,
    at: datetime | None = None,
) -> dict[int, Known]:
    """The same for many patients, or for everybody when None is given, in one query a teller.

    Of whom nothing is known is left out.
    """
    sources: dict[int, dict[CaseFact, Found]] = defaultdict(dict)
    for teller in TELLERS:
        for found in teller(session, patient_ids, day, at):
            mine = sources[found.patient_id]
            if _better(found, mine.get(found.fact)):
                mine[found.fact] = found
    return {patient: _known(mine) for patient, mine in sources.items()}


# Whoever knows more of a patient joins here. Of two on one day the earlier told is heard.
TELLERS: tuple[Teller, ...] = (visits_tell, strategies_tell, *REGISTER_TELLERS)


def _known(sources: Mapping[CaseFact, Found]) -> Known:
    values = {fact.value: found.value for fact, found in sources.items()}
    return Known(Facts(**values), sources)  # type: ignore[arg-type] # each fact has its own type


def _better(found: Found, present: Found | None) -> bool:
    if present is None:
        return True
    if found.fact in _STAYS_TRUE and present.value is not found.value:
        return found.value is True
    return found.on > present.on
