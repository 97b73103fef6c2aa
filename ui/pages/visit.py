"""One visit, written down after it or while it goes on."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from ui.models.person import Person
from ui.pages.writing import WritingPage
from workbench.bench import Bench


class VisitPage(WritingPage):
    """One visit, written down after it or while it goes on."""

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._person: Person | None = None
        self._add_command("leave_visit", "返回", "Esc", self.left.emit)
        self._refresh_actions()

    def open_for(self, person: Person) -> None:
        """Show what there is of this person."""
        self._person = person

    def person(self) -> Person | None:
        """Whom one writes about."""
        return self._person

    def subject(self) -> object:
        """The same, for coming back."""
        return self._person

    def show_subject(self, subject: object) -> None:
        """Come back to a person."""
        if isinstance(subject, Person):
            self.open_for(subject)
