"""Amending a sealed paper: where, what stands there, what should, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from ui.dialogs.command import SlowCommandDialog
from ui.widgets.inputs import Field, GrowingBox, LineBox
from workbench.amending import Amended, amend_sheet
from workbench.bench import Bench

EXPLANATION = (
    "原件不改动。更正另出一页，写明原来怎么写、应当怎么写，由原来签字的人再签，和原件一并归档。"
    "同一份再次更正时，以前的更正也会印在新的一版上，要重新签字。"
)


class AmendSheetDialog(SlowCommandDialog):
    """Keeps everything typed until the page is sealed."""

    keys = "Ctrl+Enter"

    def __init__(
        self, bench: Bench, pool: QThreadPool, sheet_id: int, title: str, parent: QWidget
    ) -> None:
        super().__init__(bench, pool, f"更正 {title}", EXPLANATION, "封存更正页", parent)
        self.setObjectName("amend_sheet_dialog")
        self._sheet_id = sheet_id
        self.place = LineBox("更正在哪里", "例如 第2例的会议决定")
        self.was, self.now = GrowingBox("原来写的"), GrowingBox("应当是")
        self.why = LineBox("更正理由", "例如 会后核对发现日期写错")
        for name, box in (
            ("在哪里", self.place),
            ("原来写的", self.was),
            ("应当是", self.now),
            ("更正理由", self.why),
        ):
            self.fields.addWidget(Field(name, box, "必填"))
        self.place.setFocus()

    def _work(self) -> Callable[[], object]:
        given = Amended(
            self.place.text(), self.was.toPlainText(), self.now.toPlainText(), self.why.text()
        )
        given.row()  # what is missing is said at once
        return partial(amend_sheet, self._bench, self._sheet_id, given)
