"""A patient with visits, medicines and injections, made through the use cases."""

from __future__ import annotations

from datetime import date

from data.clinical_codes import Adherence, Insight, SocialFunction
from data.codes import RiskLevel, Stability, VisitForm
from data.medication_codes import DoseUnit, MedicationPurpose, Reaction, Span, TimesPer
from data.visit_codes import (
    Condition,
    DangerousAct,
    LabCheck,
    Locking,
    PersonSeen,
    ReactionSeen,
    Rehabilitation,
    Symptom,
    TreatmentEffect,
    YesNo,
)
from workbench.injections import record_injection
from workbench.medication import add_medication
from workbench.rules.medication import InjectionEntry, MedicationEntry
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit

ON = date(2026, 11, 17)
ANSWERED = VisitAnswers(
    seen=(PersonSeen.PATIENT, PersonSeen.FAMILY),
    symptoms=(Symptom.SUSPICION, Symptom.OTHER),
    symptoms_other="夜里来回走动",
    insight=Insight.ABSENT,
    sleep=Condition.POOR,
    productive_work=SocialFunction.NOT_APPLICABLE,
    learning=SocialFunction.FAIR,
    acts={DangerousAct.MINOR: 1, DangerousAct.OTHER_HARM: 2},
    locking=Locking.NEVER,
    lab_check=LabCheck.DONE,
    lab_words="血糖正常",
    adherence=Adherence.INTERMITTENT,
    reaction=ReactionSeen.SEEN,
    reaction_kinds=(Reaction.SEDATION,),
    reaction_words="白天起不来",
    effect=TreatmentEffect.WORSE,
    referred=YesNo.YES,
    referral_reason="断药后加重",
    referred_to="云栖县精神病院",
    rehabilitation=(Rehabilitation.DAILY_LIFE,),
    departments_notified=YesNo.YES,
    police_contact="亓文涛",
    police_phone="13900000004",
    stability=Stability.UNSTABLE,
    stability_reason="断药",
    next_visit_on=date(2026, 11, 24),
    doctor="穆青禾",
    institution="云栖镇卫生院",
)
TABLETS = MedicationEntry(
    name="奥氮平",
    unit=DoseUnit.MG,
    dose="10",
    times=1,
    times_per=TimesPer.DAY,
    started_on=date(2026, 8, 20),
)
AT_NIGHT = MedicationEntry(
    name="奥氮平", purpose=MedicationPurpose.GUIDANCE, unit=DoseUnit.MG, evening="10"
)
LONG_ACTING = MedicationEntry(
    name="棕榈酸帕利哌酮",
    long_acting=True,
    unit=DoseUnit.MG_EQ,
    dose="100",
    every=1,
    every_unit=Span.MONTHS,
    started_on=date(2026, 8, 1),
)


def a_full_visit(bench, patient: int) -> int:
    """A visit at which everything was asked, with the medicines of that day."""
    visit = record_visit(
        bench,
        patient,
        visited_on=ON,
        form=VisitForm.HOME,
        level=RiskLevel.ANYWHERE,
        words="猜疑邻居议论自己",
        answers=ANSWERED,
    )
    add_medication(bench, patient, TABLETS)
    add_medication(bench, patient, _at(visit, AT_NIGHT))
    return visit


def injected(bench, patient: int, *days: date) -> int:
    """A long-acting medicine given on these days."""
    line = add_medication(bench, patient, LONG_ACTING)
    for day in days:
        record_injection(bench, line, InjectionEntry(given_on=day, dose="100"))
    return line


def _at(visit: int, entry: MedicationEntry) -> MedicationEntry:
    return MedicationEntry(**{**vars(entry), "visit_id": visit})
