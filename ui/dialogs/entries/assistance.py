"""Quick entry: how it stands with one kind of help."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, line, one_of, text, today
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from ui.dialogs.entries.offers import members
from workbench.assistance import (
    Assisted,
    correct_assistance,
    record_assistance,
    withdraw_assistance,
)
from workbench.records import RecordKind
from workbench.screen import AssistanceKind, AssistanceState

ASSISTANCE = EntryKind(
    name="assistance",
    title="救助",
    what="低保、药费补助、参保等办到哪一步",
    sought="jz db bt fc",
    asks=(
        one_of(
            "kind", "项目", coded(AssistanceKind, AssistanceKind.GUARDIAN_SUBSIDY), required=True
        ),
        one_of("state", "状态", coded(AssistanceState), required=True),
        today("from_on", "从哪天起"),
        one_of("responsible_id", "责任人", members),
        line("partner", "协同部门", behind=True),
        text("note", "说明", behind=True),
    ),
    write=about_patient(Assisted, record_assistance),
    record=RecordKind.ASSISTANCE,
    correct=corrected(correct_assistance),
    withdraw=withdraw_assistance,
)
