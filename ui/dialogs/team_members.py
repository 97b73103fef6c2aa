"""Putting a person on the team; the first one also sets up the team."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import MEMBER_ROLES, USUAL_TEAM
from ui.widgets.inputs import Choice, Field, LineBox
from workbench.bench import Bench
from workbench.teams import add_member, add_team, list_teams


class AddMemberDialog(CommandDialog):
    """Asks for name, role and unit."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "添加成员", "角色决定谁签字、以什么身份发言。", "添加成员", parent)
        self.setObjectName("add_member_dialog")
        self.name = LineBox("姓名")
        self.role = Choice("角色", [(role, role.label) for role in MEMBER_ROLES])
        self.unit = LineBox("单位", "例如 镇卫生院")
        self.fields.addWidget(Field("姓名", self.name))
        self.fields.addWidget(Field("角色", self.role))
        self.fields.addWidget(Field("单位", self.unit))
        self.name.setFocus()

    def _carry_out(self) -> object:
        role = self.role.value()
        return add_member(
            self._bench,
            self._team(),
            name=self.name.text(),
            role=next(each for each in MEMBER_ROLES if each == role),
            unit=self.unit.text(),
            request_id=self._request_id,
        )

    def _team(self) -> int:
        for team in list_teams(self._bench):
            return team.id
        return add_team(self._bench, name=self._bench.unit, kind=USUAL_TEAM)
