"""The teams and who belongs to them."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.dialogs.add_members import AddMembersDialog
from ui.dialogs.command import CommandDialog
from ui.dialogs.member_changes import ChangeRoleDialog, LeaveTeamDialog, PhoneDialog
from ui.dialogs.team_members import AddMemberDialog, AddTeamDialog, ChangeTeamDialog
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.teams import Line, key_of, lacking_words, line_face, line_spoken, team_lines
from ui.pages.settings_part import SettingsPart, in_a_row
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.team_duties import MemberDuties, TeamDuties, list_team_duties
from workbench.teams import TeamRow

ABOUT_MEMBERS = ("record_phone", "change_member_role", "end_membership")
ABOUT_TEAMS = ("record_members", "change_team")
HOW = "先添加小组，再把在会上签字、承担任务的人加进来；也可以从Excel成批粘贴。"


class TeamSettings(SettingsPart):
    """Lists every team with its members and acts on the selected one."""

    title = "小组与成员"
    shows = frozenset(
        {
            "team",
            "member",
            "member_contact",
            "case",
            "case_terms",
            "case_standing",
            "task",
            "task_result",
            "task_terms",
        }
    )
    is_list = True

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._wanted = 0
        add = self._add_command
        add("add_team", "添加小组…", "Ctrl+Shift+G", self._add_team)
        add("change_team", "改小组名称…", "F2", self._change_team)
        add("add_member", "添加成员…", "Ctrl+N", self._add_member)
        add("record_members", "成批添加…", "Ctrl+Shift+N", self._add_members)
        add("record_phone", "改电话…", "Ctrl+E", self._change_phone)
        add("change_member_role", "换角色…", "Ctrl+R", self._change_role)
        add("end_membership", "离开小组…", "Ctrl+Shift+X", self._leave_team)
        self._set_up()

    def reload(self) -> None:
        """Read the teams again, keeping the same line selected."""
        wanted = ("member", self._wanted) if self._wanted else key_of(self.selected())
        teams = list_team_duties(self._bench)
        people = sum(len(team.members) for team in teams)
        self._head.set_hint(f"{len(teams)}个小组·{people}人" if teams else "")
        lines = team_lines(teams)
        self._model.show(lines)
        self._whole.setCurrentIndex(0 if teams else 1)
        self._wanted = 0
        number = next((n for n, line in enumerate(lines) if key_of(line) == wanted), 0)
        if lines:
            self.list.setCurrentIndex(self._model.index(number, 0))
            self.list.scrollTo(self.list.currentIndex())
        self._show_selected()

    def selected(self) -> Line | None:
        """The team or the member that actions are about."""
        row: Line | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def take_caret(self) -> None:
        """The list of teams."""
        self.list.setFocus()

    def _set_up(self) -> None:
        self._head = SectionHead("小组与成员", ruled=True)
        self._head.add_right(Button.of(self.command("add_team")))
        self._model: RowsModel[Line] = RowsModel(line_face, line_spoken, self)
        self.list = RowsList("小组与成员列表", margin=12)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        self.list.activated.connect(self._change_phone)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.list)
        self._whole.addWidget(EmptyState("people", "还没有小组成员。", HOW))
        self._lacking = Label("", Type.NOTE, "warn", wrap=True)
        self.column.addWidget(self._head)
        self.column.addWidget(self._whole, 1)
        self.column.addWidget(self._lacking)
        names = ("change_team", "add_member", "record_members", *ABOUT_MEMBERS)
        self.column.addLayout(in_a_row(*(Button.of(self.command(name)) for name in names)))

    def _refresh_actions(self) -> None:
        line = self.selected()
        for name, action in self._commands.items():
            of_member = name in ABOUT_MEMBERS
            possible = isinstance(line, MemberDuties) if of_member else True
            if name in ABOUT_TEAMS:
                possible = line is not None
            action.setEnabled(self._current and possible)

    @Slot()
    def _show_selected(self) -> None:
        line = self.selected()
        words = lacking_words(line) if isinstance(line, TeamDuties) else ""
        self._lacking.setText(f"{words}。" if words else "")
        self._lacking.setVisible(bool(words))
        self._refresh_actions()

    def _team(self) -> TeamRow | None:
        line = self.selected()
        if isinstance(line, TeamDuties):
            return line.team
        lines = (row for row in self._model.rows() if isinstance(row, TeamDuties))
        return next((row.team for row in lines if line and row.team.id == line.team_id), None)

    def _member(self) -> MemberDuties | None:
        line = self.selected()
        return line if isinstance(line, MemberDuties) else None

    def _add_team(self) -> None:
        self._ask(AddTeamDialog(self._bench, self.window()), "小组已添加")

    def _change_team(self) -> None:
        team = self._team()
        if team is not None:
            self._ask(ChangeTeamDialog(self._bench, team, self.window()), "小组名称已改")

    def _add_member(self) -> None:
        dialog = AddMemberDialog(self._bench, self._team(), self.window())
        dialog.carried_out.connect(self._want)
        self._ask(dialog, "成员已添加")

    def _add_members(self) -> None:
        team = self._team()
        if team is not None:
            dialog = AddMembersDialog(self._bench, self._pool, team, self.window())
            self._ask(dialog, "成员已添加")

    @Slot()
    def _change_phone(self) -> None:
        member = self._member()
        if member is not None:
            self._ask(PhoneDialog(self._bench, member, self.window()), "电话已改")

    def _change_role(self) -> None:
        member = self._member()
        if member is not None:
            dialog = ChangeRoleDialog(self._bench, member, self.window())
            dialog.carried_out.connect(self._want)
            self._ask(dialog, "角色已换")

    def _leave_team(self) -> None:
        member = self._member()
        if member is not None:
            self._ask(LeaveTeamDialog(self._bench, member, self.window()), "最后一天已记下")

    @Slot(object)
    def _want(self, member_id: object) -> None:
        """Select a new line as soon as it is read."""
        self._wanted = member_id if isinstance(member_id, int) else 0

    def _ask(self, dialog: CommandDialog, done: str) -> None:
        dialog.carried_out.connect(lambda _: self.said.emit(done))
        dialog.open()
