"""Putting a case, or another matter, on the agenda of a meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import CASE_TIERS
from ui.widgets.inputs import Choice, Field, LineBox
from ui.widgets.segmented import Segmented
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda
from workbench.bench import Bench
from workbench.cases import CaseRow, list_cases


class AddCaseDialog(CommandDialog):
    """Asks which case, and whether it is talked about at length."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(bench, "添加个案", "", "列入议程", parent)
        self.setObjectName("add_case_dialog")
        self._meeting_id = meeting_id
        cases = list_cases(bench)
        self.case = Choice("个案", [(case.id, _case_text(case)) for case in cases])
        self.tier = Segmented("讨论方式", [(tier, tier.label) for tier in CASE_TIERS])
        self.tier.show_value(CASE_TIERS[0])
        self.fields.addWidget(Field("个案", self.case))
        self.fields.addWidget(Field("讨论方式", self.tier))
        self.case.setFocus()
        if not cases:
            self.verb.setEnabled(False)
            self.banner.say("还没有在组个案。请先在“会议”菜单里新增个案。")

    def _carry_out(self) -> object:
        case, tier = self.case.value(), self.tier.value()
        return add_case_to_agenda(
            self._bench,
            self._meeting_id,
            case if isinstance(case, int) else 0,
            tier=next(each for each in CASE_TIERS if each == tier),
            request_id=self._request_id,
        )


class AddMatterDialog(CommandDialog):
    """Asks what else is to be talked about."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(bench, "添加事项", "", "列入议程", parent)
        self.setObjectName("add_matter_dialog")
        self._meeting_id = meeting_id
        self.matter = LineBox("事项", "例如 下季度走访分工")
        self.fields.addWidget(Field("事项", self.matter))
        self.matter.setFocus()

    def _carry_out(self) -> object:
        return add_matter_to_agenda(
            self._bench, self._meeting_id, title=self.matter.text(), request_id=self._request_id
        )


def _case_text(case: CaseRow) -> str:
    return f"{case.number}　{case.masked}　{case.village}　{case.diagnosis}"
