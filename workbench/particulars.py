"""Who a person is and where they live, as it is filled in."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from data.codes import Sex
from data.models.patients import PatientDetails
from data.register_codes import (
    Economy,
    Education,
    Employment,
    Ethnicity,
    Household,
    LivingWith,
    Marriage,
    Payment,
    ReportType,
    Residency,
)
from data.visit_codes import FormVersion
from workbench.errors import EmptyField
from workbench.register_errors import IdNumberWrong, OptionOfOldForm, OptionsExclude
from workbench.rules.id_numbers import IdNumber, WrongId, read_id_number
from workbench.rules.rough_days import RoughDay, rough_day
from workbench.words import clean_name, clean_text


@dataclass(frozen=True)
class Particulars:
    """Who a person is and where they live. Empty text and None are not known.

    `village` and `address` are where they live, the registered ones where the household stands;
    the committee is that of the village they live in.
    """

    name: str
    sex: Sex
    born_on: date | None = None
    village: str = ""
    diagnosis: str = ""
    id_number: str | None = None
    former_name: str = ""
    file_number: str = ""
    phone: str = ""
    ethnicity: Ethnicity | None = None
    education: Education | None = None
    marriage: Marriage | None = None
    employment: Employment | None = None
    household: Household | None = None
    residency: Residency | None = None
    address: str = ""
    registered_village: str = ""
    registered_address: str = ""
    living_with: tuple[LivingWith, ...] | None = None
    economy: Economy | None = None
    report_type: ReportType | None = None
    onset: RoughDay | None = None
    payment: tuple[Payment, ...] | None = None
    payment_other: str = ""
    committee_contact: str = ""
    committee_phone: str = ""
    form_version: FormVersion = FormVersion.V2017

    def cleaned(self) -> Particulars:
        """The same, fit to keep; refuses a missing or endless name."""
        self._refuse_contradictions()
        former = clean_text(self.former_name)
        return replace(
            self,
            name=clean_name("姓名", self.name),
            village=clean_text(self.village),
            diagnosis=clean_text(self.diagnosis),
            former_name=clean_name("曾用名", former) if former else "",
            file_number=clean_text(self.file_number),
            phone=clean_text(self.phone),
            address=clean_text(self.address),
            registered_village=clean_text(self.registered_village),
            registered_address=clean_text(self.registered_address),
            id_number=clean_text(self.id_number or "") or None,
            onset=self.onset.cleaned() if self.onset else None,
            payment_other=clean_text(self.payment_other),
            committee_contact=clean_text(self.committee_contact),
            committee_phone=clean_text(self.committee_phone),
        )

    def columns(self) -> dict[str, object]:
        """The same by column."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        onset = values.pop("onset")
        return values | {
            "onset_on": onset.on if onset else None,
            "onset_precision": onset.precision if onset else None,
        }

    def _refuse_contradictions(self) -> None:
        if self.living_with and LivingWith.NOBODY in self.living_with and len(self.living_with) > 1:
            raise OptionsExclude("共同居住者", LivingWith.NOBODY.label)
        if self.economy is Economy.UNCLEAR and self.form_version is not FormVersion.V2011:
            raise OptionOfOldForm("经济状况", Economy.UNCLEAR.label)
        if Payment.OTHER in (self.payment or ()) and not clean_text(self.payment_other):
            raise EmptyField("其他医疗费用支付方式")


def particulars_of(details: PatientDetails) -> Particulars:
    """What a stored fact says, as it could be filled in again."""
    kept = {field.name for field in fields(Particulars)} - {"onset"}
    return Particulars(
        **{field: getattr(details, field) for field in kept},
        onset=rough_day(details.onset_on, details.onset_precision),
    )


def checked_id(typed: str, *, on: date) -> IdNumber:
    """Read an ID number, refusing in words what cannot be one."""
    found = read_id_number(typed, on=on)
    if isinstance(found, WrongId):
        raise IdNumberWrong(found.because)
    return found
