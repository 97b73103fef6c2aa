"""What the pages have in common on which one writes about one person."""

from __future__ import annotations

from ui.models.person import Person
from ui.pages.page import Page


class WritingPage(Page):
    """Opened for a person from wherever one is, and left for there again."""

    def open_for(self, person: Person) -> None:
        """Show what there is of this person, and what was typed and not yet confirmed."""

    def keep_draft(self) -> None:
        """Keep what is typed before the page goes out of sight."""
