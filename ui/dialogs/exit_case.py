"""Ending a case: what keeps its goals from being reached, and the meeting that decides."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.theme import Type, theme
from ui.widgets.inputs import Choice, Field, TextBox
from ui.widgets.text import Label
from workbench.agendas import add_case_to_agenda
from workbench.bench import Bench
from workbench.case_life import exit_case
from workbench.case_steps import ExitOutlook, read_exit_outlook
from workbench.cases import CaseRow
from workbench.screen import AgendaTier, ExitReason

NO_MEETING = "出组由会议决定，现在还没有准备中的例会。请先在“会议”里新建会议。"


class ExitCaseDialog(CommandDialog):
    """Where no meeting has the case before it, it can only be put on the next agenda."""

    def __init__(self, bench: Bench, case: CaseRow, parent: QWidget) -> None:
        outlook = read_exit_outlook(bench, case.id)
        words, verb = _explained(outlook)
        super().__init__(bench, f"出组　{case.masked}·{case.number}", words, verb, parent)
        self.setObjectName("exit_case_dialog")
        self.setMinimumWidth(theme().px(560))
        self._outlook = outlook
        meeting = outlook.meeting
        self.reason = Choice("出组原因", [(each, each.label) for each in ExitReason])
        self.words = TextBox("出组说明", "写进会议记录", lines=3)
        self._goals = Label("", Type.BODY, wrap=True)
        for field in (
            Field("出组原因", self.reason),
            Field("目标核对", self._goals),
            Field("出组说明", self.words, "必填"),
        ):
            self.fields.addWidget(field)
            field.setVisible(
                (meeting is not None and meeting.decides) or field.isAncestorOf(self._goals)
            )
        self.reason.activated.connect(self._check)
        self.verb.setEnabled(meeting is not None and (meeting.decides or meeting.item_id is None))
        self._check()
        (self.reason if meeting and meeting.decides else self.verb).setFocus()

    @Slot()
    def _check(self) -> None:
        """Goals are in the way of one reason only; they are worth reading before any."""
        obstacles = self._outlook.goals.obstacles
        self._goals.setText("\n".join(f"○ {each}" for each in obstacles) or "✓ 都已达到")
        by_goals = self.reason.value() == ExitReason.GOALS
        self._goals.set_colour("warn" if obstacles and by_goals else "text2")

    def _carry_out(self) -> object:
        meeting, case = self._outlook.meeting, self._outlook.case
        if meeting is None:
            return None
        if meeting.item_id is None:
            add_case_to_agenda(
                self._bench,
                meeting.id,
                case.id,
                tier=AgendaTier.FOCUS,
                request_id=self._request_id,
            )
            return f"已列入{meeting.title}的议程，会上再办出组"
        chosen = next(each for each in ExitReason if each == self.reason.value())
        exit_case(
            self._bench,
            case.id,
            meeting.item_id,
            exit_reason=chosen,
            words=self.words.toPlainText(),
        )
        return f"已出组，写进{meeting.title}的会议记录"


def _explained(outlook: ExitOutlook) -> tuple[str, str]:
    """What has to be said first, and what the button does."""
    meeting = outlook.meeting
    if meeting is None:
        return NO_MEETING, "列入议程"
    if meeting.decides:
        return f"{meeting.title}正在进行，议程上有这个个案。决定会写进会议记录。", "出组"
    if meeting.item_id is None:
        when = "正在进行" if meeting.in_session else f"在{meeting.held_on}"
        return f"出组由会议决定。先把这个个案列入{meeting.title}（{when}）的议程。", "列入议程"
    when = f"{meeting.title}（{meeting.held_on}）"
    return f"出组由会议决定。这个个案已在{when}的议程上，会议开始以后再来办。", "出组"
