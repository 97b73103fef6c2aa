"""What was promised last time, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.choices import TASK_OUTCOMES
from ui.models.days import day_in_list
from ui.pages.live_parts import emptied
from ui.theme import Type
from ui.widgets.heads import SectionHead
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from workbench.tasks import TaskRow
from workbench.words import masked


class EarlierPart(QWidget):
    """Tasks of this case, then those of the last meetings about nobody on the agenda."""

    reported = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mine = _Tasks("上次任务", "本例没有上次留下的任务")
        self._others = _Tasks("议程以外的上次任务", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._mine, self._others):
            part.reported.connect(self.reported)
            column.addWidget(part)

    def show_tasks(self, mine: Sequence[TaskRow], others: Sequence[TaskRow]) -> None:
        """Show the tasks of an item, and those that belong to none on the agenda."""
        self._mine.show_tasks(mine)
        self._others.show_tasks(others)
        self._others.setVisible(bool(others))

    def hint(self) -> str:
        """What waits here, in a few words, for when the pane is hidden."""
        mine, others = self._mine.tasks(), self._others.tasks()
        late = sum(task.is_overdue for task in mine)
        waiting = sum(task.outcome is None for task in (*mine, *others))
        return f"本例逾期{late}·任务{waiting}" if late else f"任务{waiting}"

    @Slot()
    def show_again(self) -> None:
        """Take back a choice that came to nothing."""
        for part in (self._mine, self._others):
            part.show_tasks(part.tasks(), again=True)

    def first_choice(self) -> Segmented | None:
        """Where the keyboard goes first."""
        return next(iter(self.findChildren(Segmented)), None)


class _Tasks(QWidget):
    """Tasks under one head, drawn anew only when they are others."""

    reported = Signal(int, object)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__()
        self._title, self._nothing = title, nothing
        self._shown: tuple[TaskRow, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def tasks(self) -> tuple[TaskRow, ...]:
        return self._shown or ()

    def show_tasks(self, tasks: Sequence[TaskRow], *, again: bool = False) -> None:
        shown = tuple(tasks)
        if shown == self._shown and not again:
            return
        self._shown = shown
        emptied(self._column)
        waiting = sum(task.outcome is None for task in shown)
        hint = f"{waiting}项未办结" if waiting else ""
        self._column.addWidget(SectionHead(self._title, hint, ruled=True))
        if not shown:
            self._column.addWidget(Label(self._nothing, Type.NOTE, "text3"))
        for task in shown:
            self._add_task(task)

    def _add_task(self, task: TaskRow) -> None:
        late = task.is_overdue
        quiet = "text" if task.outcome is None else "text2"
        self._column.addWidget(Label(task.title, Type.BODY, quiet, wrap=True))
        due = f"逾期{task.overdue_days}天" if late else f"{day_in_list(task.due_on)} 到期"
        facts = f"{task.case_number}·{masked(task.implementer)}·{due}".lstrip("·")
        line = Label(f"▲ {facts}" if late else facts, Type.NOTE, "warn" if late else "text2")
        self._column.addWidget(line)
        if task.note:
            self._column.addWidget(Label(task.note, Type.NOTE, "text2", wrap=True))
        choices = [(each, each.label) for each in TASK_OUTCOMES]
        outcome = Segmented(f"{task.title}的办理结果", choices, tight=True)
        outcome.show_value(task.outcome)
        outcome.chosen.connect(partial(self.reported.emit, task.id))
        self._column.addWidget(outcome)
        self._column.addSpacing(4)
