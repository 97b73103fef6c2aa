"""What the 个人信息补充表 says of a patient, as known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import Labelled
from data.models.cases import Case
from data.models.guardians import GuardianDetails
from data.models.patients import PatientDetails
from data.models.teams import Member
from data.register_codes import (
    ConsentAnswer,
    Economy,
    Employment,
    Household,
    PastEffect,
    PastOutpatientCare,
)
from data.visit_codes import FormVersion, Locking, Symptom
from forms.answers import text_of
from workbench.cases import terms_on
from workbench.consents import consent_on
from workbench.diagnoses import diagnosis_on
from workbench.guardians import guardian_on
from workbench.histories import history_on
from workbench.masking import masked_phone
from workbench.paperwork.options import offered
from workbench.paperwork.records import (
    NOBODY,
    acts_answer,
    acts_listed,
    case_on,
    choice,
    day_known,
    file_number_answers,
    listed,
    number,
    numbers,
    unit_of_store,
)
from workbench.patients import details_on
from workbench.rules.histories import History
from workbench.rules.rough_days import RoughDay, rough_day

_OTHER_SYMPTOMS = "12"


def supplement_answers(
    session: Session, patient_id: int, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the supplementary record with what is last known."""
    day = day_known(session, at)
    person = details_on(session, patient_id, day, at)
    case, guardian = (
        case_on(session, patient_id, day, at),
        guardian_on(session, patient_id, day, at),
    )
    row = history_on(session, patient_id, day, at)
    history = row.history if row else None
    version = history.form_version if history else person.details.form_version
    return {
        "lists": supplement_lists(version),
        "unit": unit_of_store(session),
        "case_number": case.number if case else "",
        "name": person.name,
        **file_number_answers(person),
        **_guardian(guardian),
        **_household(person.details),
        **_consent(session, patient_id, person.name, guardian, day, at),
        **_diagnosis(session, patient_id, day, at),
        **(_history(history) if history else _UNASKED),
        "onset": _rough(rough_day(person.details.onset_on, person.details.onset_precision)),
        "doctor": _doctor(session, case, day, at),
    }


def supplement_lists(version: FormVersion = FormVersion.V2017) -> dict[str, object]:
    """The options of every question as one version of the form prints them."""
    older = version is FormVersion.V2011
    economies = [code for code in Economy if older or code is not Economy.UNCLEAR]
    return {
        "symptoms": listed(Symptom, version, {_OTHER_SYMPTOMS: "＿" * 6}),
        "locking": listed(Locking, version),
        "acts": acts_listed(version),
        "households": offered(Household),
        "economies": offered(economies),
        "employments": offered(Employment),
        "consents": offered(ConsentAnswer),
        "outpatient": offered(PastOutpatientCare),
        "effects": offered(PastEffect),
    }


def supplement_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Whom it is about, repeated on every page after the first."""
    who = (text_of(answers, key) for key in ("case_number", "name"))
    return ("\u3000".join(filter(None, who)),)


def _guardian(guardian: GuardianDetails | None) -> dict[str, object]:
    if guardian is None:
        keys = ("guardian", "relation", "guardian_address", "guardian_phone")
        return dict.fromkeys(keys, "")
    return {
        "guardian": guardian.name,
        "relation": guardian.relation_words or _label(guardian.relation),
        "guardian_address": guardian.address,
        "guardian_phone": masked_phone(guardian.phone),
    }


def _household(details: PatientDetails) -> dict[str, object]:
    return {
        "committee_contact": details.committee_contact,
        "committee_phone": masked_phone(details.committee_phone),
        "household": number(details.household),
        "economy": number(details.economy),
        "employment": number(details.employment),
    }


def _consent(
    session: Session,
    patient_id: int,
    name: str,
    guardian: GuardianDetails | None,
    day: date,
    at: datetime | None,
) -> dict[str, object]:
    found = consent_on(session, patient_id, day, at)
    if found is None:
        return {"consent": "", "consented_on": None, "consenting": NOBODY}
    by, key = found.asked.signed_by, ""
    if by and guardian is not None and by == guardian.name:
        key = f"guardian:{guardian.guardian_id}"
    elif by == name:
        key = f"patient:{patient_id}"
    return {
        "consent": found.asked.answer.value,
        "consented_on": found.asked.asked_on.isoformat(),
        "consenting": {"key": key, "name": by},
    }


def _diagnosis(
    session: Session, patient_id: int, day: date, at: datetime | None
) -> dict[str, object]:
    found = diagnosis_on(session, patient_id, day, at)
    if found is None:
        named = details_on(session, patient_id, day, at).diagnosis
        return {"diagnosis": named, "hospital": "", "confirmed": ""}
    made = found.diagnosed
    return {
        "diagnosis": made.words or made.kind.label,
        "hospital": made.hospital,
        "confirmed": _rough(made.confirmed),
    }


_UNASKED: dict[str, object] = {
    "symptoms": choice(()),
    "locking": "",
    "outpatient": "",
    "first_treated": "",
    "admissions": None,
    "effect": "",
    "acts": choice(()),
    "specialist_words": "",
    "filled_on": None,
}


def _history(history: History) -> dict[str, object]:
    version = history.form_version
    other = {_OTHER_SYMPTOMS: history.symptoms_other}
    return {
        "symptoms": choice(numbers(history.symptoms, version), other),
        "locking": number(history.locking, version),
        "outpatient": number(history.outpatient),
        "first_treated": _rough(history.first_treated),
        "admissions": history.admissions,
        "effect": number(history.effect),
        "acts": acts_answer(history.acts, version),
        "specialist_words": history.specialist_words,
        "filled_on": history.asked_on.isoformat(),
    }


def _doctor(
    session: Session, case: Case | None, day: date, at: datetime | None
) -> dict[str, object]:
    if case is None:
        return NOBODY
    manager = session.get_one(Member, terms_on(session, case.id, day, at).case_manager_id)
    return {"key": f"doctor:{manager.id}", "name": manager.name}


def _label(code: Labelled | None) -> str:
    return code.label if code else ""


def _rough(day: RoughDay | None) -> str:
    return day.words if day else ""
