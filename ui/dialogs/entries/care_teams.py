"""Quick entry: which village team looks after a patient."""

from __future__ import annotations

from ui.dialogs.entries.asks import line, one_of, today
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from ui.dialogs.entries.offers import village_teams
from workbench.care_teams import (
    CaredFor,
    correct_care_team,
    record_care_team,
    withdraw_care_team,
)
from workbench.records import RecordKind

CARE_TEAM = EntryKind(
    name="care_team",
    title="关爱帮扶小组",
    what="由哪个村（社区）小组帮扶",
    sought="gabfxz bfxz",
    asks=(
        one_of("team_id", "小组", village_teams),
        today("from_on", "从哪天起"),
        line("note", "说明", wide=True),
    ),
    write=about_patient(CaredFor, record_care_team),
    record=RecordKind.CARE_TEAM,
    correct=corrected(correct_care_team),
    withdraw=withdraw_care_team,
    hint=lambda _bench, _patient: "没有小组帮扶的，“小组”里选“不填”。",
)
