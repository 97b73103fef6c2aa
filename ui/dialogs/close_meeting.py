"""Ending a meeting: the time, then the minutes are drawn up and sealed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.dialogs.command import CommandDialog
from ui.messages import explain
from ui.models.days import LOCAL
from ui.theme import Type
from ui.widgets.inputs import Field, TimeBox
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.closing import close_meeting
from workbench.meetings import MeetingRow


class CloseMeetingDialog(CommandDialog):
    """Sealing draws the whole document, so it runs beside the screen."""

    def __init__(
        self, bench: Bench, meeting: MeetingRow, pool: QThreadPool, parent: QWidget
    ) -> None:
        super().__init__(
            bench,
            "结束会议",
            "结束以后会议记录封存，内容不能再改，只能在下次会议上作出新的决定。",
            "结束并封存",
            parent,
        )
        self.setObjectName("close_meeting_dialog")
        self._meeting, self._pool = meeting, pool
        self._sealing = False
        self.ends = TimeBox("散会时间")
        self.ends.show_moment(bench.now().astimezone(LOCAL).time())
        done = f"议程{meeting.items}项，已有结论{meeting.settled}项。"
        self.fields.addWidget(Label(done))
        self.fields.addWidget(Field("散会时间", self.ends))
        self.waiting = Label("", Type.NOTE, "text2")
        self.fields.addWidget(self.waiting)
        self.ends.setFocus()

    @Slot()
    def _try(self) -> None:
        self.banner.say("")
        self._wait("正在整理并封存会议记录…")
        work = partial(close_meeting, self._bench, self._meeting.id, ends=self.ends.moment())
        Job(self, work, self._finish, self._refuse).start(self._pool)

    @Slot()
    def reject(self) -> None:
        """Stay while the minutes are being sealed; leave at any other time."""
        if not self._sealing:
            super().reject()

    def _wait(self, words: str) -> None:
        self._sealing = bool(words)
        self.waiting.setText(words)
        self.verb.setEnabled(not words)
        self.cancel.setEnabled(not words)

    def _finish(self, _: object) -> None:
        self._wait("")
        self.carried_out.emit(self._meeting.id)
        self.accept()

    def _refuse(self, problem: Exception) -> None:
        self._wait("")
        self.refuse(explain(problem).text)
