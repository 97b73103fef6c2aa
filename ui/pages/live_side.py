"""The right pane of the meeting screen: work, what waits, and words of single members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.models.entry import Entry
from ui.pages.live_earlier import EarlierPart
from ui.pages.live_own_words import DissentPart, WrittenPart
from ui.pages.live_tasks import TasksPart
from ui.pages.live_waiting import WaitingPart
from ui.widgets.windows import Ground, ScrollColumn
from workbench.item_background import Background
from workbench.live import ItemDetails
from workbench.tasks import TaskRow


class SidePane(Ground):
    """Tasks first; below them whatever else belongs to the item."""

    touched = Signal()
    left = Signal()

    def __init__(self, reserve: QAction, parent: QWidget | None = None) -> None:
        super().__init__("window", edge="left", parent=parent)
        self.tasks, self.earlier, self.waiting = TasksPart(), EarlierPart(), WaitingPart()
        self.written, self.dissents = WrittenPart(), DissentPart(reserve)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(12)
        for part in (self.tasks, self.earlier, self.waiting, self.written):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.dissents)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(ScrollColumn("任务侧栏", inside))
        for typed in (self.tasks, self.written, self.dissents):
            typed.touched.connect(self.touched)
            typed.left.connect(self.left)

    def show_item(self, item: ItemDetails, on: date, others: Sequence[TaskRow]) -> None:
        """Show what belongs to an item at a meeting held on a day."""
        self.tasks.show_item(item, on)
        self.earlier.show_tasks(item.earlier_tasks, others)
        self.written.show_members(item.opinions)
        self.dissents.show_members(item.opinions)

    def show_background(self, item: ItemDetails, background: Background | None) -> None:
        """Show what waits to be settled."""
        self.waiting.show_background(item, background)

    def show_entry(self, entry: Entry) -> None:
        """Fill the fields in, without announcing it."""
        self.tasks.show_line(entry.task)
        self.written.show_words(entry.written)
        self.dissents.show_words(entry.dissents)

    def added_to(self, entry: Entry) -> Entry:
        """An entry with what stands in the fields here."""
        return replace(
            entry,
            task=self.tasks.line.text(),
            written=self.written.words(),
            dissents=self.dissents.words(),
        )

    def hint(self) -> str:
        """What the pane holds, in a few words, for when it is hidden."""
        return self.earlier.hint()

    def holds_caret(self) -> bool:
        """Whether the keyboard is in this pane."""
        holder = QApplication.focusWidget()
        return holder is not None and self.isAncestorOf(holder)

    def take_caret(self) -> None:
        """Let the keyboard into the pane: to last time's tasks, else to the new one."""
        choice = self.earlier.first_choice()
        if choice is not None:
            choice.begin()
        else:
            self.tasks.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
