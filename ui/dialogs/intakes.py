"""Asking why an assessment of the criteria is written anew or taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.reasons import ReasonDialog
from workbench.bench import Bench
from workbench.intakes import Assessed, correct_intake, withdraw_intake


def ask_to_correct(
    bench: Bench, intake_id: int, assessed: Assessed, parent: QWidget
) -> ReasonDialog:
    """Ask why an assessment is corrected, and write it anew."""

    def correct(why: str) -> None:
        correct_intake(bench, intake_id, assessed, why=why)

    return ReasonDialog(bench, "更正入组评估", "更正理由", "记录更正", correct, parent)


def ask_to_withdraw(bench: Bench, intake_id: int, parent: QWidget) -> ReasonDialog:
    """Ask why an assessment is taken back, and take it back."""

    def withdraw(why: str) -> None:
        withdraw_intake(bench, intake_id, why=why)

    return ReasonDialog(bench, "撤回入组评估", "撤回的理由", "撤回", withdraw, parent)
