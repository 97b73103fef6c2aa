"""What concerns a meeting as a whole: its opening, other matters, the close, the next day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import day_box, given_day
from ui.widgets.inputs import Field, TextBox
from workbench.bench import Bench
from workbench.meetings import read_meeting, write_meeting_notes


class MeetingNotesDialog(CommandDialog):
    """Asks for the notes that are printed before and after the cases."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(bench, "会议信息", "都会印在会议记录上。", "保存会议信息", parent)
        self.setObjectName("meeting_notes_dialog")
        self._meeting_id = meeting_id
        known = read_meeting(bench, meeting_id)
        self.opening = TextBox("主持人开场", lines=2)
        self.other_matters = TextBox("其他事项", lines=2)
        self.closing = TextBox("小结", lines=2)
        self.next_held_on = day_box("下次会议日期", bench.today, ahead=True, hint="未定")
        self.opening.setPlainText(known.opening)
        self.other_matters.setPlainText(known.other_matters)
        self.closing.setPlainText(known.closing)
        self.next_held_on.show_day(known.next_held_on)
        for label, box in (
            ("主持人开场", self.opening),
            ("其他事项", self.other_matters),
            ("小结", self.closing),
            ("下次会议日期", self.next_held_on),
        ):
            self.fields.addWidget(Field(label, box))
        self.opening.setFocus()

    def _carry_out(self) -> object:
        write_meeting_notes(
            self._bench,
            self._meeting_id,
            opening=self.opening.toPlainText(),
            other_matters=self.other_matters.toPlainText(),
            closing=self.closing.toPlainText(),
            next_held_on=given_day(self.next_held_on),
        )
        return self._meeting_id
