"""The person in hand, and everything one may write about them from any page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from ui.background import Reading
from ui.dialogs.case_life import (
    ChangeKindDialog,
    ChangeManagerDialog,
    PauseDialog,
    ResumeDialog,
)
from ui.dialogs.command import CommandDialog
from ui.dialogs.enter_case import EnterCaseDialog
from ui.dialogs.entries.chooser import ChooseEntryDialog
from ui.dialogs.entries.frame import EntryDialog
from ui.dialogs.entries.kind import EntryKind
from ui.dialogs.entries.kinds import ending_of, kind_of
from ui.dialogs.entries.withdrawing import ask_to_withdraw_record
from ui.dialogs.exit_case import ExitCaseDialog
from ui.messages import show_problem
from ui.models.person import Person
from ui.pages.page import Page
from ui.widgets.buttons import Button
from workbench.bench import Bench
from workbench.called_meetings import call_urgent_meeting
from workbench.case_steps import find_open_case
from workbench.cases import CaseRow
from workbench.errors import Refused
from workbench.records import RecordKey
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
ABOUT_RECORDS = ("correct_record", "end_record", "withdraw_record")


class Entering(Page):
    """Never in view itself. The page in view says who is in hand; its actions are about them."""

    wanted = Signal(str, object)
    meeting_called = Signal(int)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._bench = bench
        self._person: Person | None = None
        self._case: CaseRow | None = None
        self._known = False
        self._asking = Reading(self, pool, self._take_case, partial(show_problem, self))
        self._record: RecordKey | None = None
        self._add_command("write_entry", "记一条…", "Ctrl+N", self._choose)
        for page, name, text, keys in PAGES:
            self._add_command(name, text, keys, partial(self._open, page))
        self._add_command("call_urgent_meeting", "临时会商", "Ctrl+F3", self._call)
        self._add_command("open_case_management", "入组…", "Ctrl+F5", self._enter)
        for name, text, keys, dialog, done in STEPS:
            self._add_command(name, text, keys, partial(self._change, dialog, done))
        self._add_command("correct_record", "更正…", "F2", self._correct)
        self._add_command("end_record", "结束…", "Shift+F2", self._end)
        self._add_command("withdraw_record", "撤回…", "Ctrl+Del", self._withdraw)
        self._refresh_actions()

    def hold(self, person: Person | None, record: RecordKey | None = None) -> None:
        """Take this person in hand, or nobody, and with them one record about them.

        Whether they have an open case is read beside the screen.
        """
        before, self._person, self._record = self._person, person, record
        if person is None or before is None or person.patient_id != before.patient_id:
            self._case, self._known = None, False
        if person is None:
            self._asking.forget()
        else:
            self._asking.ask(partial(find_open_case, self._bench, person.patient_id))
        self._refresh_actions()

    def writing_button(self) -> Button:
        """The way to all kinds of entries, for pages about one person."""
        return Button.of(self.command("write_entry"))

    def meeting_button(self) -> Button:
        """The way to a meeting about the person in hand."""
        return Button.of(self.command("call_urgent_meeting"), short="会商")

    def call_meeting(self, patient_id: int) -> None:
        """Call a meeting about somebody for now, and show it prepared."""
        try:
            called = call_urgent_meeting(self._bench, patient_id)
        except Refused as refusal:
            show_problem(self.window(), refusal)
        else:
            self.meeting_called.emit(called)

    def about_records(self) -> tuple[Button, ...]:
        """A button for each step about the record in hand, there only while it can be taken."""
        buttons = tuple(Button.of(self.command(name)) for name in ABOUT_RECORDS)
        for name, button in zip(ABOUT_RECORDS, buttons, strict=True):
            action = self.command(name)
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(button.setVisible)
        return buttons

    def _refresh_actions(self) -> None:
        person, case, kind = self._person, self._case, self._kind()
        paused = case is not None and case.standing is Standing.PAUSED
        possible = {
            "write_plan": person is not None and person.case_id is not None,
            "open_case_management": self._known and case is None,
            "pause_case": case is not None and not paused,
            "resume_case": paused,
            "correct_record": kind is not None and kind.correct is not None,
            "end_record": self._ending() is not None,
            "withdraw_record": kind is not None and kind.withdraw is not None,
        }
        about_open = {name for name, *_ in STEPS}
        for name, action in self._commands.items():
            can = possible.get(name, case is not None or name not in about_open)
            action.setEnabled(person is not None and can)

    def _take_case(self, case: CaseRow | None) -> None:
        self._case, self._known = case, True
        self._refresh_actions()

    def _kind(self) -> EntryKind | None:
        return None if self._record is None else kind_of(self._record.kind)

    def _ending(self) -> EntryKind | None:
        record = self._record
        return ending_of(record.kind) if record is not None and record.lasts else None

    def _open(self, page: str) -> None:
        if self._person is not None:
            self.wanted.emit(page, self._person)

    def _call(self) -> None:
        if self._person is not None:
            self.call_meeting(self._person.patient_id)

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

    def _choose(self) -> None:
        if self._person is not None:
            dialog = ChooseEntryDialog(self._bench, self._person, self.window())
            dialog.chosen.connect(partial(self._write, self._person))
            dialog.open()

    def _write(self, person: Person, kind: EntryKind) -> None:
        self._show(partial(EntryDialog, self._bench, kind, person, self.window()))

    def _correct(self) -> None:
        kind, record, person = self._kind(), self._record, self._person
        if kind is not None and record is not None and person is not None:
            make = partial(EntryDialog, self._bench, kind, person, self.window())
            self._show(partial(make, corrects=record.id))

    def _end(self) -> None:
        kind, record, person = self._ending(), self._record, self._person
        if kind is not None and record is not None and person is not None:
            make = partial(EntryDialog, self._bench, kind, person, self.window())
            self._show(partial(make, about=record.id))

    def _withdraw(self) -> None:
        kind, record = self._kind(), self._record
        if kind is not None and record is not None:
            dialog = ask_to_withdraw_record(self._bench, kind, record.id, self.window())
            dialog.carried_out.connect(lambda _: self.said.emit(f"已撤回{kind.title}"))
            dialog.open()

    def _show(self, make: Callable[[], EntryDialog]) -> None:
        """Whoever may not write is told before the fields are shown."""
        try:
            dialog = make()
        except Refused as refusal:
            show_problem(self.window(), refusal)
            return
        dialog.carried_out.connect(lambda _: self.said.emit(dialog.told()))
        dialog.open()
