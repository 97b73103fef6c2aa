"""The name under which papers go out, where it is not the team's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import Field, LineBox
from workbench.bench import Bench
from workbench.paper_settings import EVERY_FORM, LONGEST_NAME, PaperKey, set_paper_setting

EFFECT = "从下一次封存、预览和打印起生效；已经封存的文书不变。"


class PaperNameDialog(CommandDialog):
    """Asks for one name for every paper; empty gives each paper its usual one."""

    def __init__(self, bench: Bench, name: str, parent: QWidget) -> None:
        super().__init__(bench, "改文书上的名称", EFFECT, "用这个名称", parent)
        self.name = LineBox("文书上的单位名称")
        self.name.setText(name)
        note = f"最多{LONGEST_NAME}个字，空着就用小组名称"
        self.fields.addWidget(Field("文书上的单位名称", self.name, note))
        self.name.setFocus()
        self.name.selectAll()

    def _carry_out(self) -> object:
        set_paper_setting(self._bench, EVERY_FORM, PaperKey.UNIT_NAME, self.name.text())
        return self.name.text().strip()
