"""Checking that the records are whole: one sentence for each side of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Job
from ui.messages import explain
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.audit import Finding, verify_store
from workbench.bench import Bench

EXPLANATION = "逐项核对文件、关联、封存、附件和审计链，不改动任何记录。记录多时要几十秒。"
GOOD = "五项都完好。"
BAD = "有的项目对不上。请不要继续录入，先立即备份，再联系维护人员。原有备份都在。"


class VerifyStoreDialog(FormDialog):
    """Works beside the screen, and can be stopped between two checks."""

    _step_taken = Signal(str)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__("核验数据", EXPLANATION, parent)
        self.setObjectName("verify_store_dialog")
        self._stopped = False
        self._busy = Label("", Type.NOTE, "text2")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("进度")
        self._found = Label("", Type.BODY, wrap=True)
        for part in (self._busy, self._progress, self._found):
            self.fields.addWidget(part)
        self.verb = Button("停下", Kind.PRIMARY, keys="Enter")
        self.verb.clicked.connect(self.reject)
        self.add_verbs(self.verb)
        self._step_taken.connect(self._busy.setText)
        self.finished.connect(self._stop)
        work = partial(verify_store, bench, told=self._step_taken.emit, stop=lambda: self._stopped)
        Job(self, work, self._show, self._refuse).start(pool)

    def _show(self, findings: Sequence[Finding]) -> None:
        self._end()
        marks = {True: "✓", False: "■"}
        self._found.setText("\n".join(f"{marks[f.good]} {f.sentence}" for f in findings))
        whole = all(finding.good for finding in findings)
        self.banner.say(GOOD if whole else BAD, bad=not whole)
        self.adjustSize()

    def _refuse(self, problem: Exception) -> None:
        self._end()
        self.banner.say(explain(problem).text, bad=True)

    def _end(self) -> None:
        self._busy.hide()
        self._progress.hide()
        self.verb.setText("关闭")
        self.verb.setAccessibleName("关闭")

    @Slot()
    def _stop(self) -> None:
        self._stopped = True
