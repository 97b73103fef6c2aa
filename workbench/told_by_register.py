"""What admissions, incidents, events, flags and guardianship tell the rules about a patient."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact
from data.register_codes import FlagKind, LifeEventKind
from data.visit_codes import DangerousAct
from workbench.admissions import admissions_by
from workbench.events import LifeEventRow, incidents_by, life_events_by
from workbench.flags import flags_on
from workbench.guardianship import capacity_on
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
    session: Session, patient_id: int, day: date, at: datetime | None
) -> Iterable[Found]:
    """Without any stay it is not known whether there was one elsewhere, so nothing is told."""
    rows = admissions_by(session, patient_id, day, at)
    if not rows:
        return
    days, last = tuple(row.stay.admitted_on for row in rows), rows[-1]
    yield Found(CaseFact.ADMISSIONS, days, days[-1], "admission", last.id)
    for row in reversed(rows):
        left = row.stay.discharged_on
        if left is not None:
            yield Found(CaseFact.HOSPITALISED, False, left, "admission", row.id)
        yield Found(CaseFact.HOSPITALISED, True, row.stay.admitted_on, "admission", row.id)


def _incidents(
    session: Session, patient_id: int, day: date, at: datetime | None
) -> Iterable[Found]:
    """肇祸 and an attempted suicide count as serious harm; which acts do is a default of ours."""
    for row in incidents_by(session, patient_id, day, at):
        if row.happened.kind in HARM:
            on = row.happened.happened_on
            yield Found(CaseFact.PAST_SERIOUS_HARM, True, on, "incident", row.id)


def _flags(session: Session, patient_id: int, day: date, at: datetime | None) -> Iterable[Found]:
    for row in flags_on(session, patient_id, day, at):
        fact, flagged = _FLAGS.get(row.flagged.kind), row.flagged
        if fact is not None:
            yield Found(fact, flagged.holds, flagged.from_on, "patient_flag", row.id)


def _guardianship(
    session: Session, patient_id: int, day: date, at: datetime | None
) -> Iterable[Found]:
    row = capacity_on(session, patient_id, day, at)
    if row is not None:
        judged = row.judged
        yield Found(
            CaseFact.GUARDIANSHIP, judged.level, judged.from_on, "guardian_capacity", row.id
        )


def _life_events(
    session: Session, patient_id: int, day: date, at: datetime | None
) -> Iterable[Found]:
    rows = life_events_by(session, patient_id, day, at)
    for kind, fact in _EVENTS.items():
        row = _speaking([r for r in rows if r.burden.kind is kind], day)
        if row is not None:
            present = row.burden.present
            yield Found(fact, present, row.burden.began_on, "life_event", row.id)


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
    _flags,
    _guardianship,
    _life_events,
)
