"""Asking for the number of a case to open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import Field, LineBox
from workbench.bench import Bench
from workbench.paperwork.files import find_case


class FindCaseDialog(CommandDialog):
    """One number. Brings the key of the case."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        explanation = "打开后显示真实姓名，并记入操作记录。"
        super().__init__(bench, "打开个案", explanation, "打开", parent)
        self.setObjectName("find_case_dialog")
        self.number = LineBox("个案编号")
        self.fields.addWidget(Field("个案编号", self.number))
        self.number.setFocus()

    def _carry_out(self) -> object:
        return find_case(self._bench, self.number.text())
