"""What one can do with a remark on a case, each with its dialog and its report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.adopt_annotation import (
    AdoptAsPlanItemDialog,
    AdoptAsTaskDialog,
    ask_to_decline,
)
from ui.dialogs.command import CommandDialog
from ui.pages.case_view import CaseShown
from workbench.annotations import AnnotationRow
from workbench.bench import Bench

REMARK_STEPS = (
    ("adopt_as_task", "采纳为任务…", "Ctrl+Shift+R"),
    ("adopt_as_plan_item", "采纳进计划…", "Ctrl+Shift+I"),
    ("decline_annotation", "不采纳…", "Ctrl+Shift+X"),
)
REPORTS = {
    "adopt_as_task": "已采纳，列入任务",
    "adopt_as_plan_item": "已采纳，列入干预计划",
    "decline_annotation": "已写明不采纳的理由",
}


def ask_about_remark(
    name: str, bench: Bench, shown: CaseShown, row: AnnotationRow, parent: QWidget
) -> CommandDialog | None:
    """The dialog of a step; none where there is no draft of a plan to adopt the remark into."""
    match name:
        case "adopt_as_task":
            return AdoptAsTaskDialog(bench, row.id, row.text, parent)
        case "adopt_as_plan_item":
            draft = next((plan.row for plan in shown.plans if plan.row.id == shown.draft_id), None)
            plan = (draft.id, draft.kind) if draft else None
            return plan and AdoptAsPlanItemDialog(bench, row.id, row.text, plan, parent)
        case _:
            return ask_to_decline(bench, row.id, parent)
