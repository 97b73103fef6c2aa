"""Who is on the team: typed, pasted from a sheet, or taken from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.background import Job
from ui.dialogs.first_use.member_table import MemberTable
from ui.dialogs.first_use.step import Opened, Step
from ui.dialogs.first_use.team import first_team
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.text import Label, ShortLabel
from workbench.imports.member_reading import ReadMembers, read_member_file, read_pasted_members
from workbench.member_lists import list_member_lines, record_members
from workbench.rules.teams import usual_roles_lacking
from workbench.setting_up import read_setup

SHEETS = "表格 (*.xlsx *.xls *.ods *.csv *.txt)"
NOTICES_SHOWN = 3


class MembersStep(Step):
    """The list is written as a whole; whoever is on record already is not written again."""

    def __init__(self, pool: QThreadPool, opened: Opened) -> None:
        super().__init__(
            "小组成员",
            "小组里有谁",
            "角色决定谁签字、以什么身份发言。按 Tab 到下一格，写完一行会自动多出一行。",
        )
        self._pool, self._opened = pool, opened
        self._request_id = uuid4().hex
        self.table = MemberTable()
        self.table.changed.connect(self._note_change)
        self.table.rows_pasted.connect(self._read_pasted)
        self.table.finished.connect(self.go_on)
        self._told = Label("", Type.NOTE, "text2", wrap=True)
        self._told.hide()
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._told)
        self.column.addLayout(self._foot())

    def begin(self) -> None:
        bench = self._opened.bench
        if bench is None:
            return
        self._request_id = uuid4().hex
        team = read_setup(bench).team
        known = list_member_lines(bench, team.id) if team else []
        if known:
            self.table.show_lines(known)

    def take_caret(self) -> None:
        self.table.take_caret()

    def carry_out(self) -> None:
        bench, lines = self._opened.bench, self.table.lines()
        while lines and lines[-1].empty and lines[-1].id is None:
            lines.pop()
        if bench is not None and lines:
            record_members(bench, first_team(bench), lines, request_id=self._request_id)

    def _foot(self) -> QHBoxLayout:
        paste = Button("从Excel粘贴", keys="Ctrl+V")
        file = Button("从文件导入…")
        paste.clicked.connect(self._paste)
        file.clicked.connect(self._ask_file)
        self._lacking = ShortLabel("", Type.NOTE, "warn")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(paste)
        row.addWidget(file)
        row.addWidget(self._lacking, 1)
        return row

    @Slot()
    def _note_change(self) -> None:
        lines = [line for line in self.table.lines() if not line.empty]
        lacking = usual_roles_lacking([line.role for line in lines if line.role])
        names = "、".join(role.short for role in lacking)
        self._lacking.setText(f"还没有{names}，可以以后再加" if lines and lacking else "")

    @Slot()
    def _paste(self) -> None:
        self._read_pasted(QGuiApplication.clipboard().text())

    @Slot(str)
    def _read_pasted(self, text: str) -> None:
        if text.strip():
            self._read(partial(read_pasted_members, text))
        else:
            self._tell("剪贴板里没有内容。请先在Excel或WPS里选中几行，按 Ctrl+C 复制。")

    @Slot()
    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "从文件导入", "", SHEETS)
        if path:
            self._read(partial(read_member_file, Path(path)))

    def _read(self, work: Callable[[], ReadMembers]) -> None:
        self.busy.emit("正在读取名单…")
        Job(self, work, self._take, self.refused.emit).start(self._pool)

    def _take(self, found: ReadMembers) -> None:
        self.busy.emit("")
        if not found.lines:
            self._tell("没有认出成员。请让第一行写明姓名、角色、单位、电话，再粘贴一次。")
            return
        self.table.add_lines(found.lines)
        told = [f"已填入{len(found.lines)}人，请看一遍再继续。"]
        told += [f"{notice}。" for notice in found.notices[:NOTICES_SHOWN]]
        self._tell("".join(told))
        self.table.take_caret()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
