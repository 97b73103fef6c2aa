"""The single records about a patient: which one is meant, and what it says now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Select

from data.facts import Fact, known
from data.models.assistance import Assistance
from data.models.care_teams import CareTeam
from data.models.events import Admission, Incident, LifeEvent
from data.models.guardians import GuardianAgreement, GuardianCapacity
from data.models.histories import PastHistory
from data.models.medication import Injection, MedicationLine, MedicationStrategy
from data.models.patients import Consent, Diagnosis, PatientFlag
from data.models.subsidies import Subsidy, SubsidyPayment, SubsidyProposal
from workbench.admissions import stay_of
from workbench.assistance import assisted_of
from workbench.bench import Bench
from workbench.care_teams import cared_for_of
from workbench.consents import asked_of
from workbench.diagnoses import diagnosed_of
from workbench.errors import NotFound
from workbench.events import burden_of, happened_of
from workbench.flags import flagged_of
from workbench.guardians import details_of_guardian, particulars_of
from workbench.guardianship import agreed_of, judged_of
from workbench.histories import history_of
from workbench.injections import injection_entry_of
from workbench.medication import entry_of
from workbench.medication_strategies import strategy_entry_of
from workbench.subsidies import paid_of, subsidised_of
from workbench.subsidy_proposals import proposed_of


class RecordKind(StrEnum):
    """What is written about a patient one by one."""

    VISIT = "visit"
    MEDICATION = "medication"
    INJECTION = "injection"
    STRATEGY = "strategy"
    GUARDIAN = "guardian"
    AGREEMENT = "agreement"
    CAPACITY = "capacity"
    INCIDENT = "incident"
    LIFE_EVENT = "life_event"
    ADMISSION = "admission"
    ASSISTANCE = "assistance"
    SUBSIDY = "subsidy"
    PAYMENT = "payment"
    PROPOSAL = "proposal"
    CONSENT = "consent"
    DIAGNOSIS = "diagnosis"
    FLAG = "flag"
    HISTORY = "history"
    CARE_TEAM = "care_team"


@dataclass(frozen=True)
class RecordKey:
    """One record. `lasts` says that it holds until somebody writes that it ended."""

    kind: RecordKind
    id: int
    lasts: bool = field(default=False, compare=False)


# Each table and how one of its rows is read; a guardian is read by the day, as below.
_Read = tuple[type[Fact], Callable[[Any], object]]  # each reader takes rows of its own table
_READ: dict[RecordKind, _Read] = {
    RecordKind.MEDICATION: (MedicationLine, entry_of),
    RecordKind.INJECTION: (Injection, injection_entry_of),
    RecordKind.STRATEGY: (MedicationStrategy, strategy_entry_of),
    RecordKind.AGREEMENT: (GuardianAgreement, agreed_of),
    RecordKind.CAPACITY: (GuardianCapacity, judged_of),
    RecordKind.INCIDENT: (Incident, happened_of),
    RecordKind.LIFE_EVENT: (LifeEvent, burden_of),
    RecordKind.ADMISSION: (Admission, stay_of),
    RecordKind.ASSISTANCE: (Assistance, assisted_of),
    RecordKind.SUBSIDY: (Subsidy, subsidised_of),
    RecordKind.PAYMENT: (SubsidyPayment, paid_of),
    RecordKind.PROPOSAL: (SubsidyProposal, proposed_of),
    RecordKind.CONSENT: (Consent, asked_of),
    RecordKind.DIAGNOSIS: (Diagnosis, diagnosed_of),
    RecordKind.FLAG: (PatientFlag, flagged_of),
    RecordKind.HISTORY: (PastHistory, history_of),
    RecordKind.CARE_TEAM: (CareTeam, cared_for_of),
}
_OF_TABLE = {table: kind for kind, (table, _) in _READ.items()}


def read_record(bench: Bench, kind: RecordKind, key: int) -> object:
    """What one record says now, in the shape in which it was filled in."""
    with bench.asking("read_record") as session:
        if kind is RecordKind.GUARDIAN:
            return particulars_of(details_of_guardian(session, key, bench.today()))
        if kind not in _READ:
            raise NotFound("这条记录")
        table, read = _READ[kind]
        fact = session.scalar(_one(table, key))
        if fact is None:
            raise NotFound("这条记录")
        return read(fact)


def record_key(fact: Fact, *, lasts: bool = False) -> RecordKey | None:
    """The key of the record a fact is; none where the fact is no record of its own."""
    kind = _OF_TABLE.get(type(fact))
    return None if kind is None else RecordKey(kind, fact.root_id, lasts)


def _one(table: type[Fact], key: int) -> Select[Fact]:
    return known(table).where(table.root_id == key)
