"""Visits as they are filled in, by how a patient was found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.clinical_codes import (
    Adherence,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel, VisitForm
from data.profiles import NATIONAL, read_profile
from data.visit_codes import (
    Condition,
    DangerousAct,
    HospitalStay,
    LabCheck,
    Locking,
    PersonSeen,
    ReactionSeen,
    Symptom,
    TreatmentEffect,
)
from workbench.demo.street import Street
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_records import facts_of, suggested_class
from workbench.rules.visits import next_visit
from workbench.visits import record_visit

_SAME = VisitAnswers(
    seen=(PersonSeen.PATIENT, PersonSeen.FAMILY),
    physical_illness=PhysicalIllness.NONE,
    acts={DangerousAct.NONE: 0},
    locking=Locking.NEVER,
    hospital_stay=HospitalStay.NONE,
    lab_check=LabCheck.NONE,
    reaction=ReactionSeen.NONE,
    institution="云栖街道社区卫生服务中心",
    doctor="穆青禾",
)
_GOOD, _FAIR, _POOR = SocialFunction.GOOD, SocialFunction.FAIR, SocialFunction.POOR

WELL = replace(
    _SAME,
    symptoms=(),
    symptom_severity=Symptoms.GONE,
    insight=Insight.FULL,
    sleep=Condition.GOOD,
    diet=Condition.GOOD,
    self_care=_GOOD,
    housework=_GOOD,
    productive_work=_FAIR,
    learning=_FAIR,
    social_contact=_FAIR,
    adherence=Adherence.REGULAR,
    effect=TreatmentEffect.BETTER,
)
UNEASY = replace(
    _SAME,
    symptoms=(Symptom.SUSPICION, Symptom.WITHDRAWAL),
    symptom_severity=Symptoms.PRESENT,
    insight=Insight.PARTIAL,
    sleep=Condition.FAIR,
    diet=Condition.GOOD,
    self_care=_GOOD,
    housework=_FAIR,
    productive_work=SocialFunction.NOT_APPLICABLE,
    learning=_FAIR,
    social_contact=_FAIR,
    adherence=Adherence.REGULAR,
    effect=TreatmentEffect.SAME,
)
ILL = replace(
    _SAME,
    symptoms=(Symptom.HALLUCINATION, Symptom.SUSPICION, Symptom.TALKING_TO_SELF),
    symptom_severity=Symptoms.MARKED,
    insight=Insight.ABSENT,
    sleep=Condition.POOR,
    diet=Condition.FAIR,
    self_care=_FAIR,
    housework=_POOR,
    productive_work=SocialFunction.NOT_APPLICABLE,
    learning=_POOR,
    social_contact=_POOR,
    adherence=Adherence.INTERMITTENT,
    effect=TreatmentEffect.WORSE,
)


def found_at(level: RiskLevel) -> VisitAnswers:
    """How a patient of this level usually is."""
    if level >= RiskLevel.ANYWHERE:
        return ILL
    return UNEASY if level else WELL


def write_visit(
    street: Street,
    patient: int,
    day: date,
    level: RiskLevel | None,
    words: str,
    answers: VisitAnswers,
    form: VisitForm = VisitForm.HOME,
) -> int:
    """Write a visit down with the class it speaks for and the day of the next one."""
    record = VisitRecord(visited_on=day, form=form, level=level, words=words, answers=answers)
    return record_visit(
        street.bench,
        patient,
        visited_on=day,
        form=form,
        level=level,
        words=words,
        answers=answers if record.ends_the_questions else _concluded(record),
    )


def _concluded(record: VisitRecord) -> VisitAnswers:
    due = next_visit(facts_of(record), on=record.visited_on, profile=read_profile(NATIONAL))
    return replace(
        record.answers, stability=suggested_class(record).stability, next_visit_on=due.on
    )
