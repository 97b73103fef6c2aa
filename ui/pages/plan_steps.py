"""The steps of a plan as a whole: begun, taken out of, put before the meeting, dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.confirm_plan import ConfirmPlanDialog, NoMeetingForPlan
from ui.dialogs.reasons import ReasonDialog
from ui.messages import show_problem
from ui.models.plan_rows import LineRow
from ui.pages.plan_recording import as_written
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.plan_desk import PlanDesk
from workbench.plan_items import PlanLine, add_plan_item, remove_plan_item
from workbench.plans import draw_up_plan, drop_plan


@dataclass(frozen=True)
class Removed:
    """A line that was written in a version and taken out of it again."""

    plan_id: int
    line: PlanLine


class PlanSteps(QObject):
    """Asks what has to be asked and carries it out."""

    said = Signal(str)

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._page = bench, parent
        self._removed: Removed | None = None

    def begin(self, desk: PlanDesk, *, from_criteria: bool) -> None:
        """Begin the next version."""
        request = uuid4().hex
        step = partial(draw_up_plan, self._bench, desk.case_id, request_id=request)
        self._attempt(partial(step, from_criteria=from_criteria), "已开始写，改动随时保存")

    def remove(self, desk: PlanDesk, row: LineRow) -> None:
        """Take a line out; one that stood in an earlier version is not taken out without a word."""
        if row.item is None:
            return
        item, plan, done = row.item.id, desk.plan, "已撤掉这一条"
        older = any(change.before and change.line.key == row.line.key for change in desk.changes)
        if not older and plan is not None:
            step = partial(remove_plan_item, self._bench, item)
            if self._attempt(step, f"{done}，按Ctrl+Z恢复"):
                self._removed = Removed(plan.row.id, as_written(row))
            return

        def remove(why: str) -> None:
            remove_plan_item(self._bench, item, why=why)

        self._ask("撤掉上次计划里的一条", "为什么撤掉", "撤掉", remove, done)

    def can_restore(self, desk: PlanDesk | None) -> bool:
        """Whether a line was taken out of this version that was written in it."""
        plan = desk.plan if desk else None
        return bool(self._removed and plan and plan.row.id == self._removed.plan_id)

    def restore(self) -> None:
        """Write the line again that was taken out last."""
        if self._removed is not None:
            removed, request = self._removed, uuid4().hex
            add = partial(add_plan_item, self._bench, removed.plan_id, removed.line)
            if self._attempt(partial(add, request_id=request), "已恢复"):
                self._removed = None

    def submit(self, desk: PlanDesk) -> None:
        """Put the draft before a meeting in session."""
        if desk.plan is None:
            return
        if not desk.meetings:
            show_problem(self._page.window(), NoMeetingForPlan())
            return
        row, window = desk.plan.row, self._page.window()
        title = f"第{row.number}次干预计划"
        dialog = ConfirmPlanDialog(self._bench, row.id, title, desk.meetings, window)
        dialog.carried_out.connect(lambda _: self.said.emit("小组已确认，计划生效"))
        dialog.open()

    def drop(self, desk: PlanDesk) -> None:
        """Take the draft back."""
        if desk.plan is None:
            return
        plan = desk.plan.row

        def drop(why: str) -> None:
            drop_plan(self._bench, plan.id, why=why)

        title = f"作废第{plan.number}次计划的草稿"
        self._ask(title, "作废的理由", "作废", drop, "草稿已作废")

    def _ask(
        self, title: str, label: str, verb: str, step: Callable[[str], object], done: str
    ) -> None:
        dialog = ReasonDialog(self._bench, title, label, verb, step, self._page.window())
        dialog.carried_out.connect(lambda _: self.said.emit(done))
        dialog.open()

    def _attempt(self, step: Callable[[], object], done: str) -> bool:
        try:
            step()
        except Refused as refusal:
            show_problem(self._page.window(), refusal)
            return False
        self.said.emit(done)
        return True
