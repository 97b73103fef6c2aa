"""The teams and who belongs to them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.team_members import AddMemberDialog
from ui.models.people import person_text
from ui.pages.settings_part import SettingsPart, labelled
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.teams import list_members, list_teams


class TeamSettings(SettingsPart):
    """Lists the members; adds one."""

    title = "小组与成员"
    shows = frozenset({"team", "member"})

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._add_command("add_member", "添加成员…", "", self._add_member)
        self.column.addWidget(SectionHead("小组成员", "在会上签字、承担任务的人", ruled=True))
        self._members = Label("", Type.BODY, wrap=True)
        self.column.addWidget(self._members)
        self.column.addLayout(labelled("", Button.of(self.command("add_member"))))
        self.reload()

    def reload(self) -> None:
        """Show who is on the teams."""
        self._members.setText("\n".join(self._lines()) or "还没有小组成员。")

    def _lines(self) -> list[str]:
        return [
            f"{person_text(member.role.label, member.name)}（{member.unit}）"
            for team in list_teams(self._bench)
            for member in list_members(self._bench, team.id)
        ]

    def _add_member(self) -> None:
        AddMemberDialog(self._bench, self.window()).open()
