"""The person in hand, and everything one may write about them from any page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.case_life import (
    ChangeKindDialog,
    ChangeManagerDialog,
    PauseDialog,
    ResumeDialog,
)
from ui.dialogs.command import CommandDialog
from ui.dialogs.enter_case import EnterCaseDialog
from ui.dialogs.exit_case import ExitCaseDialog
from ui.models.person import Person
from ui.pages.page import Page
from workbench.bench import Bench
from workbench.case_steps import find_open_case
from workbench.cases import CaseRow
from workbench.screen import Standing

PAGES = (
    ("visit", "write_visit", "写随访", "Ctrl+Shift+V"),
    ("intake", "write_intake", "入组评估", "Ctrl+Shift+K"),
    ("plan", "write_plan", "干预计划", "Ctrl+Shift+L"),
)
STEPS = (
    ("change_case_manager", "换个案管理员…", "Ctrl+F6", ChangeManagerDialog, "已换个案管理员"),
    ("change_case_kind", "改个案类型…", "Ctrl+F7", ChangeKindDialog, "已改个案类型"),
    ("pause_case", "暂停个案…", "Ctrl+F8", PauseDialog, "已暂停"),
    ("resume_case", "恢复管理…", "Ctrl+Shift+F8", ResumeDialog, "已恢复管理"),
    ("exit_case", "出组…", "Ctrl+F9", ExitCaseDialog, ""),
)


class Entering(Page):
    """Never in view itself. The page in view says who is in hand; its actions are about them."""

    wanted = Signal(str, object)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._bench = bench
        self._person: Person | None = None
        self._case: CaseRow | None = None
        for page, name, text, keys in PAGES:
            self._add_command(name, text, keys, partial(self._open, page))
        self._add_command("open_case_management", "入组…", "Ctrl+F5", self._enter)
        for name, text, keys, dialog, done in STEPS:
            self._add_command(name, text, keys, partial(self._change, dialog, done))
        self._refresh_actions()

    def hold(self, person: Person | None) -> None:
        """Take this person in hand, or nobody."""
        self._person = person
        self._case = find_open_case(self._bench, person.patient_id) if person else None
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        person, case = self._person, self._case
        paused = case is not None and case.standing is Standing.PAUSED
        possible = {
            "write_plan": person is not None and person.case_id is not None,
            "open_case_management": case is None,
            "pause_case": case is not None and not paused,
            "resume_case": paused,
        }
        about_open = {name for name, *_ in STEPS}
        for name, action in self._commands.items():
            can = possible.get(name, case is not None or name not in about_open)
            action.setEnabled(person is not None and can)

    def _open(self, page: str) -> None:
        if self._person is not None:
            self.wanted.emit(page, self._person)

    def _enter(self) -> None:
        if self._person is not None:
            dialog = EnterCaseDialog(self._bench, self._person, self.window())
            dialog.carried_out.connect(self.said.emit)
            dialog.open()

    def _change(
        self, dialog_of: Callable[[Bench, CaseRow, QWidget], CommandDialog], done: str
    ) -> None:
        if self._case is not None:
            dialog = dialog_of(self._bench, self._case, self.window())
            dialog.carried_out.connect(lambda answer: self.said.emit(done or str(answer)))
            dialog.open()
