"""What visits and 一人一策 tell the rules about patients."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import and_, case, func, or_
from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact
from data.facts import known
from data.models.visits import Visit
from data.visit_codes import YesNo
from workbench.medication_strategies import strategies_until
from workbench.recording import among
from workbench.rules.visit_answers import VisitRecord
from workbench.rules.visit_records import FUNCTIONS, HARMLESS, facts_of
from workbench.telling import Found
from workbench.told_by_register import HARM
from workbench.visit_columns import HEARD, HeardRow, record_heard

# When a visit tells each fact. A visit that tells nothing for the last time is not read at all:
# of years of visits only a few are left for every patient.
_TELLS = (
    Visit.level.is_not(None),
    Visit.adherence.is_not(None),
    Visit.insight.is_not(None),
    Visit.symptom_severity.is_not(None),
    or_(*(getattr(Visit, name).is_not(None) for name in FUNCTIONS)),
    or_(Visit.adr_severity.is_not(None), Visit.reaction.in_(HARMLESS)),
    Visit.physical_illness.is_not(None),
    Visit.hospital_stay.is_not(None),
    and_(Visit.lost_reason.is_(None), Visit.died_on.is_(None), Visit.death_cause.is_(None)),
    Visit.referred == YesNo.YES,
    or_(Visit.grave_offences > 0, Visit.suicide_attempts > 0),
)


def visits_tell(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    """What the visits worth hearing say; those to a patient come last one first."""
    for visit in _worth_hearing(session, patient_ids, day, at):
        for fact, value in _told(record_heard(visit)):
            yield Found(visit.patient_id, fact, value, visit.true_from, "visit", visit.root_id)


def strategies_tell(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    """The class that 一人一策 puts a patient into is an answer on adherence."""
    for row in reversed(strategies_until(session, patient_ids, day, at)):
        if row.patient_id is not None:
            yield Found(
                row.patient_id,
                CaseFact.ADHERENCE,
                row.medication_class.adherence,
                row.true_from,
                "medication_strategy",
                row.root_id,
            )


def _worth_hearing(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Sequence[HeardRow]:
    """The visits of every day on which a fact was told to a patient for the last time."""
    visits = among(known(Visit, at), Visit, patient_ids).where(Visit.true_from <= day)
    days = [func.max(case((tells, Visit.true_from))) for tells in _TELLS]
    last = visits.with_only_columns(Visit.patient_id, *days).group_by(Visit.patient_id).subquery()
    patient, *told_on = last.c
    heard = visits.join(last, patient == Visit.patient_id).where(Visit.true_from.in_(told_on))
    latest_first = heard.order_by(Visit.true_from.desc(), Visit.root_id.desc())
    return session.execute(latest_first.with_only_columns(*HEARD)).all()


def _told(record: VisitRecord) -> Iterator[tuple[CaseFact, object]]:
    facts = facts_of(record)
    for fact in CaseFact:
        value = getattr(facts, fact.value)
        if value is not None:
            yield fact, value
    if HARM.intersection(record.answers.acts or {}):
        yield CaseFact.PAST_SERIOUS_HARM, True
