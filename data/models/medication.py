"""Medicines taken, injections given, and what is done for those who do not take theirs."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code, CodeList
from data.facts import Fact
from data.medication_codes import (
    DoseUnit,
    MedicationClass,
    MedicationMeasure,
    MedicationPurpose,
    NotTakingCause,
    Span,
    TimesPer,
)


class MedicationLine(Fact):
    """One medicine, how it is taken and from when to when.

    A dose is kept as it was typed and, where that is one number, in thousandths of the unit.
    """

    __tablename__ = "medication_line"

    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"), index=True)
    purpose: Mapped[MedicationPurpose] = mapped_column(Code(MedicationPurpose))
    name: Mapped[str]
    dosage_form: Mapped[str] = mapped_column(default="", server_default="")
    strength: Mapped[str] = mapped_column(default="", server_default="")
    long_acting: Mapped[bool | None]
    unit: Mapped[DoseUnit | None] = mapped_column(Code(DoseUnit))
    morning: Mapped[str] = mapped_column(default="", server_default="")
    morning_thousandths: Mapped[int | None]
    noon: Mapped[str] = mapped_column(default="", server_default="")
    noon_thousandths: Mapped[int | None]
    evening: Mapped[str] = mapped_column(default="", server_default="")
    evening_thousandths: Mapped[int | None]
    dose: Mapped[str] = mapped_column(default="", server_default="")
    dose_thousandths: Mapped[int | None]
    times: Mapped[int | None]
    times_per: Mapped[TimesPer | None] = mapped_column(Code(TimesPer))
    every: Mapped[int | None]
    every_unit: Mapped[Span | None] = mapped_column(Code(Span))
    window_days: Mapped[int] = mapped_column(default=0, server_default="0")
    second_after_days: Mapped[int | None]
    started_on: Mapped[date | None]
    stopped_on: Mapped[date | None]
    stop_reason: Mapped[str] = mapped_column(default="", server_default="")
    prescriber: Mapped[str] = mapped_column(default="", server_default="")


class Injection(Fact):
    """One injection of a long-acting medicine, given on the day it is true from."""

    __tablename__ = "injection"

    line_id: Mapped[int] = mapped_column(ForeignKey("medication_line.id"), index=True)
    dose: Mapped[str] = mapped_column(default="", server_default="")
    dose_thousandths: Mapped[int | None]
    unit: Mapped[DoseUnit | None] = mapped_column(Code(DoseUnit))
    place: Mapped[str] = mapped_column(default="", server_default="")
    given_by: Mapped[str] = mapped_column(default="", server_default="")


class MedicationStrategy(Fact):
    """一人一策: why one patient does not take what was prescribed, and what is done about it."""

    __tablename__ = "medication_strategy"

    medication_class: Mapped[MedicationClass] = mapped_column(Code(MedicationClass))
    causes: Mapped[tuple[NotTakingCause, ...]] = mapped_column(CodeList(NotTakingCause))
    causes_other: Mapped[str] = mapped_column(default="", server_default="")
    measures: Mapped[tuple[MedicationMeasure, ...]] = mapped_column(CodeList(MedicationMeasure))
    measures_other: Mapped[str] = mapped_column(default="", server_default="")
    responsible_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    due_on: Mapped[date]
    review_on: Mapped[date | None]
