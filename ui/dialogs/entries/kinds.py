"""Every kind of quick entry, the commonest first."""

from __future__ import annotations

from ui.dialogs.entries.admissions import ADMISSION, DISCHARGE
from ui.dialogs.entries.assistance import ASSISTANCE
from ui.dialogs.entries.care_teams import CARE_TEAM
from ui.dialogs.entries.consents import CONSENT
from ui.dialogs.entries.diagnoses import DIAGNOSIS
from ui.dialogs.entries.events import INCIDENT, LIFE_EVENT
from ui.dialogs.entries.flags import FLAG
from ui.dialogs.entries.guardians import CHANGE, ENDING, GUARDIAN
from ui.dialogs.entries.guardianship import AGREEMENT, CAPACITY
from ui.dialogs.entries.histories import HISTORY
from ui.dialogs.entries.injections import INJECTION
from ui.dialogs.entries.kind import EntryKind
from ui.dialogs.entries.medication import MEDICATION, STOPPING
from ui.dialogs.entries.medication_strategies import STRATEGY
from ui.dialogs.entries.moves import MOVE
from ui.dialogs.entries.subsidies import PAYMENT, PROPOSAL, SUBSIDY
from workbench.records import RecordKind

KINDS: tuple[EntryKind, ...] = (
    MEDICATION,
    STOPPING,
    INJECTION,
    INCIDENT,
    ADMISSION,
    DISCHARGE,
    ASSISTANCE,
    GUARDIAN,
    CONSENT,
    DIAGNOSIS,
    STRATEGY,
    LIFE_EVENT,
    AGREEMENT,
    CAPACITY,
    CHANGE,
    ENDING,
    SUBSIDY,
    PAYMENT,
    PROPOSAL,
    FLAG,
    CARE_TEAM,
    HISTORY,
    MOVE,
)
_ENDS = {
    RecordKind.MEDICATION: STOPPING,
    RecordKind.ADMISSION: DISCHARGE,
    RecordKind.GUARDIAN: ENDING,
}


def kind_of(record: RecordKind) -> EntryKind | None:
    """The kind a record was written as."""
    return next((kind for kind in KINDS if kind.record is record), None)


def ending_of(record: RecordKind) -> EntryKind | None:
    """The kind that says that such a record no longer holds."""
    return _ENDS.get(record)
