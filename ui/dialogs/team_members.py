"""Setting up teams and putting people on them; the first member also sets up the team."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import MEMBER_ROLES, TEAM_KINDS, USUAL_TEAM, role_of, team_kind_of
from ui.models.days import day_box, needed_day
from ui.widgets.inputs import Choice, Field, LineBox
from workbench.bench import Bench
from workbench.screen import MemberRole
from workbench.teams import TeamRow, add_member, add_team, change_team

RENAMED = "以后的文书用新名称。已经封存的文书照旧，不会改动。"
ROLES = [(role, role.label) for role in MEMBER_ROLES]


class AddTeamDialog(CommandDialog):
    """Asks for name, kind and area."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        words = "小组的类型决定多久开一次会、村级小组还缺哪些人。"
        super().__init__(bench, "添加小组", words, "添加小组", parent)
        self.name = LineBox("小组名称", "例如 梧桐村关爱帮扶小组")
        self.kind = Choice("小组类型", [(kind, kind.label) for kind in TEAM_KINDS])
        self.area = LineBox("管哪里", "例如 梧桐村")
        self.fields.addWidget(Field("小组名称", self.name))
        self.fields.addWidget(Field("小组类型", self.kind))
        self.fields.addWidget(Field("管哪里", self.area, "可以不填"))
        self.name.setFocus()

    def _carry_out(self) -> object:
        return add_team(
            self._bench,
            name=self.name.text(),
            kind=team_kind_of(self.kind.value()),
            area=self.area.text(),
            request_id=self._request_id,
        )


class ChangeTeamDialog(CommandDialog):
    """Asks what a team is called and of which kind it is."""

    def __init__(self, bench: Bench, team: TeamRow, parent: QWidget) -> None:
        super().__init__(bench, "改小组名称", RENAMED, "保存", parent)
        self._team_id = team.id
        self.name = LineBox("小组名称")
        self.name.setText(team.name)
        self.kind = Choice("小组类型", [(kind, kind.label) for kind in TEAM_KINDS])
        self.kind.show_value(team.kind)
        self.fields.addWidget(Field("小组名称", self.name))
        self.fields.addWidget(Field("小组类型", self.kind, "开过会的小组不能改类型"))
        self.name.setFocus()
        self.name.selectAll()

    def _carry_out(self) -> object:
        kind = team_kind_of(self.kind.value())
        change_team(self._bench, self._team_id, name=self.name.text(), kind=kind)
        return self._team_id


class AddMemberDialog(CommandDialog):
    """Asks who, in which part, from where, since when, and how to reach them."""

    def __init__(self, bench: Bench, team: TeamRow | None, parent: QWidget) -> None:
        called = f"加入{team.name}。" if team else ""
        words = f"{called}角色决定谁签字、以什么身份发言。"
        super().__init__(bench, "添加成员", words, "添加成员", parent)
        self.setObjectName("add_member_dialog")
        self._team_id = team.id if team else 0
        self.name = LineBox("姓名")
        self.role = Choice("角色", ROLES)
        self.unit, self.post = LineBox("单位", "例如 镇卫生院"), LineBox("职务")
        self.phone, self.other_phone = LineBox("电话"), LineBox("另一个电话")
        self.day = day_box("从哪天起", bench.today)
        self.day.show_day(bench.today())
        self._lay_out()
        self.name.setFocus()

    def _lay_out(self) -> None:
        places = (
            ("姓名", self.name, ""),
            ("角色", self.role, ""),
            ("单位", self.unit, ""),
            ("职务", self.post, "可以不填"),
            ("电话", self.phone, "可以不填"),
            ("另一个电话", self.other_phone, "可以不填"),
            ("从哪天起", self.day, ""),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for number, (label, box, note) in enumerate(places):
            grid.addWidget(Field(label, box, note), *divmod(number, 2))
        self.fields.addLayout(grid)

    def _carry_out(self) -> object:
        return add_member(
            self._bench,
            self._team(),
            name=self.name.text(),
            role=role_of(self.role.value()) or MemberRole.LEADER,
            unit=self.unit.text(),
            post=self.post.text(),
            phone=self.phone.text(),
            other_phone=self.other_phone.text(),
            from_on=needed_day(self.day),
            request_id=self._request_id,
        )

    def _team(self) -> int:
        if not self._team_id:
            self._team_id = add_team(self._bench, name=self._bench.unit, kind=USUAL_TEAM)
        return self._team_id
