"""The subsidy for guarding a patient (监护补贴): how it stands, and what was paid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.assistance_codes import SubsidyState
from data.facts import held, known
from data.models.subsidies import Subsidy, SubsidyPayment
from workbench.assistance_errors import SumImpossible
from workbench.bench import Bench, Work
from workbench.guardians import acting, details_of_guardian, names_of_guardians
from workbench.patients import details_of
from workbench.recording import among, by_patient, correct, enter, present, withdraw
from workbench.register_errors import NoGuardian
from workbench.rules.money import read_sum
from workbench.words import clean_text, required

# A subsidy that may still be paid; cancelling and replacing the guardian end it.
RUNNING = frozenset({SubsidyState.APPLIED, SubsidyState.GRANTED, SubsidyState.PAUSED})
_ACTING = frozenset({SubsidyState.APPLIED, SubsidyState.GRANTED})
_WITH_SUM = frozenset({SubsidyState.GRANTED, SubsidyState.PAUSED})


@dataclass(frozen=True)
class Subsidised:
    """How it stands with the subsidy from a day on; the yearly amount is in 分.

    A grant without another day counts from `from_on`. Whatever is not a success has a reason.
    """

    from_on: date
    state: SubsidyState
    yearly_amount: int | None = None
    granted_from: date | None = None
    reason: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        granted = self.from_on if self.state is SubsidyState.GRANTED else None
        if self.yearly_amount is not None or self.state in _WITH_SUM:
            require_sum("每年标准", self.yearly_amount)
        return {
            "true_from": self.from_on,
            "state": self.state,
            "yearly_amount": self.yearly_amount,
            "granted_from": self.granted_from or granted,
            "reason": clean_text(self.reason)
            if self.state in _ACTING
            else required("理由", self.reason),
        }


@dataclass(frozen=True)
class SubsidyRow:
    """How it stands, and with which guardian."""

    id: int
    patient_id: int
    guardian_id: int
    subsidised: Subsidised


@dataclass(frozen=True)
class SubsidyLine:
    """One line of the list of subsidies, by name."""

    patient: str
    guardian: str
    row: SubsidyRow


@dataclass(frozen=True)
class Paid:
    """What was paid on a day, in 分, and for which time."""

    paid_on: date
    amount: int
    period: str = ""
    note: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        require_sum("发放金额", self.amount)
        return {
            "true_from": self.paid_on,
            "amount": self.amount,
            "period": clean_text(self.period),
            "note": clean_text(self.note),
        }


@dataclass(frozen=True)
class PaymentRow:
    """One payment as known."""

    id: int
    guardian_id: int
    paid: Paid


def amount_typed(field: str, typed: str) -> int:
    """The 分 of a sum typed in 元; refuses what is none."""
    amount = read_sum(typed)
    require_sum(field, amount)
    return amount or 0


def record_subsidy(
    bench: Bench, guardian_id: int, given: Subsidised, *, request_id: str = ""
) -> int:
    """Write down how it stands with a guardian's subsidy from a day on; return its key."""
    with bench.doing("record_subsidy", request_id) as work:
        if work.answer is not None:
            return work.answer
        patient = _patient_of(work.session, guardian_id, given)
        return work.answers(enter(work, Subsidy, patient, given, guardian_id=guardian_id).root_id)


def correct_subsidy(bench: Bench, subsidy_id: int, given: Subsidised, *, why: str) -> None:
    """Correct how it stood; the earlier words are kept with the reason."""
    with bench.doing("correct_subsidy") as work:
        fact = present(work, Subsidy, subsidy_id, "这条监护补贴")
        _patient_of(work.session, fact.guardian_id, given)
        correct(work, fact, given, why)


def withdraw_subsidy(bench: Bench, subsidy_id: int, *, why: str) -> None:
    """Say that it never stood like this; a subsidy that ended is recorded as cancelled instead."""
    with bench.doing("withdraw_subsidy") as work:
        withdraw(work, present(work, Subsidy, subsidy_id, "这条监护补贴"), why)


def record_subsidy_payment(
    bench: Bench, guardian_id: int, given: Paid, *, request_id: str = ""
) -> int:
    """Write down what a guardian was paid; return its key."""
    with bench.doing("record_subsidy_payment", request_id) as work:
        if work.answer is not None:
            return work.answer
        details = details_of_guardian(work.session, guardian_id, given.paid_on)
        if details.patient_id is None:
            raise NoGuardian
        more = {"guardian_id": guardian_id}
        payment = enter(work, SubsidyPayment, details.patient_id, given, **more)
        return work.answers(payment.root_id)


def correct_subsidy_payment(bench: Bench, payment_id: int, given: Paid, *, why: str) -> None:
    """Correct a payment; the earlier words are kept with the reason."""
    with bench.doing("correct_subsidy_payment") as work:
        correct(work, present(work, SubsidyPayment, payment_id, "这笔发放"), given, why)


def withdraw_subsidy_payment(bench: Bench, payment_id: int, *, why: str) -> None:
    """Say that this was never paid."""
    with bench.doing("withdraw_subsidy_payment") as work:
        withdraw(work, present(work, SubsidyPayment, payment_id, "这笔发放"), why)


def list_subsidies(
    bench: Bench, on: date | None = None, at: datetime | None = None
) -> list[SubsidyLine]:
    """How it stands with every subsidy on a day, today unless named, by patient."""
    with bench.asking("list_subsidies") as session:
        day = on or bench.today()
        rows = subsidies_of(session, None, day, at)
        people = details_of(session, rows.keys(), day, at)
        names = names_of_guardians(session, {row.guardian_id for row in rows.values()}, day, at)
        return [
            SubsidyLine(people[patient].name, names.get(row.guardian_id, ""), row)
            for patient, row in sorted(rows.items())
        ]


def list_subsidy_payments(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[PaymentRow]:
    """Everything paid for a patient up to a day, the latest last."""
    with bench.asking("list_subsidy_payments") as session:
        query = known(SubsidyPayment, at).where(
            SubsidyPayment.patient_id == patient_id,
            SubsidyPayment.true_from <= (on or bench.today()),
        )
        rows = session.scalars(query.order_by(SubsidyPayment.true_from, SubsidyPayment.root_id))
        return [
            PaymentRow(
                fact.root_id,
                fact.guardian_id,
                paid_of(fact),
            )
            for fact in rows
        ]


def subsidy_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> SubsidyRow | None:
    """How it stands with the subsidy for a patient on a day; None when nobody applied."""
    return subsidies_of(session, [patient_id], day, at).get(patient_id)


def subsidies_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, SubsidyRow]:
    """The same for many patients in one query, or for everybody when None is given."""
    facts = by_patient(session.scalars(among(known(Subsidy, at), Subsidy, patient_ids)))
    last = {patient: held(rows, day) for patient, rows in facts.items()}
    return {patient: _row(patient, fact) for patient, fact in last.items() if fact is not None}


def end_subsidy(work: Work, row: SubsidyRow, state: SubsidyState, day: date, reason: str) -> None:
    """Say within a command that a subsidy ended on a day."""
    before = row.subsidised
    ended = Subsidised(day, state, before.yearly_amount, before.granted_from, reason)
    Subsidy.enter(
        work.session,
        work.written,
        patient_id=row.patient_id,
        guardian_id=row.guardian_id,
        **ended.columns(),
    )


def require_sum(field: str, amount: int | None) -> None:
    """Refuse a sum that is missing or not more than nothing."""
    if amount is None or amount < 1:
        raise SumImpossible(field)


def subsidised_of(fact: Subsidy) -> Subsidised:
    """What a stored fact says, as it could be filled in again."""
    return Subsidised(
        from_on=fact.true_from,
        state=fact.state,
        yearly_amount=fact.yearly_amount,
        granted_from=fact.granted_from,
        reason=fact.reason,
    )


def paid_of(fact: SubsidyPayment) -> Paid:
    """What a stored fact says, as it could be filled in again."""
    return Paid(fact.true_from, fact.amount, fact.period, fact.note)


def _patient_of(session: Session, guardian_id: int, given: Subsidised) -> int:
    """Whose guardian it is; who applies for a subsidy or is granted one has to act that day."""
    find = acting if given.state in _ACTING else details_of_guardian
    details = find(session, guardian_id, given.from_on)
    if details.patient_id is None:
        raise NoGuardian
    return details.patient_id


def _row(patient_id: int, fact: Subsidy) -> SubsidyRow:
    return SubsidyRow(fact.root_id, patient_id, fact.guardian_id, subsidised_of(fact))
