"""Whether a patient or the guardian agreed to the service, and when to ask again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.patients import Consent
from data.register_codes import ConsentAnswer
from workbench.bench import Bench
from workbench.patients import Person, details_of, details_on
from workbench.recording import by_patient, correct, enter, present, withdraw
from workbench.register_errors import DaysReversed
from workbench.rules.consents import ask_again_on, check_refusal
from workbench.unit_rules import rules_of
from workbench.words import clean_text


@dataclass(frozen=True)
class Asked:
    """What was answered on a day. Without a day to ask again, the rule gives one."""

    asked_on: date
    answer: ConsentAnswer
    signed_by: str = ""
    ask_again_on: date | None = None

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.ask_again_on is not None and self.ask_again_on < self.asked_on:
            raise DaysReversed("下次询问日期", "本次询问日期")
        return {
            "true_from": self.asked_on,
            "answer": self.answer,
            "signed_by": clean_text(self.signed_by),
            "ask_again_on": self.ask_again_on,
        }


@dataclass(frozen=True)
class ConsentRow:
    """One answer as it stands."""

    id: int
    asked: Asked


@dataclass(frozen=True)
class DueAgain:
    """Somebody who refused and is to be asked again, by when."""

    patient_id: int
    name: str
    refused_on: date
    ask_again_on: date


def record_consent(bench: Bench, patient_id: int, given: Asked, *, request_id: str = "") -> int:
    """Write down what was answered; return its key."""
    with bench.doing("record_consent", request_id) as work:
        if work.answer is not None:
            return work.answer
        person = details_on(work.session, patient_id, given.asked_on)
        again = given.ask_again_on or _proposed(work.session, given, person)
        given = replace(given, ask_again_on=again)
        return work.answers(enter(work, Consent, patient_id, given).root_id)


def correct_consent(bench: Bench, consent_id: int, given: Asked, *, why: str) -> None:
    """Correct an answer as given; the earlier words are kept with the reason."""
    with bench.doing("correct_consent") as work:
        correct(work, present(work, Consent, consent_id, "这条知情同意"), given, why)


def withdraw_consent_record(bench: Bench, consent_id: int, *, why: str) -> None:
    """Say that nobody was asked; who changes their mind gives a new answer instead."""
    with bench.doing("withdraw_consent_record") as work:
        withdraw(work, present(work, Consent, consent_id, "这条知情同意"), why)


def list_due_again(
    bench: Bench, until: date | None = None, at: datetime | None = None
) -> list[DueAgain]:
    """Who refused and is to be asked again by a day, today unless named; the longest due first."""
    with bench.asking("list_due_again") as session:
        return due_again(session, until or bench.today(), bench.today(), at)


def due_again(
    session: Session, until: date, today: date, at: datetime | None = None
) -> list[DueAgain]:
    """The same within a query."""
    refused = {
        patient: fact
        for patient, facts in by_patient(session.scalars(known(Consent, at))).items()
        if (fact := held(facts, today)) and fact.answer is ConsentAnswer.REFUSED
    }
    people = details_of(session, refused.keys(), today, at)
    rows = (_due_again(session, fact, people[patient]) for patient, fact in refused.items())
    due = [row for row in rows if row and row.ask_again_on <= until]
    return sorted(due, key=lambda row: (row.ask_again_on, row.patient_id))


def obstacles_to_leaving(session: Session, patient_id: int, day: date) -> tuple[str, ...]:
    """What keeps a case from ending because consent was withdrawn, as it stood on a day."""
    found = consent_on(session, patient_id, day)
    answer = found.asked.answer if found else None
    person = details_on(session, patient_id, day)
    return check_refusal(answer, person.details.report_type)


def consent_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> ConsentRow | None:
    """The answer that held on a day, as known at a moment; None when nobody asked."""
    fact = held(session.scalars(known(Consent, at).filter_by(patient_id=patient_id)), day)
    if fact is None:
        return None
    return ConsentRow(fact.root_id, asked_of(fact))


def asked_of(fact: Consent) -> Asked:
    """What a stored fact says, as it could be filled in again."""
    return Asked(fact.true_from, fact.answer, fact.signed_by, fact.ask_again_on)


def _proposed(session: Session, given: Asked, person: Person) -> date | None:
    return ask_again_on(
        given.answer,
        person.details.report_type,
        asked_on=given.asked_on,
        profile=rules_of(session, given.asked_on),
    )


def _due_again(session: Session, fact: Consent, person: Person) -> DueAgain | None:
    """A correction may have left no day, or changed the report type; then the rule gives one."""
    day = fact.ask_again_on or _proposed(session, asked_of(fact), person)
    return DueAgain(person.patient_id, person.name, fact.true_from, day) if day else None
