"""One person of the register with the names hidden, and with them once somebody asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from workbench.bench import Bench
from workbench.consents import ConsentRow
from workbench.guardians import GuardianRow
from workbench.masking import masked_id, masked_name, masked_phone
from workbench.masking_rules import Masking, masking_in
from workbench.particulars import Particulars
from workbench.register import PatientDetails, whole_patient

_THEMSELVES = "本人"


def read_masked_patient(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> PatientDetails:
    """One person without whole names and numbers, for everywhere but their own page."""
    with bench.asking("read_masked_patient") as session:
        whole = whole_patient(session, patient_id, on or bench.today(), at)
        shown = masking_in(session)
    return replace(
        whole,
        particulars=_particulars(whole.particulars, shown),
        guardian=_guardian(whole.guardian, shown) if whole.guardian else None,
        consent=_consent(whole.consent) if whole.consent else None,
        # What was written in sentences may name anybody, so it stays out.
        history=None,
        agreement=None,
        capacity=None,
        subsidy=None,
        assistance=(),
        care_team=None,
        incidents=(),
        life_events=(),
    )


def unmask(bench: Bench, patient_id: int) -> PatientDetails:
    """One person by name, on purpose: who looked at whom is kept in the audit chain."""
    with bench.doing("unmask") as work:
        work.about(patient=patient_id)
        return whole_patient(work.session, patient_id, work.today)


def _particulars(given: Particulars, shown: Masking) -> Particulars:
    return replace(
        given,
        name=masked_name(given.name),
        former_name=masked_name(given.former_name) if given.former_name else "",
        id_number=_id_number(given.id_number, shown),
        phone=masked_phone(given.phone),
        address="",
        registered_address="",
        committee_contact=masked_name(given.committee_contact) if given.committee_contact else "",
        committee_phone=masked_phone(given.committee_phone),
    )


def _guardian(row: GuardianRow, shown: Masking) -> GuardianRow:
    given = row.particulars
    hidden = replace(
        given,
        name=masked_name(given.name),
        id_number=_id_number(given.id_number, shown),
        phone=masked_phone(given.phone),
        second_phone=masked_phone(given.second_phone),
        address="",
        workplace="",
        court_decision="",
    )
    return replace(row, particulars=hidden)


def _id_number(number: str | None, shown: Masking) -> str | None:
    return masked_id(number, shown.first, shown.last) if number else None


def _consent(row: ConsentRow) -> ConsentRow:
    signed_by = row.asked.signed_by
    if signed_by in ("", _THEMSELVES):
        return row
    return replace(row, asked=replace(row.asked, signed_by=masked_name(signed_by)))
