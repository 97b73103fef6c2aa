"""What a guardian undertook, and how well a patient is guarded, with hints that explain it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import Guardianship
from data.facts import held, known
from data.models.guardians import GuardianAgreement, GuardianCapacity, GuardianDetails
from data.register_codes import GuardianDuty
from workbench.bench import Bench
from workbench.guardians import acting, guardian_on, looks_after_another
from workbench.recording import (
    among,
    by_patient,
    correct,
    enter,
    present,
    require_patient,
    withdraw,
)
from workbench.register_errors import DaysReversed, NoDuties, NoGuardian
from workbench.rules.guardians import AGE_LIMIT, CapacityHint, GuardianFacts, capacity_hint
from workbench.words import clean_text


@dataclass(frozen=True)
class Agreed:
    """An agreement with a guardian, or that they would not sign one."""

    signed_on: date
    duties: tuple[GuardianDuty, ...]
    until_on: date | None = None
    signed: bool = True
    note: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.signed and not self.duties:
            raise NoDuties
        if self.until_on is not None and self.until_on < self.signed_on:
            raise DaysReversed("协议到期日", "签订日期")
        return {
            "true_from": self.signed_on,
            "duties": self.duties,
            "until_on": self.until_on,
            "signed": self.signed,
            "note": clean_text(self.note),
        }


@dataclass(frozen=True)
class AgreementRow:
    """One agreement as it stands; whether it is in force is asked of a day."""

    id: int
    guardian_id: int
    agreed: Agreed

    def in_force_on(self, day: date) -> bool:
        """Whether it was signed and had not run out."""
        return self.agreed.signed and (self.agreed.until_on is None or day <= self.agreed.until_on)


@dataclass(frozen=True)
class Judged:
    """How well a patient is guarded from a day on, as somebody decided, and why."""

    from_on: date
    level: Guardianship
    because: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        return {
            "true_from": self.from_on,
            "level": self.level,
            "because": clean_text(self.because),
        }


@dataclass(frozen=True)
class CapacityRow:
    """What was decided, as it stands."""

    id: int
    judged: Judged


def record_agreement(bench: Bench, guardian_id: int, given: Agreed, *, request_id: str = "") -> int:
    """Write down that a guardian signed, or would not; return its key."""
    with bench.doing("record_agreement", request_id) as work:
        if work.answer is not None:
            return work.answer
        details = acting(work.session, guardian_id, given.signed_on)
        if details.patient_id is None:
            raise NoGuardian
        agreement = enter(
            work, GuardianAgreement, details.patient_id, given, guardian_id=guardian_id
        )
        return work.answers(agreement.root_id)


def correct_agreement(bench: Bench, agreement_id: int, given: Agreed, *, why: str) -> None:
    """Correct an agreement; the earlier words are kept with the reason."""
    with bench.doing("correct_agreement") as work:
        fact = present(work, GuardianAgreement, agreement_id, "这份监护协议")
        acting(work.session, fact.guardian_id, given.signed_on)
        correct(work, fact, given, why)


def withdraw_agreement(bench: Bench, agreement_id: int, *, why: str) -> None:
    """Say that there never was such an agreement."""
    with bench.doing("withdraw_agreement") as work:
        withdraw(work, present(work, GuardianAgreement, agreement_id, "这份监护协议"), why)


def record_capacity(bench: Bench, patient_id: int, given: Judged, *, request_id: str = "") -> int:
    """Write down how well a patient is guarded, as somebody decided; return its key."""
    with bench.doing("record_capacity", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter(work, GuardianCapacity, patient_id, given).root_id)


def correct_capacity(bench: Bench, capacity_id: int, given: Judged, *, why: str) -> None:
    """Correct what was decided; the earlier words are kept with the reason."""
    with bench.doing("correct_capacity") as work:
        correct(work, present(work, GuardianCapacity, capacity_id, "这条监护能力"), given, why)


def withdraw_capacity(bench: Bench, capacity_id: int, *, why: str) -> None:
    """Say that nobody decided this."""
    with bench.doing("withdraw_capacity") as work:
        withdraw(work, present(work, GuardianCapacity, capacity_id, "这条监护能力"), why)


def suggest_capacity(
    bench: Bench,
    patient_id: int,
    *,
    on: date | None = None,
    at: datetime | None = None,
    age_limit: int = AGE_LIMIT,
) -> CapacityHint:
    """What the known facts suggest on a day, with the reasons; nothing is stored."""
    with bench.asking("suggest_capacity") as session:
        require_patient(session, patient_id)
        day = on or bench.today()
        return capacity_hint(
            guardian_facts(session, patient_id, day, at), on=day, age_limit=age_limit
        )


def guardian_facts(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> GuardianFacts:
    """What is known of a patient's guardian on a day, as the rule is handed it."""
    details = guardian_on(session, patient_id, day, at)
    if details is None:
        return GuardianFacts()
    agreement = agreement_on(session, details, day, at)
    return GuardianFacts(
        state=details.state,
        born_on=details.born_on,
        ill_or_disabled=details.ill_or_disabled,
        lives_elsewhere=details.lives_elsewhere,
        works_away=details.works_away,
        has_income=details.has_income,
        alone_and_absent=details.alone_and_absent,
        second_patient=looks_after_another(session, details, day, at),
        agreement=agreement is not None and agreement.in_force_on(day),
        refused=agreement is not None and not agreement.agreed.signed,
    )


def agreement_on(
    session: Session, guardian: GuardianDetails, day: date, at: datetime | None = None
) -> AgreementRow | None:
    """The last agreement with a guardian, or refusal of one, by a day."""
    query = known(GuardianAgreement, at).filter_by(guardian_id=guardian.guardian_id)
    fact = held(session.scalars(query), day)
    if fact is None:
        return None
    return AgreementRow(fact.root_id, fact.guardian_id, agreed_of(fact))


def capacity_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> CapacityRow | None:
    """What was last decided by a day; None when nobody decided yet."""
    return capacities_of(session, [patient_id], day, at).get(patient_id)


def capacities_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, CapacityRow]:
    """The same for many patients in one query, or for everybody when None is given."""
    facts = by_patient(
        session.scalars(among(known(GuardianCapacity, at), GuardianCapacity, patient_ids))
    )
    last = {patient: held(rows, day) for patient, rows in facts.items()}
    return {
        patient: CapacityRow(fact.root_id, judged_of(fact))
        for patient, fact in last.items()
        if fact is not None
    }


def agreed_of(fact: GuardianAgreement) -> Agreed:
    """What a stored fact says, as it could be filled in again."""
    return Agreed(fact.true_from, fact.duties, fact.until_on, fact.signed, fact.note)


def judged_of(fact: GuardianCapacity) -> Judged:
    """What a stored fact says, as it could be filled in again."""
    return Judged(fact.true_from, fact.level, fact.because)
