"""What can be chosen about a patient: guardians, medicines, stays, team members, village teams."""

from __future__ import annotations

from collections.abc import Sequence

from ui.dialogs.entries.asks import Offer
from ui.models.people import member_choices
from workbench.admissions import list_admissions
from workbench.bench import Bench
from workbench.guardians import list_guardians
from workbench.injections import list_long_acting
from workbench.medication import list_medication
from workbench.screen import GuardianState, TeamKind
from workbench.teams import list_members, list_teams

NO_GUARDIAN = "还没有在任的监护人，请先记“监护人”。"
NO_MEDICINE = "没有在用的药，不需要记停药。"
NO_LONG_ACTING = "还没有在用的长效针剂，请先记“服药”，并在“长效针剂”里选“是”。"
NO_STAY = "没有正在住院的记录，请先记“住院”。"
NO_MEMBER = "还没有小组成员，请先在设置里添加。"


def acting_guardians(bench: Bench, patient_id: int) -> Sequence[Offer]:
    """Whoever acts today."""
    rows = list_guardians(bench, patient_id)
    return [
        (row.id, _called(row.particulars.name, row.particulars.relation))
        for row in rows
        if row.state is GuardianState.ACTING
    ]


def any_guardians(bench: Bench, patient_id: int) -> Sequence[Offer]:
    """Everybody who is or was guardian, the present one first."""
    rows = list_guardians(bench, patient_id)[::-1]
    return [(row.id, _called(row.particulars.name, row.particulars.relation)) for row in rows]


def long_acting(bench: Bench, patient_id: int) -> Sequence[Offer]:
    """The long-acting medicines in use."""
    rows = list_long_acting(bench, patient_id=patient_id)
    return [(row.line_id, row.entry.name) for row in rows]


def medicines_in_use(bench: Bench, patient_id: int) -> Sequence[Offer]:
    """Everything that was not stopped."""
    rows = list_medication(bench, patient_id)
    return [(row.id, row.entry.name) for row in rows if row.entry.stopped_on is None]


def stays_going_on(bench: Bench, patient_id: int) -> Sequence[Offer]:
    """Stays in hospital without a last day."""
    rows = list_admissions(bench, patient_id)
    return [
        (row.id, f"{row.stay.hospital}（{row.stay.admitted_on}入院）")
        for row in rows
        if row.stay.discharged_on is None
    ]


def members(bench: Bench, _: int) -> Sequence[Offer]:
    """Everybody on a team today."""
    teams = list_teams(bench)
    return member_choices([row for team in teams for row in list_members(bench, team.id)])


def village_teams(bench: Bench, _: int) -> Sequence[Offer]:
    """The teams that look after single patients."""
    return [(row.id, row.name) for row in list_teams(bench) if row.kind is TeamKind.VILLAGE]


def _called(name: str, relation: object) -> str:
    label = getattr(relation, "label", "")
    return f"{name}（{label}）" if label else name
