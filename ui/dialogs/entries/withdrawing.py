"""Taking a record back: it stays readable, and so does the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.entries.kind import EntryKind
from ui.dialogs.reasons import ReasonDialog
from workbench.bench import Bench

WITHDRAWING = "撤回表示这条记录本来就没有发生。写错的请用“更正”，已经结束的请用“结束”。"


def ask_to_withdraw_record(
    bench: Bench, kind: EntryKind, key: int, parent: QWidget
) -> ReasonDialog:
    """Ask why a record never held, and take it back."""

    def withdraw(why: str) -> None:
        if kind.withdraw is not None:
            kind.withdraw(bench, key, why=why)

    title = f"撤回：{kind.title}"
    return ReasonDialog(bench, title, "撤回理由", "撤回", withdraw, parent, WITHDRAWING)
