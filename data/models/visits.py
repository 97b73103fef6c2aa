"""Follow-up visits: the whole visit record (严重精神障碍患者随访服务记录表)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code, CodeList
from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel, Stability, VisitForm
from data.facts import Fact
from data.medication_codes import Reaction
from data.visit_codes import (
    Condition,
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


class Visit(Fact):
    """One follow-up visit on the day it is true from, with the clinical rating given there.

    An empty column means that the question was not answered; text is empty where nothing was
    written. How often an act happened is 0 once it is known that it did not.
    """

    __tablename__ = "visit"

    form: Mapped[VisitForm] = mapped_column(Code(VisitForm))
    level: Mapped[RiskLevel | None] = mapped_column(Code(RiskLevel))
    words: Mapped[str] = mapped_column(default="", server_default="")
    form_version: Mapped[FormVersion] = mapped_column(
        Code(FormVersion), default=FormVersion.V2017, server_default="2017"
    )

    seen: Mapped[tuple[PersonSeen, ...] | None] = mapped_column(CodeList(PersonSeen))
    lost_reason: Mapped[LostReason | None] = mapped_column(Code(LostReason))
    lost_other: Mapped[str] = mapped_column(default="", server_default="")
    died_on: Mapped[date | None]
    death_cause: Mapped[DeathCause | None] = mapped_column(Code(DeathCause))
    death_detail: Mapped[DeathDetail | None] = mapped_column(Code(DeathDetail))
    death_other: Mapped[str] = mapped_column(default="", server_default="")

    level_reason: Mapped[str] = mapped_column(default="", server_default="")
    symptoms: Mapped[tuple[Symptom, ...] | None] = mapped_column(CodeList(Symptom))
    symptoms_other: Mapped[str] = mapped_column(default="", server_default="")
    symptom_severity: Mapped[Symptoms | None] = mapped_column(Code(Symptoms))
    insight: Mapped[Insight | None] = mapped_column(Code(Insight))
    sleep: Mapped[Condition | None] = mapped_column(Code(Condition))
    diet: Mapped[Condition | None] = mapped_column(Code(Condition))
    self_care: Mapped[SocialFunction | None] = mapped_column(Code(SocialFunction))
    housework: Mapped[SocialFunction | None] = mapped_column(Code(SocialFunction))
    productive_work: Mapped[SocialFunction | None] = mapped_column(Code(SocialFunction))
    learning: Mapped[SocialFunction | None] = mapped_column(Code(SocialFunction))
    social_contact: Mapped[SocialFunction | None] = mapped_column(Code(SocialFunction))
    physical_illness: Mapped[PhysicalIllness | None] = mapped_column(Code(PhysicalIllness))

    minor_disturbances: Mapped[int | None]
    offences: Mapped[int | None]
    grave_offences: Mapped[int | None]
    other_harms: Mapped[int | None]
    self_harms: Mapped[int | None]
    suicide_attempts: Mapped[int | None]
    locking: Mapped[Locking | None] = mapped_column(Code(Locking))
    hospital_stay: Mapped[HospitalStay | None] = mapped_column(Code(HospitalStay))
    discharged_on: Mapped[date | None]

    lab_check: Mapped[LabCheck | None] = mapped_column(Code(LabCheck))
    lab_words: Mapped[str] = mapped_column(default="", server_default="")
    adherence: Mapped[Adherence | None] = mapped_column(Code(Adherence))
    prescribed_lately: Mapped[bool | None]
    reaction: Mapped[ReactionSeen | None] = mapped_column(Code(ReactionSeen))
    reaction_kinds: Mapped[tuple[Reaction, ...] | None] = mapped_column(CodeList(Reaction))
    reaction_words: Mapped[str] = mapped_column(default="", server_default="")
    adr_severity: Mapped[AdverseReaction | None] = mapped_column(Code(AdverseReaction))
    effect: Mapped[TreatmentEffect | None] = mapped_column(Code(TreatmentEffect))
    rehabilitation: Mapped[tuple[Rehabilitation, ...] | None] = mapped_column(
        CodeList(Rehabilitation)
    )
    rehabilitation_other: Mapped[str] = mapped_column(default="", server_default="")

    referral_advised: Mapped[YesNo | None] = mapped_column(Code(YesNo))
    referral_reason: Mapped[str] = mapped_column(default="", server_default="")
    referred: Mapped[YesNo | None] = mapped_column(Code(YesNo))
    referred_to: Mapped[str] = mapped_column(default="", server_default="")
    referred_department: Mapped[str] = mapped_column(default="", server_default="")
    referral_succeeded: Mapped[YesNo | None] = mapped_column(Code(YesNo))
    psychiatrist_contacted: Mapped[YesNo | None] = mapped_column(Code(YesNo))
    departments_notified: Mapped[YesNo | None] = mapped_column(Code(YesNo))
    police_contact: Mapped[str] = mapped_column(default="", server_default="")
    police_phone: Mapped[str] = mapped_column(default="", server_default="")
    centre_contact: Mapped[str] = mapped_column(default="", server_default="")
    centre_phone: Mapped[str] = mapped_column(default="", server_default="")

    stability: Mapped[Stability | None] = mapped_column(Code(Stability))
    suggested_stability: Mapped[Stability | None] = mapped_column(Code(Stability))
    stability_reason: Mapped[str] = mapped_column(default="", server_default="")
    next_visit_on: Mapped[date | None]
    doctor: Mapped[str] = mapped_column(default="", server_default="")
    institution: Mapped[str] = mapped_column(default="", server_default="")
    in_case_management: Mapped[bool | None]
    case_social_evaluation: Mapped[Condition | None] = mapped_column(Code(Condition))
