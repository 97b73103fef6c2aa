"""Asking for the one sentence that a step has to be explained with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import Field, TextBox
from workbench.bench import Bench
from workbench.decisions import defer_item, withdraw_decision
from workbench.screen import TaskOutcome
from workbench.tasks import record_task_result


class ReasonDialog(CommandDialog):
    """One field, one verb. The use case is handed in and judges the reason."""

    def __init__(
        self,
        bench: Bench,
        title: str,
        label: str,
        verb: str,
        carry_out: Callable[[str], object],
        parent: QWidget,
        explanation: str = "",
    ) -> None:
        super().__init__(bench, title, explanation, verb, parent)
        self.setObjectName("reason_dialog")
        self._handed_in = carry_out
        self.reason = TextBox(label, lines=3)
        self.fields.addWidget(Field(label, self.reason))
        self.reason.setFocus()

    def _carry_out(self) -> object:
        return self._handed_in(self.reason.toPlainText())


def ask_to_defer(bench: Bench, item_id: int, parent: QWidget) -> ReasonDialog:
    """Ask why an item is put off, and put it off."""

    def defer(reason: str) -> None:
        defer_item(bench, item_id, reason=reason)

    return ReasonDialog(bench, "暂缓议", "暂缓议的原因", "暂缓议，下一例", defer, parent)


def ask_to_withdraw(bench: Bench, decision_id: int, parent: QWidget) -> ReasonDialog:
    """Ask why a decision is taken back, and take it back."""

    def withdraw(why: str) -> None:
        withdraw_decision(bench, decision_id, why=why)

    return ReasonDialog(bench, "撤回会议决定", "撤回的理由", "撤回", withdraw, parent)


def ask_about_task(
    bench: Bench, task_id: int, outcome: TaskOutcome, meeting_id: int, parent: QWidget
) -> ReasonDialog:
    """Ask for the word that explains why a task was not done, and record it."""

    def record(note: str) -> None:
        record_task_result(bench, task_id, outcome=outcome, note=note, meeting_id=meeting_id)

    return ReasonDialog(bench, outcome.label, "说明", "保存办理结果", record, parent)
