"""What the register tells the rules: stays, incidents, the past, events, flags and guardians."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import partial

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact
from data.register_codes import FlagKind, LifeEventKind
from data.visit_codes import DangerousAct
from workbench.admissions import admissions_of
from workbench.events import LifeEventRow, incidents_of, life_events_of
from workbench.flags import flags_of
from workbench.guardianship import capacities_of
from workbench.histories import histories_of
from workbench.telling import Found, Teller

HARM = frozenset({DangerousAct.GRAVE_OFFENCE, DangerousAct.SUICIDE_ATTEMPT})
_FLAGS = {
    FlagKind.POLICE_LISTED: CaseFact.POLICE_LISTED,
    FlagKind.PAST_SERIOUS_HARM: CaseFact.PAST_SERIOUS_HARM,
}
_EVENTS = {
    LifeEventKind.STRESS: CaseFact.STRESSFUL_EVENT,
    LifeEventKind.SUBSTANCE: CaseFact.SUBSTANCE_USE,
}


def _admissions(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    """Without any stay it is not known whether there was one elsewhere, so nothing is told."""
    for patient, rows in admissions_of(session, patient_ids, day, at).items():
        days, last = tuple(row.stay.admitted_on for row in rows), rows[-1]
        yield Found(patient, CaseFact.ADMISSIONS, days, days[-1], "admission", last.id)
        for row in reversed(rows):
            stay = partial(Found, patient, CaseFact.HOSPITALISED, table="admission", key=row.id)
            if row.stay.discharged_on is not None:
                yield stay(value=False, on=row.stay.discharged_on)
            yield stay(value=True, on=row.stay.admitted_on)


def _incidents(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    """肇祸 and an attempted suicide count as serious harm; which acts do is a default of ours."""
    for patient, rows in incidents_of(session, patient_ids, day, at).items():
        for row in rows:
            if row.happened.kind in HARM:
                on = row.happened.happened_on
                yield Found(patient, CaseFact.PAST_SERIOUS_HARM, True, on, "incident", row.id)


def _histories(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    """Who asked and heard of none of these acts knows that there was none up to that day."""
    for patient, row in histories_of(session, patient_ids, day, at).items():
        if row.history.acts is not None:
            harmed, on = not HARM.isdisjoint(row.history.acts), row.history.asked_on
            yield Found(patient, CaseFact.PAST_SERIOUS_HARM, harmed, on, "past_history", row.id)


def _flags(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    for patient, rows in flags_of(session, patient_ids, day, at).items():
        for row in rows:
            fact, flagged = _FLAGS.get(row.flagged.kind), row.flagged
            if fact is not None:
                yield Found(patient, fact, flagged.holds, flagged.from_on, "patient_flag", row.id)


def _guardianship(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    for patient, row in capacities_of(session, patient_ids, day, at).items():
        level, on = row.judged.level, row.judged.from_on
        yield Found(patient, CaseFact.GUARDIANSHIP, level, on, "guardian_capacity", row.id)


def _life_events(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> Iterable[Found]:
    for patient, rows in life_events_of(session, patient_ids, day, at).items():
        for kind, fact in _EVENTS.items():
            row = _speaking([r for r in rows if r.burden.kind is kind], day)
            if row is not None:
                present, on = row.burden.present, row.burden.began_on
                yield Found(patient, fact, present, on, "life_event", row.id)


def _speaking(rows: list[LifeEventRow], day: date) -> LifeEventRow | None:
    """The event that still weighs on the patient, else the last answer that there was none.

    That one event is over does not say that there is no other, so it tells nothing.
    """
    weighing = [row for row in rows if row.burden.weighs_on(day)]
    denied = [row for row in rows if not row.burden.present]
    return next(reversed(weighing or denied), None)


REGISTER_TELLERS: tuple[Teller, ...] = (
    _admissions,
    _incidents,
    _histories,
    _flags,
    _guardianship,
    _life_events,
)
