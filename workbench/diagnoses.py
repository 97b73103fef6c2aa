"""What a patient's illness is said to be, by which hospital, and since when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.patients import Diagnosis
from data.register_codes import DiagnosisClass
from workbench.bench import Bench
from workbench.recording import correct, enter, present, withdraw
from workbench.rules.rough_days import RoughDay, rough_day
from workbench.words import clean_text


@dataclass(frozen=True)
class Diagnosed:
    """A diagnosis from a day on. `words` are the hospital's own; without them the class speaks."""

    from_on: date
    kind: DiagnosisClass
    words: str = ""
    icd10: str = ""
    hospital: str = ""
    confirmed: RoughDay | None = None

    def cleaned(self) -> Diagnosed:
        """The same, fit to keep."""
        return replace(
            self,
            words=clean_text(self.words),
            icd10=clean_text(self.icd10).upper(),
            hospital=clean_text(self.hospital),
            confirmed=self.confirmed.cleaned() if self.confirmed else None,
        )

    def columns(self) -> dict[str, object]:
        """The same by column."""
        given = self.cleaned()
        return {
            "true_from": given.from_on,
            "kind": given.kind,
            "words": given.words,
            "icd10": given.icd10,
            "hospital": given.hospital,
            "confirmed_on": given.confirmed.on if given.confirmed else None,
            "confirmed_precision": given.confirmed.precision if given.confirmed else None,
        }


@dataclass(frozen=True)
class DiagnosisRow:
    """One diagnosis as it stands."""

    id: int
    diagnosed: Diagnosed


def record_diagnosis(
    bench: Bench, patient_id: int, given: Diagnosed, *, request_id: str = ""
) -> int:
    """Write down a diagnosis; return its key. Earlier ones stay true of the days before."""
    with bench.doing("record_diagnosis", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter(work, Diagnosis, patient_id, given).root_id)


def correct_diagnosis(bench: Bench, diagnosis_id: int, given: Diagnosed, *, why: str) -> None:
    """Correct a diagnosis; the earlier words are kept with the reason."""
    with bench.doing("correct_diagnosis") as work:
        correct(work, present(work, Diagnosis, diagnosis_id, "这条诊断"), given, why)


def withdraw_diagnosis(bench: Bench, diagnosis_id: int, *, why: str) -> None:
    """Say that a diagnosis was never made."""
    with bench.doing("withdraw_diagnosis") as work:
        withdraw(work, present(work, Diagnosis, diagnosis_id, "这条诊断"), why)


def diagnosis_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> DiagnosisRow | None:
    """The diagnosis that held on a day, as known at a moment."""
    fact = held(session.scalars(known(Diagnosis, at).filter_by(patient_id=patient_id)), day)
    return None if fact is None else DiagnosisRow(fact.root_id, diagnosed_of(fact))


def diagnosed_of(fact: Diagnosis) -> Diagnosed:
    """What a stored fact says, as it could be filled in again."""
    return Diagnosed(
        from_on=fact.true_from,
        kind=fact.kind,
        words=fact.words,
        icd10=fact.icd10,
        hospital=fact.hospital,
        confirmed=rough_day(fact.confirmed_on, fact.confirmed_precision),
    )
