"""What was decided on an item, and the one line in which further work is given out."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.conclusions import work_understood
from ui.models.days import day_in_list
from ui.models.offers import task_source
from ui.pages.live_parts import emptied
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.day_box import WEEKDAYS
from ui.widgets.heads import SectionHead
from ui.widgets.talk_box import OfferingLine
from ui.widgets.text import Label
from workbench.live import DecisionRow, ItemDetails
from workbench.words import masked


class TasksPart(QWidget):
    """Rows for what is recorded; below them the line, and what it was understood as."""

    touched = Signal()
    left = Signal()
    given = Signal()
    withdrawn = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: ItemDetails | None = None
        self._on = date.min
        self._shown: tuple[DecisionRow, ...] | None = None
        self._head = SectionHead("本例任务", ruled=True)
        self._head.add_right(Label("F7", Type.KEY, "text3"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.line = OfferingLine("新任务", "@责任人　事项　期限")
        self._understood = Label("", Type.NOTE, "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._rows)
        column.addWidget(self.line)
        column.addWidget(self._understood)
        self.line.textChanged.connect(self._understand)
        self.line.textEdited.connect(self.touched)
        self.line.editingFinished.connect(self.left)
        self.line.returnPressed.connect(self.given)

    def show_item(self, item: ItemDetails, on: date) -> None:
        """Show what is decided on an item."""
        self._item, self._on = item, on
        self.line.offer([task_source(item)])
        self._head.set_hint(f"{len(item.decisions)}" if item.decisions else "")
        if item.decisions != self._shown:
            self._shown = item.decisions
            self._draw()
        self._understand()

    def show_line(self, words: str) -> None:
        """Fill the line in, without announcing it."""
        if self.line.text() != words:
            self.line.setText(words)

    def begin(self) -> None:
        """Put the caret into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _understand(self) -> None:
        if self._item is None:
            return
        told, unclear = work_understood(self._item, self.line.text(), self._on)
        self._understood.setText(told)
        self._understood.setVisible(bool(told))
        self._understood.set_colour("warn" if unclear else "text2")

    def _draw(self) -> None:
        emptied(self._rows)
        for number, decision in enumerate(self._shown or (), start=1):
            self._rows.addWidget(_Row(number, decision, partial(self.withdrawn.emit, decision.id)))


class _Row(QWidget):
    """Number and words; below them who, by when, and the way to take it back."""

    def __init__(self, number: int, decision: DecisionRow, back: partial[None]) -> None:
        super().__init__()
        top, under = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Label(str(number), Type.NOTE, "text3"), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(Label(decision.text, Type.BODY, wrap=True), 1)
        kind = "" if decision.gives_work else decision.kind.label
        who = masked(decision.implementer) if decision.implementer else ""
        due = decision.due_on
        day = f"{day_in_list(due)} 周{WEEKDAYS[due.weekday()]}" if due else ""
        facts = "·".join(part for part in (kind, who, day) if part)
        under.addSpacing(16)
        under.addWidget(Label(facts, Type.NOTE, "text2"), 1)
        button = Button("撤回…", Kind.GHOST)
        button.setAccessibleName(f"撤回第{number}条决定")
        button.clicked.connect(lambda: back())
        under.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(under)
