"""What had been before a patient came under management."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code, CodeList
from data.codes import RiskLevel
from data.facts import Fact
from data.register_codes import FamilyHistory, PastEffect, PastOutpatientCare, Precision
from data.visit_codes import FormVersion, Locking, Symptom


class PastHistory(Fact):
    """既往史 as it was asked on the day it is true from. Empty is not known.

    How often an act happened is 0 once it is known that it did not.
    """

    __tablename__ = "past_history"

    form_version: Mapped[FormVersion] = mapped_column(
        Code(FormVersion), default=FormVersion.V2017, server_default="2017"
    )
    minor_disturbances: Mapped[int | None]
    offences: Mapped[int | None]
    grave_offences: Mapped[int | None]
    other_harms: Mapped[int | None]
    self_harms: Mapped[int | None]
    suicide_attempts: Mapped[int | None]
    level: Mapped[RiskLevel | None] = mapped_column(Code(RiskLevel))
    locking: Mapped[Locking | None] = mapped_column(Code(Locking))
    symptoms: Mapped[tuple[Symptom, ...] | None] = mapped_column(CodeList(Symptom))
    symptoms_other: Mapped[str] = mapped_column(default="", server_default="")
    outpatient: Mapped[PastOutpatientCare | None] = mapped_column(Code(PastOutpatientCare))
    admissions: Mapped[int | None]
    first_treated_on: Mapped[date | None]
    first_treated_precision: Mapped[Precision | None] = mapped_column(Code(Precision))
    effect: Mapped[PastEffect | None] = mapped_column(Code(PastEffect))
    family_history: Mapped[FamilyHistory | None] = mapped_column(Code(FamilyHistory))
    specialist_words: Mapped[str] = mapped_column(default="", server_default="")
