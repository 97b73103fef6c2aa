"""What became of a task between meetings, and what shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import TASK_OUTCOMES
from ui.models.tasks import task_facts
from ui.widgets.inputs import Field, LineBox, TextBox
from ui.widgets.segmented import Segmented
from workbench.bench import Bench
from workbench.open_tasks import OpenTask
from workbench.screen import TaskOutcome
from workbench.tasks import record_task_result


class TaskResultDialog(CommandDialog):
    """Asks for the outcome, the evidence and a word of explanation."""

    def __init__(self, bench: Bench, task: OpenTask, parent: QWidget) -> None:
        super().__init__(bench, task.title, task_facts(task), "保存办理结果", parent)
        self.setObjectName("task_result_dialog")
        self._task = task
        self.outcome = Segmented("办理结果", [(each, each.label) for each in TASK_OUTCOMES])
        self.outcome.show_value(TaskOutcome.DONE)
        self.evidence = LineBox("佐证材料", "例如照片、回执、随访记录")
        self.note = TextBox("说明", "未落实或不再需要时，请写明原因", lines=3)
        self.fields.addWidget(Field("办理结果", self.outcome))
        self.fields.addWidget(Field("佐证材料", self.evidence, "可以不填"))
        self.fields.addWidget(Field("说明", self.note))
        self.outcome.tab_stops()[0].setFocus()

    def _carry_out(self) -> object:
        chosen = self.outcome.value()
        record_task_result(
            self._bench,
            self._task.id,
            outcome=next(each for each in TASK_OUTCOMES if each == chosen),
            note=self.note.toPlainText(),
            evidence=self.evidence.text(),
        )
        return self._task.id
