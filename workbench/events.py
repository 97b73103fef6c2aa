"""Dangerous behaviour, stressful events and substance use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.events import Incident, LifeEvent
from data.register_codes import LifeEventKind
from data.visit_codes import DangerousAct
from workbench.bench import Bench
from workbench.recording import among, by_patient, correct, enter, present, withdraw
from workbench.register_errors import DaysReversed, NoIncident
from workbench.words import clean_text, required


@dataclass(frozen=True)
class Happened:
    """One incident: what, when, where, who told of it, and whether the police know."""

    happened_on: date
    kind: DangerousAct
    words: str
    place: str = ""
    source: str = ""
    police_informed: bool | None = None
    police_words: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.kind is DangerousAct.NONE:
            raise NoIncident
        return {
            "true_from": self.happened_on,
            "kind": self.kind,
            "words": required("经过", self.words),
            "place": clean_text(self.place),
            "source": clean_text(self.source),
            "police_informed": self.police_informed,
            "police_words": clean_text(self.police_words),
        }


@dataclass(frozen=True)
class IncidentRow:
    """One incident as known."""

    id: int
    happened: Happened


@dataclass(frozen=True)
class Burden:
    """Something that weighs on a patient from a day on, or that there was none when asked."""

    began_on: date
    kind: LifeEventKind
    present: bool = True
    until_on: date | None = None
    source: str = ""
    words: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.until_on is not None and self.until_on < self.began_on:
            raise DaysReversed("结束日期", "开始日期")
        return {
            "true_from": self.began_on,
            "kind": self.kind,
            "present": self.present,
            "until_on": self.until_on,
            "source": clean_text(self.source),
            "words": required("情况说明", self.words) if self.present else clean_text(self.words),
        }

    def weighs_on(self, day: date) -> bool:
        """Whether it had begun by a day and not ended before it."""
        ended = self.until_on is not None and self.until_on < day
        return self.present and self.began_on <= day and not ended


@dataclass(frozen=True)
class LifeEventRow:
    """One event as known."""

    id: int
    burden: Burden


def record_incident(bench: Bench, patient_id: int, given: Happened, *, request_id: str = "") -> int:
    """Write down an incident; return its key."""
    with bench.doing("record_incident", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter(work, Incident, patient_id, given).root_id)


def correct_incident(bench: Bench, incident_id: int, given: Happened, *, why: str) -> None:
    """Correct an incident; the earlier words are kept with the reason."""
    with bench.doing("correct_incident") as work:
        correct(work, present(work, Incident, incident_id, "这次危险行为"), given, why)


def withdraw_incident(bench: Bench, incident_id: int, *, why: str) -> None:
    """Say that there was no such incident."""
    with bench.doing("withdraw_incident") as work:
        withdraw(work, present(work, Incident, incident_id, "这次危险行为"), why)


def list_incidents(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[IncidentRow]:
    """Every incident up to a day, the latest last."""
    with bench.asking("list_incidents") as session:
        return incidents_by(session, patient_id, on or bench.today(), at)


def record_life_event(bench: Bench, patient_id: int, given: Burden, *, request_id: str = "") -> int:
    """Write down stress or substance use, or that there is none; return its key."""
    with bench.doing("record_life_event", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter(work, LifeEvent, patient_id, given).root_id)


def correct_life_event(bench: Bench, event_id: int, given: Burden, *, why: str) -> None:
    """Correct an event, its end included; the earlier words are kept with the reason."""
    with bench.doing("correct_life_event") as work:
        correct(work, present(work, LifeEvent, event_id, "这条生活事件"), given, why)


def withdraw_life_event(bench: Bench, event_id: int, *, why: str) -> None:
    """Say that there was no such event."""
    with bench.doing("withdraw_life_event") as work:
        withdraw(work, present(work, LifeEvent, event_id, "这条生活事件"), why)


def list_life_events(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[LifeEventRow]:
    """Every event that had begun by a day, the latest last."""
    with bench.asking("list_life_events") as session:
        return life_events_by(session, patient_id, on or bench.today(), at)


def incidents_by(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[IncidentRow]:
    """The incidents of a patient up to a day, as known at a moment."""
    return incidents_of(session, [patient_id], day, at).get(patient_id, [])


def incidents_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, list[IncidentRow]]:
    """The same for many patients in one query, or for everybody when None is given."""
    query = among(known(Incident, at), Incident, patient_ids).where(Incident.true_from <= day)
    facts = by_patient(session.scalars(query.order_by(Incident.true_from, Incident.root_id)))
    return {
        patient: [IncidentRow(fact.root_id, happened_of(fact)) for fact in rows]
        for patient, rows in facts.items()
    }


def life_events_by(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[LifeEventRow]:
    """The events of a patient up to a day, as known at a moment."""
    return life_events_of(session, [patient_id], day, at).get(patient_id, [])


def life_events_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, list[LifeEventRow]]:
    """The same for many patients in one query, or for everybody when None is given."""
    query = among(known(LifeEvent, at), LifeEvent, patient_ids).where(LifeEvent.true_from <= day)
    facts = by_patient(session.scalars(query.order_by(LifeEvent.true_from, LifeEvent.root_id)))
    return {
        patient: [LifeEventRow(fact.root_id, burden_of(fact)) for fact in rows]
        for patient, rows in facts.items()
    }


def happened_of(fact: Incident) -> Happened:
    """What a stored fact says, as it could be filled in again."""
    return Happened(
        happened_on=fact.true_from,
        kind=fact.kind,
        words=fact.words,
        place=fact.place,
        source=fact.source,
        police_informed=fact.police_informed,
        police_words=fact.police_words,
    )


def burden_of(fact: LifeEvent) -> Burden:
    """What a stored fact says, as it could be filled in again."""
    return Burden(
        began_on=fact.true_from,
        kind=fact.kind,
        present=fact.present,
        until_on=fact.until_on,
        source=fact.source,
        words=fact.words,
    )
