"""Having a plan confirmed by a meeting that is in session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import Choice, Field
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.plans import confirm_plan


class NoMeetingForPlan(Refused):
    """Nothing is in session that could confirm the plan."""

    def __init__(self) -> None:
        super().__init__(
            "现在没有正在开的会议列有这一例，计划还不能确认。",
            safe="计划已保存为草稿，可以接着修改。",
            next_step="请把这一例列入议程，会议开始以后再提交。",
        )


class ConfirmPlanDialog(CommandDialog):
    """Asks which meeting confirms the plan; whatever is missing is said in place."""

    def __init__(
        self,
        bench: Bench,
        plan_id: int,
        title: str,
        meetings: Sequence[tuple[int, str]],
        parent: QWidget,
    ) -> None:
        words = "确认以后这一次计划不再改动，以后的修改写在下一次计划里。"
        super().__init__(bench, f"提交小组确认：{title}", words, "由小组确认", parent)
        self.setObjectName("confirm_plan_dialog")
        self._plan_id = plan_id
        self.meeting = Choice("确认的会议", meetings)
        self.fields.addWidget(Field("确认的会议", self.meeting))
        self.verb.setFocus()

    def _carry_out(self) -> object:
        meeting = self.meeting.value()
        if isinstance(meeting, int):
            confirm_plan(self._bench, self._plan_id, meeting_id=meeting)
        return None
