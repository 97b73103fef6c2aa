"""Who guards a patient: naming, replacing and ending, with the history kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.guardians import Guardian, GuardianDetails
from data.register_codes import GuardianState, Relation
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.particulars import checked_id
from workbench.recording import correct as correct_fact
from workbench.recording import enter, require_patient
from workbench.register_errors import GuardianNotActing
from workbench.words import clean_name, clean_text


@dataclass(frozen=True)
class GuardianParticulars:
    """Who the guardian is and how they are placed. Empty text and None are not known."""

    name: str
    relation: Relation | None = None
    relation_words: str = ""
    id_number: str | None = None
    born_on: date | None = None
    phone: str = ""
    second_phone: str = ""
    address: str = ""
    workplace: str = ""
    court_decision: str = ""
    ill_or_disabled: bool | None = None
    lives_elsewhere: bool | None = None
    works_away: bool | None = None
    has_income: bool | None = None
    alone_and_absent: bool | None = None

    def cleaned(self, today: date) -> GuardianParticulars:
        """The same, fit to keep, with the birth date that an ID number gives."""
        number = clean_text(self.id_number or "")
        found = checked_id(number, on=today) if number else None
        return replace(
            self,
            name=clean_name("监护人姓名", self.name),
            relation_words=clean_text(self.relation_words),
            id_number=found.number if found else None,
            born_on=self.born_on or (found.born_on if found else None),
            phone=clean_text(self.phone),
            second_phone=clean_text(self.second_phone),
            address=clean_text(self.address),
            workplace=clean_text(self.workplace),
            court_decision=clean_text(self.court_decision),
        )


@dataclass(frozen=True)
class _Named:
    """A guardian's particulars and state as columns."""

    from_on: date
    state: GuardianState
    particulars: GuardianParticulars

    def columns(self) -> dict[str, object]:
        return {**vars(self.particulars), "true_from": self.from_on, "state": self.state}


@dataclass(frozen=True)
class GuardianRow:
    """A guardian as known on a day, and since when that holds of them."""

    id: int
    from_on: date
    state: GuardianState
    particulars: GuardianParticulars


def name_guardian(
    bench: Bench,
    patient_id: int,
    given: GuardianParticulars,
    *,
    from_on: date,
    request_id: str = "",
) -> int:
    """Name the guardian from a day on, replacing whoever was; return the guardian's key."""
    with bench.doing("name_guardian", request_id) as work:
        if work.answer is not None:
            return work.answer
        require_patient(work.session, patient_id)
        _end_acting(work, patient_id, from_on)
        guardian = Guardian(patient_id=patient_id)
        work.session.add(guardian)
        work.session.flush()
        named = _Named(from_on, GuardianState.ACTING, given.cleaned(work.today))
        enter(work, GuardianDetails, patient_id, named, guardian_id=guardian.id)
        return work.answers(guardian.id)


def change_guardian(
    bench: Bench, guardian_id: int, given: GuardianParticulars, *, from_on: date
) -> None:
    """Write down what holds of a guardian from a day on, such as a new address."""
    with bench.doing("change_guardian") as work:
        details = acting(work.session, guardian_id, from_on)
        named = _Named(from_on, GuardianState.ACTING, given.cleaned(work.today))
        _enter_again(work, details, named)


def correct_guardian(
    bench: Bench, guardian_id: int, given: GuardianParticulars, *, why: str
) -> None:
    """Correct what was written about a guardian; the earlier words are kept with the reason."""
    with bench.doing("correct_guardian") as work:
        details = details_of_guardian(work.session, guardian_id, work.today)
        named = _Named(details.true_from, details.state, given.cleaned(work.today))
        correct_fact(work, details, named, why)
        work.about(guardian=guardian_id)


def end_guardianship(
    bench: Bench, guardian_id: int, *, state: GuardianState, from_on: date
) -> None:
    """Say that a guardian no longer acts from a day on, and what became of them."""
    with bench.doing("end_guardianship") as work:
        details = acting(work.session, guardian_id, from_on)
        _enter_again(work, details, _Named(from_on, state, particulars_of(details)))


def list_guardians(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[GuardianRow]:
    """Everybody who is or was a patient's guardian by a day, the present one last."""
    with bench.asking("list_guardians") as session:
        day = on or bench.today()
        return [row(fact) for fact in guardians_by(session, patient_id, day, at)]


def guardian_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> GuardianDetails | None:
    """Whoever was last named by a day, whether still acting or not."""
    found = guardians_by(session, patient_id, day, at)
    return found[-1] if found else None


def guardians_by(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[GuardianDetails]:
    """What held on a day for each guardian named by then; those who act come last."""
    facts = list(session.scalars(known(GuardianDetails, at).filter_by(patient_id=patient_id)))
    keys = sorted({fact.guardian_id for fact in facts})
    rows = [held((f for f in facts if f.guardian_id == key), day) for key in keys]
    named = [fact for fact in rows if fact is not None]
    return sorted(named, key=lambda f: (f.state is GuardianState.ACTING, f.true_from, f.id))


def details_of_guardian(
    session: Session, guardian_id: int, day: date, at: datetime | None = None
) -> GuardianDetails:
    """What held for one guardian on a day; refuses one who was not named by then."""
    fact = held(session.scalars(known(GuardianDetails, at).filter_by(guardian_id=guardian_id)), day)
    if fact is None:
        raise NotFound("这名监护人")
    return fact


def names_of_guardians(
    session: Session, guardian_ids: Collection[int], day: date, at: datetime | None = None
) -> dict[int, str]:
    """What guardians are called on a day, in one query; before it, as they first were."""
    facts: dict[int, list[GuardianDetails]] = defaultdict(list)
    query = known(GuardianDetails, at).where(GuardianDetails.guardian_id.in_(guardian_ids))
    for fact in session.scalars(query.order_by(GuardianDetails.true_from, GuardianDetails.id)):
        facts[fact.guardian_id].append(fact)
    return {key: (held(rows, day) or rows[0]).name for key, rows in facts.items()}


def acting(session: Session, guardian_id: int, day: date) -> GuardianDetails:
    """The same, refusing one who does not act on that day."""
    details = details_of_guardian(session, guardian_id, day)
    if details.state is not GuardianState.ACTING:
        raise GuardianNotActing(details.state.label)
    return details


def looks_after_another(
    session: Session, details: GuardianDetails, day: date, at: datetime | None = None
) -> bool | None:
    """Whether the same person is the acting guardian of another patient; the ID number tells."""
    if details.id_number is None:
        return None
    others = select(Guardian.patient_id).join(
        GuardianDetails, GuardianDetails.guardian_id == Guardian.id
    )
    same = GuardianDetails.id_number == details.id_number
    patients = session.scalars(others.where(same, Guardian.patient_id != details.patient_id))
    standing = (guardian_on(session, patient, day, at) for patient in set(patients))
    return any(
        fact is not None
        and fact.id_number == details.id_number
        and fact.state is GuardianState.ACTING
        for fact in standing
    )


def row(fact: GuardianDetails) -> GuardianRow:
    """A guardian as it crosses to the screen."""
    return GuardianRow(fact.guardian_id, fact.true_from, fact.state, particulars_of(fact))


def particulars_of(fact: GuardianDetails) -> GuardianParticulars:
    """What a stored fact says, as it could be filled in again."""
    fields = GuardianParticulars.__dataclass_fields__
    return GuardianParticulars(**{field: getattr(fact, field) for field in fields})


def _end_acting(work: Work, patient_id: int, from_on: date) -> None:
    for details in guardians_by(work.session, patient_id, from_on):
        if details.state is GuardianState.ACTING:
            ended = _Named(from_on, GuardianState.REPLACED, particulars_of(details))
            _enter_again(work, details, ended)


def _enter_again(work: Work, details: GuardianDetails, named: _Named) -> None:
    work.about(guardian=details.guardian_id)
    if details.patient_id is not None:
        enter(work, GuardianDetails, details.patient_id, named, guardian_id=details.guardian_id)
