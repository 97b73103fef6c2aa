"""What is done with a file that is kept: described anew, withdrawn, or taken out in the clear."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.dialogs.attachment_fields import AttachmentFields
from ui.dialogs.command import CommandDialog
from ui.dialogs.reasons import ReasonDialog
from ui.dialogs.saving import ask_where
from ui.messages import explain
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Field, LineBox
from ui.widgets.windows import FormDialog
from workbench.attachments import (
    AttachmentRow,
    correct_attachment,
    save_attachment,
    withdraw_attachment,
)
from workbench.bench import Bench

IN_THE_CLEAR = (
    "另存出去的文件不再加密，谁拿到都能打开，本程序也管不到它。"
    "请只存到确实需要的地方，用完删除。这一步会记入操作记录。"
)


class CorrectAttachmentDialog(CommandDialog):
    """The fields as they are, and the reason why they change. The file itself stays."""

    def __init__(
        self,
        bench: Bench,
        row: AttachmentRow,
        meetings: Sequence[tuple[int, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(bench, "更正附件", "文件本身不变，以前的写法会保留。", "更正", parent)
        self.setObjectName("correct_attachment_dialog")
        self._row = row
        self.about = AttachmentFields(bench.today, meetings)
        self.about.show_row(row)
        self.why = LineBox("更正理由")
        self.fields.addWidget(self.about)
        self.fields.addWidget(Field("更正理由", self.why, "必填"))
        self.about.kind.setFocus()

    def _carry_out(self) -> object:
        given = self.about.described()
        correct_attachment(self._bench, self._row.id, given, why=self.why.text())
        return self._row.id


def ask_to_withdraw_attachment(bench: Bench, row: AttachmentRow, parent: QWidget) -> ReasonDialog:
    """Ask why a file is taken off the list, and take it off."""

    def withdraw(why: str) -> None:
        withdraw_attachment(bench, row.id, why=why)

    return ReasonDialog(bench, f"撤下“{row.title}”", "撤回理由", "撤下", withdraw, parent)


class SaveAttachmentDialog(FormDialog):
    """Says what leaving the safe means before it asks where to."""

    saved = Signal(str)

    def __init__(
        self, bench: Bench, pool: QThreadPool, row: AttachmentRow, number: str, parent: QWidget
    ) -> None:
        super().__init__(f"另存“{row.title}”", IN_THE_CLEAR, parent)
        self.setObjectName("save_attachment_dialog")
        self._bench, self._pool, self._row = bench, pool, row
        self._name = f"{row.on:%Y%m%d}_{row.kind.label}_{number}{row.suffix}"
        self.verb = Button("选择位置…", Kind.PRIMARY, keys="Enter")
        self.cancel = Button("取消", keys="Esc")
        self.verb.clicked.connect(self._ask_where)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)

    def save_to(self, target: Path) -> None:
        """Write the clear copy beside the screen."""
        self.verb.setEnabled(False)
        work = partial(save_attachment, self._bench, self._row.id, target)
        Job(self, work, partial(self._tell, target.name), self._fail).start(self._pool)

    @Slot()
    def _ask_where(self) -> None:
        target = ask_where(self, self._name)
        if target is not None:
            self.save_to(target)

    def _tell(self, name: str, _: object) -> None:
        self.saved.emit(f"已另存：{name}")
        self.accept()

    def _fail(self, problem: Exception) -> None:
        self.verb.setEnabled(True)
        self.refuse(explain(problem).text)
