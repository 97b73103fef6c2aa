"""Beginning a meeting before its day: asked plainly, because the day is printed on every paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import day_in_prose
from ui.theme import Type, theme
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.meetings import MeetingRow, start_meeting


class StartEarlyDialog(CommandDialog):
    """Moves the meeting to today and begins it, or leaves everything as it is."""

    def __init__(self, bench: Bench, meeting: MeetingRow, parent: QWidget) -> None:
        held, today = meeting.held_on, bench.today()
        super().__init__(bench, "开始会议", "", "改到今天", parent)
        self.setObjectName("start_early_dialog")
        self._meeting_id = meeting.id
        self.setMinimumWidth(theme().px(480))
        for words in (
            f"会议定在{day_in_prose(held)}，今天不是{held.month}月{held.day}日。",
            f"改到今天，{day_in_prose(today)}，就开始，议程和参会人员不变。",
            "已经打印的议程和签到表还是原来的日期，请重新打印。",
        ):
            self.fields.addWidget(Label(words, Type.BODY, wrap=True))

    def _carry_out(self) -> object:
        start_meeting(self._bench, self._meeting_id, today=True)
        return self._meeting_id
