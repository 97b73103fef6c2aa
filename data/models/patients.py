"""People on the register."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code, CodeList
from data.codes import Sex
from data.facts import Fact
from data.register_codes import (
    ConsentAnswer,
    DiagnosisClass,
    DisabilityGrade,
    Economy,
    Education,
    Employment,
    Ethnicity,
    FlagKind,
    Household,
    LivingWith,
    Marriage,
    Payment,
    Precision,
    ReportType,
    Residency,
    Verdict,
)
from data.visit_codes import FormVersion


class Patient(Base):
    """A person on the register. What is known of them stands in the facts that refer here."""

    __tablename__ = "patient"

    registered_on: Mapped[date]


class PatientDetails(Fact):
    """Who the person is and where they live, from a day on. Empty is not known."""

    __tablename__ = "patient_details"

    name: Mapped[str] = mapped_column(index=True)
    sex: Mapped[Sex] = mapped_column(Code(Sex))
    born_on: Mapped[date | None]
    village: Mapped[str] = mapped_column(default="", server_default="")
    diagnosis: Mapped[str] = mapped_column(default="", server_default="")
    id_number: Mapped[str | None] = mapped_column(index=True)
    former_name: Mapped[str] = mapped_column(default="", server_default="")
    file_number: Mapped[str] = mapped_column(default="", server_default="")
    phone: Mapped[str] = mapped_column(default="", server_default="")
    ethnicity: Mapped[Ethnicity | None] = mapped_column(Code(Ethnicity))
    education: Mapped[Education | None] = mapped_column(Code(Education))
    marriage: Mapped[Marriage | None] = mapped_column(Code(Marriage))
    employment: Mapped[Employment | None] = mapped_column(Code(Employment))
    household: Mapped[Household | None] = mapped_column(Code(Household))
    residency: Mapped[Residency | None] = mapped_column(Code(Residency))
    address: Mapped[str] = mapped_column(default="", server_default="")
    registered_village: Mapped[str] = mapped_column(default="", server_default="")
    registered_address: Mapped[str] = mapped_column(default="", server_default="")
    living_with: Mapped[tuple[LivingWith, ...] | None] = mapped_column(CodeList(LivingWith))
    economy: Mapped[Economy | None] = mapped_column(Code(Economy))
    report_type: Mapped[ReportType | None] = mapped_column(Code(ReportType))
    onset_on: Mapped[date | None]
    onset_precision: Mapped[Precision | None] = mapped_column(Code(Precision))
    payment: Mapped[tuple[Payment, ...] | None] = mapped_column(CodeList(Payment))
    payment_other: Mapped[str] = mapped_column(default="", server_default="")
    committee_contact: Mapped[str] = mapped_column(default="", server_default="")
    committee_phone: Mapped[str] = mapped_column(default="", server_default="")
    form_version: Mapped[FormVersion] = mapped_column(
        Code(FormVersion), default=FormVersion.V2017, server_default="2017"
    )


class Diagnosis(Fact):
    """What the illness is said to be, and by whom, from a day on."""

    __tablename__ = "diagnosis"

    kind: Mapped[DiagnosisClass] = mapped_column(Code(DiagnosisClass))
    words: Mapped[str] = mapped_column(default="", server_default="")
    icd10: Mapped[str] = mapped_column(default="", server_default="")
    hospital: Mapped[str] = mapped_column(default="", server_default="")
    confirmed_on: Mapped[date | None]
    confirmed_precision: Mapped[Precision | None] = mapped_column(Code(Precision))


class Consent(Fact):
    """What was answered when the patient or the guardian was asked to take part, from that day."""

    __tablename__ = "consent"

    answer: Mapped[ConsentAnswer] = mapped_column(Code(ConsentAnswer))
    signed_by: Mapped[str] = mapped_column(default="", server_default="")
    ask_again_on: Mapped[date | None]


class Resemblance(Fact):
    """What was found when a record was compared with another; a duplicate gives way to it."""

    __tablename__ = "resemblance"

    other_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    verdict: Mapped[Verdict] = mapped_column(Code(Verdict))


class PatientFlag(Fact):
    """Whether a person is entitled to, listed as or served by something, from a day on."""

    __tablename__ = "patient_flag"

    kind: Mapped[FlagKind] = mapped_column(Code(FlagKind))
    holds: Mapped[bool]
    grade: Mapped[DisabilityGrade | None] = mapped_column(Code(DisabilityGrade))
    note: Mapped[str] = mapped_column(default="", server_default="")
