"""Medicines, injections and 一人一策, ready to be put into a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from data.medication_codes import (
    DoseUnit,
    MedicationClass,
    MedicationMeasure,
    NotTakingCause,
    Span,
    TimesPer,
)
from workbench.demo.clock import Near
from workbench.demo.happenings import at
from workbench.demo.seats import HOSPITAL, Seat
from workbench.demo.street import Do, Happening, Street
from workbench.injections import record_injection
from workbench.medication import add_medication, stop_medication
from workbench.medication_strategies import add_strategy
from workbench.rules.medication import InjectionEntry, MedicationEntry, StrategyEntry

MONTHLY_INJECTION = "棕榈酸帕利哌酮（1个月剂型）"
_DOSE = "100"


def medicine(name: str, strength: str, evening: str, morning: str = "", noon: str = "") -> Do:
    """The patient begins to take a medicine, so many milligrams at a time."""

    def do(street: Street, patient: int, day: date) -> None:
        entry = MedicationEntry(
            name=name,
            dosage_form="片剂",
            strength=strength,
            unit=DoseUnit.MG,
            morning=morning,
            noon=noon,
            evening=evening,
            times=sum(bool(dose) for dose in (morning, noon, evening)),
            times_per=TimesPer.DAY,
            started_on=day,
            prescriber=HOSPITAL,
        )
        street.keys[patient, name] = add_medication(street.bench, patient, entry)

    return do


def stopped(name: str, why: str) -> Do:
    """The patient no longer takes it."""
    return lambda street, patient, day: stop_medication(
        street.bench, street.keys[patient, name], stopped_on=day, why=why
    )


def monthly_injection() -> Do:
    """The long-acting medicine is prescribed; a week either way is allowed."""

    def do(street: Street, patient: int, day: date) -> None:
        entry = MedicationEntry(
            name=MONTHLY_INJECTION,
            dosage_form="注射剂",
            long_acting=True,
            unit=DoseUnit.MG_EQ,
            dose=_DOSE,
            every=1,
            every_unit=Span.MONTHS,
            window_days=7,
            second_after_days=7,
            started_on=day,
            prescriber=HOSPITAL,
        )
        street.keys[patient, MONTHLY_INJECTION] = add_medication(street.bench, patient, entry)

    return do


def injections(days: Sequence[Near]) -> tuple[Happening, ...]:
    """The injections given, from one side to the other."""
    return tuple(at(near.meeting, near.days, inject) for near in days)


def strategy(
    found: MedicationClass,
    causes: tuple[NotTakingCause, ...],
    measures: tuple[MedicationMeasure, ...],
    seat: Seat,
    weeks: int = 4,
    other: str = "",
) -> Do:
    """What is done so that the patient takes what was prescribed, looked at after some weeks."""

    def do(street: Street, patient: int, day: date) -> None:
        entry = StrategyEntry(
            from_on=day,
            medication_class=found,
            causes=causes,
            measures=measures,
            responsible_id=street.seats[seat],
            due_on=day + timedelta(weeks=weeks),
            review_on=day + timedelta(weeks=weeks),
            measures_other=other,
        )
        add_strategy(street.bench, patient, entry)

    return do


def inject(street: Street, patient: int, day: date) -> None:
    """The patient is given the long-acting medicine."""
    given = InjectionEntry(
        given_on=day, dose=_DOSE, unit=DoseUnit.MG_EQ, place="三角肌", given_by="茹守拙"
    )
    record_injection(street.bench, street.keys[patient, MONTHLY_INJECTION], given)
