"""What the pages have in common on which one writes about one person."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.keeping import KEEP_EVERY
from ui.models.person import Person
from ui.pages.page import Page


class WritingPage(Page):
    """Opened for a person from wherever one is, and left for there again.

    What is typed is kept every few seconds while the page is in view, and when it goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(KEEP_EVERY)
        self._clock.timeout.connect(self.keep_draft)

    def open_for(self, person: Person) -> None:
        """Show what there is of this person, and what was typed and not yet confirmed."""
        self._person = person

    def keep_draft(self) -> None:
        """Keep what is typed and not recorded; drop the draft when nothing is."""

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

    def set_current(self, current: bool) -> None:
        """Keep drafts only while somebody can type."""
        super().set_current(current)
        if current:
            self._clock.start()
        elif self._clock.isActive():
            self._clock.stop()
            self.keep_draft()
