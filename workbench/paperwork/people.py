"""Whom a sheet is about, as the first rows of sheets say it. Numbers are shown by their ends."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy.orm import Session

from data.facts import known
from data.models.cases import Case, CaseTerms
from data.models.guardians import GuardianDetails
from data.models.meetings import Meeting
from data.models.teams import Member
from data.register_codes import FlagKind, GuardianState
from workbench.assessments import previous_assessment
from workbench.cases import entry_number, terms_on
from workbench.diagnoses import diagnosis_on
from workbench.flags import flags_on
from workbench.guardians import guardian_on
from workbench.masking import masked_id, masked_phone
from workbench.patients import Person, details_on
from workbench.rules.dates import age_on
from workbench.states import title_of
from workbench.teams import contacts_on
from workbench.visits import clinical_levels_of


def meeting_answers(meeting: Meeting) -> dict[str, object]:
    """Whose meeting, which one and when."""
    return {
        "unit": meeting.team_name,
        "meeting": title_of(meeting),
        "held_on": meeting.held_on.isoformat(),
    }


def case_known(session: Session, case_id: int | None, at: datetime | None = None) -> Case | None:
    """The case under a key, if it had been opened by a moment."""
    opened = known(CaseTerms, at).where(CaseTerms.case_id == (case_id or 0))
    return session.get(Case, case_id) if session.scalars(opened).first() else None


def clock(moment: time | None) -> str | None:
    """A time of the day as answers hold it."""
    return None if moment is None else f"{moment:%H:%M}"


def reached(session: Session, member: Member, day: date, at: datetime | None = None) -> str:
    """Who somebody is and how they are reached: 穆青禾（云栖镇卫生院，13900000617）."""
    contact = contacts_on(session, [member.id], day, at).get(member.id)
    where = "，".join(filter(None, (member.unit, contact.phone if contact else "")))
    return f"{member.name}（{where}）" if where else member.name


def person_answers(
    session: Session, patient_id: int, case: Case | None, day: date, at: datetime | None = None
) -> dict[str, object]:
    """Who the patient is, and the case if there is one."""
    person = details_on(session, patient_id, day, at)
    diagnosed = diagnosis_on(session, patient_id, day, at)
    return {
        "name": person.name,
        "sex_and_age": sex_and_age(person, day),
        "case_number": case.number if case else "",
        "id_number": masked_id(person.details.id_number or ""),
        "diagnosis": person.diagnosis,
        "hospital": diagnosed.diagnosed.hospital if diagnosed else "",
        "address": person.details.address or person.village,
        "case_kind": _kind(session, case, day, at) if case else "",
    }


def guarded_answers(
    session: Session, patient_id: int, case: Case | None, meeting: Meeting, at: datetime | None
) -> dict[str, object]:
    """Who looks after the patient, and how the patient was rated before."""
    guardian = guardian_on(session, patient_id, meeting.held_on, at)
    before = previous_assessment(session, patient_id, meeting, at)
    clinical = clinical_levels_of(session, [patient_id], meeting.held_on, at).get(patient_id)
    return {
        "guardian": _guardian(guardian) if guardian else None,
        "phone": masked_phone(guardian.phone) if guardian else "",
        "case_manager": _case_manager(session, case, meeting.held_on, at) if case else "",
        "previous": _rated(int(before.level), before.true_from) if before else None,
        "clinical": _rated(int(clinical.level), clinical.on) if clinical else None,
        "police_listed": _listed(session, patient_id, meeting.held_on, at),
    }


def sex_and_age(person: Person, day: date) -> str:
    """男　46岁"""
    age = f"{age_on(person.born_on, day)}岁" if person.born_on else ""
    return "\u3000".join(filter(None, (person.sex.label, age)))


def _kind(session: Session, case: Case, day: date, at: datetime | None) -> str:
    return (
        f"{terms_on(session, case.id, day, at).kind.label}（第{entry_number(session, case)}次入组）"
    )


def _case_manager(session: Session, case: Case, day: date, at: datetime | None) -> str:
    return session.get_one(Member, terms_on(session, case.id, day, at).case_manager_id).name


def _guardian(guardian: GuardianDetails) -> dict[str, object]:
    """A guardian who no longer acts is said to be so instead of what they are to the patient."""
    relation = guardian.relation_words or (guardian.relation.label if guardian.relation else "")
    acts = guardian.state is GuardianState.ACTING
    return {"name": guardian.name, "post": relation if acts else guardian.state.label}


def _rated(level: int, on: date) -> dict[str, object]:
    return {"level": level, "on": on.isoformat()}


def _listed(session: Session, patient_id: int, day: date, at: datetime | None) -> str:
    for row in flags_on(session, patient_id, day, at):
        if row.flagged.kind is FlagKind.POLICE_LISTED:
            return f"是（{row.flagged.from_on.isoformat()}起）" if row.flagged.holds else "否"
    return ""
