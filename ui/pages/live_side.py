"""The right pane of the meeting screen: what was promised last time, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.models.choices import TASK_OUTCOMES
from ui.models.days import day_in_list
from ui.theme import Type
from ui.widgets.heads import SectionHead
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.windows import Ground, ScrollColumn
from workbench.tasks import TaskRow
from workbench.words import masked


class TasksPane(Ground):
    """Tasks of this case first, then the others of the last meetings."""

    reported = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", edge="left", parent=parent)
        self._shown: tuple[tuple[TaskRow, ...], tuple[TaskRow, ...]] | None = None
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(ScrollColumn("上次任务", inside))

    def show_tasks(self, mine: Sequence[TaskRow], others: Sequence[TaskRow]) -> None:
        """Show the tasks again, unless they are the same."""
        shown = tuple(mine), tuple(others)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        self._add_part("本例上次任务", mine, "本例没有上次留下的任务")
        self._column.addSpacing(12)
        self._add_part("其他上次任务", others, "没有别的任务")
        self._column.addStretch(1)

    def hint(self) -> str:
        """What the pane holds, in a few words, for when it is hidden."""
        mine, others = self._shown or ((), ())
        late = sum(task.outcome is None and task.overdue_days > 0 for task in mine)
        waiting = sum(task.outcome is None for task in (*mine, *others))
        return f"本例逾期{late}·任务{waiting}" if late else f"任务{waiting}"

    @Slot()
    def show_again(self) -> None:
        """Take back a choice that came to nothing."""
        mine, others = self._shown or ((), ())
        self._shown = None
        self.show_tasks(mine, others)

    def holds_caret(self) -> bool:
        """Whether the keyboard is in this pane."""
        holder = QApplication.focusWidget()
        return holder is not None and self.isAncestorOf(holder)

    def take_caret(self) -> None:
        """Let the keyboard into the pane."""
        for choice in self.findChildren(Segmented):
            choice.setFocus()
            choice.focusNextChild()
            return

    def _add_part(self, title: str, tasks: Sequence[TaskRow], nothing: str) -> None:
        waiting = sum(task.outcome is None for task in tasks)
        head = SectionHead(title, f"{waiting}项未办结" if waiting else "", ruled=True)
        self._column.addWidget(head)
        if not tasks:
            self._column.addWidget(Label(nothing, Type.NOTE, "text3"))
        for task in tasks:
            self._add_task(task)

    def _add_task(self, task: TaskRow) -> None:
        late = task.outcome is None and task.overdue_days > 0
        self._column.addSpacing(4)
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

    def _clear(self) -> None:
        while self._column.count():
            widget = self._column.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
