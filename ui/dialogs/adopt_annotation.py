"""Adopting a remark of the psychiatrist: as work for one person, or as a line of the plan."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.dialogs.reasons import ReasonDialog
from ui.models.days import day_box, given_day
from ui.models.people import member_choices
from ui.widgets.inputs import Choice, Field, LineBox, TextBox
from workbench.annotations import adopt_as_plan_item, adopt_as_task, decline_annotation
from workbench.bench import Bench
from workbench.plan_items import PlanLine
from workbench.rules.dates import plus_months
from workbench.rules.plans import AREAS
from workbench.screen import CaseKind
from workbench.task_terms import TaskGiven
from workbench.teams import MemberRow, list_members, list_teams


class AdoptAsTaskDialog(CommandDialog):
    """Asks what is to be done, by whom and by when."""

    def __init__(self, bench: Bench, annotation_id: int, words: str, parent: QWidget) -> None:
        super().__init__(bench, "采纳为任务", f"批注：{words}", "采纳", parent)
        self.setObjectName("adopt_as_task_dialog")
        self._annotation_id = annotation_id
        self.title = TextBox("任务", lines=2)
        self.title.setPlainText(words)
        self.who = Choice("责任人", [(None, "请选择"), *member_choices(_members(bench))])
        self.due_on = day_box("完成时限", bench.today, ahead=True)
        self.due_on.show_day(plus_months(bench.today(), 1))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field("责任人", self.who), 1)
        row.addWidget(Field("完成时限", self.due_on), 1)
        self.fields.addWidget(Field("任务", self.title))
        self.fields.addLayout(row)
        self.title.setFocus()

    def _carry_out(self) -> object:
        who = self.who.value()
        given = TaskGiven(
            self.title.toPlainText(), who if isinstance(who, int) else None, given_day(self.due_on)
        )
        return adopt_as_task(self._bench, self._annotation_id, given, request_id=self._request_id)


class AdoptAsPlanItemDialog(CommandDialog):
    """Asks for a line of the version that is being drawn up."""

    def __init__(
        self,
        bench: Bench,
        annotation_id: int,
        words: str,
        plan: tuple[int, CaseKind],
        parent: QWidget,
    ) -> None:
        super().__init__(bench, "采纳进干预计划", f"批注：{words}", "采纳", parent)
        self.setObjectName("adopt_as_plan_item_dialog")
        self._annotation_id, (self._plan_id, kind) = annotation_id, plan
        self._areas = AREAS[kind]
        self.area = Choice("领域", [(area.value, area.label) for area in self._areas])
        self.who = Choice("责任人", [(None, "以后再定"), *member_choices(_members(bench))])
        self.problem, self.goal = LineBox("问题"), LineBox("目标")
        self.measure = TextBox("措施", lines=2)
        self.measure.setPlainText(words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        boxes: tuple[QWidget, ...] = (self.area, self.who, self.problem, self.goal)
        for number, box in enumerate(boxes):
            grid.addWidget(Field(box.accessibleName(), box), number // 2, number % 2)
        self.fields.addLayout(grid)
        self.fields.addWidget(Field("措施", self.measure))
        self.problem.setFocus()

    def _carry_out(self) -> object:
        who, area = self.who.value(), self.area.value()
        line = PlanLine(
            area=next(each for each in self._areas if each == area),
            problem=self.problem.text(),
            goal=self.goal.text(),
            measure=self.measure.toPlainText(),
            responsible_id=who if isinstance(who, int) else None,
        )
        return adopt_as_plan_item(
            self._bench, self._annotation_id, self._plan_id, line, request_id=self._request_id
        )


def ask_to_decline(bench: Bench, annotation_id: int, parent: QWidget) -> ReasonDialog:
    """Ask why a remark is not adopted, and say so in the record."""

    def decline(reason: str) -> None:
        decline_annotation(bench, annotation_id, reason=reason)

    return ReasonDialog(bench, "不采纳批注", "不采纳的理由", "不采纳", decline, parent)


def _members(bench: Bench) -> list[MemberRow]:
    return [member for team in list_teams(bench) for member in list_members(bench, team.id)]
