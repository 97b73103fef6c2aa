"""One task beside the list: whose it is and by when, its paper, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.papers import Paper
from ui.models.tasks import due_text, task_facts
from ui.pages.paper_pane import PaperPane
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label, ShortLabel
from workbench.open_tasks import OpenTask
from workbench.paperwork.documents import TASK_SLIP_CODE, URGING_CODE

PAPERS = ((TASK_SLIP_CODE, "任务通知单"), (URGING_CODE, "督办单"))
STEPS = ("preview_document", "print_document", "seal_document", "record_task_result")

SHORT = {"seal_document": "封存", "record_task_result": "登记…"}


class TaskSheet(QWidget):
    """Reads only; what can be done is the page's business."""

    paper_chosen = Signal()

    def __init__(
        self, pool: QThreadPool, command: Callable[[str], QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._set_up(pool, command)

    def form(self) -> str:
        """The code of the paper that is looked at."""
        return str(self.papers.value())

    def show_task(self, task: OpenTask | None) -> None:
        """Show another task, or none; only a late one can be urged."""
        late = task is not None and bool(task.overdue_days)
        if not late:
            self.papers.show_value(TASK_SLIP_CODE)
        self.papers.setVisible(late)
        self._title.setText(task.title if task else "没有符合条件的任务")
        self._state.setVisible(task is not None)
        if task is not None:
            self._state.show_text(due_text(task), "warn" if late else "plain")
        self._facts.setText(task_facts(task) if task else "")
        for button in self._buttons:
            button.setVisible(task is not None)

    def show_paper(self, paper: Paper | None) -> None:
        """Draw the paper that is chosen."""
        self._pane.show_paper(paper)

    def forget(self) -> None:
        """Stop drawing when nobody looks."""
        self._pane.forget()

    def _set_up(self, pool: QThreadPool, command: Callable[[str], QAction]) -> None:
        self._title, self._state = Label("", Type.NAME, wrap=True), Tag()
        self._facts = ShortLabel("", Type.BODY, "text2")
        self.papers = Segmented("看哪份文书", PAPERS, tight=True)
        self.papers.show_value(TASK_SLIP_CODE)
        self.papers.chosen.connect(self.paper_chosen)
        self._pane = PaperPane(pool)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self._state)
        under = QHBoxLayout()
        under.addWidget(self._facts, 1)
        under.addWidget(self.papers)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(under)
        column.addWidget(self._pane, 1)
        column.addLayout(self._steps(command))

    def _steps(self, command: Callable[[str], QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self._buttons = [
            Button.of(
                command(name),
                Kind.PRIMARY if name == STEPS[-1] else Kind.NORMAL,
                short=SHORT.get(name, ""),
            )
            for name in STEPS
        ]
        for button in self._buttons:
            row.addWidget(button)
        return row
