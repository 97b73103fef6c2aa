"""What changes in a running case: whose hands it is in, its kind, a pause and its end."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import day_box, given_day, needed_day
from ui.models.people import manager_choices
from ui.widgets.inputs import Choice, Field, TextBox
from ui.widgets.segmented import Segmented
from workbench.bench import Bench
from workbench.case_life import change_case_kind, change_case_manager, pause_case, resume_case
from workbench.case_steps import list_case_loads
from workbench.cases import CaseRow, read_case
from workbench.errors import EmptyField
from workbench.screen import CaseKind
from workbench.teams import list_everybody


class CaseDialog(CommandDialog):
    """About one case, from a day on, with a word of explanation."""

    def __init__(
        self, bench: Bench, case: CaseRow, title: str, explanation: str, verb: str, parent: QWidget
    ) -> None:
        called = f"{title}　{case.masked}·{case.number}"
        super().__init__(bench, called, explanation, verb, parent)
        self._case = case
        self.day = day_box("从哪天起", bench.today)
        self.day.show_day(bench.today())

    def _on(self) -> date:
        return needed_day(self.day)

    def _add_row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in fields:
            row.addWidget(field)
        row.addStretch(1)
        self.fields.addLayout(row)


class ChangeManagerDialog(CaseDialog):
    """Hands a case to another case manager."""

    def __init__(self, bench: Bench, case: CaseRow, parent: QWidget) -> None:
        present = read_case(bench, case.id)
        words = f"现在是{present.case_manager}。"
        super().__init__(bench, case, "换个案管理员", words, "换个案管理员", parent)
        others = [m for m in list_everybody(bench) if m.id != present.case_manager_id]
        self.manager = Choice("个案管理员", manager_choices(others, list_case_loads(bench)))
        self.manager.setMinimumContentsLength(14)
        self.why = TextBox("原因", lines=2)
        self._add_row(Field("个案管理员", self.manager), Field("从哪天起", self.day))
        self.fields.addWidget(Field("原因", self.why, "可以不填"))
        self.manager.setFocus()

    def _carry_out(self) -> object:
        member = self.manager.value()
        if not isinstance(member, int):
            raise EmptyField("个案管理员")
        why = self.why.toPlainText()
        change_case_manager(self._bench, self._case.id, member, why=why, on=self._on())
        return self._case.id


class ChangeKindDialog(CaseDialog):
    """Revises the kind of a case, which is no exit."""

    def __init__(self, bench: Bench, case: CaseRow, parent: QWidget) -> None:
        words = f"现在是{case.kind.label}。改类型不是出组，编号不变；下一次干预计划按新的类型拟定。"
        super().__init__(bench, case, "改个案类型", words, "改类型", parent)
        self.kind = Segmented("个案类型", [(each, each.label) for each in CaseKind])
        self.kind.show_value(next(each for each in CaseKind if each is not case.kind))
        self.why = TextBox("变更理由", lines=2)
        self._add_row(Field("个案类型", self.kind), Field("从哪天起", self.day))
        self.fields.addWidget(Field("变更理由", self.why, "必填"))
        self.why.setFocus()

    def _carry_out(self) -> object:
        kind = next(each for each in CaseKind if each == self.kind.value())
        why = self.why.toPlainText()
        change_case_kind(self._bench, self._case.id, kind, why=why, on=self._on())
        return self._case.id


class PauseDialog(CaseDialog):
    """Pauses a case during a long stay."""

    def __init__(self, bench: Bench, case: CaseRow, parent: QWidget) -> None:
        words = "例如长期住院或外出。暂停期间个案仍在册，恢复后接着管理。"
        super().__init__(bench, case, "暂停个案", words, "暂停", parent)
        self.until = day_box("预计恢复", bench.today, ahead=True, hint="还不知道")
        self.reason = TextBox("暂停原因", lines=2)
        self._add_row(Field("从哪天起", self.day), Field("预计恢复", self.until, "可以不填"))
        self.fields.addWidget(Field("暂停原因", self.reason, "必填"))
        self.reason.setFocus()

    def _carry_out(self) -> object:
        pause_case(
            self._bench,
            self._case.id,
            reason=self.reason.toPlainText(),
            from_on=self._on(),
            until_on=given_day(self.until),
        )
        return self._case.id


class ResumeDialog(CaseDialog):
    """Takes a paused case up again."""

    def __init__(self, bench: Bench, case: CaseRow, parent: QWidget) -> None:
        present = read_case(bench, case.id)
        until = f"，预计到{present.until_on}" if present.until_on else ""
        words = f"{present.since}起暂停{until}。原因：{present.reason}"
        super().__init__(bench, case, "恢复管理", words, "恢复管理", parent)
        self.reason = TextBox("说明", lines=2)
        self._add_row(Field("从哪天起", self.day))
        self.fields.addWidget(Field("说明", self.reason, "可以不填"))
        self.reason.setFocus()

    def _carry_out(self) -> object:
        resume_case(self._bench, self._case.id, on=self._on(), reason=self.reason.toPlainText())
        return self._case.id
