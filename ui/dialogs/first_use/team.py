"""Whose store it is, and the first team."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.first_use.step import Opened, Step
from ui.models.choices import TEAM_KINDS, USUAL_TEAM, team_kind_of
from ui.widgets.inputs import Choice, Field, LineBox
from workbench.bench import Bench
from workbench.setting_up import name_unit, read_setup
from workbench.teams import TeamRow, add_team, change_team


class TeamStep(Step):
    """The team's name follows the unit's until somebody types another."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(
            "单位与小组",
            "这台电脑给哪个单位用",
            "名称会印在会议记录和签字表上。小组先填开个案例会的那一个。",
        )
        self._opened = opened
        self._team: TeamRow | None = None
        self._request_id = uuid4().hex
        self.unit = LineBox("单位名称", "例如 幸福镇平安法治办")
        self.team = LineBox("小组名称", "例如 幸福镇个案管理小组")
        self.kind = Choice("小组类型", [(kind, kind.label) for kind in TEAM_KINDS])
        self.kind.show_value(USUAL_TEAM)
        self._own_name = False
        self.unit.textChanged.connect(self._follow_unit)
        self.team.textEdited.connect(self._note_own_name)
        self.unit.returnPressed.connect(self.team.setFocus)
        self.team.returnPressed.connect(self.go_on)
        self.kind.currentIndexChanged.connect(self._follow_unit)
        self.column.addWidget(Field("单位名称", self.unit))
        self.column.addWidget(Field("小组名称", self.team))
        self.column.addWidget(Field("小组类型", self.kind))
        self.column.addStretch(1)

    def begin(self) -> None:
        if self._opened.bench is None:
            return
        setup = read_setup(self._opened.bench)
        self._team = setup.team
        if setup.unit:
            self.unit.setText(setup.unit)
        if setup.team is not None:
            self._own_name = True
            self.team.setText(setup.team.name)
            self.kind.show_value(setup.team.kind)

    def take_caret(self) -> None:
        self.unit.setFocus()

    def last_boxes(self) -> Sequence[QWidget]:
        return (self.kind,)

    def carry_out(self) -> None:
        bench = self._opened.bench
        if bench is None:
            return
        if self.unit.text().strip() != bench.unit or not bench.unit:
            bench = self._opened.bench = name_unit(bench, self.unit.text())
        name, kind = self.team.text().strip(), team_kind_of(self.kind.value())
        if self._team is None:
            add_team(bench, name=name, kind=kind, request_id=self._request_id)
        elif (name, kind) != (self._team.name, self._team.kind):
            change_team(bench, self._team.id, name=name, kind=kind)

    @Slot()
    def _note_own_name(self) -> None:
        self._own_name = bool(self.team.text().strip())

    @Slot()
    def _follow_unit(self) -> None:
        unit = self.unit.text().strip()
        if not self._own_name:
            self.team.setText(f"{unit}{team_kind_of(self.kind.value()).label}" if unit else "")


def first_team(bench: Bench) -> int:
    """The team meant; where its page was left out, one is set up under its usual name."""
    team = read_setup(bench).team
    return team.id if team else add_team(bench, name=USUAL_TEAM.label, kind=USUAL_TEAM)
