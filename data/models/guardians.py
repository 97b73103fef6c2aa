"""Guardians, what they undertook, and how well a patient is guarded."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code, CodeList
from data.clinical_codes import Guardianship
from data.facts import Fact
from data.register_codes import GuardianDuty, GuardianState, Relation


class Guardian(Base):
    """A person who is or was registered in practice as the guardian of a patient."""

    __tablename__ = "guardian"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)


class GuardianDetails(Fact):
    """Who the guardian is and how they are placed, from a day on. Empty is not known."""

    __tablename__ = "guardian_details"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    name: Mapped[str]
    state: Mapped[GuardianState] = mapped_column(Code(GuardianState))
    relation: Mapped[Relation | None] = mapped_column(Code(Relation))
    relation_words: Mapped[str] = mapped_column(default="", server_default="")
    id_number: Mapped[str | None] = mapped_column(index=True)
    born_on: Mapped[date | None]
    phone: Mapped[str] = mapped_column(default="", server_default="")
    second_phone: Mapped[str] = mapped_column(default="", server_default="")
    address: Mapped[str] = mapped_column(default="", server_default="")
    workplace: Mapped[str] = mapped_column(default="", server_default="")
    court_decision: Mapped[str] = mapped_column(default="", server_default="")
    ill_or_disabled: Mapped[bool | None]
    lives_elsewhere: Mapped[bool | None]
    works_away: Mapped[bool | None]
    has_income: Mapped[bool | None]
    alone_and_absent: Mapped[bool | None]


class GuardianAgreement(Fact):
    """The agreement with a guardian on the day it is true from, or that they did not sign it."""

    __tablename__ = "guardian_agreement"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    signed: Mapped[bool]
    until_on: Mapped[date | None]
    duties: Mapped[tuple[GuardianDuty, ...]] = mapped_column(CodeList(GuardianDuty))
    note: Mapped[str] = mapped_column(default="", server_default="")


class GuardianCapacity(Fact):
    """How well the patient is guarded from a day on, as a person decided."""

    __tablename__ = "guardian_capacity"

    level: Mapped[Guardianship] = mapped_column(Code(Guardianship))
    because: Mapped[str] = mapped_column(default="", server_default="")
