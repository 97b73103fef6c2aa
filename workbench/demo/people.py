"""A person as the tables of the story name one, and how they are put on the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.codes import Sex
from data.register_codes import (
    ConsentAnswer,
    DiagnosisClass,
    Economy,
    Education,
    Ethnicity,
    FlagKind,
    Household,
    LivingWith,
    Marriage,
    Precision,
    ReportType,
    Residency,
)
from workbench.consents import Asked, record_consent
from workbench.demo.street import Street
from workbench.diagnoses import Diagnosed, record_diagnosis
from workbench.flags import Flagged, record_flag
from workbench.patients import Particulars, register_patient
from workbench.rules.dates import plus_months
from workbench.rules.id_numbers import check_digit
from workbench.rules.rough_days import RoughDay

AREA = "990101"  # no such place
MALE, FEMALE = Sex.MALE, Sex.FEMALE


@dataclass(frozen=True)
class Person:
    """One line of the register. `ill_for` is in years before the records begin."""

    name: str
    sex: Sex
    born_on: date
    village: str
    illness: DiagnosisClass
    ill_for: int = 10
    living_with: LivingWith | None = None
    marriage: Marriage | None = None
    education: Education | None = None
    flags: tuple[FlagKind, ...] = ()
    signed_by: str = ""
    ethnicity: Ethnicity = Ethnicity.HAN

    def id_number(self, place: int) -> str:
        """A number that can be one, of an area that does not exist."""
        sequence = 2 * place + (self.sex is MALE)
        body = f"{AREA}{self.born_on:%Y%m%d}{sequence:03d}"
        return body + check_digit(body)


def register(street: Street, person: Person, place: int) -> int:
    """Put a person on the register with diagnosis, consent and flags; return their key."""
    day = street.bench.today()
    patient = register_patient(street.bench, _particulars(person, place, day))
    street.patients[person.name] = patient
    first = RoughDay(plus_months(day, -12 * person.ill_for).replace(day=1), Precision.MONTH)
    found = Diagnosed(plus_months(day, -1), person.illness, confirmed=first)
    record_diagnosis(street.bench, patient, found)
    agreed = Asked(day, ConsentAnswer.AGREED, person.signed_by or "本人")
    record_consent(street.bench, patient, agreed)
    for kind in person.flags:
        record_flag(street.bench, patient, Flagged(day, kind, True))
    return patient


def _particulars(person: Person, place: int, day: date) -> Particulars:
    poor = FlagKind.MINIMUM_LIVING in person.flags
    return Particulars(
        name=person.name,
        sex=person.sex,
        born_on=person.born_on,
        id_number=person.id_number(place),
        file_number=f"{AREA}-{place:05d}",
        village=person.village,
        address=f"{person.village}{place % 12 + 1}号楼{place % 5 + 1}单元{place % 6 + 1}02室",
        phone=f"139000002{place:02d}",
        ethnicity=person.ethnicity,
        education=person.education,
        marriage=person.marriage,
        living_with=(person.living_with,) if person.living_with else None,
        household=Household.URBAN,
        residency=Residency.REGISTERED,
        economy=Economy.POOR if poor else Economy.NOT_POOR,
        report_type=ReportType.SIX_CLASSES if person.illness.among_six else None,
        onset=RoughDay(plus_months(day, -12 * person.ill_for - 4).replace(day=1), Precision.YEAR),
    )
