"""What is filled in on one visit record, as the rules and the use cases are handed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel, Stability, VisitForm
from data.medication_codes import Reaction
from data.visit_codes import (
    Condition,
    DangerousAct,
    DeathCause,
    DeathDetail,
    FormVersion,
    HospitalStay,
    LabCheck,
    Locking,
    LostReason,
    PersonSeen,
    ReactionSeen,
    Rehabilitation,
    Symptom,
    TreatmentEffect,
    YesNo,
)
from workbench.words import clean_text


@dataclass(frozen=True, kw_only=True)
class VisitAnswers:
    """Every item of the visit record but day, form, level and free words.

    Nothing is assumed: None is not answered. A tuple without codes says that none was ticked.
    """

    form_version: FormVersion = FormVersion.V2017
    seen: tuple[PersonSeen, ...] | None = None
    lost_reason: LostReason | None = None
    lost_other: str = ""
    died_on: date | None = None
    death_cause: DeathCause | None = None
    death_detail: DeathDetail | None = None
    death_other: str = ""

    level_reason: str = ""
    symptoms: tuple[Symptom, ...] | None = None
    symptoms_other: str = ""
    symptom_severity: Symptoms | None = None
    insight: Insight | None = None
    sleep: Condition | None = None
    diet: Condition | None = None
    self_care: SocialFunction | None = None
    housework: SocialFunction | None = None
    productive_work: SocialFunction | None = None
    learning: SocialFunction | None = None
    social_contact: SocialFunction | None = None
    physical_illness: PhysicalIllness | None = None

    acts: Mapping[DangerousAct, int] | None = None
    locking: Locking | None = None
    hospital_stay: HospitalStay | None = None
    discharged_on: date | None = None

    lab_check: LabCheck | None = None
    lab_words: str = ""
    adherence: Adherence | None = None
    prescribed_lately: bool | None = None
    reaction: ReactionSeen | None = None
    reaction_kinds: tuple[Reaction, ...] | None = None
    reaction_words: str = ""
    adr_severity: AdverseReaction | None = None
    effect: TreatmentEffect | None = None
    rehabilitation: tuple[Rehabilitation, ...] | None = None
    rehabilitation_other: str = ""

    referral_advised: YesNo | None = None
    referral_reason: str = ""
    referred: YesNo | None = None
    referred_to: str = ""
    referred_department: str = ""
    referral_succeeded: YesNo | None = None
    psychiatrist_contacted: YesNo | None = None
    departments_notified: YesNo | None = None
    police_contact: str = ""
    police_phone: str = ""
    centre_contact: str = ""
    centre_phone: str = ""

    stability: Stability | None = None
    stability_reason: str = ""
    next_visit_on: date | None = None
    doctor: str = ""
    institution: str = ""
    in_case_management: bool | None = None
    case_social_evaluation: Condition | None = None

    @property
    def social_functions(self) -> tuple[SocialFunction | None, ...]:
        """The five items of 社会功能, in the order of the form."""
        return (
            self.self_care,
            self.housework,
            self.productive_work,
            self.learning,
            self.social_contact,
        )

    def cleaned(self) -> VisitAnswers:
        """The same, fit to keep."""
        acts = dict(self.acts) if self.acts else None
        typed = {
            item.name: clean_text(value)
            for item in fields(self)
            if type(value := getattr(self, item.name)) is str
        }
        return replace(self, acts=acts, **typed)  # type: ignore[arg-type] # each is a text field


@dataclass(frozen=True, kw_only=True)
class VisitRecord:
    """One visit as a whole."""

    visited_on: date
    form: VisitForm
    level: RiskLevel | None = None
    words: str = ""
    answers: VisitAnswers = field(default_factory=VisitAnswers)

    @property
    def ends_the_questions(self) -> bool:
        """Whether nobody could be asked the rest: the patient is lost or dead."""
        answers = self.answers
        return bool(answers.lost_reason or answers.died_on or answers.death_cause)

    def cleaned(self) -> VisitRecord:
        """The same, fit to keep."""
        return replace(self, words=clean_text(self.words), answers=self.answers.cleaned())
