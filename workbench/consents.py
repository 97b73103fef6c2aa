"""Whether a patient or the guardian agreed to the service, and when to ask again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.patients import Consent
from data.profiles import NATIONAL, read_profile
from data.register_codes import ConsentAnswer
from workbench.bench import Bench
from workbench.patients import details_on
from workbench.recording import correct, enter, present, withdraw
from workbench.register_errors import DaysReversed
from workbench.rules.consents import ask_again_on
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


def record_consent(bench: Bench, patient_id: int, given: Asked, *, request_id: str = "") -> int:
    """Write down what was answered; return its key."""
    with bench.doing("record_consent", request_id) as work:
        if work.answer is not None:
            return work.answer
        person = details_on(work.session, patient_id, given.asked_on)
        proposed = ask_again_on(
            given.answer,
            person.details.report_type,
            asked_on=given.asked_on,
            profile=read_profile(NATIONAL),
        )
        given = replace(given, ask_again_on=given.ask_again_on or proposed)
        return work.answers(enter(work, Consent, patient_id, given).root_id)


def correct_consent(bench: Bench, consent_id: int, given: Asked, *, why: str) -> None:
    """Correct an answer as given; the earlier words are kept with the reason."""
    with bench.doing("correct_consent") as work:
        correct(work, present(work, Consent, consent_id, "这条知情同意"), given, why)


def withdraw_consent_record(bench: Bench, consent_id: int, *, why: str) -> None:
    """Say that nobody was asked; who changes their mind gives a new answer instead."""
    with bench.doing("withdraw_consent_record") as work:
        withdraw(work, present(work, Consent, consent_id, "这条知情同意"), why)


def consent_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> ConsentRow | None:
    """The answer that held on a day, as known at a moment; None when nobody asked."""
    fact = held(session.scalars(known(Consent, at).filter_by(patient_id=patient_id)), day)
    if fact is None:
        return None
    asked = Asked(fact.true_from, fact.answer, fact.signed_by, fact.ask_again_on)
    return ConsentRow(fact.root_id, asked)
