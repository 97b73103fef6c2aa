"""Putting several people on a team at once: typed, or pasted from a sheet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.command import CommandDialog
from ui.dialogs.first_use.member_table import MemberTable
from ui.messages import explain
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.errors import EmptyField
from workbench.imports.member_reading import ReadMembers, read_pasted_members
from workbench.member_lists import record_members
from workbench.teams import TeamRow

NOTHING_COPIED = "剪贴板里没有内容。请先在Excel或WPS里选中几行，按 Ctrl+C 复制。"
NOT_RECOGNISED = "没有认出成员。请让第一行写明姓名、角色、单位、电话，再粘贴一次。"


class AddMembersDialog(CommandDialog):
    """Whoever is on the team already stays; the lines here come besides."""

    def __init__(self, bench: Bench, pool: QThreadPool, team: TeamRow, parent: QWidget) -> None:
        words = f"加入{team.name}。在Excel或WPS里选中几行复制，在这里粘贴，再看一遍。"
        super().__init__(bench, "成批添加成员", words, "添加这些成员", parent)
        self._pool, self._team_id = pool, team.id
        self.table = MemberTable()
        self.table.rows_pasted.connect(self._read)
        self.table.finished.connect(self._try)
        self._told = Label("", Type.NOTE, "text2", wrap=True)
        paste = Button("从Excel粘贴", keys="Ctrl+V")
        paste.setAutoDefault(False)
        paste.clicked.connect(self._paste)
        row = QHBoxLayout()
        row.addWidget(paste)
        row.addWidget(self._told, 1)
        self.fields.addWidget(self.table, 1)
        self.fields.addLayout(row)
        self.verb.setDefault(False)  # Enter goes on to the next cell, and from the empty last row
        self.verb.setAutoDefault(False)
        self.setMinimumWidth(theme().px(640))
        self.table.take_caret()

    def _carry_out(self) -> object:
        lines = self.table.lines()
        while lines and lines[-1].empty:
            lines.pop()
        if not lines:
            raise EmptyField("姓名")
        record_members(self._bench, self._team_id, lines, request_id=self._request_id)
        return sum(not line.empty for line in lines)

    @Slot()
    def _paste(self) -> None:
        self._read(QGuiApplication.clipboard().text())

    @Slot(str)
    def _read(self, text: str) -> None:
        if not text.strip():
            self._told.setText(NOTHING_COPIED)
            return
        Job(self, partial(read_pasted_members, text), self._take, self._fail).start(self._pool)

    def _take(self, found: ReadMembers) -> None:
        self._told.setText(NOT_RECOGNISED)
        if found.lines:
            self.table.add_lines(found.lines)
            notices = "".join(f"{notice}。" for notice in found.notices)
            self._told.setText(f"已填入{len(found.lines)}人，请看一遍。{notices}")
            self.table.take_caret()

    def _fail(self, problem: Exception) -> None:
        self.refuse(explain(problem).text)
