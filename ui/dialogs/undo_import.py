"""Taking an import back as a whole, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.imports import past_imports
from ui.widgets.inputs import Choice, Field, LineBox
from workbench.bench import Bench
from workbench.imports.applying import list_imports
from workbench.imports.undoing import undo_import

EXPLANATION = "整批撤回这次导入写下的内容，记录里留有理由。之后又有人补记过的，不能整批撤销。"


class UndoImportDialog(CommandDialog):
    """Offers the imports that still stand, the latest first."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "撤销导入", EXPLANATION, "撤销这次导入", parent)
        self.setObjectName("undo_import_dialog")
        offered = past_imports(bench, list_imports(bench))
        self.run = Choice("哪一次导入", offered)
        self.why = LineBox("撤销理由", "例如 选错了文件")
        self.fields.addWidget(Field("哪一次导入", self.run))
        self.fields.addWidget(Field("撤销理由", self.why))
        if not offered:
            self.verb.setEnabled(False)
            self.banner.say("还没有导入过名单，或都已经撤销。需要导入请用“文件”里的“导入名单”。")
        self.why.setFocus()

    def _carry_out(self) -> object:
        run = self.run.value()
        undo_import(self._bench, run if isinstance(run, int) else 0, why=self.why.text())
        return run
