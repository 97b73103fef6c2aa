"""Setting a meeting aside for good, once everybody's place on its sheets is settled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import TextBox
from workbench.bench import Bench
from workbench.signatures import archive_meeting

ROOM_FOR_NAMES = (560, 400)  # still within the smallest screen


class ArchiveMeetingDialog(CommandDialog):
    """Who is still missing is said in the dialog, and nothing is archived."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(
            bench,
            "归档",
            "归档以后，这次会议的签字情况不能再改。文书仍可以查看、打印和另存。",
            "归档",
            parent,
        )
        self.setObjectName("archive_meeting_dialog")
        self._meeting_id = meeting_id
        self.missing = TextBox("还没有落实的签字", lines=7)
        self.missing.setReadOnly(True)
        self.missing.hide()
        self.fields.addWidget(self.missing)

    def refuse(self, words: str) -> None:
        """Who is missing may take many lines; they stand where one can scroll through them."""
        self.missing.setPlainText(words)
        self.missing.show()
        self.setMinimumSize(*ROOM_FOR_NAMES)
        super().refuse("还不能归档，原因写在上面。")

    def _carry_out(self) -> object:
        archive_meeting(self._bench, self._meeting_id)
        return self._meeting_id
