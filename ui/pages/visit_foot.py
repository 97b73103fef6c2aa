"""The foot of the page on which a visit is written: what is still open, and the steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import Ground

HOW = "按数字选答案，Enter 到下一处"


class VisitFoot(Ground):
    """Stands still while the fields above it scroll."""

    def __init__(self, command: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__("window", edge="top", parent=parent)
        self._needed = Label("", Type.NOTE_BOLD, "warn")
        self._unanswered = Button.of(command("record_unanswered"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._needed)
        row.addWidget(ShortLabel(HOW, Type.NOTE, "text2"), 1)
        row.addWidget(Button.of(command("next_unanswered"), short="下一处"))
        row.addWidget(self._unanswered)
        row.addWidget(Button.of(command("record_visit"), Kind.PRIMARY))

    def show_needed(self, number: int) -> None:
        """Say how many questions still have to be answered."""
        self._needed.setText(f"还有{number}处必填" if number else "必填的都填了")
        self._needed.set_colour("warn" if number else "text2")

    def offer_unanswered(self, offered: bool) -> None:
        """Offer to record a visit on which not everything could be asked."""
        self._unanswered.setVisible(offered)
