"""The person in hand, and everything one may write about them from any page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.models.person import Person
from ui.pages.page import Page
from workbench.bench import Bench

PAGES = (
    ("visit", "write_visit", "写随访", "Ctrl+Shift+V"),
    ("intake", "write_intake", "入组评估", "Ctrl+Shift+K"),
    ("plan", "write_plan", "干预计划", "Ctrl+Shift+L"),
)
ABOUT_CASES = ("write_plan",)


class Entering(Page):
    """Never in view itself. The page in view says who is in hand; its actions are about them."""

    wanted = Signal(str, object)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._bench = bench
        self._person: Person | None = None
        for page, name, text, keys in PAGES:
            self._add_command(name, text, keys, partial(self._open, page))
        self._refresh_actions()

    def hold(self, person: Person | None) -> None:
        """Take this person in hand, or nobody."""
        self._person = person
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        person = self._person
        for name, action in self._commands.items():
            about_case = name in ABOUT_CASES
            action.setEnabled(person is not None and (person.case_id is not None or not about_case))

    def _open(self, page: str) -> None:
        if self._person is not None:
            self.wanted.emit(page, self._person)
